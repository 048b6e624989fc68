"""CocoaPods: Podfile, podspecs and Podfile.lock (https://guides.cocoapods.org/syntax/podfile.html)."""

from __future__ import annotations

import re

from aigov.model import Scope
from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, group_scope, manifest_scope
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

SCRIPT_KIND = "podfile"
LOCK_KIND = "Podfile.lock"

_POD = re.compile(
    r"""\s*(?:pod|\w+\.(?:\w+\.)?dependency)\s*(?:\(\s*)?["'](?P<name>[\w.+-]+)(?:/[^"']*)?["'](?P<rest>[^\n]*)"""
)
_VERSION = re.compile(r"""^\s*,\s*["']([^"']*)["']""")
_TARGET = re.compile(r"""\s*(?:abstract_)?target\s*(?:\(\s*)?["']([^"']+)["']""")
_BLOCK = re.compile(r"\bdo\b\s*(?:\|[^|\n]*\|)?\s*$|^\s*(?:if|unless|def|case)\b")
_LOCKED = re.compile(r"([\w.+-]+)(?:/\S+)?(?: \(([^)\s]+)\))?")


def wants_script(path: str) -> bool:
    """Podfile and pod specifications."""
    return path.rpartition("/")[2] == "Podfile" or path.endswith(".podspec")


def wants_lock(path: str) -> bool:
    """The file by its name; the copy in ``Pods`` is called Manifest.lock."""
    return path.rpartition("/")[2] == "Podfile.lock"


def read_script(document: Document) -> Dependencies:
    """Pods that are named by a literal, without folders of the tree; those of a test target are for tests."""
    script = ScriptText(document.data, hashes=True)
    path_scope = manifest_scope(document.path)
    rows: list[Requirement] = []
    blocks: list[str] = []
    for number, line in enumerate(script.text.splitlines(), 1):
        found = _POD.match(line)
        if found and not re.search(r":path\s*=>|\bpath:", found["rest"]):
            version = _VERSION.match(found["rest"])
            constraint = version[1].strip() if version else ""
            rows.append(
                Requirement(
                    ecosystem="cocoapods",
                    name=found["name"],
                    line=number,
                    scope=_scope(blocks, path_scope),
                    version=exact_version("cocoapods", constraint),
                    constraint=constraint or None,
                )
            )
        if _BLOCK.search(line):
            target = _TARGET.match(line)
            blocks.append(target[1] if target else "")
        elif re.match(r"\s*end\b", line) and blocks:
            blocks.pop()
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """PODS with what each of them needs; DEPENDENCIES lists the direct ones.

    :raises SyntaxFault: not YAML.
    """
    rows: dict[str, tuple[str, int, set[str]]] = {}
    asked: set[str] = set()
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        for item in root.elements("DEPENDENCIES"):
            if named := _LOCKED.match(item.text() or ""):
                asked.add(named[1])
        for item in root.elements("PODS"):
            heads = [(key, node.line, node.elements()) for key, node in item.members().items()]
            for head, line, needs in heads or [(item.text() or "", item.line, [])]:
                pod = _LOCKED.match(head)
                if pod and pod[2]:
                    needed = rows.setdefault(pod[1], (pod[2], line, set()))[2]
                    names = (_LOCKED.match(need.text() or "") for need in needs)
                    needed.update(name[1] for name in names if name and name[1] != pod[1])
    return Dependencies(
        locked=tuple(
            Locked(
                ecosystem="cocoapods",
                name=name,
                version=version,
                line=line,
                direct=name in asked,
                requires=frozenset(needs),
            )
            for name, (version, line, needs) in rows.items()
        )
    )


def _scope(blocks: list[str], path_scope: Scope) -> Scope:
    for target in blocks:
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", target)
        if group_scope(words, path_scope) == "test":
            return "test"
    return path_scope
