"""The languages that the facts engine reads: one row each, beside its query file.

A new language is a row here, a ``.scm`` file, a row in ``aigov/scan/kinds.toml`` and a case in ``tests/detect``. The
captures that a query file uses are listed at the top of ``engine.py``, the forms of ``expressions`` in
``expressions.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FormKind = Literal[
    "string",
    "strings",
    "number",
    "true",
    "false",
    "null",
    "name",
    "attribute",
    "call",
    "binary",
    "table",
    "sequence",
    "choice",
    "subscript",
    "wrap",
    "closure",
    "operands",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How one node kind reads as an expression. ``roles`` maps the role to the grammar's field name."""

    kind: FormKind
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvAccess:
    """How a language's programs read environment variables, as dotted names after import aliases are followed."""

    calls: Mapping[str, tuple[int, int | None]]
    """Called name -> position of the variable and of the default (None: none; keyword ``default`` counts too)."""
    tables: frozenset[str]
    """Mappings whose keys or attributes are variables: ``os.environ``, ``process.env``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One programming language."""

    name: str
    """The kind's name in ``aigov/scan/kinds.toml``."""
    family: str
    """The language of the catalogue's imports and constructors: TypeScript's is ``javascript``."""
    grammar: Callable[[], Any]
    """Loads the grammar; late, so that a scan pays only for the languages that it meets."""
    queries: tuple[str, ...]
    """Query files of this folder, read in order as one query."""
    import_words: re.Pattern[bytes]
    """What stands in the text of every import, re-export and dynamic import."""
    forms: Mapping[str, Form]
    text: frozenset[str]
    """Node kinds that hold the text of a string."""
    escape: frozenset[str]
    holes: frozenset[str]
    """Node kinds that hold an expression inside a string."""
    keyword: Mapping[str, tuple[str, str]]
    """Node kinds of keyword arguments, with the fields of name and value."""
    pair: Mapping[str, tuple[str, str]]
    """Node kinds of the pairs of a table, with the fields of key and value."""
    shorthand: frozenset[str]
    """Node kinds of ``{name}`` in a table."""
    spread_table: frozenset[str]
    spread_list: frozenset[str]
    concat: frozenset[str]
    """Operators that join text."""
    fallback: frozenset[str]
    pipe: frozenset[str]
    """Operators that join components into one (``prompt | model``)."""
    receivers: frozenset[str]
    """Names of the object that a method belongs to."""
    implicit_receiver: bool
    """Whether the receiver is not among the parameters."""
    constructor: str
    """Name of the method that sets up an object."""
    statements: frozenset[str]
    """Node kinds of a bare expression statement: a string there is a docstring or a no-op."""
    blocks: frozenset[str]
    """Node kinds of statement lists."""
    loaders: frozenset[str]
    """Functions that load the module that their first argument names."""
    enums: frozenset[str]
    """Node kinds of enumerations."""
    heritage: frozenset[str]
    """Node kinds that wrap the bases of a class."""
    destructured: Mapping[str, tuple[str | None, str | None, str | None]]
    """Node kinds inside an object pattern, with the fields of key, local name (a nested pattern too) and default."""
    branches: frozenset[str]
    """Node kinds of alternatives: of several next to each other only one runs."""
    otherwise: frozenset[str]
    """Those of ``branches`` that other statements have too (``else`` of a loop); ``conditionals`` tells them apart."""
    conditionals: frozenset[str]
    env: EnvAccess
    max_indents: int | None = None
    """Levels of indentation that the grammar's scanner bears; None: indentation means nothing to it."""


def _python() -> Any:
    import tree_sitter_python

    return tree_sitter_python.language()


def _javascript() -> Any:
    import tree_sitter_javascript

    return tree_sitter_javascript.language()


def _typescript() -> Any:
    import tree_sitter_typescript

    return tree_sitter_typescript.language_typescript()


