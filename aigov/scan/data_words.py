"""Words and shapes by which a backward slice (``data_slice.py``) tells what carries data, and what does not."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Choice, Concat, Constant, Expr, Fallback, Opaque, Sequence

MUTATORS = frozenset(
    ["append", "push", "extend", "insert", "add", "update", "unshift", "concat", "set", "appendleft", "write"]
)
GETTERS = ("get", "fetch", "load", "find", "read", "lookup", "retrieve", "query")
NEAR_ONLY = frozenset(("user-content", "secret"))
"""Classes that are believed only near a call: ``text`` and ``file`` are in many names, and what makes a client is given
keys. What comes from far away is told by words that name people, health or money."""
KEEPS_DATA = frozenset(
    """asdict concat copy decode deepcopy dict dump dumps encode format formatted fromkeys interpolate join json list
    lower lstrip map marshal Marshal model_dump model_dump_json render render_async renderFile render_string
    render_template render_to_string replace repr rstrip serialize Serialize SerializeAsync
    slice sorted split Sprintf sprintf str String strip stringify to_dict to_json to_s to_string toJSON toJson
    toLowerCase toString ToString trim truncate tuple upper writeValueAsString""".split()  # noqa: SIM905 - a word list
)
"""External calls of which the result holds the data that they are given; of others their names alone tell."""
LOADS = frozenset(
    """get_template getTemplate from_file open Path read read_text readFile readFileSync load load_template loadTemplate
    load_prompt loadPrompt from_template ParseFiles ParseFS ReadFile ReadAllText getResource ClassPathResource join
    joinpath resolve""".split()  # noqa: SIM905 - a word list
)
"""External calls that are given the name of a file, of which the text becomes a part of what is sent."""
TAKES_OUT = re.compile(r"redact|anonymi[sz]|pseudonymi[sz]|de_?identif|scrub|^_?mask|^_?hash", re.IGNORECASE)
"""Functions that take out of a text what they are given to look for."""
_CREDENTIALS = frozenset(
    ["apikey", "key", "token", "apitoken", "accesstoken", "auth", "authorization", "clientsecret", "xapikey"]
)
"""Keys, without separators, under which the body of a request holds what proves the caller's right to ask."""
_READS = re.compile(r"(?:get|is)_?(?=[A-Z_])")


def is_credential(key: str) -> bool:
    """Whether a key of a request holds the caller's own right to ask."""
    return key.lower().replace("_", "").replace("-", "") in _CREDENTIALS


def key_of(expr: Expr) -> str:
    """The key that a table's pair spells, ``#0`` for the place of an item; empty for one that is computed."""
    if not isinstance(expr, Constant) or isinstance(expr.value, bool):
        return ""
    return f"#{expr.value}" if isinstance(expr.value, int) else expr.value if isinstance(expr.value, str) else ""


def spelled_fields(name: str) -> tuple[str, ...]:
    """The field that a name reads: itself, or what an accessor is named after (``getText``: ``text``)."""
    read = _READS.match(name)
    rest = name[read.end() :].lstrip("_") if read else ""
    return (name, f"{rest[0].lower()}{rest[1:]}") if rest else (name,)


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """What an expression is put together from."""
    if isinstance(expr, (Concat, Opaque)):
        return expr.parts
    if isinstance(expr, Sequence):
        return expr.items
    if isinstance(expr, (Fallback, Choice)):
        return expr.options
    return ()


def item_of(expr: Sequence, fields: tuple[str, ...]) -> Expr | None:
    """The item of a list that is asked for (``#0``); None where none is, or the list has it not."""
    place = fields[0].removeprefix("#") if fields and fields[0].startswith("#") else ""
    return expr.items[int(place)] if place.isdigit() and int(place) < len(expr.items) else None


def is_static(expr: Expr) -> bool:
    """Whether it is written down and holds no data of anybody."""
    if isinstance(expr, (Sequence, Concat)):
        return all(is_static(part) for part in parts_of(expr))
    return isinstance(expr, Constant)
