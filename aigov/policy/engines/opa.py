"""The OPA engine: asks a running server that holds this aigov's bundles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aigov.errors import EngineError
from aigov.policy.bundle import Bundle
from aigov.policy.engines import Report, normalize
from aigov.settings import OpaServer


class OpaEngine:
    """Runs bundles on an OPA server. They are there already: ``aigov policy push``, or OPA's own bundle download."""

    def __init__(self, server: OpaServer) -> None:
        self._server = server
        self._version: str | None = None

    @property
    def name(self) -> str:
        """``opa 1.21.1``; without a version until the server has answered."""
        return f"opa {self._version}" if self._version else "opa"

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        """See ``Engine.evaluate``."""
        from aigov.policy.engines.opa_client import GuardedOpa

        package = bundle.framework.package
        with GuardedOpa(self._server) as opa:
            decision, self._version = opa.query(f"aigov/{package}/decision", policy_input)
        where = f"OPA at {self._server.url}"
        answer = decision if isinstance(decision, dict) else {}
        check_revision(answer.get("revision"), bundle, where)
        return normalize(answer.get("report"), where)


def check_revision(revision: Any, bundle: Bundle, where: str) -> None:
    """Refuse a server that does not hold exactly this bundle.

    :param revision: what the server says; None when it says nothing.
    :raises EngineError: there is none, or another.
    """
    framework = bundle.framework.id
    if revision is None:
        raise EngineError(f"has no {framework} bundle of aigov", where=where, fix="run `aigov policy push`")
    if revision != bundle.revision:
        raise EngineError(
            f"has revision {str(revision)[:12]} of the {framework} bundle, this aigov has {bundle.revision[:12]}",
            where=where,
            fix="run `aigov policy push`, or install the aigov that the server's bundle is from",
        )