def _tsx() -> Any:
    import tree_sitter_typescript

    return tree_sitter_typescript.language_tsx()


_PYTHON = Language(
    # tree-sitter-python 0.25 keeps its indents in 1 KiB, writes past the end of that, and takes the process with it.
    max_indents=300,
    name="python",
    family="python",
    grammar=_python,
    queries=("python.scm",),
    import_words=re.compile(rb"import"),
    forms={
        "string": Form(kind="string"),
        "concatenated_string": Form(kind="strings"),
        "integer": Form(kind="number"),
        "float": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "none": Form(kind="null"),
        "identifier": Form(kind="name"),
        "attribute": Form(kind="attribute", roles={"base": "object", "name": "attribute"}),
        "call": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "binary_operator": Form(kind="binary"),
        "boolean_operator": Form(kind="binary"),
        "dictionary": Form(kind="table"),
        "list": Form(kind="sequence"),
        "tuple": Form(kind="sequence"),
        "set": Form(kind="sequence"),
        "expression_list": Form(kind="sequence"),
        "conditional_expression": Form(kind="choice", roles={"then": "0", "test": "1", "else": "2"}),
        "subscript": Form(kind="subscript", roles={"base": "value", "key": "subscript"}),
        "parenthesized_expression": Form(kind="wrap"),
        "await": Form(kind="wrap"),
        "type": Form(kind="wrap"),
        "named_expression": Form(kind="wrap", roles={"value": "value"}),
        "lambda": Form(kind="closure"),
    },
    text=frozenset({"string_content"}),
    escape=frozenset(),
    holes=frozenset({"interpolation"}),
    keyword={"keyword_argument": ("name", "value")},
    pair={"pair": ("key", "value")},
    shorthand=frozenset(),
    spread_table=frozenset({"dictionary_splat"}),
    spread_list=frozenset({"list_splat"}),
    concat=frozenset({"+", "%"}),
    fallback=frozenset({"or"}),
    pipe=frozenset({"|"}),
    receivers=frozenset({"self", "cls"}),
    implicit_receiver=False,
    constructor="__init__",
    statements=frozenset({"expression_statement"}),
    blocks=frozenset({"block", "module"}),
    loaders=frozenset({"importlib.import_module", "import_module", "__import__"}),
    enums=frozenset(),
    heritage=frozenset({"argument_list"}),
    destructured={},
    branches=frozenset({"elif_clause", "else_clause", "case_clause"}),
    otherwise=frozenset({"else_clause"}),
    conditionals=frozenset({"if_statement"}),
    env=EnvAccess(
        calls={
            "os.getenv": (0, 1),
            "os.environ.get": (0, 1),
            "os.environ.setdefault": (0, 1),
            "os.environ.pop": (0, 1),
            "decouple.config": (0, None),
            "environs.Env().str": (0, 1),
            "environ.Env().str": (0, None),
            "environ.Env()": (0, None),
            "environs.Env()": (0, 1),
        },
        tables=frozenset({"os.environ"}),
    ),
)

_ECMASCRIPT: dict[str, Any] = {
    "family": "javascript",
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
    "concat": frozenset({"+"}),
    "fallback": frozenset({"||", "??"}),
    "pipe": frozenset(),
    "receivers": frozenset({"this"}),
    "implicit_receiver": True,
    "constructor": "constructor",
    "statements": frozenset({"expression_statement"}),
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

LANGUAGES: Mapping[str, Language] = {
    row.name: row
    for row in (
        _PYTHON,
        Language(name="javascript", grammar=_javascript, queries=("ecmascript.scm", "javascript.scm"), **_ECMASCRIPT),
        Language(name="typescript", grammar=_typescript, queries=("ecmascript.scm", "typescript.scm"), **_ECMASCRIPT),
        Language(name="tsx", grammar=_tsx, queries=("ecmascript.scm", "typescript.scm"), **_ECMASCRIPT),
    )
}
