"""JSON that says one thing only: what two readers could understand differently is refused."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NoReturn


class MalformedError(ValueError):
    """A document does not have the shape that its format demands. One line, for people."""


def parse_json(data: bytes) -> Any:
    """Parse one JSON document (RFC 8259, UTF-8 without byte order mark).

    Python's reader keeps the last of two equal keys, other readers the first; it also takes ``NaN``. Neither passes.

    :raises MalformedError: not JSON, a key that stands twice, a number that is none, or nesting without end.
    """
    try:
        return json.loads(data.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise MalformedError("not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise MalformedError(f"not JSON: {error.msg} (line {error.lineno})") from error
    except RecursionError as error:
        raise MalformedError("JSON nested too deeply") from error
    except MalformedError:
        raise
    except ValueError as error:  # an integer with more digits than Python converts
        raise MalformedError(f"not usable JSON: {error}") from error


def parse_object(data: bytes) -> dict[str, Any]:
    """``parse_json`` of a document that must be an object.

    :raises MalformedError: as ``parse_json``, or another JSON value.
    """
    document = parse_json(data)
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
        raise MalformedError(f"the key {twice!r} stands twice in one object")
    return document


def _no_constant(name: str) -> NoReturn:
    raise MalformedError(f"not JSON: {name} is no number")
