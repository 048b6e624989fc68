"""Elixir."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _elixir() -> Any:
    import tree_sitter_elixir

    return tree_sitter_elixir.language()


def _reader(row: Language) -> Any:
    from aigov.scan.facts.elixir import ElixirReader

    return ElixirReader(row)


def _local_name(module: str) -> str:
    return module.rpartition(".")[2]


ELIXIR = Language(
    name="elixir",
    family="elixir",
    grammar=_elixir,
    reader=_reader,
    queries=("elixir.scm",),
    import_words=re.compile(rb"\b(?:alias|import|use|require)\b|\b[A-Z]\w*(?:\.[A-Z]\w*)*\."),
    forms={
        "string": Form(kind="string"),
        "charlist": Form(kind="string"),
        "sigil": Form(kind="string"),
        "atom": Form(kind="atom"),
        "quoted_atom": Form(kind="atom"),
        "integer": Form(kind="number"),
        "float": Form(kind="number"),
        "nil": Form(kind="null"),
        "identifier": Form(kind="name"),
        "alias": Form(kind="name"),
        "unary_operator": Form(kind="own"),
        "dot": Form(kind="attribute", roles={"base": "left", "name": "right"}),
        "call": Form(kind="call", roles={"callee": "target", "arguments": "1"}),
        "binary_operator": Form(kind="binary"),
        "access_call": Form(kind="subscript", roles={"base": "target", "key": "key"}),
        "map": Form(kind="table"),
        "list": Form(kind="sequence"),
        "tuple": Form(kind="sequence"),
        "keywords": Form(kind="wrap"),
        "map_content": Form(kind="wrap"),
        "body": Form(kind="wrap", roles={"value": "-1"}),
        "block": Form(kind="wrap", roles={"value": "-1"}),
        "anonymous_function": Form(kind="closure"),
    },
    local_name=_local_name,
    ambient="tree",
    defines=re.compile(rb"^[ \t]*defmodule[ \t]+([A-Z]\w*)[ \t]+do\b", re.MULTILINE),
    module_classes=True,
    loaders=frozenset({"alias", "import", "use", "require"}),
    implicit_members=True,
    text=frozenset({"quoted_content"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset({"interpolation"}),
    object_arguments=True,
    keyword_tables=True,
    pair={"pair": ("key", "value")},
    passes=frozenset(
        """Atom.to_string Jason.encode! Jason.encode
        Jason.encode_to_iodata! Poison.encode! Poison.encode JSON.encode! String.trim
        String.to_charlist to_charlist to_string URI.parse URI.to_string Map.put Keyword.put
        Req.merge Req.Request.put_header Req.Request.put_headers Req.Request.merge_options""".split()  # noqa: SIM905
    ),
    path_joins=frozenset({"Path.join", "URI.merge"}),
    defining=frozenset({"def", "defp", "defmacro", "defmacrop", "defn", "defnp"}),
    result_tag=":ok",
    concat=frozenset({"<>"}),
    receivers=frozenset({"__MODULE__"}),
    arms=frozenset({"stab_clause"}),
    blocks=frozenset({"do_block", "source"}),
    branches=frozenset({"stab_clause", "else_block"}),
    env=EnvAccess(
        calls={
            "System.get_env": (0, 1),
            "System.fetch_env": (0, None),
            "System.fetch_env!": (0, None),
        }
    ),
    application_settings={
        "Application.get_env": 2,
        "Application.compile_env": 2,
        "Application.compile_env!": None,
        "Application.fetch_env": None,
        "Application.fetch_env!": None,
    },
    key_readers=frozenset(
        {
            "Keyword.get",
            "Keyword.get_lazy",
            "Map.get_lazy",
            "Keyword.fetch!",
            "Keyword.fetch",
            "Map.get",
            "Map.fetch!",
            "Access.get",
        }
    ),
)
