"""Rust (grammar: https://github.com/tree-sitter/tree-sitter-rust; language: https://doc.rust-lang.org/reference)."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language

_TAG_VARIABLE = re.compile(r'\benv\s*=\s*"([A-Za-z_]\w*)"')
_TAG_DEFAULT = re.compile(r'\bdefault(?:_value|_value_t)?\s*=\s*(?:[\w:]+\s*\(\s*)?"((?:[^"\\]|\\.)*)"')
_FUNCTION = re.compile(r"#\[serde\(")


def _rust() -> Any:
    import tree_sitter_rust

    return tree_sitter_rust.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.rust import RustReader

    return RustReader(row)


def read_tag(text: str) -> tuple[str | None, str | None]:
    """Variable and default that the attribute before a field names: ``#[arg(env = "MODEL", default_value = "…")]``.

    The text of serde's ``default`` is the name of a function, and none of a value: ``name()``.
    """
    variable = _TAG_VARIABLE.search(text)
    default = _TAG_DEFAULT.search(text)
    given = default[1] if default else None
    return variable[1] if variable else None, f"{given}()" if given and _FUNCTION.match(text) else given


_VAR = (0, None)

RUST = Language(
    name="rust",
    family="rust",
    grammar=_rust,
    queries=("rust.scm",),
    reader=_reader,
    import_words=re.compile(rb"\buse\b[^;{]*(?:\{[^;]*)?;|\bextern\s+crate\b[^\n]*|\bmod\s+\w+\s*;|\b[a-z_]\w*\s*::"),
    separators=re.compile(r"::|\?\."),
    forms={
        "string_literal": Form(kind="string"),
        "raw_string_literal": Form(kind="string"),
        "integer_literal": Form(kind="number"),
        "float_literal": Form(kind="number"),
        "boolean_literal": Form(kind="true"),
        "identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "field_identifier": Form(kind="name"),
        "self": Form(kind="name"),
        "super": Form(kind="name"),
        "crate": Form(kind="name"),
        "scoped_identifier": Form(kind="attribute", roles={"base": "path", "name": "name"}),
        "scoped_type_identifier": Form(kind="attribute", roles={"base": "path", "name": "name"}),
        "field_expression": Form(kind="attribute", roles={"base": "value", "name": "field"}),
        "call_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "generic_function": Form(kind="wrap", roles={"value": "function"}),
        "struct_expression": Form(kind="literal", roles={"callee": "name", "members": "body"}),
        "macro_invocation": Form(kind="strings"),
        "try_expression": Form(kind="wrap"),
        "await_expression": Form(kind="wrap"),
        "reference_expression": Form(kind="wrap", roles={"value": "value"}),
        "unary_expression": Form(kind="wrap"),
        "parenthesized_expression": Form(kind="wrap"),
        "type_cast_expression": Form(kind="wrap", roles={"value": "value"}),
        "array_expression": Form(kind="sequence"),
        "tuple_expression": Form(kind="sequence"),
        "index_expression": Form(kind="subscript", roles={"base": "0", "key": "1"}),
        "binary_expression": Form(kind="binary"),
        "if_expression": Form(kind="choice"),
        "match_expression": Form(kind="arms"),
        "block": Form(kind="elided"),
        "expression_statement": Form(kind="operands"),
        "closure_expression": Form(kind="closure"),
        "reference_type": Form(kind="wrap", roles={"value": "type"}),
        "generic_type": Form(kind="generic"),
    },
    env=EnvAccess(
        calls={
            "std.env.var": _VAR,
            "std::env.var": _VAR,
            "env.var": _VAR,
            "std.env.var_os": _VAR,
            "dotenvy.var": _VAR,
            "dotenv.var": _VAR,
        }
    ),
    tokens=frozenset({"token_tree"}),
    text=frozenset({"string_content"}),
    escape=frozenset({"escape_sequence"}),
    keyword={"field_initializer": ("field", "value")},
    shorthand=frozenset({"shorthand_field_initializer"}),
    spread_table=frozenset({"base_field_initializer"}),
    concat=frozenset({"+"}),
    builds=frozenset({"build", "send"}),
    begins=frozenset(
        {
            "builder",
            "agent",
            "post",
            "put",
            "patch",
            "converse",
            "converse_stream",
            "invoke_model",
            "invoke_model_with_response_stream",
        }
    ),
    passes=frozenset(
        {
            "Some",
            "Ok",
            "String.from",
            "Box.new",
            "Arc.new",
            "Rc.new",
            "Mutex.new",
            "RwLock.new",
            "Cow.from",
            "Cow.Borrowed",
            "Into.into",
            "Url.parse",
            "std::sync.Arc.new",
            "std::borrow.Cow.Borrowed",
            "std::borrow.Cow.from",
            "std::sync.Mutex.new",
            "tokio::sync.Mutex.new",
            "tokio::sync.RwLock.new",
            "std::rc.Rc.new",
            "url.Url.parse",
            "reqwest.Url.parse",
            "serde_json.to_string",
            "serde_json.to_vec",
            "serde_json.to_value",
        }
    ),
    table_makers=frozenset(f"std::collections.{name}.new" for name in ("HashMap", "BTreeMap")),
    same_text=frozenset({"to_string", "into", "to_owned", "to_lowercase", "as_str", "clone"}),
    hands_back=re.compile(r"from|from_static|from_str"),
    receivers=frozenset({"self"}),
    self_type="Self",
    prelude=frozenset(
        {"Some", "None", "Ok", "Err", "Vec", "Box", "String", "Option", "Result", "Default", "Self", "self", "crate"}
        | {"super", "std", "core", "alloc", "str", "format", "vec", "env", "json", "serde_json", "tokio", "drop"}
    ),
    path_roots=frozenset({"crate", "super"}),
    open_fields=True,
    tag=read_tag,
    attributes=frozenset({"attribute_item"}),
    enums=frozenset({"enum_item"}),
    blocks=frozenset({"block", "source_file"}),
    branches=frozenset({"match_arm", "else_clause"}),
)
