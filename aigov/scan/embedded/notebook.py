"""Jupyter notebooks (``*.ipynb``): their code cells as one program, and the commands that they run.

The format is https://nbformat.readthedocs.io/en/latest/format_description.html (``cells`` since version 4,
``worksheets`` before). What stands behind ``%`` and ``!`` is IPython's
(https://ipython.readthedocs.io/en/stable/interactive/magics.html): commands of a shell are kept apart, other magics
blanked. Outputs and prose are never read as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aigov.scan.embedded import Projection, Unprojectable
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault

_LANGUAGES = {
    "python": "python",
    "ipython": "python",
    "javascript": "javascript",
    "typescript": "typescript",
    "go": "go",
    "java": "java",
    "kotlin": "kotlin",
    "scala": "scala",
    "c#": "csharp",
    "csharp": "csharp",
    "rust": "rust",
    "ruby": "ruby",
    "php": "php",
    "swift": "swift",
}
"""Names that kernels give their language -> language of ``facts/languages``."""

_SHELLS = re.compile(r"%%(?:bash|sh|system|!|script\s+(?:\S*/)?(?:bash|sh|zsh))(?:\s|$)|%%!")
_STAYS_CODE = re.compile(
    r"%%(?:time|timeit|capture|prun|memit|mprun|lprun|snakeviz|pyinstrument|python3?|px|debug)(?:\s|$)"
)
_ASSIGNED = re.compile(r"(\s*[A-Za-z_][\w, ]*=\s*)([!%])(?=\w|\{)(.*)", re.DOTALL)
_COMMAND = re.compile(r"(\s*)!{1,2}(?=[\w./{$~\"'(@-])(.*)", re.DOTALL)
_MAGIC = re.compile(r"(\s*)%(\w+)(?:\s+(.*))?", re.DOTALL)
_PLAIN_COMMAND = re.compile(r"\s*((?:pip3?|conda|mamba|uv pip)\s+(?:install|add)\s.*)", re.DOTALL)
_HELP = re.compile(r"\s*(?:\?{1,2}\s*[\w.*]+|%?[\w.*]+\?{1,2})\s*")
_INSTALLERS = ("pip", "pip3", "conda", "mamba", "micromamba", "uv")
_RUNS_CODE = ("time", "timeit", "prun", "memit")
_OPTIONS = re.compile(r"(?:-\w+(?:\s+\d+)?\s+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """What a notebook runs. ``code``, ``shell`` and ``places`` have one element for each line."""

    language: str | None
    """As ``facts/languages`` names it; None where nothing reads the kernel's language."""
    kernel: str
    """As the notebook names it."""
    code: tuple[str, ...]
    shell: tuple[str, ...]
    """The command of the line, empty where it has none."""
    places: tuple[tuple[int, int], ...]
    """Line in the file and number of the cell, both 1-based; of the cells all are counted, as a reader does."""


def project(data: bytes, path: str) -> Projection | None:
    """The code cells of one notebook, one after the other."""
    try:
        notebook = read_notebook(data)
    except SyntaxFault as fault:
        raise Unprojectable("no notebook") from fault
    if not any(notebook.code):
        return None
    if notebook.language is None:
        raise Unprojectable(f"a notebook of {notebook.kernel[:40]}")
    text = "\n".join(notebook.code) + "\n"
    return Projection(language=notebook.language, text=text.encode("utf-8", "replace"), places=notebook.places)


def read_notebook(data: bytes) -> Notebook:
    """The cells of a notebook.

    :raises SyntaxFault: it is no JSON, or no notebook.
    """
    root = parse_json(data.decode("utf-8", "replace"))
    if not isinstance(root.value, dict):
        raise SyntaxFault("not a notebook", 1)
    kernel = _kernel(root)
    language = _LANGUAGES.get(kernel.lower().removeprefix(".net (").rstrip(")"))
    code: list[str] = []
    shell: list[str] = []
    places: list[tuple[int, int]] = []
    for number, cell in enumerate(_cells(root), 1):
        if _text(_member(cell, "cell_type")) != "code":
            continue
        lines = list(_lines(_member(cell, "source") or _member(cell, "input")))
        texts = [text for text, _ in lines]
        kept, commands = _split(texts) if language == "python" else (texts, [""] * len(texts))
        code += kept
        shell += commands
        places += [(line, number) for _, line in lines]
    return Notebook(language=language, kernel=kernel, code=tuple(code), shell=tuple(shell), places=tuple(places))


