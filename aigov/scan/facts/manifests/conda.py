"""conda's environment files, with their pip section."""

from __future__ import annotations

import re

from aigov.model import Problem, Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import Dependencies, Requirement, bad_manifest, group_scope, manifest_scope
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

KIND = "environment.yml"

_WANTED = re.compile(r"(?:.*/)?(?:[\w.-]*environment[\w.-]*|conda[\w.-]*|env)\.ya?ml", re.IGNORECASE)
_SPEC = re.compile(r"(?:[\w.:/-]+::)?([A-Za-z0-9_][\w.-]*?)\s*(?=$|[=<>!~\s\[])(.*)")


def wants(path: str) -> bool:
    """``environment.yml`` and its customary variants."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document) -> Dependencies:
    """conda packages and pip requirements; a file without a list of dependencies has none.

    :raises SyntaxFault: not YAML.
    """
    stem = document.path.rpartition("/")[2].rpartition(".")[0].lower()
    scope = group_scope(stem.replace("environment", "").strip("-_."), manifest_scope(document.path))
    requirements: list[Requirement] = []
    problems: list[Problem] = []
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        for node in root.elements("dependencies"):
            if isinstance(node.value, str):
                requirements.extend(_conda(node.value, node.line, scope))
            for item in node.elements("pip"):
                _pip(document.path, item, scope, requirements, problems)
    return Dependencies(requirements=tuple(requirements), problems=tuple(problems))


def _conda(text: str, line: int, scope: Scope) -> list[Requirement]:
    found = _SPEC.fullmatch(text.strip())
    if not found:
        return []
    constraint = found[2].strip()
    # "=1.2" is any 1.2.x; "==1.2" and "=1.2.3=build" name one version.
    exact = re.fullmatch(r"==\s*(\d[\w.!+]*)|=\s*(\d[\w.!+]*)=[^=]+|(?<=\s)?(\d[\w.!+]*)\s+\S+", constraint)
    version = next(filter(None, exact.groups()), None) if exact else None
    return [
        Requirement(
            ecosystem="conda",
            name=found[1].lower(),
            line=line,
            scope=scope,
            version=version,
            constraint=constraint or None,
        )
    ]


def _pip(path: str, node: Node, scope: Scope, requirements: list[Requirement], problems: list[Problem]) -> None:
    if not isinstance(node.value, str) or node.value.lstrip().startswith("-"):
        return
    try:
        found = read_requirement(node.value.partition(" #")[0], node.line, scope)
    except ValueError as error:
        problems.append(bad_manifest(path, f"no requirement: {error}", node.line))
        return
    if found is not None:
        requirements.append(found)
