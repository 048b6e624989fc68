"""Reads ``data/<id>.toml``, ``data/indicators.toml`` and ``data/lifecycle.json`` into a ``Catalogue``.

``docs/catalogue.md`` describes the files, ``schemas/catalogue.schema.json`` checks them. The shipped files are checked
by the tests, not at each start: compiling the schema would cost as much time as reading all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from aigov.catalogue.entry import (
    Command,
    Constructor,
    Entry,
    Import,
    IndicatorEntry,
    KeyForm,
    Method,
    ModelPattern,
    Package,
    Resource,
    Sign,
    Terms,
)
from aigov.catalogue.index import Catalogue
from aigov.catalogue.lifecycle import read_lifecycle
from aigov.errors import UsageError
from aigov.resources import catalogue_dir

_INDICATORS = "indicators.toml"


@cache
def load_catalogue() -> Catalogue:
    """The shipped catalogue, read once a process."""
    folder = catalogue_dir()
    entries = [read_entry(path.stem, read_toml(path)) for path in entry_files(folder)]
    return Catalogue(entries, read_indicators(folder / _INDICATORS), read_lifecycle(folder / "lifecycle.json"))


def entry_files(folder: Path) -> list[Path]:
    """The files of a catalogue folder that hold an entry each, sorted."""
    return sorted(path for path in folder.glob("*.toml") if path.name != _INDICATORS)


def load_document(path: Path) -> dict[str, Any]:
    """What one entry file says, checked against the schema: for entries that do not ship with aigov.

    :raises UsageError: the file cannot be read, is not TOML, or breaks the schema.
    """
    from aigov.schema import violations

    document = read_toml(path)
    for violation in violations("catalogue", document, limit=1):
        raise UsageError(
            f"{violation.pointer or '/'}: {violation.message}",
            where=str(path),
            fix="docs/catalogue.md describes the fields",
        )
    return document


def read_toml(path: Path) -> dict[str, Any]:
    """One TOML file.

    :raises UsageError: it cannot be read, or is not TOML.
    """
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read: {error.strerror}", where=str(path), fix="check the path") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not TOML: {error}", where=str(path), fix="correct the file") from error


_OF_ROWS = frozenset(
    "imports packages constructors methods models signs keys commands resources terms".split()  # noqa: SIM905
)


def read_entry(id: str, document: Mapping[str, Any]) -> Entry:
    """The entry that a schema-valid document describes."""
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in document.items()
        if key
        not in {
            "imports",
            "packages",
            "constructors",
            "methods",
            "models",
            "signs",
            "keys",
            "commands",
            "resources",
            "terms",
            "makes",
        }
    }
    terms = document.get("terms")
    return Entry(
        id=id,
        imports=tuple(_imports(document.get("imports", {}))),
        packages=tuple(_packages(document.get("packages", ()))),
        constructors=tuple(_constructors(document.get("constructors", {}))),
        methods=tuple(_methods(document.get("methods", ()))),
        models=tuple(ModelPattern(**pattern) for pattern in document.get("models", ())),
        signs=tuple(Sign(**sign) for sign in document.get("signs", ())),
        keys=tuple(_keys(document.get("keys", ()))),
        commands=tuple(_commands(document.get("commands", ()))),
        resources=tuple(_resources(document.get("resources", ()))),
        terms=Terms(**_terms(terms)) if terms else None,
        makes=tuple((medium, tuple(ids)) for medium, ids in document.get("makes", {}).items()),
        **plain,
    )


def expand(spelled: str) -> Iterator[str]:
    """Brace expansion as a shell does it: ``a.{b,c}`` is ``a.b`` and ``a.c``, ``a{,.b}`` is ``a`` and ``a.b``."""
    match = re.search(r"\{([^{}]*)\}", spelled)
    if match is None:
        yield spelled
        return
    for choice in match[1].split(","):
        yield from expand(spelled[: match.start()] + choice + spelled[match.end() :])


def _imports(table: Mapping[str, list[Any]]) -> Iterator[Import]:
    for language, rules in table.items():
        for rule in rules:
            if isinstance(rule, str):
                yield Import(language=language, module=rule)
            else:
                yield Import(
                    language=language,
                    module=rule["module"],
                    names=tuple(rule.get("names", ())),
                    exclude=tuple(rule.get("exclude", ())),
                    apart_from=tuple(rule.get("apart_from", ())),
                    unless=tuple(rule.get("unless", ())),
                    generic=rule.get("generic", False),
                )


def _packages(rules: list[Any]) -> Iterator[Package]:
    for rule in rules:
        if isinstance(rule, str):
            yield Package(purl=rule)
        else:
            yield Package(purl=rule["purl"], apart_from=tuple(rule["apart_from"]))


def _constructors(table: Mapping[str, list[dict[str, Any]]]) -> Iterator[Constructor]:
    for language, rows in table.items():
        for row in rows:
            when = _conditions(row.get("when", {}))
            for symbol in (symbol for spelled in row["symbols"] for symbol in expand(spelled)):
                yield Constructor(
                    language=language,
                    symbol=symbol,
                    provider=row.get("provider", row.get("default_provider")),
                    assumed="default_provider" in row,
                    model_args=tuple(row.get("model", ())),
                    url_args=tuple(row.get("url", ())),
                    deployment_args=tuple(row.get("deployment", ())),
                    region_args=tuple(row.get("region", ())),
                    data_args=tuple(row.get("data", ())),
                    returns=row.get("returns"),
                    interface=row.get("interface"),
                    routed=row.get("routed", False),
                    when=when,
                    runs=row.get("runs"),
                )


def _methods(rows: list[dict[str, Any]]) -> Iterator[Method]:
    for row in rows:
        for language in row["languages"]:
            for path in (path for spelled in row["paths"] for path in expand(spelled)):
                yield Method(
                    language=language,
                    path=path,
                    model_args=tuple(row.get("model", ())),
                    data_args=tuple(row.get("data", ())),
                    deployment_args=tuple(row.get("deployment", ())),
                    universal=row.get("universal", False),
                )


def _keys(rules: list[Any]) -> Iterator[KeyForm]:
    for rule in rules:
        if isinstance(rule, str):
            yield KeyForm(regex=rule)
        else:
            yield KeyForm(regex=rule["form"], near=tuple(rule["near"]))


def _commands(rows: list[dict[str, Any]]) -> Iterator[Command]:
    for row in rows:
        for name in (name for spelled in row["names"] for name in expand(spelled)):
            yield Command(
                name=name,
                model_args=tuple(row.get("model", ())),
                url_args=tuple(row.get("url", ())),
                routed=row.get("routed", False),
            )


def _resources(rows: list[dict[str, Any]]) -> Iterator[Resource]:
    for row in rows:
        for type in (type for spelled in row["types"] for type in expand(spelled)):
            yield Resource(
                type=type,
                when=_conditions(row.get("when", {})),
                model_args=tuple(row.get("model", ())),
                url_args=tuple(row.get("url", ())),
                host=row.get("host"),
                deployment_args=tuple(row.get("deployment", ())),
                region_args=tuple(row.get("region", ())),
                private=_conditions(row.get("private", {})),
            )


def _conditions(table: Mapping[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(values)) for name, values in table.items())


def _terms(table: Mapping[str, Any]) -> dict[str, Any]:
    # TOML has no null: a field that is left out is unknown.
    unknown: dict[str, Any] = dict.fromkeys(
        ("default_retention_days", "trains_by_default", "zdr", "dpa_available", "regions")
    )
    return unknown | {**table, "sources": tuple(table["sources"])}


def read_indicators(path: Path) -> list[IndicatorEntry]:
    """The regulated-purpose signals of ``data/indicators.toml``."""
    return [
        IndicatorEntry(
            id=id,
            title=table["title"],
            practices=tuple(table["practices"]),
            prompt_terms=tuple(table.get("prompt", ())),
            name_terms=tuple(table.get("name", ())),
            calls=tuple(table.get("calls", ())),
        )
        for id, table in read_toml(path).items()
    ]
