"""C#."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _csharp() -> Any:
    import tree_sitter_c_sharp

    return tree_sitter_c_sharp.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.csharp import CsharpReader

    return CsharpReader(row)


_MODIFIERS = (
    rb"(?:(?:public|protected|private|internal|static|abstract|sealed|partial|readonly|ref|file|unsafe|new)[ \t]+)*"
)

CSHARP = Language(
    name="csharp",
    family="csharp",
    grammar=_csharp,
    reader=_reader,
    queries=("csharp.scm",),
    import_words=re.compile(rb"\busing\b"),
    forms={
        "string_literal": Form(kind="string"),
        "verbatim_string_literal": Form(kind="string"),
        "raw_string_literal": Form(kind="string"),
        "interpolated_string_expression": Form(kind="string"),
        "integer_literal": Form(kind="number"),
        "real_literal": Form(kind="number"),
        "boolean_literal": Form(kind="boolean"),
        "null_literal": Form(kind="null"),
        "identifier": Form(kind="name"),
        "predefined_type": Form(kind="name"),
        "implicit_parameter": Form(kind="name"),
        "this": Form(kind="name"),
        "qualified_name": Form(kind="attribute", roles={"base": "qualifier", "name": "name"}),
        "alias_qualified_name": Form(kind="wrap", roles={"value": "name"}),
        "generic_name": Form(kind="generic", roles={"base": "0", "arguments": "1"}),
        "nullable_type": Form(kind="wrap"),
        "array_type": Form(kind="wrap", roles={"value": "type"}),
        "member_access_expression": Form(kind="attribute", roles={"base": "expression", "name": "name"}),
        "conditional_access_expression": Form(kind="attribute", roles={"base": "condition", "name": "-1"}),
        "invocation_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "object_creation_expression": Form(
            kind="call", roles={"callee": "type", "arguments": "arguments", "members": "initializer"}
        ),
        "implicit_object_creation_expression": Form(kind="call", roles={"arguments": "0", "members": "1"}),
        "anonymous_object_creation_expression": Form(kind="table"),
        "with_expression": Form(kind="table"),
        "initializer_expression": Form(kind="elided"),
        "collection_expression": Form(kind="sequence"),
        "collection_element": Form(kind="wrap"),
        "expression_element": Form(kind="wrap"),
        "spread_element": Form(kind="wrap"),
        "array_creation_expression": Form(kind="wrap", roles={"value": "-1"}),
        "implicit_array_creation_expression": Form(kind="wrap", roles={"value": "-1"}),
        "tuple_expression": Form(kind="sequence"),
        "binary_expression": Form(kind="binary"),
        "as_expression": Form(kind="wrap", roles={"value": "left"}),
        "conditional_expression": Form(
            kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}
        ),
        "switch_expression": Form(kind="arms"),
        "element_access_expression": Form(kind="subscript", roles={"base": "expression", "key": "subscript"}),
        "bracketed_argument_list": Form(kind="wrap"),
        "argument": Form(kind="wrap", roles={"value": "-1"}),
        "parenthesized_expression": Form(kind="wrap"),
        "await_expression": Form(kind="wrap"),
        "cast_expression": Form(kind="wrap", roles={"value": "value"}),
        "postfix_unary_expression": Form(kind="wrap"),
        "checked_expression": Form(kind="wrap"),
        "ref_expression": Form(kind="wrap"),
        "assignment_expression": Form(kind="wrap", roles={"value": "right"}),
        "arrow_expression_clause": Form(kind="wrap"),
        "attribute": Form(kind="call", roles={"callee": "name", "arguments": "1"}),
        "attribute_argument": Form(kind="wrap", roles={"value": "-1"}),
        "typeof_expression": Form(kind="wrap", roles={"value": "type"}),
        "lambda_expression": Form(kind="closure"),
        "anonymous_method_expression": Form(kind="closure"),
    },
    env=EnvAccess(
        calls={
            "Environment.GetEnvironmentVariable": (0, None),
            "System.Environment.GetEnvironmentVariable": (0, None),
            "Env.GetString": (0, 1),
            "DotNetEnv.Env.GetString": (0, 1),
        },
    ),
    opens=True,
    ambient="tree",
    defines=re.compile(
        rb"^[ \t]*" + _MODIFIERS + rb"(?:class|interface|enum|record(?:[ \t]+(?:class|struct))?|struct)[ \t]+(\w+)",
        re.MULTILINE,
    ),
    # Type arguments may be comparisons: the parser keeps both in mind, level by level.
    unbearable=re.compile(rb"(?:\w{1,80}\s{0,9}<\s{0,9}){1500}"),
    http_types=frozenset({"HttpClient", "IHttpClientFactory", "RestClient", "IRestClient"}),
    unwraps=frozenset({"Value", "CurrentValue", "Result", "Get"}),
    settings_objects=re.compile(r"config|settings|secrets", re.IGNORECASE),
    partials=re.compile(rb"\bpartial\s+(?:class|record|struct|interface)\s+(\w+)"),
    adds=re.compile(rb"\b(\w+)(?:<[\w, ]{0,80}>)?\(\s*(?:\[[^\]\n]{0,80}\]\s*)?this\s"),
    implicit_members=True,
    separators=re.compile(r"[?!]\.|::|\?(?=\[)"),
    text=frozenset({"string_literal_content", "string_content", "raw_string_content"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset({"interpolation"}),
    keyword={"argument": ("name", "-1"), "assignment_expression": ("left", "right")},
    passes=frozenset(
        {
            "Uri",
            "System.Uri",
            "Task.FromResult",
            "ValueTask.FromResult",
            "Options.Create",
            "Lazy",
            "JsonContent.Create",
            "StringContent",
            "JsonSerializer.Serialize",
            "JsonConvert.SerializeObject",
        }
    ),
    same_text=frozenset({"Trim", "TrimEnd", "TrimStart", "ToString", "ToLower", "ToLowerInvariant", "AbsoluteUri"}),
    concat=frozenset({"+"}),
    fallback=frozenset({"??"}),
    receivers=frozenset({"this"}),
    constructor="new",
    constructors=frozenset({"constructor_declaration", "parameter_list"}),
    holders=frozenset({"Task", "ValueTask", "Lazy", "Nullable", "IOptions", "IOptionsSnapshot", "IOptionsMonitor"}),
    arms=frozenset({"switch_expression_arm"}),
    enums=frozenset({"enum_declaration"}),
    heritage=frozenset({"base_list"}),
    declarators=frozenset({"variable_declarator", "parameter"}),
    blocks=frozenset({"block", "compilation_unit", "declaration_list", "switch_section", "global_statement"}),
    branches=frozenset({"block", "if_statement", "switch_section", "switch_expression_arm"}),
    otherwise=frozenset({"block", "if_statement"}),
    conditionals=frozenset({"if_statement"}),
)
