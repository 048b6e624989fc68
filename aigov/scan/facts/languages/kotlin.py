"""Kotlin."""

from __future__ import annotations

import re
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


def _kotlin() -> Any:
    import tree_sitter_kotlin

    return tree_sitter_kotlin.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.kotlin import KotlinReader

    return KotlinReader(row)


KOTLIN = Language(
    name="kotlin",
    family="java",
    grammar=_kotlin,
    reader=_reader,
    queries=("kotlin.scm",),
    import_words=re.compile(rb"\bimport\b"),
    forms={
        "string_literal": Form(kind="string"),
        "multiline_string_literal": Form(kind="string"),
        "number_literal": Form(kind="number"),
        "float_literal": Form(kind="number"),
        "identifier": Form(kind="name"),
        "this_expression": Form(kind="name"),
        "user_type": Form(kind="generic"),
        "nullable_type": Form(kind="wrap"),
        "type_projection": Form(kind="wrap"),
        "navigation_expression": Form(kind="attribute", roles={"base": "0", "name": "-1"}),
        "call_expression": Form(kind="call", roles={"callee": "0"}),
        "constructor_invocation": Form(kind="call", roles={"callee": "0"}),
        "annotation": Form(kind="wrap", roles={"value": "-1"}),
        "enum_entry": Form(kind="member"),
        "binary_expression": Form(kind="binary"),
        "infix_expression": Form(kind="binary"),
        "when_expression": Form(kind="arms"),
        "if_expression": Form(kind="choice", roles={"test": "0", "then": "1", "else": "2"}),
        "block": Form(kind="wrap", roles={"value": "-1"}),
        "index_expression": Form(kind="subscript", roles={"base": "0", "key": "1"}),
        "parenthesized_expression": Form(kind="wrap"),
        "as_expression": Form(kind="wrap", roles={"value": "left"}),
        "unary_expression": Form(kind="wrap", roles={"value": "argument"}),
        "callable_reference": Form(kind="wrap"),
        "annotated_lambda": Form(kind="wrap"),
        "lambda_literal": Form(kind="closure"),
        "anonymous_function": Form(kind="closure"),
        "collection_literal": Form(kind="sequence"),
    },
    env=ENV,
    ambient="folder",
    package_of=package_of,
    defines=DEFINES,
    splits_imports=True,
    implicit_members=True,
    accessors=True,
    separators=re.compile(r"\?\.|!!\.|::"),
    text=frozenset({"string_content"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset({"interpolation"}),
    builds=BUILDS,
    begins=BEGINS,
    given=GIVEN,
    passes=PASSES,
    constants=CONSTANTS,
    same_text=SAME_TEXT,
    defaults=DEFAULTS,
    first_set=FIRST_SET,
    formats=FORMATS,
    holders=HOLDERS,
    table_makers=TABLE_MAKERS,
    list_makers=LIST_MAKERS,
    runs=frozenset(
        {"lazy", "run", "runBlocking", "kotlinx.coroutines.runBlocking", "remember", "coroutineScope"}
        | {"runCatching", "synchronized"}
    ),
    concat=frozenset({"+"}),
    fallback=frozenset({"?:"}),
    receivers=frozenset({"this"}),
    constructor="<init>",
    class_parameters=True,
    constructors=frozenset({"primary_constructor", "secondary_constructor"}),
    enums=frozenset({"enum_class_body"}),
    heritage=frozenset({"delegation_specifiers", "delegation_specifier", "constructor_invocation"}),
    declarators=frozenset({"property_declaration", "class_parameter"}),
    through=frozenset({"value_argument", "value_arguments", "interpolation"}),
    blocks=frozenset({"block", "source_file", "class_body", "enum_class_body", "lambda_literal"}),
    arms=frozenset({"when_entry"}),
    branches=frozenset({"when_entry", "block"}),
    otherwise=frozenset({"block"}),
    conditionals=frozenset({"if_expression"}),
)
