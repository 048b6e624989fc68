#!/usr/bin/env python3
"""Compares the agent, tool and observer rules of Python and JavaScript with what published packages declare.

    scripts/verify_agents.py [--packages DIR] [--fetch] [--missing] [--names npm=FILE] [--names pypi=FILE]

DIR holds wheels, sdists and npm tarballs; ``--fetch`` lays down those of ``scripts/verify/agents.toml`` that are not
there (``pip download --no-deps``, ``npm pack``). Each name of a rule is printed with the package that declares it, or
with NOT FOUND; each package of a rule that proves none of its names, and each argument that no package has, as doubted.
``--names`` gives a list of a registry's names, one a line, in which the packages of MCP servers are looked up: no
registry is asked for them. The exit code is 1 if a name was not found, 2 if nothing could be looked at.
"""

from __future__ import annotations

import argparse
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from verify.published import Package, read_folder

from aigov.catalogue.loader import expand

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "aigov" / "catalogue" / "agents"
DEFAULT_PACKAGES = Path.home() / ".cache" / "aigov" / "agent-packages"
_ARGUMENTS = ("tools", "model", "name", "servers", "agents", "inner", "approval", "function", "adds", "methods")
_WAYS = ("decorators", "wrappers", "callbacks", "inits", "calls", "instrumentors", "exporters")
_LANGUAGES = {"python", "javascript"}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line: prints what was found, and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, default=DEFAULT_PACKAGES, help="folder of wheels and npm tarballs")
    parser.add_argument("--fetch", action="store_true", help="fetch the packages that are missing")
    parser.add_argument("--missing", action="store_true", help="print only what was not found or is doubted")
    parser.add_argument("--names", action="append", default=[], metavar="REGISTRY=FILE", help="names that exist")
    options = parser.parse_args(arguments)
    options.packages.mkdir(parents=True, exist_ok=True)
    if options.fetch:
        _fetch(options.packages)
    packages = read_folder(options.packages)
    _hand_on(packages)
    if not packages:
        print(f"no package in {options.packages}", file=sys.stderr)
        return 2
    lines = [
        *_rules(packages),
        *_actions(),
        *_observers(packages),
        *_servers(dict(pair.split("=", 1) for pair in options.names)),
    ]
    for line in lines:
        if not (options.missing and line.startswith("found")):
            print(line)
    missing = sum(line.startswith("NOT FOUND") for line in lines)
    print(f"{len(lines)} facts: {missing} not found, {sum(line.startswith('doubt') for line in lines)} doubted")
    return 1 if missing else 0


def _fetch(folder: Path) -> None:
    rows = tomllib.loads((ROOT / "scripts" / "verify" / "agents.toml").read_text("utf-8"))
    present = {re.sub(r"[-_.]+", "-", path.name.lower()) for path in folder.iterdir()}

    def known(name: str) -> bool:
        plain, _, version = re.sub(r"[^\w.=]+", "-", name.lower().lstrip("@")).partition("==")
        beginning = re.sub(r"[-_.]+", "-", f"{plain}-{version}")
        return any(re.match(rf"{re.escape(beginning)}\d*", found) for found in present)

    for name in filter(lambda name: not known(name), rows["pypi"]):
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, name], check=True)
    for name in filter(lambda name: not known(name), rows["npm"]):
        subprocess.run(["npm", "pack", "--silent", name], check=True, cwd=folder, stdout=subprocess.DEVNULL)


def _hand_on(packages: list[Package]) -> None:
    """Give a package what it exports of others as a whole."""
    by_name = {one.name: one for one in packages}
    for one in packages:
        for name in sorted(one.hands_on & by_name.keys()):
            one.modules.setdefault(one.name, set()).update(_names(by_name[name]))
            one.members |= by_name[name].members


def _rules(packages: list[Package]) -> Iterator[str]:
    for file in ("frameworks", "tools"):
        document: dict[str, list[dict[str, Any]]] = tomllib.loads((RULES / f"{file}.toml").read_text("utf-8"))
        for table in ("agents", "tools", "offers", "bases", "known"):
            for row in document.get(table, ()):
                if _LANGUAGES.isdisjoint(row["languages"]):
                    continue
                title = f"{file}.{table} {row.get('framework') or '/'.join(row['packages'][:2])}"
                proving = {package: _holding(packages, package) for package in row["packages"]}
                yield from _row(title, row["names"], proving)
                held = [one for found in proving.values() for one in found]
                members = set().union(*(one.members for one in held)) if held else set()
                for argument in {a for key in _ARGUMENTS for a in row.get(key, ())} | _options(row):
                    for part in re.split(r"[.|:]", argument):
                        if part not in members and not re.fullmatch(r"[#*].*|\d+", part):
                            yield f"doubt     {title}: no package has the argument {argument}"


