"""The embedded engine: regorus, a Rego interpreter in this process. No server, no network, no clock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from aigov.canonical import canonical_json
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle
from aigov.policy.engines import Report, normalize
from aigov.policy.rego_ast import error_place, explain_error


class EmbeddedEngine:
    """Runs a bundle in regorus."""

    @property
    def name(self) -> str:
        """``regorus 0.13.0``"""
        return f"regorus {version('gordon-to-regorus')}"

    def revision(self, bundle: Bundle) -> str:
        """See ``Engine.revision``."""
        return bundle.revision

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        """See ``Engine.evaluate``."""
        import regorus

        package = bundle.framework.package
        engine = regorus.Engine()
        where = bundle.framework.id
        try:
            for path, text in bundle.modules.items():
                where = path
                engine.add_policy(path, text)
            where = bundle.framework.id
            engine.add_data_json(canonical_json({"aigov": {package: bundle.data}}).decode())
            engine.set_input_json(canonical_json(policy_input).decode())
            answer = json.loads(engine.eval_query_as_json(f"data.aigov.{package}.decision"))
        except RuntimeError as error:  # all that regorus raises
            path = error_place(error) or where
            line, said = explain_error(error)
            place = bundle.sources.get(path, path)
            raise EngineError(
                f"the rules failed: {said}", where=f"{place}:{line}" if line else place, fix="correct the Rego"
            ) from error
        decision = _value(answer)
        if not isinstance(decision, dict):
            raise EngineError("the rules gave no answer", where=where, fix="check its report.rego")
        return normalize(decision["report"], where)


def _value(answer: Any) -> Any:
    """The value of a query with one expression; None when it is undefined."""
    results = answer.get("result") or []
    return results[0]["expressions"][0]["value"] if results else None
