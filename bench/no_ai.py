"""Packages that do not use AI: a scan of each must find no use in what runs (scope ``app`` and ``build``).

python bench/no_ai.py FOLDER [--allow NAME:SLUG …]

Each folder in FOLDER is one unpacked package. Exits 1 when anything is found. ``--allow NAME:SLUG`` names a use that is
really there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aigov import pipeline

_SCOPES = ("app", "build")


def findings(package: Path, allowed: frozenset[str]) -> list[str]:
    """What a scan claims of the package, a line each."""
    inventory = pipeline.scan(package)
    rows = [(use.file, use.line, f"use {use.name}", use.scope, use.name) for use in inventory.uses]
    rows += [(m.file, m.line, f"model {m.model}", m.scope, m.provider) for m in inventory.models]
    rows += [(e.file, e.line, f"endpoint {e.url}", e.scope, e.provider) for e in inventory.endpoints]
    return [
        f"{package.name}/{file}:{line}: {what}"
        for file, line, what, scope, slug in sorted(rows)
        if scope in _SCOPES and f"{package.name}:{slug}" not in allowed
    ]


def main() -> int:
    """Scan every package and print what was invented."""
    parser = argparse.ArgumentParser(description="No use of AI may be found in packages that have none.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="folder of unpacked packages")
    parser.add_argument("--allow", action="append", default=[], metavar="NAME:SLUG", help="a use that is really there")
    options = parser.parse_args()
    inside = (path for folder in options.folders if folder.is_dir() for path in folder.iterdir())
    packages = sorted(path for path in inside if any(item.is_file() for item in path.rglob("*")))
    if not packages:
        print("no unpacked package found", file=sys.stderr)
        return 2
    invented = 0
    for package in packages:
        found = findings(package, frozenset(options.allow))
        invented += len(found)
        print(f"{package.name}: {len(found) or 'nothing'} found")
        for line in found:
            print(f"  {line}")
    print(f"{len(packages)} packages, {invented} found where there is none")
    return 1 if invented else 0


if __name__ == "__main__":
    sys.exit(main())
