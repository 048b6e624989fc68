"""Units of systemd and the quadlets of Podman: the commands they start, the images they run, the variables they set.

https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html,
https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "unit"

_SECTION = re.compile(rb"^[ \t]*\[(?:Unit|Service|Container|Kube|Install|Pod)\]", re.MULTILINE)
_OPTION = re.compile(r"\s*([A-Za-z]+)\s*=\s*(.*)")


def wants(path: str) -> bool:
    """``ollama.service``, ``ollama.service.d/override.conf``, ``llm.container``."""
    return path.endswith((".service", ".container")) or (path.endswith(".conf") and ".service.d/" in path)


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What a unit starts, and what it sets for it."""
    if not _SECTION.search(document.data):
        return Findings()
    scope = manifest_scope(document.path)
    rows = ContainerRows(document.path, "container", scope, catalogue)
    variables: list[Variable] = []
    served = None
    for line, option, value in _options(document.data.decode("utf-8", "replace")):
        if option == "Image":
            served = rows.image(value, line)
        elif option == "Environment":
            for word in _words(value):
                name, _, set_to = word.partition("=")
                variables.append(Variable(name=name, value=set_to, line=line))
        elif option == "Exec":
            rows.command(_words(value), line, served)
        elif option.startswith("Exec"):
            rows.script(value.lstrip("-@+!:"), line)
    named = read_variables(document.path, variables, how="env", scope=scope, catalogue=catalogue)
    return merge([rows.findings(), named])


def _options(text: str) -> Iterator[tuple[int, str, str]]:
    start, joined = 0, ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line[:1] in ("#", ";") or not (line or joined):
            continue
        start = start if joined else number
        continues = line.endswith("\\")
        joined += (line[:-1] if continues else line) + " "
        if not continues:
            if found := _OPTION.fullmatch(joined.strip()):
                yield start, found[1], found[2].strip()
            joined = ""


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
