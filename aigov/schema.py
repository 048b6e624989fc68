"""JSON Schema checks: jsonschema-rs decides (milliseconds), jsonschema words the refusal (imported only then).

Importing jsonschema with its format checkers costs 1.4 s of CPU, compiling and running jsonschema-rs a few
milliseconds; ``tests/unit/test_schema.py`` checks that both agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from aigov.resources import schemas_dir

if TYPE_CHECKING:
    from jsonschema import FormatChecker

_FORMATS = ("date", "date-time", "idn-email", "iri-reference", "uri")


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One place where a document breaks its schema."""

    path: tuple[str | int, ...]
    """Keys and indexes from the root to the offending value."""
    message: str

    @property
    def pointer(self) -> str:
        """RFC 6901 JSON pointer of the offending value; empty for the document itself."""
        return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in self.path)


@cache
def load_schema(name: str) -> dict[str, Any]:
    """The shipped schema ``<name>.schema.json`` as a dict."""
    schema: dict[str, Any] = json.loads((schemas_dir() / f"{name}.schema.json").read_text())
    return schema


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(load_schema(name), validate_formats=True)


def violations(name: str, document: Any, *, limit: int = 20) -> list[Violation]:
    """Every place (at most ``limit``) where ``document`` breaks the shipped schema ``name``; empty when it is valid."""
    if _validator(name).is_valid(document):
        return []
    return _explain(name, document, limit)


def _explain(name: str, document: Any, limit: int) -> list[Violation]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    validator = Draft202012Validator(load_schema(name), format_checker=format_checker())
    found: list[Violation] = []
    for error in sorted(validator.iter_errors(document), key=lambda e: _order(e.absolute_path)):
        worst = best_match([error]) or error
        found.append(Violation(path=tuple(worst.absolute_path), message=worst.message))
        if len(found) == limit:
            break
    return found or [Violation(path=(), message=f"not a valid {name} document")]


@cache
def format_checker() -> FormatChecker:
    """For jsonschema, the formats as jsonschema-rs checks them: its own checks of most need further packages."""
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    for name in _FORMATS:
        schema = jsonschema_rs.Draft7Validator({"format": name}, validate_formats=True)
        checker.checks(name)(schema.is_valid)
    return checker


def _order(path: Iterable[str | int]) -> list[tuple[int, str]]:
    """Indexes by number: the ninth item before the tenth."""
    return [(part, "") if isinstance(part, int) else (-1, part) for part in path]
