"""PHP, also within pages of HTML."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _php() -> Any:
    import tree_sitter_php

    return tree_sitter_php.language_php()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.php import PhpReader

    return PhpReader(row)


def _local_name(module: str) -> str:
    return module.rpartition("\\")[2]


PHP = Language(
    name="php",
    family="php",
    grammar=_php,
    reader=_reader,
    local_name=_local_name,
    queries=("php.scm",),
    import_words=re.compile(rb"\buse\b|\\[A-Z]\w*(?:\\\w+)*(?:::|\()|\brequire|\binclude"),
    forms={
        "string": Form(kind="string"),
        "encapsed_string": Form(kind="string"),
        "heredoc_body": Form(kind="string"),
        "nowdoc_body": Form(kind="string"),
        "heredoc": Form(kind="wrap", roles={"value": "value"}),
        "nowdoc": Form(kind="wrap", roles={"value": "value"}),
        "integer": Form(kind="number"),
        "float": Form(kind="number"),
        "boolean": Form(kind="boolean"),
        "null": Form(kind="null"),
        "name": Form(kind="name"),
        "qualified_name": Form(kind="name"),
        "relative_scope": Form(kind="name"),
        "named_type": Form(kind="wrap"),
        "optional_type": Form(kind="wrap"),
        "union_type": Form(kind="operands"),
        "variable_name": Form(kind="wrap"),
        "member_access_expression": Form(kind="attribute", roles={"base": "object", "name": "name"}),
        "nullsafe_member_access_expression": Form(kind="attribute", roles={"base": "object", "name": "name"}),
        "class_constant_access_expression": Form(kind="attribute", roles={"base": "0", "name": "1"}),
        "scoped_property_access_expression": Form(kind="attribute", roles={"base": "scope", "name": "name"}),
        "member_call_expression": Form(
            kind="method", roles={"base": "object", "name": "name", "arguments": "arguments"}
        ),
        "nullsafe_member_call_expression": Form(
            kind="method", roles={"base": "object", "name": "name", "arguments": "arguments"}
        ),
        "scoped_call_expression": Form(
            kind="method", roles={"base": "scope", "name": "name", "arguments": "arguments"}
        ),
        "function_call_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "object_creation_expression": Form(kind="call", roles={"callee": "0", "arguments": "1"}),
        "binary_expression": Form(kind="binary"),
        "array_creation_expression": Form(kind="elided"),
        "conditional_expression": Form(
            kind="choice", roles={"then": "body", "test": "condition", "else": "alternative"}
        ),
        "match_expression": Form(kind="arms", roles={"body": "body"}),
        "subscript_expression": Form(kind="subscript", roles={"base": "0", "key": "1"}),
        "parenthesized_expression": Form(kind="wrap"),
        "cast_expression": Form(kind="wrap", roles={"value": "value"}),
        "clone_expression": Form(kind="wrap"),
        "assignment_expression": Form(kind="wrap", roles={"value": "right"}),
        "augmented_assignment_expression": Form(kind="wrap", roles={"value": "right"}),
        "error_suppression_expression": Form(kind="wrap"),
        "arrow_function": Form(kind="closure"),
        "anonymous_function": Form(kind="closure"),
        "argument": Form(kind="wrap", roles={"value": "-1"}),
        "attribute": Form(kind="call", roles={"callee": "0", "arguments": "parameters"}),
    },
    ambient="folder",
    defines=re.compile(
        rb"^[ \t]*(?:(?:abstract|final|readonly)[ \t]+)*(?:class|interface|trait|enum|function)[ \t]+(\w+)",
        re.MULTILINE,
    ),
    separators=re.compile(r"\?->|->|::"),
    text=frozenset({"string_content", "nowdoc_string"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset(
        {
            "variable_name",
            "subscript_expression",
            "member_access_expression",
            "member_call_expression",
            "dynamic_variable_name",
        }
    ),
    keyword={"argument": ("name", "-1")},
    object_arguments=True,
    begins=frozenset({"text", "structured", "factory", "as"}),
    builds=frozenset({"make", "asText", "asStructured", "asStream", "asEmbeddings", "asImage", "asAudio"}),
    passes=frozenset(
        """strval trim rtrim esc_attr sanitize_text_field untrailingslashit esc_url_raw json_encode wp_json_encode
        GuzzleHttp\\Utils.jsonEncode GuzzleHttp\\Psr7.Utils.streamFor GuzzleHttp\\Psr7.Uri""".split()  # noqa: SIM905
    ),
    pair={"array_element_initializer": ("0", "1")},
    spread_table=frozenset({"variadic_unpacking"}),
    spread_list=frozenset({"variadic_unpacking"}),
    concat=frozenset({"."}),
    fallback=frozenset({"??", "?:", "||", "or"}),
    formats=frozenset({"sprintf"}),
    receivers=frozenset({"this", "self", "static"}),
    constructor="__construct",
    settings={
        "config": "config/{}.php",
        "config().get": "config/{}.php",
        "Config.get": "config/{}.php",
        "Illuminate\\Support\\Facades.Config.get": "config/{}.php",
    },
    declarators=frozenset({"property_element", "const_element", "simple_parameter", "property_promotion_parameter"}),
    enums=frozenset({"enum_declaration"}),
    heritage=frozenset({"base_clause"}),
    blocks=frozenset({"compound_statement", "program", "declaration_list"}),
    arms=frozenset({"match_conditional_expression", "match_default_expression"}),
    branches=frozenset(
        {"else_clause", "else_if_clause", "case_statement", "default_statement", "match_default_expression"}
    ),
    conditionals=frozenset({"if_statement"}),
    env=EnvAccess(
        calls={"env": (0, 1), "getenv": (0, None), "Env.get": (0, 1)},
        tables=frozenset({"_ENV", "_SERVER"}),
    ),
)
