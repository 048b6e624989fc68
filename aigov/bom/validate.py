"""Is a document valid CycloneDX? The official schemas decide, run by jsonschema-rs; jsonschema words a refusal.

The schemas are the files that cyclonedx-python-lib ships (``cyclonedx/schema/_res``). From 1.4 on CycloneDX's normal
schema is its strict one: unknown keys are refused. The SPDX, JSF and cryptography schemas that it refers to are
registered from the same folder; nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import jsonschema_rs

from aigov.resources import cyclonedx_schema
from aigov.schema import Violation, format_checker

SPEC_VERSIONS = ("1.5", "1.6", "1.7")
"""Versions of the specification that can be read. 1.5 is the first with modelCard and evidence.occurrences."""

_BASE = "http://cyclonedx.org/schema/"
_REFERENCED = (
    "spdx.SNAPSHOT.schema.json",
    "jsf-0.82.SNAPSHOT.schema.json",
    "cryptography-defs.SNAPSHOT.schema.json",
)
_COUNT_LIMIT = 1000
_MESSAGE_LIMIT = 200
_VALUE_LIMIT = 60
_NODE_LIMIT = 10_000
_WEAK_KEYWORDS = ("anyOf", "oneOf")
"""Keywords whose own message names no cause; the cause is in one of their branches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a document is not valid."""

    worst: tuple[Violation, ...]
    """A few, worst first."""
    total: int
    """How many there are in all, counted up to 1000."""

    def __str__(self) -> str:
        """One line: the worst violation, and how many more there are."""
        first = self.worst[0]
        text = f"{first.pointer or 'the document'}: {first.message}"
        if self.total == 1:
            return text
        more = f"{self.total - 1} or more others" if self.total == _COUNT_LIMIT else f"{self.total - 1} more"
        return f"{text}; and {more}"


def check_schema(document: Any, spec_version: str, *, limit: int = 5) -> Refusal | None:
    """None if ``document`` is valid under the strict schema of ``spec_version``, else the ``limit`` worst violations.

    :param spec_version: one of ``SPEC_VERSIONS``.
    """
    validator = _validator(spec_version)
    if validator.is_valid(document):
        return None
    errors = list(islice(validator.iter_errors(document), _COUNT_LIMIT))
    # The nearer to the root, the more of the document is wrong; of equals, the one that names its cause.
    errors.sort(key=lambda error: (len(error.instance_path), error.schema_path[-1] in _WEAK_KEYWORDS))
    return Refusal(worst=tuple(_explain(error, spec_version) for error in errors[:limit]), total=len(errors))


@cache
def _read(name: str) -> Any:
    return json.loads(cyclonedx_schema(name).read_text(encoding="utf-8"))


@cache
def _validator(spec_version: str) -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator(
        _read(f"bom-{spec_version}.SNAPSHOT.schema.json"),
        registry=jsonschema_rs.Registry([(_BASE + name, _read(name)) for name in _REFERENCED]),
        validate_formats=True,
        offline=True,
    )


def _explain(error: jsonschema_rs.ValidationError, spec_version: str) -> Violation:
    """Word one violation. jsonschema is slow: it gets only the offending value, and only a small one."""
    from jsonschema.exceptions import best_match

    path = tuple(error.instance_path)
    worst = None
    if _is_small(error.instance):
        worst = best_match(e for e in _reference_errors(error, spec_version) if e.validator == error.schema_path[-1])
    if worst is None:  # too large to go through again, or the validators disagree: jsonschema-rs decided, it words
        return Violation(path=path, message=_shorten(error.message))
    message, value = worst.message, repr(worst.instance)
    if worst.validator == "enum" and isinstance(worst.validator_value, list) and len(worst.validator_value) > 20:
        message = f"{value} is not one of the {len(worst.validator_value)} values allowed here"
    if len(value) > _VALUE_LIMIT:
        message = message.replace(value, f"{value[: _VALUE_LIMIT - 1]}…")
    return Violation(path=(*path, *worst.absolute_path), message=_shorten(message))


def _reference_errors(error: jsonschema_rs.ValidationError, spec_version: str) -> Iterator[Any]:
    from jsonschema import Draft7Validator

    location = error.absolute_keyword_location
    if location is None:
        return
    schema, _, _ = location.rpartition("/")
    yield from Draft7Validator(
        {"$ref": schema}, registry=_reference_registry(spec_version), format_checker=format_checker()
    ).iter_errors(error.instance)


@cache
def _reference_registry(spec_version: str) -> Any:
    from referencing import Registry
    from referencing.jsonschema import DRAFT7

    schemas = {name: _read(name) for name in _REFERENCED}
    schemas[f"bom-{spec_version}.schema.json"] = _read(f"bom-{spec_version}.SNAPSHOT.schema.json")
    return Registry().with_resources([(_BASE + name, DRAFT7.create_resource(s)) for name, s in schemas.items()])


def _is_small(value: Any) -> bool:
    """Whether ``value`` holds at most ``_NODE_LIMIT`` values, without looking at many more."""
    nodes = [value]
    for node in nodes:
        if isinstance(node, dict | list):
            nodes.extend(node.values() if isinstance(node, dict) else node)
        if len(nodes) > _NODE_LIMIT:
            return False
    return True


def _shorten(message: str) -> str:
    """One line; of a long one both ends, as the value stands first and the reason last."""
    if len(message) > 4 * _MESSAGE_LIMIT:
        message = message[: 2 * _MESSAGE_LIMIT] + message[-2 * _MESSAGE_LIMIT :]
    line = " ".join(message.split())
    half = _MESSAGE_LIMIT // 2
    return line if len(line) <= _MESSAGE_LIMIT else f"{line[:half]}…{line[-half:]}"
