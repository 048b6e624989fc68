"""Manifests of a cluster that a script writes, or hands to ``kubectl apply -f -``, as a here-document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.model import Scope
from aigov.scan.facts.manifests.shell_script import CommandLine
from aigov.scan.facts.manifests.within import read_within
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_READER = "deployment"
_VERSION = re.compile(r"^apiVersion: *\S", re.MULTILINE)
_KIND = re.compile(r"^kind: *\S", re.MULTILINE)


def read_given(path: str, command: CommandLine, scope: Scope, catalogue: Catalogue) -> Findings:
    """What the manifests say that a command is handed; a text without both marks of a manifest says nothing."""
    if not (_VERSION.search(command.given) and _KIND.search(command.given)):
        return Findings()
    return read_within("given.yaml", command.given, catalogue, file=path, above=command.line, scope=scope, kind=_READER)
