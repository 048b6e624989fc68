"""Names of Go packages and what tags of fields say."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.languages.go import package_name, read_tag


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("fmt", "fmt"),
        ("encoding/json", "json"),
        ("github.com/openai/openai-go", "openai"),
        ("github.com/openai/openai-go/v2", "openai"),
        ("github.com/openai/openai-go/v2/option", "option"),
        ("github.com/sashabaranov/go-openai", "openai"),
        ("github.com/anthropics/anthropic-sdk-go", "anthropic"),
        ("github.com/cohere-ai/cohere-go/v2", "cohere"),
        ("github.com/mark3labs/mcp-go/mcp", "mcp"),
        ("gopkg.in/yaml.v3", "yaml"),
        ("github.com/pkoukk/tiktoken-go", "tiktoken"),
        ("github.com/google/generative-ai-go/genai", "genai"),
        ("github.com/mattn/go-isatty", "isatty"),
        ("github.com/gohugoio/hugo", "hugo"),
        ("golang.org/x/mango", "mango"),
    ],
)
def test_the_name_of_a_package_follows_from_its_path(module: str, name: str) -> None:
    assert package_name(module) == name


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('json:"model" env:"MODEL" envDefault:"gpt-4o"', ("MODEL", "gpt-4o")),
        ('envconfig:"MODEL" default:"gpt-4o"', ("MODEL", "gpt-4o")),
        ('env:"MODEL,default=gpt-4o"', ("MODEL", "gpt-4o")),
        ('env:"MODEL,required"', ("MODEL", None)),
        ('json:"model,omitempty"', (None, None)),
        ('env:""', (None, None)),
        ("", (None, None)),
    ],
)
def test_a_tag_names_a_variable_and_its_default(tag: str, found: tuple[str | None, str | None]) -> None:
    assert read_tag(tag) == found


def test_imports_in_every_form() -> None:
    block = b'import (\n\t. "a.b/dot" // (x)\n\t_ "a.b/blank"\n\toai "a.b/go-openai"\n\n\t"a.b/c/v2"\n)\n'
    source = b'package a\n\nimport "fmt"\n' + block
    facts = FileFacts("a.go", "go", source)
    assert [(item.module, item.alias, item.name) for item in facts.imports] == [
        ("fmt", "fmt", None),
        ("a.b/dot", None, "*"),
        ("a.b/blank", "_", None),
        ("a.b/go-openai", "oai", None),
        ("a.b/c/v2", "c", None),
    ]


def test_methods_outside_their_type_bear_its_name() -> None:
    methods = b"func (s *S[T]) Ask() {}\nfunc (S) No() {}\nfunc f() {}\n"
    source = b"package a\ntype S[T any] struct{ Base; *Other; x int }\n" + methods
    facts = FileFacts("a.go", "go", source)
    assert [(scope.qualified, scope.owner, scope.receiver) for scope in facts.scopes[1:]] == [
        ("S", None, None),
        ("S.Ask", "S", "s"),
        ("S.No", "S", None),
        ("f", None, None),
    ]
    assert [base.name for base in facts.scopes[1].bases] == ["Base", "Other"]  # type: ignore[union-attr]
    assert facts.defined(0, "Ask") is None
