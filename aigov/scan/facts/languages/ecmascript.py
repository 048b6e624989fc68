"""JavaScript, TypeScript and TSX."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language
from aigov.scan.facts.specifiers import module_name


def _javascript() -> Any:
    import tree_sitter_javascript

    return tree_sitter_javascript.language()


def _typescript() -> Any:
    import tree_sitter_typescript

    return tree_sitter_typescript.language_typescript()


def _tsx() -> Any:
    import tree_sitter_typescript

    return tree_sitter_typescript.language_tsx()


_ECMASCRIPT: dict[str, Any] = {
    "family": "javascript",
    "module_name": module_name,
    "import_words": re.compile(rb"\bimport\b|\brequire\b|\bfrom\b"),
    "forms": {
        "string": Form(kind="string"),
        "template_string": Form(kind="string"),
        "number": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "null": Form(kind="null"),
        "undefined": Form(kind="null"),
        "identifier": Form(kind="name"),
        "shorthand_property_identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "this": Form(kind="name"),
        "import": Form(kind="name"),
        "meta_property": Form(kind="name"),
        "member_expression": Form(kind="attribute", roles={"base": "object", "name": "property"}),
        "nested_type_identifier": Form(kind="attribute", roles={"base": "module", "name": "name"}),
        "call_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "new_expression": Form(kind="call", roles={"callee": "constructor", "arguments": "arguments"}),
        "binary_expression": Form(kind="binary"),
        "object": Form(kind="table"),
        "array": Form(kind="sequence"),
        "ternary_expression": Form(
            kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}
        ),
        "subscript_expression": Form(kind="subscript", roles={"base": "object", "key": "index"}),
        "parenthesized_expression": Form(kind="wrap"),
        "await_expression": Form(kind="wrap"),
        "as_expression": Form(kind="wrap"),
        "satisfies_expression": Form(kind="wrap"),
        "non_null_expression": Form(kind="wrap"),
        "type_assertion": Form(kind="wrap", roles={"value": "-1"}),
        "type_annotation": Form(kind="wrap"),
        "assignment_expression": Form(kind="wrap", roles={"value": "right"}),
        "arrow_function": Form(kind="closure"),
        "function_expression": Form(kind="closure"),
        "class": Form(kind="closure"),
        "function": Form(kind="closure"),
    },
    "text": frozenset({"string_fragment"}),
    "escape": frozenset({"escape_sequence"}),
    "holes": frozenset({"template_substitution"}),
    "keyword": {},
    "pair": {"pair": ("key", "value")},
    "shorthand": frozenset({"shorthand_property_identifier"}),
    "spread_table": frozenset({"spread_element"}),
    "spread_list": frozenset({"spread_element"}),
    "same_text": frozenset({"asString", "asUrlString", "required"}),
    "concat": frozenset({"+"}),
    "fallback": frozenset({"||", "??"}),
    "pipe": frozenset(),
    "receivers": frozenset({"this"}),
    "implicit_receiver": True,
    "object_arguments": True,
    "constructor": "constructor",
    "blocks": frozenset({"statement_block", "program", "class_body"}),
    "loaders": frozenset({"import", "require"}),
    "enums": frozenset({"enum_declaration"}),
    "heritage": frozenset({"class_heritage", "extends_clause"}),
    "destructured": {
        "shorthand_property_identifier_pattern": (None, None, None),
        "object_assignment_pattern": ("left", "left", "right"),
        "pair_pattern": ("key", "value", None),
    },
    "branches": frozenset({"else_clause", "switch_case", "switch_default"}),
    "otherwise": frozenset({"else_clause"}),
    "conditionals": frozenset({"if_statement"}),
    "env": EnvAccess(
        calls={"Deno.env.get": (0, None), "process.env.get": (0, None)},
        tables=frozenset({"process.env", "import.meta.env", "Bun.env"}),
    ),
}

JAVASCRIPT = Language(
    name="javascript", grammar=_javascript, queries=("ecmascript.scm", "javascript.scm"), **_ECMASCRIPT
)
TYPESCRIPT = Language(
    name="typescript", grammar=_typescript, queries=("ecmascript.scm", "typescript.scm"), **_ECMASCRIPT
)
TSX = Language(name="tsx", grammar=_tsx, queries=("ecmascript.scm", "typescript.scm"), **_ECMASCRIPT)