def _actions() -> Iterator[str]:
    """The actions that are calls of Python's own library, asked of the one that runs this."""
    rows: list[dict[str, Any]] = tomllib.loads((RULES / "actions.toml").read_text("utf-8"))["actions"]
    for symbol in sorted({one for row in rows for spelled in row["symbols"] for one in expand(spelled)}):
        root, *parts = symbol.replace("()", "").split(".")
        # Go's os has names in capitals.
        if root in sys.stdlib_module_names and parts and not parts[0][:1].isupper():
            found = _in_library(root, parts)
            yield f"{'found    ' if found else 'NOT FOUND'} actions: {symbol}" + (" <- Python" if found else "")


def _in_library(module: str, parts: Sequence[str]) -> bool:
    held: object = importlib.import_module(module)
    for part in parts:
        if "*" in part:
            return any(fnmatchcase(name, part) for name in dir(held))
        if not hasattr(held, part) and isinstance(held, ModuleType):
            with suppress(ImportError):
                importlib.import_module(f"{held.__name__}.{part}")
        if not hasattr(held, part):
            return False
        held = getattr(held, part)
    return True


def _options(row: Mapping[str, Any]) -> set[str]:
    return {option["argument"] for option in row.get("options", ())}


@cache
def _made() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = tomllib.loads((ROOT / "scripts" / "verify" / "agents.toml").read_text("utf-8"))["made"]
    return rows


def _row(title: str, names: Iterable[str], proving: Mapping[str, list[Package]]) -> Iterator[str]:
    used: set[str] = set()
    made = next((listed for part, listed in _made().items() if title.endswith(part)), ())
    for name in names:
        if name in made:
            used.update(proving)
            yield f"found     {title}: {name} <- made at run time"
            continue
        origins = []
        for pattern, held in proving.items():
            origin = next((one.origin for one in held if _declares(one, pattern, name)), None)
            if origin is not None:
                used.add(pattern)
                origins.append(origin)
        yield f"found     {title}: {name} <- {', '.join(origins[:4])}" if origins else f"NOT FOUND {title}: {name}"
    for pattern, held in proving.items():
        if not held and pattern not in used:
            yield f"doubt     {title}: no package {pattern} was looked at"
        elif pattern not in used:
            yield f"doubt     {title}: the package {pattern} has none of the names"


def _observers(packages: list[Package]) -> Iterator[str]:
    document: dict[str, Any] = tomllib.loads((RULES / "observers.toml").read_text("utf-8"))
    for row in document["observers"]:
        for way in _WAYS:
            for spelled in row.get(way, ()):
                pattern, _, name = spelled.partition(":")
                yield from _row(f"observers {row['name']} {way}", (name,), {pattern: _holding(packages, pattern)})
        for module in row.get("imports", ()):
            held = [one for one in packages if module in one.modules]
            origin = held[0].origin if held else None
            yield (
                f"found     observers {row['name']}: {module} <- {origin}"
                if origin
                else (f"NOT FOUND observers {row['name']}: the module {module}")
            )
        for argument in (*row.get("off", ()), *row.get("asks", ())):
            if not any(argument in one.members or argument in _names(one) for one in packages):
                yield f"doubt     observers {row['name']}: no package has the argument {argument}"


def _servers(lists: Mapping[str, str]) -> Iterator[str]:
    known = {
        registry: {re.split(r"[\t,]", line)[0].strip().lower() for line in Path(path).read_text("utf-8").splitlines()}
        for registry, path in lists.items()
    }
    for row in tomllib.loads((RULES / "servers.toml").read_text("utf-8"))["servers"]:
        for purl in (one for spelled in row.get("packages", ()) for one in expand(spelled)):
            registry, _, name = unquote(purl).removeprefix("pkg:").partition("/")
            if registry not in known:
                continue
            pattern = re.compile(re.escape(name.lower()).replace(r"\*", ".*"))
            found = (
                re.sub(r"[._]", "-", name.lower()) in known[registry]
                or name.lower() in known[registry]
                or ("*" in name and any(map(pattern.fullmatch, known[registry])))
            )
            yield f"{'found    ' if found else 'NOT FOUND'} servers: {registry} {name}"


def _holding(packages: list[Package], pattern: str) -> list[Package]:
    """The packages that a module pattern may mean: ``google.adk`` is one of the wheel that holds ``google``."""
    whole = _glob(pattern)
    return [one for one in packages if one.below(whole)]


def _declares(package: Package, pattern: str, name: str) -> bool:
    """Whether a package declares a name, of a chain (``messages.create``) each part."""
    whole = _glob(pattern)
    *before, last = name.split(".")
    wanted = _glob(last, within=r"[^./]*")
    below = package.below(whole)
    if before:
        return all(part in package.members or any(part in names for names in below) for part in before) and any(
            wanted.fullmatch(member) for member in package.members
        )
    if any(wanted.fullmatch(found) for names in below for found in names):
        return True
    return any(wanted.fullmatch(member) for member in package.members) if below else False


def _names(package: Package) -> set[str]:
    return set().union(*package.modules.values()) if package.modules else set()


def _glob(pattern: str, within: str = ".*") -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", within))


if __name__ == "__main__":
    sys.exit(main())
