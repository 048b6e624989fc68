"""Jobs of Nomad and builds of Packer: the images, commands and variables of their tasks, the scripts of provisioners.

https://developer.hashicorp.com/nomad/docs/job-specification, https://developer.hashicorp.com/packer/docs/provisioners
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "job"

_WANTED = re.compile(
    r"(?:.*/)?[\w.-]+\.(?:nomad(?:\.hcl)?|pkr\.hcl|nomad\.(?:tpl|j2)|hcl\.tmpl)|(?:.*/)?(?:nomad|packer|jobs)/.+\.hcl",
    re.IGNORECASE,
)
_STRING = r"\"((?:[^\"\\]|\\.)*)\""
_SETS = re.compile(rf"(?<![\w.-])([A-Za-z_][\w.-]*)\"?\s*[=:]\s*{_STRING}")
_INLINE = re.compile(rf"\b(\w+)\s*=\s*{_STRING}")
_LIST = re.compile(r"\s*(args|inline|command|entrypoint|run)\s*=\s*\[")
_ITEM = re.compile(_STRING)
_HEREDOC = re.compile(r"<<-?\"?(\w+)\"?\s*$")
_ENTRY = re.compile(r"\s*(?:export\s+)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*=\s*(.*)")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")


def wants(path: str) -> bool:
    """``ollama.nomad``, ``ollama.nomad.hcl``, ``gpu.pkr.hcl``."""
    return path.endswith((".hcl", ".nomad", ".tpl", ".j2", ".tmpl")) and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the tasks of jobs run and set, and what provisioners install."""
    if not document.candidate and b"install" not in document.data:
        return Findings()
    scope = manifest_scope(document.path)
    reader = _Reader(ContainerRows(document.path, "container", scope, catalogue))
    reader.read(document.data.decode("utf-8", "replace").splitlines())
    named = read_variables(document.path, reader.variables, how="container", scope=scope, catalogue=catalogue)
    return merge([reader.rows.findings(), named])


class _Reader:
    def __init__(self, rows: ContainerRows) -> None:
        self.rows = rows
        self.variables: list[Variable] = []
        self._served: Entry | None = None

    def read(self, lines: list[str]) -> None:
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.lstrip().startswith(("#", "//")):
                at += 1
            elif opened := _HEREDOC.search(line):
                at = self._text(lines, at + 1, opened[1])
            elif listed := _LIST.match(line):
                at = self._list(lines, at, listed[1])
            else:
                for name, value in _SETS.findall(line) or _INLINE.findall(line):
                    self._set(name, value, at + 1)
                at += 1

    def _set(self, name: str, value: str, line: int) -> None:
        if name == "image":
            self._served = self.rows.image(value, line)
        elif name == "command":
            self.rows.script(value, line)
        elif _VARIABLE.fullmatch(name):
            self.variables.append(Variable(name=name, value=value, line=line))

    def _text(self, lines: list[str], at: int, end: str) -> int:
        """A template or a script up to the line that ends it."""
        start = at
        while at < len(lines) and lines[at].strip() != end:
            if found := _ENTRY.match(lines[at]):
                self.variables.append(Variable(name=found[1], value=found[2].strip().strip("\"'"), line=at + 1))
            at += 1
        self.rows.script("\n".join(lines[start:at]), start + 1)
        return at + 1

    def _list(self, lines: list[str], at: int, name: str) -> int:
        """The words of a command, or the scripts of ``inline``, up to the bracket that closes them."""
        words: list[tuple[str, int]] = []
        start = at
        while at < len(lines):
            words += [(found.replace('\\"', '"'), at + 1) for found in _ITEM.findall(lines[at])]
            at += 1
            if "]" in _ITEM.sub("", lines[at - 1]):
                break
        if name == "inline":
            for script, line in words:
                self.rows.script(script, line)
        elif words:
            self.rows.command([word for word, _ in words], start + 1, self._served)
        return at
