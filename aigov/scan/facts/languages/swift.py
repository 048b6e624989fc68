"""Swift."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _swift() -> Any:
    import tree_sitter_swift

    return tree_sitter_swift.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.swift import SwiftReader

    return SwiftReader(row)


SWIFT = Language(
    name="swift",
    family="swift",
    grammar=_swift,
    reader=_reader,
    queries=("swift.scm",),
    import_words=re.compile(rb"\bimport\b"),
    forms={
        "line_string_literal": Form(kind="string"),
        "multi_line_string_literal": Form(kind="string"),
        "raw_string_literal": Form(kind="string"),
        "integer_literal": Form(kind="number"),
        "real_literal": Form(kind="number"),
        "boolean_literal": Form(kind="boolean"),
        "nil": Form(kind="null"),
        "nil_literal": Form(kind="null"),
        "simple_identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "self_expression": Form(kind="name"),
        "prefix_expression": Form(kind="name"),
        "user_type": Form(kind="wrap"),
        "optional_type": Form(kind="wrap"),
        "type_annotation": Form(kind="wrap"),
        "navigation_expression": Form(kind="attribute", roles={"base": "target", "name": "suffix"}),
        "call_expression": Form(kind="call", roles={"callee": "0", "arguments": "1"}),
        "additive_expression": Form(kind="binary", roles={"left": "lhs", "operator": "op", "right": "rhs"}),
        "nil_coalescing_expression": Form(kind="binary"),
        "dictionary_literal": Form(kind="table"),
        "array_literal": Form(kind="sequence"),
        "ternary_expression": Form(kind="choice", roles={"then": "if_true", "test": "condition", "else": "if_false"}),
        "try_expression": Form(kind="wrap", roles={"value": "expr"}),
        "await_expression": Form(kind="wrap", roles={"value": "expr"}),
        "as_expression": Form(kind="wrap", roles={"value": "expr"}),
        "postfix_expression": Form(kind="wrap", roles={"value": "target"}),
        "tuple_expression": Form(kind="wrap", roles={"value": "value"}),
        "value_argument": Form(kind="wrap", roles={"value": "value"}),
        "directly_assignable_expression": Form(kind="wrap"),
        "assignment": Form(kind="wrap", roles={"value": "result"}),
        "lambda_literal": Form(kind="closure"),
    },
    opens=True,
    ambient="tree",
    defines=re.compile(
        rb"^(?:(?:public|open|final|internal|package|private|fileprivate|indirect|@\w+(?:\([^)\n]*\))?)\s+)*"
        rb"(?:class|struct|enum|actor|protocol|typealias|func|let|var)\s+(\w+)",
        re.MULTILINE,
    ),
    implicit_members=True,
    separators=re.compile(r"[?!]\."),
    text=frozenset({"line_str_text", "multi_line_str_text", "raw_str_end_part"}),
    escape=frozenset({"str_escaped_char"}),
    holes=frozenset({"interpolated_expression"}),
    keyword={"value_argument": ("name", "value")},
    passes=frozenset(
        {"URL", "String", "JSONSerialization.data", "JSONEncoder().encode", ".custom", ".some", ".other", ".model"}
    ),
    same_text=frozenset({"data", "addingPercentEncoding"}),
    path_joins=frozenset({"appendingPathComponent", "appending"}),
    http_types=frozenset({"URLSession", "URLRequest"}),
    concat=frozenset({"+"}),
    receivers=frozenset({"self"}),
    constructor="init",
    heritage=frozenset({"inheritance_specifier"}),
    enums=frozenset({"enum_class_body"}),
    declarators=frozenset({"enum_entry"}),
    blocks=frozenset({"statements", "source_file", "class_body", "enum_class_body"}),
    branches=frozenset({"switch_entry", "else"}),
    env=EnvAccess(tables=frozenset({"ProcessInfo.processInfo.environment"})),
)
