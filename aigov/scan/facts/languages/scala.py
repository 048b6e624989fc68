"""Scala 2 and 3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from aigov.scan.facts.languages.java import (
    BEGINS,
    BUILDS,
    CONSTANTS,
    DEFAULTS,
    DEFINES,
    ENV,
    FIRST_SET,
    FORMATS,
    GIVEN,
    HOLDERS,
    LIST_MAKERS,
    PASSES,
    SAME_TEXT,
    TABLE_MAKERS,
    package_of,
)
from aigov.scan.facts.languages.row import Form, Language


def _scala() -> Any:
    import tree_sitter_scala

    return tree_sitter_scala.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.scala import ScalaReader

    return ScalaReader(row)


def _imported(statement: str) -> Iterator[tuple[str, str, str | None]]:
    from aigov.scan.facts.scala import imported_names

    return imported_names(statement)


SCALA = Language(
    name="scala",
    family="java",
    grammar=_scala,
    reader=_reader,
    queries=("scala.scm",),
    import_words=re.compile(rb"\bimport\b"),
    forms={
        "string": Form(kind="string"),
        "interpolated_string_expression": Form(kind="string"),
        "integer_literal": Form(kind="number"),
        "floating_point_literal": Form(kind="number"),
        "boolean_literal": Form(kind="operands"),
        "null_literal": Form(kind="null"),
        "identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "field_expression": Form(kind="attribute", roles={"base": "value", "name": "field"}),
        "stable_type_identifier": Form(kind="attribute", roles={"base": "0", "name": "-1"}),
        "stable_identifier": Form(kind="attribute", roles={"base": "0", "name": "-1"}),
        "generic_type": Form(kind="generic", roles={"base": "type", "arguments": "type_arguments"}),
        "generic_function": Form(kind="wrap", roles={"value": "function"}),
        "call_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "instance_expression": Form(kind="call", roles={"callee": "0", "arguments": "arguments"}),
        "annotation": Form(kind="call", roles={"callee": "name", "arguments": "arguments"}),
        "infix_expression": Form(kind="binary"),
        "match_expression": Form(kind="arms", roles={"body": "body"}),
        "if_expression": Form(kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}),
        "block": Form(kind="wrap", roles={"value": "-1"}),
        "parenthesized_expression": Form(kind="wrap"),
        "ascription_expression": Form(kind="wrap"),
        "tuple_expression": Form(kind="sequence"),
        "lambda_expression": Form(kind="closure"),
    },
    env=ENV,
    ambient="folder",
    package_of=package_of,
    defines=DEFINES,
    import_text=_imported,
    implicit_members=True,
    accessors=True,
    text=frozenset(),
    escape=frozenset(),
    holes=frozenset({"interpolation"}),
    keyword={"assignment_expression": ("left", "right")},
    builds=BUILDS,
    begins=BEGINS,
    given=GIVEN,
    passes=PASSES | {"Some", "Option"},
    constants=CONSTANTS,
    same_text=SAME_TEXT,
    defaults=DEFAULTS,
    first_set=FIRST_SET,
    formats=FORMATS,
    holders=HOLDERS,
    table_makers=TABLE_MAKERS,
    list_makers=LIST_MAKERS,
    concat=frozenset({"+", "++"}),
    receivers=frozenset({"this"}),
    constructor="<init>",
    class_parameters=True,
    constructors=frozenset({"class_parameters"}),
    enums=frozenset({"enum_definition"}),
    heritage=frozenset({"extends_clause"}),
    blocks=frozenset({"block", "compilation_unit", "template_body", "indented_block"}),
    arms=frozenset({"case_clause"}),
    branches=frozenset({"case_clause"}),
    conditionals=frozenset({"if_expression"}),
)
