"""Scripts of shells, and files that hold their commands: Makefiles, justfiles, Procfiles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.command_rows import CommandRows, mentions_program
from aigov.scan.facts.manifests.console_script import read_batch, read_powershell
from aigov.scan.facts.manifests.shell_script import Script, read_script
from aigov.scan.facts.manifests.variables import Variable
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "shell"
POWERSHELL_KIND = "powershell"
BATCH_KIND = "batch"
MAKE_KIND = "makefile"
KINDS = frozenset((KIND, POWERSHELL_KIND, BATCH_KIND, MAKE_KIND))

_SHELL = re.compile(r".*\.(?:sh|bash|zsh|fish|ksh)(?:\.(?:example|sample|template|tmpl))?", re.IGNORECASE)
_POWERSHELL = re.compile(r".*\.(?:ps1|psm1|psd1)", re.IGNORECASE)
_BATCH = re.compile(r".*\.(?:bat|cmd)", re.IGNORECASE)
_MAKE = re.compile(
    r"(?:.*/)?(?:(?:GNU|BSD)?makefile(?:[.-](?!am$|in$)[\w.-]+)?|[\w.-]*\.mk|\.?justfile(?:\.[\w-]+)?|[\w.-]+\.just"
    r"|procfile(?:\.[\w-]+)?)",
    re.IGNORECASE,
)
_MAKE_ASSIGNS = re.compile(r"\s*(?:export\s+|override\s+|set\s+)*([A-Za-z_]\w*)\s*[?:+!]{0,3}=\s*(.*)")
_MAKE_READS = re.compile(r"\$[({](\w+)[)}]|env(?:_var(?:_or_default)?)?\(\s*[\"'](\w+)[\"']")
_PROCESS = re.compile(r"([A-Za-z][\w-]*):\s*(.*)")
_FISH_SETS = re.compile(r"^(\s*)set\s+(?:-\w+\s+)+([A-Za-z_]\w*)\s+(.*)$", re.MULTILINE)


def wants_shell(path: str) -> bool:
    """By name; scripts without one are told by their first line (``kinds.toml``)."""
    return _SHELL.fullmatch(path) is not None


def wants_powershell(path: str) -> bool:
    """PowerShell's scripts, modules and manifests."""
    return _POWERSHELL.fullmatch(path) is not None


def wants_batch(path: str) -> bool:
    """Batch files."""
    return _BATCH.fullmatch(path) is not None


def wants_make(path: str) -> bool:
    """Makefiles, justfiles and Procfiles."""
    return _MAKE.fullmatch(path) is not None


def read_shell(document: Document, catalogue: Catalogue) -> Findings:
    """What the commands, variables and addresses of a script use."""
    text = _FISH_SETS.sub(r"\1export \2=\3", _text(document)) if document.path.endswith(".fish") else _text(document)
    return _rows(document, catalogue, lambda: read_script(text))


def read_power(document: Document, catalogue: Catalogue) -> Findings:
    """What the commands, variables and addresses of a PowerShell script use."""
    return _rows(document, catalogue, lambda: read_powershell(_text(document)))


def read_cmd(document: Document, catalogue: Catalogue) -> Findings:
    """What the commands, variables and addresses of a batch file use."""
    return _rows(document, catalogue, lambda: read_batch(_text(document)))


def read_make(document: Document, catalogue: Catalogue) -> Findings:
    """What the recipes and variables of a Makefile, a justfile or a Procfile use."""
    return _rows(document, catalogue, lambda: _make(_text(document), document.path.lower().rpartition("/")[2]))


def _text(document: Document) -> str:
    return document.data.decode("utf-8", "replace")


def _rows(document: Document, catalogue: Catalogue, read: Callable[[], Script]) -> Findings:
    if not document.candidate and not mentions_program(document.data, catalogue):
        return Findings()
    rows = CommandRows(document.path, scope_of(document.path), catalogue)
    rows.script(read())
    return rows.findings()


def _make(text: str, name: str) -> Script:
    """Recipes as a shell script of as many lines, so that every command keeps its place."""
    lines: list[str] = []
    assignments: list[Variable] = []
    reads: list[tuple[str, int]] = []
    for number, raw in enumerate(text.splitlines(), 1):
        reads += [
            (found[1] or found[2], number) for found in _MAKE_READS.finditer(raw) if not raw.lstrip().startswith("#")
        ]
        indented = raw[:1] in ("\t", " ")
        if name.startswith("procfile") and (process := _PROCESS.fullmatch(raw)):
            lines.append(process[2])
        elif indented or (lines and lines[-1].endswith("\\")):
            lines.append(_recipe(raw, continued=bool(lines) and lines[-1].endswith("\\")))
        else:
            lines.append("")
            if assigned := _MAKE_ASSIGNS.fullmatch(raw):
                value = _MAKE_READS.sub(lambda found: f"${{{found[1] or found[2]}}}", assigned[2].strip().strip("\"'"))
                assignments.append(Variable(name=assigned[1], value=value, line=number))
    script = Script()
    script.values.update({one.name: [one.value] for one in reversed(assignments) if "$" not in one.value})
    read = read_script("\n".join(lines))
    read.values = {**script.values, **read.values}
    read.assignments = [*assignments, *read.assignments]
    read.reads = [*reads, *read.reads]
    return read


def _recipe(raw: str, *, continued: bool) -> str:
    line = raw.strip() if continued else re.sub(r"^[@+-]+", "", raw.strip())
    line = re.sub(r"\$\((\w+)\)", r"${\1}", line)
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", r"${\1}", line).replace("$$", "$")
