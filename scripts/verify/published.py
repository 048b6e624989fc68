"""What published packages of Python and npm declare: names and parameters by module, from wheels, sdists and tarballs.

Reading is by declaration, not by import: nothing of a package runs.
"""

from __future__ import annotations

import ast
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_MAX_FILE = 8_000_000
_NOT_CODE = re.compile(r"(?:^|/)(?:tests?|examples?|docs?|benchmarks?|node_modules|_vendor)/", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_DECLARED = re.compile(
    r"\b(?:class|function|const|let|var|interface|type|enum|namespace)\s+([A-Za-z_$][\w$]*)"
    r"|(?:^|[\s;{,])(?:readonly\s+|static\s+|async\s+|get\s+|abstract\s+|override\s+)*([A-Za-z_$][\w$]*)\??\s*[(<:=]",
    re.MULTILINE,
)
_WHOLE = re.compile(r"export\s+\*\s+from\s+[\"']([^.\"'][^\"']*)[\"']")
_EXPORTS = re.compile(r"export\s+(?:type\s+)?\{([^}]*)\}")


@dataclass(slots=True)
class Package:
    """One published package, read."""

    name: str
    """As it is imported: an npm package's name; of a wheel each top-level package is one of its own."""
    origin: str
    """Distribution and version."""
    modules: dict[str, set[str]] = field(default_factory=dict)
    """Dotted or slashed module -> names that it declares or hands on."""
    members: set[str] = field(default_factory=set)
    """Names of methods, fields and parameters, wherever they stand."""
    hands_on: set[str] = field(default_factory=set)
    """Names of packages whose exports are handed on as a whole (``export * from``)."""
    _tops: dict[str, list[str]] | None = None

    def below(self, pattern: re.Pattern[str]) -> list[set[str]]:
        """The names of the modules that a pattern means, or that lie below one that it means."""
        tops = self._tops
        if tops is None:
            tops = self._tops = {}
            for module in self.modules:
                for end in re.finditer(r"[./]|$", module):
                    tops.setdefault(module[: end.start()], []).append(module)
        found = {module for top in filter(pattern.fullmatch, tops) for module in tops[top]}
        return [self.modules[module] for module in sorted(found)]


def read_folder(folder: Path) -> list[Package]:
    """The packages of all archives in a folder, in order of file name. What was read is kept beside each archive."""
    found: list[Package] = []
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".tgz", ".whl", ".tar.gz")):
            kept = path.with_name(f"{path.name}.names.json")
            if not kept.exists():
                packages = [_npm(path)] if path.suffix == ".tgz" else _python(path)
                kept.write_text(json.dumps([_plain(one) for one in packages]), "utf-8")
            found += [
                Package(
                    name=one["name"],
                    origin=one["origin"],
                    modules={module: set(names) for module, names in one["modules"].items()},
                    members=set(one["members"]),
                    hands_on=set(one["hands_on"]),
                )
                for one in json.loads(kept.read_text("utf-8"))
            ]
    return found


def _plain(package: Package) -> dict[str, Any]:
    return {
        "name": package.name,
        "origin": package.origin,
        "modules": {module: sorted(names) for module, names in sorted(package.modules.items())},
        "members": sorted(package.members),
        "hands_on": sorted(package.hands_on),
    }


def _python(path: Path) -> list[Package]:
    stem = path.name.removesuffix(".tar.gz").removesuffix(".whl").split("-")
    origin = f"{stem[0]} {stem[1]}"
    packages: dict[str, Package] = {}
    for name, data in _entries(path):
        parts = name.removesuffix(".py").removesuffix(".pyi").split("/")
        if path.suffix != ".whl":
            parts = parts[1:]
            parts = parts[1:] if parts[:1] == ["src"] else parts
        if parts and parts[-1] == "__init__":
            parts.pop()
        if not parts or not name.endswith((".py", ".pyi")):
            continue
        package = packages.setdefault(parts[0], Package(parts[0], origin))
        names = package.modules.setdefault(".".join(parts), set())
        try:
            tree = ast.parse(data)
        except (SyntaxError, ValueError, RecursionError):
            continue
        _declare(tree, names, package.members)
    return list(packages.values())


def _declare(tree: ast.Module, names: set[str], members: set[str]) -> None:
    """Names that a module binds at its own level, however it is nested in conditions; what its classes hold."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                (names if not isinstance(node, ast.ClassDef) else members).add(child.name)
                members.add(child.name)
                if not isinstance(child, ast.ClassDef):
                    arguments = child.args
                    members.update(a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs))
            elif isinstance(child, ast.alias):
                names.add(child.asname or child.name)
            elif isinstance(child, (ast.Assign, ast.AnnAssign)):
                for target in child.targets if isinstance(child, ast.Assign) else [child.target]:
                    held = target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")
                    (members if isinstance(node, ast.ClassDef) else names).add(held)
                    members.add(held)
            elif isinstance(child, ast.Constant) and isinstance(child.value, str) and _WORD.fullmatch(child.value):
                # Tables of what is loaded when it is asked for, and keys of typed dictionaries.
                (names if isinstance(tree, ast.Module) else members).add(child.value)
            waiting.append(child)


def _npm(path: Path) -> Package:
    files = dict(_entries(path))
    manifest = json.loads(
        next(data for name, data in files.items() if name.count("/") == 1 and name.endswith("package.json"))
    )
    package = Package(manifest["name"], f"{manifest['name']} {manifest['version']}")
    typed = [name for name in files if name.endswith((".d.ts", ".d.mts", ".d.cts"))]
    for name in typed or [name for name in files if name.endswith((".js", ".mjs", ".cjs"))]:
        text = files[name].decode("utf-8", "replace")
        names = package.modules.setdefault(f"{package.name}/{name.partition('/')[2]}", set())
        for match in _DECLARED.finditer(text):
            names.add(match[1] or match[2])
        for listed in _EXPORTS.findall(text):
            names.update(word for part in listed.split(",") for word in _WORD.findall(part))
        package.members |= names
        package.hands_on.update(_WHOLE.findall(text))
    return package


def _entries(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if info.filename.endswith((".py", ".pyi")) and info.file_size < _MAX_FILE and _counts(info.filename):
                    yield info.filename, archive.read(info)
        return
    with tarfile.open(path) as archive:
        for member in archive:
            if not member.isfile() or member.size > _MAX_FILE or not _counts(member.name):
                continue
            if member.name.endswith((".py", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", "package.json")):
                held = archive.extractfile(member)
                if held is not None:
                    yield member.name, held.read()


def _counts(name: str) -> bool:
    return _NOT_CODE.search(name.partition("/")[2]) is None