def _member(node: Node | None, name: str) -> Node | None:
    return node.value.get(name) if node is not None and isinstance(node.value, dict) else None


def _text(node: Node | None) -> str:
    return node.value if node is not None and isinstance(node.value, str) else ""


def _kernel(root: Node) -> str:
    metadata = _member(root, "metadata")
    return (
        _text(_member(_member(metadata, "language_info"), "name"))
        or _text(_member(_member(metadata, "kernelspec"), "language"))
        or _text(_member(_member(metadata, "application/vnd.databricks.v1+notebook"), "language"))
        or "python"
    )


def _cells(root: Node) -> Iterator[Node]:
    holders = [root]
    sheets = _member(root, "worksheets")
    if sheets is not None and isinstance(sheets.value, list):
        holders += sheets.value
    for holder in holders:
        cells = _member(holder, "cells")
        if cells is not None and isinstance(cells.value, list):
            yield from cells.value


def _lines(source: Node | None) -> Iterator[tuple[str, int]]:
    """The lines of a cell, each with the line of the file on which it begins."""
    if source is None:
        return
    parts = source.value if isinstance(source.value, list) else [source]
    held, at = "", 0
    for part in parts:
        text = _text(part)
        if not held:
            at = part.line
        *whole, rest = text.split("\n")
        for line in whole:
            yield (held + line).rstrip("\r"), at
            held, at = "", part.line
        held += rest
    if held:
        yield held, at


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """The Python of a cell, and its commands; each as many lines as the cell has."""
    first = next((line for line in lines if line.strip()), "").strip()
    if _SHELLS.match(first):
        at = next(index for index, line in enumerate(lines) if line.strip())
        return [""] * len(lines), [""] * (at + 1) + lines[at + 1 :]
    if first.startswith("%%") and not _STAYS_CODE.match(first):
        return [""] * len(lines), [""] * len(lines)
    code: list[str] = []
    shell: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on:
            kept, command = "", line
        else:
            kept, command = _line(line)
        goes_on = bool(command) and command.rstrip().endswith("\\")
        code.append(kept)
        shell.append(command)
    return code, shell


def _line(line: str) -> tuple[str, str]:
    """The Python of one line, and its command."""
    stripped = line.lstrip()
    if found := _ASSIGNED.fullmatch(line):
        command = found[3] if found[2] == "!" else ""
        return f"{found[1]}None", _spelled(command)
    if stripped.startswith("!") and (found := _COMMAND.fullmatch(line)):
        return f"{found[1]}pass", _spelled(found[2])
    if stripped.startswith("%") and not stripped.startswith("%%") and (found := _MAGIC.fullmatch(line)):
        return _magic(found[1], found[2], found[3] or "")
    if stripped.startswith("%%") or ("?" in stripped and _HELP.fullmatch(line)):
        return "", ""
    if found := _PLAIN_COMMAND.fullmatch(line):
        return "", _spelled(found[1])
    return line, ""


def _magic(indent: str, name: str, rest: str) -> tuple[str, str]:
    if name in _INSTALLERS:
        return f"{indent}pass", f"{name} {rest}"
    if name in ("sx", "system"):
        return f"{indent}pass", _spelled(rest)
    if name in ("env", "set_env") and (found := re.fullmatch(r"(\w+)(?:\s*=\s*|\s+)(.*)", rest)):
        return f"{indent}pass", f"export {found[1]}={found[2]}"
    if name in _RUNS_CODE:
        return indent + _OPTIONS.sub("", rest, count=1), ""
    if name in ("load_ext", "reload_ext") and re.fullmatch(r"[A-Za-z_][\w.]*\s*", rest):
        return f"{indent}import {rest}", ""
    return f"{indent}pass", ""


def _spelled(command: str) -> str:
    """A command with the interpreter that IPython would fill in."""
    return re.sub(r"[\"']?\{\s*sys\.executable\s*\}[\"']?", "python", command)
