"""F#: symbols, settings and environment of C#, whose packages it uses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from aigov.scan.facts.languages.csharp import CSHARP
from aigov.scan.facts.languages.row import Form, Language


def _fsharp() -> Any:
    import tree_sitter_fsharp

    return tree_sitter_fsharp.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.fsharp import FsharpReader

    return FsharpReader(row)


_NAME = Form(kind="attribute")

FSHARP = replace(
    CSHARP,
    name="fsharp",
    grammar=_fsharp,
    reader=_reader,
    queries=("fsharp.scm",),
    import_words=re.compile(rb"\bopen\b"),
    forms={
        "string": Form(kind="string"),
        "verbatim_string": Form(kind="string"),
        "triple_quoted_string": Form(kind="string"),
        "int": Form(kind="number"),
        "float": Form(kind="number"),
        "bool": Form(kind="boolean"),
        "const": Form(kind="wrap"),
        "identifier": Form(kind="name"),
        "long_identifier": _NAME,
        "long_identifier_or_op": _NAME,
        "dot_expression": _NAME,
        "simple_type": Form(kind="wrap"),
        "generic_type": Form(kind="wrap"),
        "application_expression": Form(kind="call"),
        "prefixed_expression": Form(kind="wrap", roles={"value": "-1"}),
        "paren_expression": Form(kind="wrap"),
        "begin_end_expression": Form(kind="wrap"),
        "ce_expression": Form(kind="wrap", roles={"value": "block"}),
        "declaration_expression": Form(kind="wrap", roles={"value": "in"}),
        "sequential_expression": Form(kind="wrap", roles={"value": "-1"}),
        "typecast_expression": Form(kind="wrap"),
        "infix_expression": Form(kind="binary"),
        "index_expression": Form(kind="subscript", roles={"base": "0", "key": "index"}),
        "list_expression": Form(kind="sequence"),
        "array_expression": Form(kind="sequence"),
        "tuple_expression": Form(kind="sequence"),
        "brace_expression": Form(kind="table"),
        "anon_record_expression": Form(kind="table"),
        "if_expression": Form(kind="choice", roles={"then": "then", "test": "guard", "else": "else"}),
        "match_expression": Form(kind="operands"),
        "fun_expression": Form(kind="closure"),
        "attribute": Form(kind="wrap"),
    },
    ambient="tree",
    defines=re.compile(
        rb"^[ \t]*(?:module|type|and)[ \t]+(?:(?:public|private|internal|rec|global)[ \t]+)*(?:\w+\.)*(\w+)",
        re.MULTILINE,
    ),
    # Operators without end: each widens what the parser keeps in mind.
    unbearable=re.compile(rb"(?:[\w.]{1,80}[ \t]{0,9}[-+*/<>=|&@^]{1,3}[ \t]{0,9}){1500}"),
    # Elements of a tuple without end: memory with the square of their number, 0.5 GB for 5,000. Lists have semicolons.
    most_listed=2000,
    max_steps=0.3,
    partials=None,
    adds=None,
    separators=None,
    text=frozenset(),
    escape=frozenset(),
    holes=frozenset(),
    keyword={},
    receivers=frozenset({"this", "self", "_", "__", "x"}),
    constructors=frozenset({"primary_constr_args"}),
    arms=frozenset({"rule"}),
    enums=frozenset(),
    heritage=frozenset({"class_inherits_decl"}),
    declarators=frozenset(),
    blocks=frozenset({"file", "named_module", "module_defn", "ce_expression", "type_extension_elements"}),
    branches=frozenset({"rule"}),
    otherwise=frozenset(),
    conditionals=frozenset({"if_expression"}),
)
