#!/usr/bin/env python3
"""Compares the catalogue's packages, imports, constructors and methods with what the SDKs' own sources declare.

    scripts/verify_symbols.py --language csharp [--sources DIR] [--fetch] [--missing] [--all] [ENTRY ...]

Each rule is printed with the package and version that has it, or with NOT FOUND; a rule that names an argument that no
form of the symbol has, with what is doubted. ``scripts/verify/<language>.toml`` says which sources there are. The
network is used with ``--fetch`` only. The exit code is 1 if a rule was not found or is doubted, 2 if nothing could be
looked at.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from verify.ecosystems import ECOSYSTEMS, Reader
from verify.rules import Verdict, check
from verify.symbols import Declared, Index
from verify.trees import NotThereError, Source, open_source, sources

from aigov.catalogue.loader import load_catalogue

DEFAULT_SOURCES = Path.home() / ".cache" / "aigov" / "sdk-sources"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line: prints the verdicts, and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", required=True, choices=sorted(ECOSYSTEMS))
    parser.add_argument("--sources", type=Path, default=DEFAULT_SOURCES, help="folder of clones and jars of sources")
    parser.add_argument("--fetch", action="store_true", help="fetch the sources that are missing")
    parser.add_argument("--all", action="store_true", help="list the entries without any source, too")
    parser.add_argument("--missing", action="store_true", help="print only what was not found or is doubted")
    parser.add_argument("entries", nargs="*", metavar="ENTRY")
    options = parser.parse_args(arguments)

    options.sources.mkdir(parents=True, exist_ok=True)
    reader = ECOSYSTEMS[options.language]
    rows = sources(options.language)
    wanted = set(options.entries) or {entry for row in rows for entry in row.entries}
    symbols: dict[str, list[Declared]] = {}
    for row in rows:
        if wanted.isdisjoint(row.entries):
            continue
        try:
            declared = list(_declared(row, reader, options.sources, options.fetch))
        except NotThereError as error:
            print(f"not looked at: {row.package}: {error}", file=sys.stderr)
            continue
        for id in row.entries:
            symbols.setdefault(id, []).extend(declared)
    if not symbols:
        print("no source could be looked at", file=sys.stderr)
        return 2

    verdicts: list[Verdict] = []
    for entry in load_catalogue().entries.values():
        if entry.id in symbols and entry.id in wanted:
            index = Index(symbols[entry.id], reader.SEPARATOR, reader.SETTERS)
            verdicts.extend(check(entry, reader.LANGUAGES, reader.REGISTRIES, index))
        elif options.all:
            verdicts.extend(
                check(entry, reader.LANGUAGES, reader.REGISTRIES, Index([], reader.SEPARATOR, reader.SETTERS))
            )
    for verdict in verdicts:
        if verdict.origin is None or verdict.doubts or not options.missing:
            print(_line(verdict))
    missing = sum(verdict.origin is None for verdict in verdicts)
    doubted = sum(bool(verdict.doubts) for verdict in verdicts)
    print(f"{len(verdicts)} rules: {missing} not found, {doubted} with doubted arguments")
    return 1 if missing or doubted else 0


def _declared(row: Source, reader: Reader, folder: Path, fetch: bool) -> Iterator[Declared]:
    version, files = open_source(row, folder, reader.wants, fetch)
    origin = f"{row.package} {version}"
    for path, source in files:
        for symbol in reader.read(path, source):
            if row.prefix and symbol.kind != "package":
                symbol = replace(symbol, name=_below(row.prefix, symbol.name))
            yield Declared(symbol, origin)


def _below(prefix: str, name: str) -> str:
    return f"{prefix}{name if not name or name.startswith(('.', '/', ':')) else f'.{name}'}"


def _line(verdict: Verdict) -> str:
    state = "NOT FOUND" if verdict.origin is None else "doubt" if verdict.doubts else "found"
    parts = [f"{state:9}", verdict.entry, verdict.kind, verdict.rule]
    if verdict.doubts:
        parts.append(f"[no such argument: {'; '.join(verdict.doubts)}]")
    if verdict.arguments:
        parts.append(f"({'; '.join(verdict.arguments)})")
    if verdict.origin:
        parts.append(f"<- {verdict.origin}")
    return " ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
