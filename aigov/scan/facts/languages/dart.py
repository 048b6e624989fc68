"""Dart."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language

_PACKAGE = re.compile(r"package:(\w+)/(?:\1\.dart$)?(.*)")


def _dart() -> Any:
    import tree_sitter_dart

    return tree_sitter_dart.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.dart import DartReader

    return DartReader(row)


def _module_name(spelled: str) -> str:
    """``package:openai_dart/openai_dart.dart`` is ``openai_dart``; another library of it keeps its path."""
    match = _PACKAGE.match(spelled)
    return spelled if match is None else f"{match[1]}/{match[2]}".rstrip("/")


DART = Language(
    name="dart",
    family="dart",
    grammar=_dart,
    reader=_reader,
    queries=("dart.scm",),
    # Measured on 17 MB of applications: at most 0.03; a chain of ``->b()`` takes 1.6 at 2 KB, 4 at 4 KB.
    max_steps=0.3,
    import_words=re.compile(rb"\bimport\b|\bexport\b"),
    forms={
        "string_literal": Form(kind="string"),
        "decimal_integer_literal": Form(kind="number"),
        "decimal_floating_point_literal": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "null_literal": Form(kind="null"),
        "identifier": Form(kind="name"),
        "identifier_dollar_escaped": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "this": Form(kind="name"),
        "super": Form(kind="name"),
        "const_object_expression": Form(kind="call"),
        "new_expression": Form(kind="call"),
        "selector": Form(kind="call"),
        "additive_expression": Form(kind="binary"),
        "if_null_expression": Form(kind="binary"),
        "set_or_map_literal": Form(kind="table"),
        "list_literal": Form(kind="sequence"),
        "conditional_expression": Form(kind="choice"),
        "switch_expression": Form(kind="arms"),
        "unary_expression": Form(kind="wrap"),
        "await_expression": Form(kind="wrap"),
        "parenthesized_expression": Form(kind="wrap"),
        "assignable_expression": Form(kind="wrap"),
        "argument": Form(kind="wrap"),
        "function_expression": Form(kind="closure"),
    },
    opens=True,
    module_name=_module_name,
    implicit_members=True,
    separators=re.compile(r"\?\.|!\."),
    holes=frozenset({"template_substitution"}),
    keyword={"named_argument": ("0", "1")},
    passes=frozenset(
        """Uri.parse jsonEncode json.encode utf8.encode ChatCompletionModel.modelId Model.modelId
        EmbeddingModel.modelId""".split()  # noqa: SIM905
    ),
    path_joins=frozenset({"resolve"}),
    url_makers={"Uri.https": "https", "Uri.http": "http"},
    pair={"pair": ("key", "value")},
    spread_table=frozenset({"spread_element"}),
    spread_list=frozenset({"spread_element"}),
    concat=frozenset({"+"}),
    fallback=frozenset({"??"}),
    receivers=frozenset({"this"}),
    signatures=frozenset({"function_signature", "method_signature"}),
    target_selectors=frozenset({"unconditional_assignable_selector", "conditional_assignable_selector"}),
    declarators=frozenset({"static_final_declaration", "initialized_identifier", "enum_constant"}),
    enums=frozenset({"enum_declaration"}),
    arms=frozenset({"switch_expression_case"}),
    blocks=frozenset({"block", "program", "class_body"}),
    branches=frozenset({"switch_statement_case", "switch_statement_default"}),
    conditionals=frozenset({"if_statement"}),
    heritage=frozenset({"superclass"}),
    env=EnvAccess(
        calls={"String.fromEnvironment": (0, None), "dotenv.get": (0, None), "dotenv.maybeGet": (0, None)},
        tables=frozenset({"Platform.environment", "dotenv.env", "DotEnv.env"}),
    ),
)
