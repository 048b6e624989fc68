"""Go and Rust that nobody writes: each scan ends, and what it could not read is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree

DEEP = 3000
GO = (
    'package a\nimport openai "github.com/sashabaranov/go-openai"\n'
    'func f() { m := %s; openai.NewClient("k").CreateChatCompletion(c, openai.ChatCompletionRequest{Model: m}) }\n'
)
RUST = "use async_openai::Client;\nasync fn f() { let m = %s; Client::new().chat().create(R { model: m }).await; }\n"
VALUES = [
    "(" * DEEP + '"a"' + ")" * DEEP,
    "T{" * DEEP + "}" * DEEP,
    "f(" * DEEP + ")" * DEEP,
    "a" + ".b" * DEEP,
    "A::new()" + ".with_x(1)" * 300,
    '"g"' + ' + "p"' * DEEP,
    "&" * DEEP + "a",
    '"unbalanced',
    "json!(" + '{"a":' * DEEP + "1" + "}" * DEEP + ")",
    'format!("' + "{}" * DEEP + '"' + ", a" * DEEP + ")",
    "match x { _ => " * 300 + "1" + " }" * 300,
]


@pytest.mark.parametrize(("name", "template"), [("a.go", GO), ("a.rs", RUST)])
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_no_expression_is_too_deep(tmp_path: Path, name: str, template: str, value: str) -> None:
    (tmp_path / name).write_text(template.replace("%s", value))
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert [use.name for use in inventory.uses] == ["openai"] or inventory.problems


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (
            "a.go",
            'package a\nimport "github.com/openai/openai-go"\ntype A B\ntype B A\ntype C struct { C; *C; m string }\n'
            "func (c C) n() (s string) { s = c.m + c.n(); return }\n"
            "func f(c C) { openai.NewClient(c.n(), A(B(c.m))).Chat.Completions.New(c, c.n()) }\n",
        ),
        (
            "a.rs",
            "use async_openai::Client;\ntype A = B;\ntype B = A;\nstruct S { m: String }\n"
            "impl Default for S { fn default() -> Self { Self { ..Default::default() } } }\n"
            "impl S { fn g(&self) -> String { self.h() } fn h(&self) -> String { self.g() }\n"
            "fn c(&self) { Client::new().chat().create(R { model: self.g(), x: S { ..Default::default() }.m }) } }\n",
        ),
    ],
)
def test_what_refers_to_itself_comes_to_an_end(tmp_path: Path, name: str, source: str) -> None:
    (tmp_path / name).write_text(source)
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert [use.name for use in inventory.uses] == ["openai"]
