"""Words what is wrong with an aigov.yaml: each fault with its line and a fix, all of them at once.

``schemas/declarations.schema.json`` decides; this walks the few keywords that it uses, because a schema library names
neither lines nor remedies. Its ``examples`` are the fixes. ``tests/unit/test_declarations_check.py`` holds both to
the same verdicts. Stricter than the schema only where a slip would go unnoticed: a class of data that is almost a
known one, and ``expires`` before ``on``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from json import dumps
from typing import Any

from aigov.located_yaml import Fault, Located, Path
from aigov.schema import load_schema, violations

_TYPES: dict[str, tuple[str, tuple[type, ...]]] = {
    "object": ("`key: value` lines", (dict,)),
    "array": ("a list", (list,)),
    "string": ("text", (str,)),
    "boolean": ("true or false", (bool,)),
    "integer": ("a whole number", (int,)),
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_document(document: Located) -> Iterator[Fault]:
    """Everything that is wrong with the document, in no particular order; nothing when it can be used."""
    schema = load_schema("declarations")
    faults = [*document.faults, *_Check(document, schema).value(document.value, schema, ())]
    yield from faults
    if not faults:
        # The schema has the last word, so that a keyword which this walk does not know cannot be passed over.
        for violation in violations("declarations", document.value):
            yield Fault(line=document.line(violation.path), what=violation.message, fix="see docs/declarations.md")


def check_section(document: Located, name: str) -> Iterator[Fault]:
    """What is wrong with one section at the top of the document, which is there."""
    schema = load_schema("declarations")
    yield from document.faults
    yield from _Check(document, schema).value(document.value[name], schema["properties"][name], (name,))


class _Check:
    def __init__(self, document: Located, schema: dict[str, Any]) -> None:
        self._document = document
        self._root = schema

    def value(self, value: Any, schema: dict[str, Any], path: Path) -> Iterator[Fault]:
        schema = self._resolved(schema)
        expected = schema.get("type")
        if value is None:
            yield self._fault(path, "has no value", _write(path, schema))
        elif schema.keys() <= {"description", "examples"}:
            return  # anything goes
        elif expected and not _is(value, expected):
            yield self._type_fault(value, expected, schema, path)
        elif isinstance(value, dict):
            yield from self._object(value, schema, path)
        elif isinstance(value, list):
            yield from self._list(value, schema, path)
        else:
            yield from self._scalar(value, schema, path)

    def _object(self, value: dict[str, Any], schema: dict[str, Any], path: Path) -> Iterator[Fault]:
        properties: dict[str, Any] = schema["properties"]
        others = schema.get("additionalProperties")
        for key in value:
            if key not in properties and others:
                yield from self.value(value[key], others, (*path, key))
            elif key not in properties:
                close = get_close_matches(key, [name for name in properties if name not in value] or properties, 1, 0.6)
                fix = f"did you mean `{close[0]}`?" if close else f"known here: {', '.join(properties)}"
                yield self._fault((*path, key), "is not known", fix)
        for key in schema.get("required", ()):
            if key not in value:
                part = _spell(path) or "the file"
                write = _write((key,), self._resolved(properties[key]))
                yield self._fault(path, f"has no `{key}`", write, name=part)
        for key, item in value.items():
            if key in properties:
                yield from self.value(item, properties[key], (*path, key))
        yield from self._order(value, path)

    def _order(self, value: dict[str, Any], path: Path) -> Iterator[Fault]:
        first, last = _day(value.get("on")), _day(value.get("expires"))
        if first and last and last < first:
            yield self._fault(
                (*path, "expires"), f"is {last}, before `on` ({first})", "give the last day on which it holds"
            )

    def _list(self, value: list[Any], schema: dict[str, Any], path: Path) -> Iterator[Fault]:
        if len(value) < schema.get("minItems", 0):
            yield self._fault(path, "is empty", _write(path, schema))
        for index, item in enumerate(value):
            yield from self.value(item, schema["items"], (*path, index))

    def _scalar(self, value: Any, schema: dict[str, Any], path: Path) -> Iterator[Fault]:
        if "const" in schema and (value != schema["const"] or isinstance(value, bool)):
            yield self._fault(path, f"is {_show(value)}, which this aigov does not read", _write(path, schema))
        if "enum" in schema and value not in schema["enum"]:
            yield self._fault(path, f"is {_show(value)}", _choose(value, schema["enum"]))
        if isinstance(value, str):
            yield from self._text(value, schema, path)
        elif "minimum" in schema and value < schema["minimum"]:
            yield self._fault(path, f"is {value}, less than {schema['minimum']}", _write(path, schema))

    def _text(self, value: str, schema: dict[str, Any], path: Path) -> Iterator[Fault]:
        if len(value) < schema.get("minLength", 0):
            yield self._fault(path, "is empty", _write(path, schema))
        elif "minLength" in schema and not value.strip():
            yield self._fault(path, "is blank", _write(path, schema))
        elif "pattern" in schema and not re.search(schema["pattern"], value):
            fix = f"write {schema['description']}, e.g. {_show(schema['examples'][0])}"
            yield self._fault(path, f"is {_show(value)}", fix)
        elif schema.get("format") == "date" and not _day(value):
            what = "does not exist" if _DATE.fullmatch(value) else "is not a date"
            fix = f"write a day as year-month-day, e.g. {schema['examples'][0]}"
            yield self._fault(path, f"is {_show(value)}, which {what}", fix)
        elif schema is self._root["$defs"]["data_class"] and value not in schema["examples"]:
            close = get_close_matches(value.lower(), schema["examples"], 1, 0.75)
            if close:
                yield self._fault(path, f"is {_show(value)}", f"did you mean {close[0]}?")

    def _type_fault(self, value: Any, expected: str, schema: dict[str, Any], path: Path) -> Fault:
        wanted = _TYPES[expected][0]
        if expected == "string" and not isinstance(value, (dict, list)):
            return self._fault(path, f"is {_show(value)}, not text", "put it in quotes")
        return self._fault(path, f"must be {wanted}, not {_describe(value)}", _write(path, schema))

    def _fault(self, path: Path, what: str, fix: str, name: str | None = None) -> Fault:
        part = name or _spell(path) or "the file"
        quoted = part if part == "the file" else f"`{part}`"
        return Fault(line=self._document.line(path), what=f"{quoted} {what}", fix=fix)

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" not in schema:
            return schema
        target = self._root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        if len(schema) == 1:
            return self._resolved(target)
        own = {key: value for key, value in schema.items() if key != "$ref"}
        return {**self._resolved(target), **own}


def _is(value: Any, expected: str) -> bool:
    if expected == "integer" and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[expected][1])


def _day(value: Any) -> date | None:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _spell(path: Path) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _write(path: Path, schema: dict[str, Any]) -> str:
    if not path:
        return "`aigov init` writes one to start from"
    example = schema.get("examples", [None])[0]
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if example is None:
        inner = ", ".join(schema.get("required") or schema.get("properties") or ())
        return f"add `{key}:` with {inner}" if inner else "remove the key, or list its entries under it"
    shown = _show(example)
    return f"write e.g. `{shown}`" if not key or isinstance(path[-1], int) else f"write e.g. `{key}: {shown}`"


def _choose(value: Any, options: list[str]) -> str:
    close = get_close_matches(str(value).lower(), options, 1, 0.6)
    return f"did you mean {close[0]}?" if close else f"write one of {', '.join(options)}"


def _show(value: Any) -> str:
    text = value if isinstance(value, str) and value else dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."


def _describe(value: Any) -> str:
    if isinstance(value, dict):
        return "`key: value` lines"
    return "a list" if isinstance(value, list) else _show(value)
