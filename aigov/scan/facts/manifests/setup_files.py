"""setup.cfg and setup.py, read and never run."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace

from aigov.model import Problem, Scope
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import Dependencies, Requirement, bad_manifest, group_scope, manifest_scope
from aigov.scan.files import Document

CFG_KIND = "setup.cfg"
PY_KIND = "setup.py"

_SECTION = re.compile(r"\[([^\]]+)\]\s*(?:[#;].*)?$")
_KEY = re.compile(r"([^=:\s](?:[^=:]*[^=:\s])?)\s*[=:]\s*(.*)$")
_CFG_GROUPS = {"install_requires": "", "tests_require": "test", "setup_requires": "build"}


def wants_cfg(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "setup.cfg"


def wants_py(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "setup.py"


def read_cfg(document: Document) -> Dependencies:
    """``install_requires`` and its kin of ``[options]``, and ``[options.extras_require]``."""
    stated = [
        (text, line, _CFG_GROUPS.get(key, "") if section == "options" else key, section != "options")
        for section, key, text, line in _cfg_values(document.data.decode("utf-8", "replace"))
        if (section == "options" and key in _CFG_GROUPS) or section == "options.extras_require"
    ]
    return _requirements(document.path, stated)


def _cfg_values(text: str) -> Iterator[tuple[str, str, str, int]]:
    """(section, key, one line of the value, its line number)."""
    section = key = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if raw[0].isspace() and key:
            yield section, key, line, number
        elif found := _SECTION.match(raw):
            section, key = found[1].strip(), ""
        elif found := _KEY.match(raw):
            key = found[1].strip()
            if found[2]:
                yield section, key, found[2].strip(), number


def read_py(document: Document) -> Dependencies:
    """Literal lists given to ``setup(…)``, directly or through names assigned in the same file.

    :raises SyntaxFault: not Python that this interpreter can parse.
    """
    try:
        with warnings.catch_warnings():
            # Somebody else's odd escapes are not the user's to read about.
            warnings.simplefilter("ignore")
            tree = ast.parse(document.data)
    except SyntaxError as error:
        raise SyntaxFault(f"not Python 3: {error.msg}", error.lineno) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxFault("not Python that can be parsed") from error
    names = {
        target.id: statement.value
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    stated: list[tuple[str, int, str, bool]] = []
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and _called(call) == "setup"):
            continue
        for keyword in call.keywords:
            if keyword.arg in _CFG_GROUPS:
                group = _CFG_GROUPS[keyword.arg]
                stated.extend((text, line, group, False) for text, line in _strings(keyword.value, names))
            elif keyword.arg == "extras_require":
                stated.extend(_extras(keyword.value, names))
    return _requirements(document.path, stated)


def _called(call: ast.Call) -> str | None:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def _extras(value: ast.expr, names: Mapping[str, ast.expr]) -> Iterator[tuple[str, int, str, bool]]:
    value = names.get(value.id, value) if isinstance(value, ast.Name) else value
    if isinstance(value, ast.Dict):
        for key, item in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield from ((text, line, str(key.value), True) for text, line in _strings(item, names))


def _strings(value: ast.expr, names: Mapping[str, ast.expr], depth: int = 0) -> Iterator[tuple[str, int]]:
    """String constants of a list, of a sum of lists, or of a name that stands for one."""
    if depth > 20:
        return
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        for offset, line in enumerate(value.value.splitlines()):
            if line.strip() and not line.strip().startswith("#"):
                yield line.strip(), value.lineno + offset
    elif isinstance(value, (ast.List, ast.Tuple, ast.Set)):
        for item in value.elts:
            yield from _strings(item, names, depth + 1)
    elif isinstance(value, ast.BinOp):
        yield from _strings(value.left, names, depth + 1)
        yield from _strings(value.right, names, depth + 1)
    elif isinstance(value, ast.Starred):
        yield from _strings(value.value, names, depth + 1)
    elif isinstance(value, ast.Name) and value.id in names:
        yield from _strings(names[value.id], names, depth + 1)


def _requirements(path: str, stated: list[tuple[str, int, str, bool]]) -> Dependencies:
    """Requirements of (text, line, group, optional) rows."""
    path_scope = manifest_scope(path)
    requirements: list[Requirement] = []
    problems: list[Problem] = []
    for text, line, group, optional in stated:
        scope: Scope = group_scope(group.partition(":")[0], path_scope)
        try:
            found = read_requirement(text, line, scope)
        except ValueError as error:
            # "file: requirements.txt" is read as that file.
            if not text.startswith("file:"):
                problems.append(bad_manifest(path, f"no requirement: {error}", line))
            continue
        if found is not None:
            requirements.append(replace(found, optional=optional))
    return Dependencies(requirements=tuple(requirements), problems=tuple(problems))
