"""Which rules of a catalogue entry a line of source satisfies: the part of a claim that the catalogue answers for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.catalogue.entry import Entry
from aigov.catalogue.patterns import family, host_regex, image_name, name_in, package_key
from aigov.model import Call, Endpoint, ModelUse, Use

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HOST = re.compile(r"[A-Za-z0-9<>{}-]+(?:\.[A-Za-z0-9<>{}-]+)+")
_IMAGE = re.compile(r"[\w.-]+(?:/[\w.-]+)+(?::[\w.-]+)?")
_QUOTED = re.compile(r"[\"'`]([^\"'`]{2,200})[\"'`]")
_PARTS = re.compile(r"[./:\\]+")


def rules_matching(entry: Entry, row: object, text: str, language: str) -> list[str]:
    """Each rule of ``entry`` on which a row of the inventory rests, as far as the line shows it; sorted.

    :param text: the line.
    :param language: of the file; other languages' rules say nothing about it.
    """
    rules: set[str] = set()
    if isinstance(row, Call):
        rules.update(_calls(entry, row.symbol, family(language)))
    elif isinstance(row, ModelUse):
        rules.update(_models(entry, {row.model}))
    elif isinstance(row, Endpoint):
        rules.update(_hosts(entry, text))
    elif isinstance(row, Use):
        if row.package and row.how != "import":
            rules.update(_packages(entry, row.package))
        if row.how == "import":
            rules.update(_imports(entry, text, family(language)))
        else:
            rules.update((*_hosts(entry, text), *_names(entry, text), *_models(entry, set(_QUOTED.findall(text)))))
            rules.update(_calls(entry, row.symbol or "", family(language)))
    return sorted(f"{entry.id}: {rule}" for rule in rules)


def _packages(entry: Entry, package: str) -> Iterator[str]:
    key = package_key(package)
    for rule in entry.packages:
        wild = rule.purl.endswith("*")
        wanted = package_key(rule.purl[:-1] + "x")[:-1] if wild else package_key(rule.purl)
        if key.startswith(wanted) if wild else key == wanted:
            yield f"package {rule.purl}"


def _imports(entry: Entry, text: str, language: str) -> Iterator[str]:
    for rule in entry.imports:
        if rule.language != language:
            continue
        module = rule.module.rstrip("*")
        parent, _, last = module.rpartition(".")
        spelled = re.search(rf"(?<![\w.@/-]){re.escape(module)}", text) is not None
        apart = bool(parent) and re.search(rf"from\s+{re.escape(parent)}\s+import\b.*\b{re.escape(last)}", text)
        if (spelled or apart) and (not rule.names or any(name.rstrip("*") in text for name in rule.names)):
            names = f", names {', '.join(rule.names[:4])}" if rule.names else ""
            yield f"import {rule.module} ({rule.language}){names}"


def _hosts(entry: Entry, text: str) -> Iterator[str]:
    for host in _HOST.findall(text):
        for pattern in entry.hosts:
            if host_regex(pattern).fullmatch(host.lower()):
                yield f"host {pattern}"
    for port in entry.ports:
        if re.search(rf":{port}\b", text):
            yield f"port {port} of an own machine"


def _names(entry: Entry, text: str) -> Iterator[str]:
    words = set(_WORD.findall(text))
    for variable in entry.env:
        if any(name_in(word, (variable,)) for word in words):
            yield f"variable {variable}"
    for image in _IMAGE.findall(text):
        for pattern in entry.images:
            if name_in(image_name(image), (pattern,)):
                yield f"image {pattern}"
    for sign in entry.signs:
        if re.search(sign.regex, text, re.IGNORECASE):
            yield f"sign {sign.regex}"


def _calls(entry: Entry, symbol: str, language: str) -> Iterator[str]:
    methods = {
        f"method {method.path} ({method.language})"
        for method in entry.methods
        if method.language == language and method.path and f".{symbol}".endswith(f".{method.path}")
    }
    yield from methods
    last = _PARTS.split(symbol)[-1]
    for constructor in () if methods or not last else entry.constructors:
        if constructor.language == language and _PARTS.split(constructor.symbol)[-1] in (last, "default"):
            yield f"constructor {constructor.symbol} ({constructor.language})"


def _models(entry: Entry, candidates: set[str]) -> Iterator[str]:
    for candidate in candidates:
        for pattern in entry.models:
            if re.fullmatch(pattern.regex, candidate):
                yield f"model ids {pattern.regex}"
                break
        else:
            if candidate in entry.exact_in_call:
                yield f"model id {candidate}, in a call"
