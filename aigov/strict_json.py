"""JSON that says one thing only: what two readers could understand differently is refused (RFC 8259, RFC 7493)."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

MAX_DEPTH = 200
"""Levels of nested objects and arrays. Real documents stay below 30."""

_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class MalformedError(ValueError):
    """A document does not have the shape that its format demands. One line, for people.

    :ivar what: the fault without its place.
    :ivar line: 1-based line of a syntax error; None where the fault has no one place.
    :ivar column: 1-based column of it.
    """

    def __init__(self, what: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(f"{what} (line {line})" if line else what)
        self.what = what
        self.line = line
        self.column = column


def parse_json(text: str | bytes) -> Any:
    """Parse one JSON document; bytes are UTF-8 without byte order mark.

    Python's reader keeps the last of two equal keys, other readers the first; it also takes ``NaN``, and halves of
    UTF-16 pairs that no UTF-8 can hold. None of them passes.

    :raises MalformedError: not JSON, a key given twice, a number that is none, or nesting without end.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode()
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
        if _is_deeper_than(document, MAX_DEPTH):
            raise RecursionError
    except UnicodeDecodeError as error:
        raise MalformedError("not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise MalformedError(f"not JSON: {error.msg}", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise MalformedError(f"nested more than {MAX_DEPTH} levels deep") from error
    except MalformedError:
        raise
    except ValueError as error:  # int() refuses more than 4300 digits (CVE-2020-10735)
        raise MalformedError("a number of thousands of digits") from error
    if _SURROGATE_ESCAPE.search(text):
        _refuse_half_characters(document)
    return document


def parse_object(text: str | bytes) -> dict[str, Any]:
    """``parse_json`` of a document that must be an object.

    :raises MalformedError: as ``parse_json``, or another JSON value.
    """
    document = parse_json(text)
    if not isinstance(document, dict):
        raise MalformedError("not a JSON object")
    return document


def expect_keys(value: Any, what: str, *, required: frozenset[str], optional: frozenset[str] = frozenset()) -> None:
    """Check that ``value`` is an object with all ``required`` keys and no key beyond the ``optional`` ones.

    :raises MalformedError: it is not.
    """
    if not isinstance(value, dict):
        raise MalformedError(f"{what} is not an object")
    if missing := sorted(required - value.keys()):
        raise MalformedError(f"{what} lacks {', '.join(missing)}")
    if unknown := sorted(value.keys() - required - optional):
        raise MalformedError(f"{what} has the unknown field {unknown[0]!r}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise MalformedError(f"the key {twice!r} is given twice in one object")
    return document


def _no_constant(name: str) -> NoReturn:
    raise MalformedError(f"{name} is no JSON number")


def _refuse_half_characters(document: Any) -> None:
    """An escaped half of a UTF-16 pair cannot be written as UTF-8, so neither hashed nor reported."""
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise MalformedError("half of a UTF-16 surrogate pair") from error


def _is_deeper_than(document: Any, limit: int) -> bool:
    """Level by level, so that no depth can exhaust the stack."""
    level = [document]
    for _ in range(limit):
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True
