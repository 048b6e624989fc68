"""Spell licences as SPDX expressions (SPDX specification 2.3, annex D), and tell what an expression offers.

What names no licence of the SPDX list beyond doubt stays as it is spelled: "BSD License" may mean four of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from aigov.resources import cyclonedx_schema

_LONGEST = 300
"""Characters of an expression or a name; real ones stay below 100. A longer one is cut, and is no expression."""
_MOST_OPTIONS = 64

_OPERATOR = re.compile(r"[()+]|\s(?:AND|OR|WITH)\s", re.IGNORECASE)
_GNU = re.compile(r"((?:A|L)?GPL-\d\.\d)(\+)?", re.IGNORECASE)
_OWN = re.compile(r"(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+")
_FILLING = re.compile(r"\b(?:the|licen[cs]e|licen[cs]ed|version|public|software|v(?=\.?\d))\b|\bv(?=\d)|[^a-z0-9.+]+")

_ALIASES = {
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache2": "Apache-2.0",
    "apache2.0": "Apache-2.0",
    "asl 2.0": "Apache-2.0",
    "al 2.0": "Apache-2.0",
    "mit": "MIT",
    "mit mit": "MIT",
    "expat": "MIT",
    "isc iscl": "ISC",
    "isc": "ISC",
    "new bsd": "BSD-3-Clause",
    "bsd new": "BSD-3-Clause",
    "modified bsd": "BSD-3-Clause",
    "revised bsd": "BSD-3-Clause",
    "bsd 3 clause": "BSD-3-Clause",
    "3 clause bsd": "BSD-3-Clause",
    "bsd3": "BSD-3-Clause",
    "simplified bsd": "BSD-2-Clause",
    "bsd 2 clause": "BSD-2-Clause",
    "2 clause bsd": "BSD-2-Clause",
    "bsd2": "BSD-2-Clause",
    "mozilla 2.0": "MPL-2.0",
    "mozilla 2.0 mpl 2.0": "MPL-2.0",
    "mpl 2.0": "MPL-2.0",
    "eclipse 1.0": "EPL-1.0",
    "epl 1.0": "EPL-1.0",
    "eclipse 2.0": "EPL-2.0",
    "eclipse 2.0 epl 2.0": "EPL-2.0",
    "epl 2.0": "EPL-2.0",
    "unlicense": "Unlicense",
    "unlicense unlicense": "Unlicense",
    "cc0 1.0 universal cc0 1.0 domain dedication": "CC0-1.0",
    "gnu general 2 only": "GPL-2.0-only",
    "gnu general 2 gplv2": "GPL-2.0-only",
    "gnu general 2 or later gplv2+": "GPL-2.0-or-later",
    "gnu general 3 gplv3": "GPL-3.0-only",
    "gnu general 3 or later gplv3+": "GPL-3.0-or-later",
    "gnu affero general 3 agplv3": "AGPL-3.0-only",
    "gnu affero general 3": "AGPL-3.0-only",
    "gnu affero general 3 or later agplv3+": "AGPL-3.0-or-later",
    "gnu lesser general 2 lgplv2": "LGPL-2.0-only",
    "gnu lesser general 2 or later lgplv2+": "LGPL-2.0-or-later",
    "gnu lesser general 3 lgplv3": "LGPL-3.0-only",
    "gnu lesser general 3 or later lgplv3+": "LGPL-3.0-or-later",
}
"""What people and the classifiers of PyPI say, without the words of ``_FILLING``, where it means one licence only."""

_VAGUE = {
    "apache": "Apache-",
    "asl": "Apache-",
    "bsd": "BSD-",
    "bsd style": "BSD-",
    "gpl": "GPL-",
    "gnu general": "GPL-",
    "gnu general gpl": "GPL-",
    "lgpl": "LGPL-",
    "gnu lesser general": "LGPL-",
    "gnu library or lesser general lgpl": "LGPL-",
    "agpl": "AGPL-",
    "mozilla": "MPL-",
    "mpl": "MPL-",
    "eclipse": "EPL-",
    "epl": "EPL-",
    "python foundation": "PSF-",
    "psf": "PSF-",
}
"""Names of several licences, and how the ids of all of them begin."""

_ADDRESSES = (
    (re.compile(r"(?:www\.)?apache\.org/licenses/LICENSE-2\.0(?:\.txt|\.html)?"), "Apache-2.0"),
    (re.compile(r"(?:www\.)?opensource\.org/licen[cs]es?/(?:mit|mit-license(?:\.php|\.html)?)"), "MIT"),
    (re.compile(r"(?:www\.)?opensource\.org/licen[cs]es?/bsd-3-clause"), "BSD-3-Clause"),
    (re.compile(r"(?:www\.)?opensource\.org/licen[cs]es?/bsd-2-clause"), "BSD-2-Clause"),
    (re.compile(r"(?:www\.)?opensource\.org/licen[cs]es?/apache-2\.0"), "Apache-2.0"),
    (
        re.compile(r"(?:www\.)?eclipse\.org/(?:legal/epl-v10(?:\.html)?|org/documents/epl-v10(?:\.php|\.html)?)"),
        "EPL-1.0",
    ),
    (
        re.compile(r"(?:www\.)?eclipse\.org/(?:legal/epl-2\.0|legal/epl-v20(?:\.html)?|org/documents/epl-2\.0/.*)"),
        "EPL-2.0",
    ),
    (re.compile(r"(?:www\.)?mozilla\.org/(?:en-US/)?MPL/2\.0"), "MPL-2.0"),
)
_ADDRESSES_OF_IDS = re.compile(
    r"(?:spdx\.org/licenses|licenses\.nuget\.org)/([\w.+-]+?)(?:\.html|\.txt)?", re.IGNORECASE
)


def spell(said: str) -> str:
    """The SPDX expression that a name, an address or an expression means; else the same words, on one line, cut short.

    Equal licences are spelled equally: ids in their own case, the parts of an expression sorted, ``GPL-3.0+`` as
    ``GPL-3.0-or-later``.
    """
    text = shorten(said).removeprefix("License :: OSI Approved :: ")
    if found := _id(text):
        return found
    if _OPERATOR.search(text) and (parsed := _parse(text)) is not None:
        return str(parsed.simplify())
    if "://" in text or text.startswith("www."):
        return _of_address(text) or text
    if re.search("[<>=,;/]", text.replace(", ", " ")):
        return text  # a range or a list of licences
    return _ALIASES.get(_squeeze(text)) or _names().get(text.lower().removeprefix("the ")) or text


def shorten(said: str) -> str:
    """On one line, and 300 characters at most."""
    text = " ".join(said[: 4 * _LONGEST].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def is_spdx(licence: str) -> bool:
    """Whether ``licence``, as ``spell`` gives it, is an expression of ids of the SPDX list."""
    return bool(_id(licence)) or (bool(_OPERATOR.search(licence)) and _parse(licence) is not None)


def is_id(licence: str) -> bool:
    """Whether ``licence`` is one id of the SPDX list."""
    return _ids().get(licence.lower()) == licence


def is_among(vague: str, licence: str) -> bool:
    """Whether ``vague`` ("BSD License") is the name of several licences of which ``licence`` is one."""
    beginning = _VAGUE.get(_squeeze(vague))
    return beginning is not None and is_id(licence) and licence.startswith(beginning)


def settle(licences: Iterable[str]) -> list[str]:
    """``licences`` as ``spell`` gives them, sorted, each once; no vague name where one that it may mean is there."""
    spelled = {spell(licence) for licence in licences}
    return sorted(name for name in spelled if not any(is_among(name, other) for other in spelled))


def options(licences: Iterable[str]) -> list[list[str]]:
    """The ways to meet all of ``licences``, each a sorted list of ids and names that hold together.

    ``MIT OR (Apache-2.0 AND ISC)`` has two. What is no expression, or has more than 64 ways, is taken as one name.
    An id with an exception is one: ``GPL-2.0-only WITH Classpath-exception-2.0``.
    """
    ways: set[frozenset[str]] = {frozenset()}
    for licence in licences:
        parsed = _parse(licence) if not _id(licence) and _OPERATOR.search(licence) else None
        each = (_ways(parsed) if parsed is not None else None) or {frozenset((licence,))}
        joined = {one | other for one in ways for other in each}
        ways = joined if len(joined) <= _MOST_OPTIONS else {one | {licence} for one in ways}
    return sorted(sorted(way) for way in ways)


def _ways(parsed: Any) -> set[frozenset[str]] | None:
    if parsed.isliteral:
        return {frozenset((str(parsed),))}
    parts = [_ways(part) for part in parsed.args]
    found: set[frozenset[str]] = set() if parsed.operator.strip() == "OR" else {frozenset()}
    for part in parts:
        if part is None:
            return None
        found = found | part if parsed.operator.strip() == "OR" else {one | other for one in found for other in part}
        if len(found) > _MOST_OPTIONS:
            return None
    return found


def _id(text: str) -> str | None:
    if gnu := _GNU.fullmatch(text):
        text = f"{gnu[1]}-{'or-later' if gnu[2] else 'only'}"
    found = _ids().get(text.lower())
    return found or (text if _OWN.fullmatch(text) else None)


def _parse(text: str) -> Any:
    """The expression as license-expression has it; None for what is none, or names an id that is not on the list."""
    from license_expression import ExpressionError

    if len(text) > _LONGEST:
        return None
    try:
        return _licensing().parse(text, validate=True)
    except (ExpressionError, AttributeError):  # on some broken ones its own wording of the error fails
        return None


@cache
def _licensing() -> Any:
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


@cache
def _list() -> Any:
    return json.loads(cyclonedx_schema("spdx.SNAPSHOT.schema.json").read_text(encoding="utf-8"))


@cache
def _ids() -> Mapping[str, str]:
    return {id.lower(): id for id in _list()["enum"]}


@cache
def _names() -> Mapping[str, str]:
    """The full names of the list ("Apache License 2.0"), but those that several ids share."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for id, name in _list()["meta:enum"].items():
        key = name.lower().removeprefix("the ")
        if key in found or _GNU.match(id):
            shared.add(key)
        found[key] = id
    return {name: id for name, id in found.items() if name not in shared}


def _squeeze(text: str) -> str:
    return " ".join(_FILLING.sub(" ", text.lower()).split())


def _of_address(text: str) -> str | None:
    place = text.partition("://")[2].rstrip("/") if "://" in text else text
    if found := _ADDRESSES_OF_IDS.fullmatch(place):
        named = _id(found[1])
        if named is not None:
            return named
    return next((id for form, id in _ADDRESSES if re.fullmatch(form.pattern, place, re.IGNORECASE)), None)
