"""Go's go.mod, go.work and go.sum (https://go.dev/ref/mod)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.manifests.records import Dependencies, Locked, Requirement, manifest_scope
from aigov.scan.files import Document

MOD_KIND = "go.mod"
SUM_KIND = "go.sum"

_INDIRECT = re.compile(r"//\s*indirect\b")
_SUM = re.compile(r"(\S+) (v[^\s/]+) h1:\S+\s*")


def wants_mod(path: str) -> bool:
    """The module file. A workspace (go.work) names folders of the tree alone, beside replacements."""
    return path.rpartition("/")[2] in ("go.mod", "go.work")


def wants_sum(path: str) -> bool:
    """The checksums of what was downloaded."""
    return path.rpartition("/")[2] in ("go.sum", "go.work.sum")


def read_mod(document: Document) -> Dependencies:
    """Required modules, each at the version and under the name that a ``replace`` gives it.

    A module that ``replace`` takes from a folder of the tree is first-party. Lines that are no directive are passed
    over: the go command reports them.
    """
    scope = manifest_scope(document.path)
    required: list[tuple[int, str, str, bool]] = []
    tools: set[str] = set()
    replaced: dict[tuple[str, str], tuple[str, str]] = {}
    for number, verb, words, comment in _directives(document.data.decode("utf-8", "replace")):
        if verb == "require" and len(words) == 2:
            required.append((number, words[0], words[1], bool(_INDIRECT.match(comment))))
        elif verb == "tool" and words:
            tools.add(words[0])
        elif verb == "replace" and "=>" in words:
            arrow = words.index("=>")
            old, new = [*words[:arrow], "", ""][:2], [*words[arrow + 1 :], "", ""][:2]
            replaced[old[0], old[1]] = (new[0], new[1])
    rows = []
    for number, name, version, indirect in required:
        new_name, new_version = replaced.get((name, version)) or replaced.get((name, "")) or (name, version)
        if new_name.startswith(("./", "../", "/")):
            continue
        is_tool = indirect and any(tool == name or tool.startswith(f"{name}/") for tool in tools)
        rows.append(
            Requirement(
                ecosystem="golang",
                name=new_name,
                line=number,
                scope="build" if is_tool and scope == "app" else scope,
                version=new_version or None,
                constraint=new_version or None,
                direct=not indirect or is_tool,
            )
        )
    return Dependencies(requirements=tuple(rows))


def read_sum(document: Document) -> Dependencies:
    """Modules whose content was checked; those of which only the go.mod was read (``v1.0.0/go.mod``) are not built.

    Nobody asks for what a workspace's own file (``go.work.sum``) lists: it is what no ``go.sum`` of a member has.
    """
    rows = []
    direct = False if document.path.endswith("go.work.sum") else None
    for number, line in enumerate(document.data.decode("utf-8", "replace").splitlines(), 1):
        if found := _SUM.fullmatch(line):
            rows.append(
                Locked(
                    ecosystem="golang",
                    name=found[1],
                    version=found[2],
                    line=number,
                    direct=direct,
                    ranges=frozenset((found[2],)),
                )
            )
    return Dependencies(locked=tuple(rows))


def _directives(text: str) -> Iterator[tuple[int, str, list[str], str]]:
    """(line, verb, words, comment), with the verb of its block for each line of one."""
    block = ""
    for number, raw in enumerate(text.splitlines(), 1):
        code, slashes, comment = raw.partition("//")
        words = [word.strip('"`') for word in code.split()]
        if not words:
            continue
        if words[0] == ")":
            block = ""
        elif words[-1] == "(":
            block = words[0]
        elif block:
            yield number, block, words, slashes + comment
        else:
            yield number, words[0], words[1:], slashes + comment
