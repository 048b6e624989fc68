"""Go (grammar: https://github.com/tree-sitter/tree-sitter-go; language: https://go.dev/ref/spec)."""

from __future__ import annotations

import re
from typing import Any

from aigov.scan.facts.languages.row import EnvAccess, Form, Language

_VERSION = re.compile(r"v\d+")
_DOTTED_VERSION = re.compile(r"[.-]v\d+$")
_PLAIN_NAME = re.compile(
    r"(?:go[-.])?(?P<name>.+?)(?:[-.](?:sdk|client|api))?(?:[-.]?(?:golang|go))?(?:[-.](?:sdk|v\d+))?"
)
_TAG = re.compile(r'([A-Za-z_][\w-]*):"((?:[^"\\]|\\.)*)"')
_TAG_VARIABLES = ("env", "envconfig", "env-name")
_TAG_DEFAULTS = ("envDefault", "default", "env-default")
_VARIABLE = re.compile(r"[A-Za-z_]\w*")


def _go() -> Any:
    import tree_sitter_go

    return tree_sitter_go.language()


def package_name(module: str) -> str:
    """The name that a package most likely has, told from its path: ``go-openai``, ``openai-go/v2`` are ``openai``."""
    parts = module.split("/")
    last = parts.pop()
    if parts and _VERSION.fullmatch(last):
        last = parts.pop()
    last = _DOTTED_VERSION.sub("", last)
    match = _PLAIN_NAME.fullmatch(last)
    name = match["name"] if match and last.isidentifier() is False else last
    return re.sub(r"\W", "_", name)


def read_tag(text: str) -> tuple[str | None, str | None]:
    """Variable and default that a field's tag names, in the forms of the libraries that set fields from variables:
    ``env:"MODEL" envDefault:"gpt-4o"``, ``envconfig:"MODEL" default:"gpt-4o"``, ``env:"MODEL,default=gpt-4o"``."""
    tags = dict(_TAG.findall(text))
    named = next((tags[key] for key in _TAG_VARIABLES if key in tags), "")
    variable, *options = named.split(",")
    default = next((tags[key] for key in _TAG_DEFAULTS if key in tags), None)
    if default is None:
        default = next((option[8:] for option in options if option.startswith("default=")), None)
    return (variable if _VARIABLE.fullmatch(variable) else None), default


GO = Language(
    name="go",
    family="go",
    grammar=_go,
    queries=("go.scm",),
    import_words=re.compile(rb"^import\b(?:[ \t]*\((?:[^\n]*\)|(?s:.*?)\n[ \t]*\))|[^\n]*)", re.MULTILINE),
    local_name=package_name,
    ambient="folder",
    defines=re.compile(
        rb"^func[ \t]+(\w+)|^(?:type|var|const)[ \t]+(\w+)"
        rb"|^[ \t]+(\w+)(?:[ \t]*,[ \t]*\w+)*(?:[ \t]+[\w.*\[\]]+)?[ \t]*=[^=]|^[ \t]+(\w+)[ \t]+struct\b",
        re.MULTILINE,
    ),
    attaches=re.compile(
        rb"^func[ \t]*\([ \t]*(?:\w+[ \t]+)?\*?[ \t]*(\w+)(?:\[[^\]]*\])?[ \t]*\)[ \t]*(\w+)", re.MULTILINE
    ),
    forms={
        "interpreted_string_literal": Form(kind="string"),
        "raw_string_literal": Form(kind="string"),
        "int_literal": Form(kind="number"),
        "float_literal": Form(kind="number"),
        "true": Form(kind="true"),
        "false": Form(kind="false"),
        "nil": Form(kind="null"),
        "identifier": Form(kind="name"),
        "package_identifier": Form(kind="name"),
        "type_identifier": Form(kind="name"),
        "field_identifier": Form(kind="name"),
        "selector_expression": Form(kind="attribute", roles={"base": "operand", "name": "field"}),
        "qualified_type": Form(kind="attribute", roles={"base": "package", "name": "name"}),
        "call_expression": Form(kind="call", roles={"callee": "function", "arguments": "arguments"}),
        "composite_literal": Form(kind="literal", roles={"callee": "type", "members": "body"}),
        "literal_value": Form(kind="elided"),
        "literal_element": Form(kind="wrap"),
        "unary_expression": Form(kind="wrap", roles={"value": "operand"}),
        "binary_expression": Form(kind="binary"),
        "index_expression": Form(kind="subscript", roles={"base": "operand", "key": "index"}),
        "slice_expression": Form(kind="operands"),
        "parenthesized_expression": Form(kind="wrap"),
        "parenthesized_type": Form(kind="wrap"),
        "type_conversion_expression": Form(kind="wrap", roles={"value": "operand"}),
        "type_assertion_expression": Form(kind="wrap", roles={"value": "operand"}),
        "pointer_type": Form(kind="wrap"),
        "generic_type": Form(kind="wrap", roles={"value": "type"}),
        "expression_list": Form(kind="sequence"),
        "func_literal": Form(kind="closure"),
    },
    env=EnvAccess(calls={"os.Getenv": (0, None), "os.LookupEnv": (0, None), "syscall.Getenv": (0, None)}),
    text=frozenset({"interpreted_string_literal_content", "raw_string_literal_content"}),
    escape=frozenset({"escape_sequence"}),
    keyword={"keyed_element": ("key", "value")},
    pair={"keyed_element": ("key", "value")},
    spread_list=frozenset({"variadic_argument"}),
    tables=frozenset({"map_type"}),
    lists=frozenset({"slice_type", "array_type", "implicit_length_array_type"}),
    concat=frozenset({"+"}),
    passes=frozenset(
        {
            "string",
            "new",
            "bytes.NewBuffer",
            "bytes.NewBufferString",
            "bytes.NewReader",
            "encoding/json.Marshal",
            "encoding/json.MarshalIndent",
            "io.NopCloser",
            "net/url.Parse",
            "strings.Clone",
            "strings.NewReader",
            "strings.ToLower",
            "strings.Trim",
            "strings.TrimRight",
            "strings.TrimSpace",
            "strings.TrimSuffix",
        }
    ),
    same_text=frozenset({"String"}),
    hands_back=re.compile(
        r"F|Bool|Float|Int|Of|Opt|NewOpt|Pointer|PointerTo|Ptr|PtrTo|Ref|Some|String|StringPtr|StringRef|To|ToPtr|NewOptional\w*"
        r"|Optional|(?!With|New|Set|Get|Use|Default|List|Pull|Load)\w*Model(?:ID|Id|Name|Type|Param|Union)?"
    ),
    first_set=frozenset({"cmp.Or"}),
    options={
        "flag.String": 1,
        "github.com/spf13/pflag.String": 1,
        "github.com/spf13/pflag.StringP": 2,
        "github.com/jessevdk/go-flags.String": 1,
    },
    option_setters={"StringVar": 2, "StringVarP": 3},
    keyed_settings={"github.com/spf13/viper.GetString": "SetDefault", "github.com/spf13/viper.Get": "SetDefault"},
    formats=frozenset({"fmt.Sprintf"}),
    open_fields=True,
    tag=read_tag,
    implicit_receiver=True,
    parallel=frozenset({"expression_list"}),
    loop_values=True,
    blocks=frozenset({"statement_list", "source_file"}),
    branches=frozenset({"expression_case", "default_case", "type_case", "communication_case"}),
    conditionals=frozenset({"if_statement"}),
)
