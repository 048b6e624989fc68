"""Policy engines: two, one protocol, the same answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from aigov.canonical import canonical_json
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle

Report = dict[str, list[Any]]
"""What the rules of a bundle said: raw results by control slug, in a fixed order."""


class Engine(Protocol):
    """Decides the controls of a bundle over a policy input."""

    @property
    def name(self) -> str:
        """Name and, once it has answered, version: ``opa 1.21.1``. For the evidence."""

    def revision(self, bundle: Bundle) -> str:
        """Of the rules that decided in the place of ``bundle``, once they have: its own, unless another was allowed."""

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        """The raw results of every control, in any shape: ``aigov.policy.assess`` judges them.

        :raises EngineError: there is no answer, or not one that can be trusted.
        """


def normalize(report: Any, where: str) -> Report:
    """The same report from either engine, byte for byte: Rego's sets become lists, and each engine sorts its own way.

    :raises EngineError: it is no object of lists.
    """
    if not isinstance(report, dict) or not all(isinstance(results, list) for results in report.values()):
        raise EngineError(
            "the rules answered with something that is no report", where=where, fix="report[slug] must be a set"
        )
    return {slug: sorted(results, key=canonical_json) for slug, results in sorted(report.items())}
