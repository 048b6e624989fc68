"""Ruby."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language


def _ruby() -> Any:
    import tree_sitter_ruby

    return tree_sitter_ruby.language()


RUBY = Language(
    name="ruby",
    family="ruby",
    grammar=_ruby,
    queries=("ruby.scm",),
    # A Rails file requires nothing: the constants that it names load what defines them.
    import_words=re.compile(rb"\brequire|\bacts_as_|\b[A-Z]\w*(?:::|\.[a-z])|[<(]\s*[A-Z]\w*::"),
    forms={
        "string": Form(kind="string"),
        "bare_string": Form(kind="string"),
        "heredoc_body": Form(kind="string"),
        "chained_string": Form(kind="strings"),
        "simple_symbol": Form(kind="atom"),
        "delimited_symbol": Form(kind="string"),
        "hash_key_symbol": Form(kind="atom"),
        "integer": Form(kind="number"),
        "float": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "nil": Form(kind="null"),
        "identifier": Form(kind="name"),
        "constant": Form(kind="name"),
        "self": Form(kind="name"),
        "instance_variable": Form(kind="own"),
        "class_variable": Form(kind="own"),
        "global_variable": Form(kind="name"),
        "scope_resolution": Form(kind="attribute", roles={"base": "scope", "name": "name"}),
        "call": Form(
            kind="method",
            roles={"base": "receiver", "name": "method", "arguments": "arguments", "block": "block"},
        ),
        "binary": Form(kind="binary"),
        "hash": Form(kind="table"),
        "array": Form(kind="sequence"),
        "string_array": Form(kind="sequence"),
        "symbol_array": Form(kind="sequence"),
        "right_assignment_list": Form(kind="sequence"),
        "conditional": Form(kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}),
        "if": Form(kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}),
        "unless": Form(kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}),
        "elsif": Form(kind="choice", roles={"then": "consequence", "test": "condition", "else": "alternative"}),
        "case": Form(kind="arms"),
        "case_match": Form(kind="arms"),
        "when": Form(kind="wrap", roles={"value": "body"}),
        "in_clause": Form(kind="wrap", roles={"value": "body"}),
        "then": Form(kind="wrap", roles={"value": "-1"}),
        "else": Form(kind="wrap", roles={"value": "-1"}),
        "begin": Form(kind="wrap", roles={"value": "-1"}),
        "body_statement": Form(kind="wrap", roles={"value": "-1"}),
        "block_body": Form(kind="wrap", roles={"value": "-1"}),
        "if_modifier": Form(kind="wrap", roles={"value": "body"}),
        "unless_modifier": Form(kind="wrap", roles={"value": "body"}),
        "rescue_modifier": Form(kind="wrap", roles={"value": "body"}),
        "element_reference": Form(kind="subscript", roles={"base": "object", "key": "1"}),
        "parenthesized_statements": Form(kind="wrap", roles={"value": "-1"}),
        "assignment": Form(kind="wrap", roles={"value": "right"}),
        "operator_assignment": Form(kind="wrap", roles={"value": "right"}),
        "lambda": Form(kind="closure"),
    },
    text=frozenset({"string_content", "heredoc_content"}),
    escape=frozenset({"escape_sequence"}),
    holes=frozenset({"interpolation"}),
    keyword={"pair": ("key", "value")},
    object_arguments=True,
    keyword_tables=True,
    program_settings=frozenset({"Rails", "Settings"}),
    creates="new",
    bare_calls=True,
    ambient="tree",
    defines=re.compile(
        rb"^[ \t]*(?:class|module)[ \t]+(?:[\w:]+::)?([A-Z]\w*)|^[ \t]*([A-Z][A-Z0-9_]+)[ \t]*=(?![=~])", re.MULTILINE
    ),
    implicit_members=True,
    separators=re.compile(r"::|&\."),
    same_text=frozenset(
        """freeze to_s dup squish to_sym presence strip_heredoc chomp request_uri path to_json to_h compact
        symbolize_keys stringify_keys deep_stringify_keys with_indifferent_access""".split()  # noqa: SIM905
    ),
    passes=frozenset(
        """URI URI.parse Addressable.URI.parse JSON.generate JSON.dump JSON.pretty_generate Oj.dump
        MultiJson.dump""".split()  # noqa: SIM905
    ),
    path_joins=frozenset({"URI.join", "File.join"}),
    formats=frozenset({"format", "sprintf", "Kernel.format"}),
    pair={"pair": ("key", "value")},
    shorthand=frozenset({"hash_key_symbol"}),
    loaders=frozenset({"require", "require_relative", "load"}),
    spread_table=frozenset({"hash_splat_argument"}),
    spread_list=frozenset({"splat_argument"}),
    concat=frozenset({"+", "<<"}),
    fallback=frozenset({"||", "or"}),
    receivers=frozenset({"self"}),
    constructor="initialize",
    heritage=frozenset({"superclass"}),
    blocks=frozenset({"body_statement", "block_body", "program", "then", "else"}),
    arms=frozenset({"when", "in_clause", "else"}),
    branches=frozenset({"then", "else", "elsif", "when", "in_clause"}),
    conditionals=frozenset({"if_modifier", "unless_modifier"}),
    env=EnvAccess(calls={"ENV.fetch": (0, 1), "ENV.dig": (0, None)}, tables=frozenset({"ENV"})),
)
