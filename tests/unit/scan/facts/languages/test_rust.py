"""Rust: use trees, macros over tokens, attributes of fields."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.languages.rust import read_tag
from aigov.scan.facts.types import CallExpr, Choice, Concat, Constant, Expr, Fallback, Name, Sequence, Table


def value(source: str) -> Expr | None:
    facts = FileFacts("a.rs", "rust", f"fn f() {{ let x = {source}; }}".encode())
    (binding,) = facts.named_bindings(1, "x")
    return facts.value(binding)


def test_every_leaf_of_a_use_tree_is_an_import_at_its_first_line() -> None:
    source = (
        b"use a::{\n  b::{C, D as E},\n  f::*,\n  self,\n};\nuse crate::x;\nuse super::y::Z;\nuse plain;\nmod child;\n"
    )
    facts = FileFacts("a.rs", "rust", source)
    found = [(item.module, item.name, item.alias, item.line) for item in facts.imports if not item.mention]
    assert found == [
        ("a::b", "C", "C", 1),
        ("a::b", "D", "E", 1),
        ("a::f", "*", None, 1),
        ("a", None, "a", 1),
        ("crate", "x", "x", 6),
        ("super::y", "Z", "Z", 7),
        ("plain", None, "plain", 8),
        ("self::child", None, "child", 9),
    ]


@pytest.mark.parametrize(
    "source",
    ['"a".to_string()', 'String::from("a")', '&"a"', '"a".into()', '{ f(); "a" }', 'Some("a").unwrap()', 'r#"a"#'],
)
def test_the_same_text_in_many_forms(source: str) -> None:
    found = value(source)
    found = found.args[0] if isinstance(found, CallExpr) else found
    assert isinstance(found, Constant)
    assert found.value == "a"


def test_what_is_taken_instead() -> None:
    found = value('env::var("M").unwrap_or_else(|_| "a".into())')
    assert isinstance(found, Fallback)
    assert isinstance(found.options[1], Constant)


def test_the_values_of_branches() -> None:
    for source in ('match k { A => "a", B | C => { "b" } }', 'if k { "a" } else { "b" }'):
        found = value(source)
        assert isinstance(found, Choice)
        assert [option.value for option in found.options if isinstance(option, Constant)] == ["a", "b"]


def test_a_format_is_text_with_holes() -> None:
    found = value('format!("https://{}/{model}/{0}/{{x}}", host)')
    assert isinstance(found, Concat)
    texts = [
        part.value if isinstance(part, Constant) else part.name for part in found.parts if not isinstance(part, Table)
    ]  # type: ignore[union-attr]
    assert "".join(map(str, texts)) == "https://host/model/host/{x}"


def test_json_is_a_table() -> None:
    found = value('json!({"model": "a", "messages": [{"content": q.clone()}], name: self.x})')
    assert isinstance(found, Table)
    keys = [key.value if isinstance(key, Constant) else key.name for key, _ in found.pairs]  # type: ignore[union-attr]
    assert keys == ["model", "messages", "name"]
    messages = found.pairs[1][1]
    assert isinstance(messages, Sequence)
    assert isinstance(messages.items[0], Table)
    content = messages.items[0].pairs[0][1]
    assert isinstance(content, Name)
    assert content.name == "q"


def test_a_chain_of_settings_is_one_call() -> None:
    found = value('Config::new().with_api_base("u").with_key(k)')
    assert isinstance(found, CallExpr)
    assert [key for key, _ in found.keywords] == ["with_api_base", "with_key"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('#[arg(long, env = "MODEL", default_value = "gpt-4o")]', ("MODEL", "gpt-4o")),
        ('#[arg(default_value_t = String::from("gpt-4o"))]', (None, "gpt-4o")),
        ('#[serde(default = "default_model")]', (None, "default_model()")),
        ("#[allow(dead_code)]", (None, None)),
    ],
)
def test_an_attribute_names_a_variable_and_its_default(text: str, found: tuple[str | None, str | None]) -> None:
    assert read_tag(text) == found
