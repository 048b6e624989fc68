"""Python."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _python() -> Any:
    import tree_sitter_python

    return tree_sitter_python.language()


PYTHON = Language(
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
        "generic_type": Form(kind="generic", roles={"base": "0", "arguments": "1"}),
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
    blocks=frozenset({"block", "module"}),
    # Agent[Deps](…), and not TABLE[key](…).
    type_arguments=re.compile(r"""(?:^|\.)_*[A-Z][A-Z0-9]*[a-z]\w*(\[[^"'()]*\])$"""),
    loaders=frozenset({"importlib.import_module", "import_module", "__import__"}),
    enums=frozenset(),
    heritage=frozenset({"argument_list"}),
    destructured={},
    holders=frozenset({"Optional", "Annotated", "Union", "Final", "ClassVar"}),
    comprehensions=frozenset(
        {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
    ),
    branches=frozenset({"elif_clause", "else_clause", "case_clause"}),
    otherwise=frozenset({"else_clause"}),
    conditionals=frozenset({"if_statement"}),
    env=EnvAccess(
        calls={
            "os.getenv": (0, 1),
            "os.environ.get": (0, 1),
            "os.environ.setdefault": (0, 1),
            "os.environ.pop": (0, 1),
            "decouple.config": (0, 1),
            "decouple.Config()": (0, 1),
            "decouple.AutoConfig()": (0, 1),
            "environs.Env()": (0, 1),
            "environs.Env().str": (0, 1),
            "environs.env": (0, 1),
            "environs.env.str": (0, 1),
            "environ.Env()": (0, 2),
            "environ.Env().str": (0, 1),
            "environ.FileAwareEnv()": (0, 2),
            "environ.FileAwareEnv().str": (0, 1),
            "starlette.config.Config()": (0, 2),
            "dotenv.dotenv_values().get": (0, 1),
        },
        tables=frozenset({"os.environ", "dotenv.dotenv_values()"}),
    ),
)
