"""The OPA engine: asks a running server that holds this aigov's bundles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from aigov.errors import EngineError
from aigov.policy.bundle import Bundle
from aigov.policy.engines import Report, normalize
from aigov.settings import OpaServer

_REVISION = re.compile("[0-9a-f]{64}")


class OpaEngine:
    """Runs bundles on an OPA server. They are there already: ``aigov policy push``, or OPA's own bundle download.

    :param any_revision: let the server decide by the revision that it has, if it is another one.
    """

    def __init__(self, server: OpaServer, *, any_revision: bool = False) -> None:
        self._server = server
        self._any_revision = any_revision
        self._version: str | None = None
        self._revisions: dict[str, str] = {}

    @property
    def name(self) -> str:
        """``opa 1.21.1``; without a version until the server has answered."""
        return f"opa {self._version}" if self._version else "opa"

    def revision(self, bundle: Bundle) -> str:
        """See ``Engine.revision``. The server's own word, out of the document that held its answers."""
        return self._revisions[bundle.framework.id]

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        """See ``Engine.evaluate``."""
        from aigov.policy.engines.opa_client import GuardedOpa

        package = bundle.framework.package
        with GuardedOpa(self._server) as opa:
            decision, self._version = opa.query(f"aigov/{package}/decision", policy_input)
        where = f"OPA at {self._server.url}"
        answer = decision if isinstance(decision, dict) else {}
        revision = answer.get("revision")
        if not (self._any_revision and isinstance(revision, str) and _REVISION.fullmatch(revision)):
            check_revision(revision, bundle, where)
        self._revisions[bundle.framework.id] = str(revision)
        return normalize(answer.get("report"), where)


def check_revision(revision: Any, bundle: Bundle, where: str) -> None:
    """Refuse a server that does not hold exactly this bundle.

    :param revision: what the server says; None when it says nothing.
    :raises EngineError: there is none, or another.
    """
    framework = bundle.framework.id
    if revision is None:
        raise EngineError(
            f"has no {framework} bundle of aigov",
            where=where,
            fix="run `aigov policy push`, or have it load the bundle",
        )
    if revision != bundle.revision:
        raise EngineError(
            f"has revision {str(revision)[:12]} of the {framework} bundle, this aigov has {bundle.revision[:12]}",
            where=where,
            fix="run `aigov policy push`, install the aigov that the server's bundle is from, or let it decide with"
            " --any-revision",
        )
