"""Expressions of F# that no other language has, and text that its grammar cannot bear."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import CallExpr, Concat, Constant, Expr, Name, Table


def value(source: str) -> Expr | None:
    facts = FileFacts("a.fs", "fsharp", f"module A\nlet x = {source}\n".encode())
    scope = next(scope for scope in facts.scopes if scope.name == "A")
    return facts.value(facts.named_bindings(scope.index, "x")[0])


@pytest.mark.parametrize("source", ['Client("a", "b")', 'new Client("a", "b")', '(Client("a", "b"))', 'Client "a" "b"'])
def test_calls_have_their_arguments_however_they_are_written(source: str) -> None:
    call = value(source)
    assert isinstance(call, CallExpr)
    assert isinstance(call.callee, Name) and call.callee.name == "Client"
    assert [part.value for part in call.args if isinstance(part, Constant)] == ["a", "b"]


def test_an_equation_among_arguments_is_a_named_one() -> None:
    call = value('Client(model = "m", retries = 3)')
    assert isinstance(call, CallExpr)
    assert [(name, part.value) for name, part in call.keywords if isinstance(part, Constant)] == [
        ("model", "m"),
        ("retries", 3),
    ]


def test_what_is_piped_on_stays_what_it_is() -> None:
    call = value('client.Ask("a") |> Async.AwaitTask |> Async.RunSynchronously')
    assert isinstance(call, CallExpr) and [part.value for part in call.args if isinstance(part, Constant)] == ["a"]


def test_holes_of_a_text_are_expressions() -> None:
    text = value('$"https://{host}/v1"')
    assert isinstance(text, Concat)
    first, hole, last = text.parts
    assert isinstance(first, Constant) and first.value == "https://"
    assert isinstance(hole, Name) and hole.name == "host"
    assert isinstance(last, Constant) and last.value == "/v1"


@pytest.mark.parametrize(
    ("source", "text"),
    [('"a\\nb"', "a\nb"), ('@"C:\\dir"', "C:\\dir"), ('"""say "hi" """', 'say "hi" '), ('"a" + "b"', "ab")],
)
def test_texts_of_every_form(source: str, text: str) -> None:
    found = value(source)
    assert isinstance(found, Constant) and found.value == text


def test_records_are_tables() -> None:
    found = value('{| model = "m"; stream = true |}')
    assert isinstance(found, Table)
    assert [
        (key.value, part.value) for key, part in found.pairs if isinstance(key, Constant) and isinstance(part, Constant)
    ] == [
        ("model", "m"),
        ("stream", True),
    ]


def test_functions_members_and_parameters_are_known() -> None:
    source = (
        b"module A\nlet ask (text: string) = text\n"
        b"type Desk(client: Client) =\n    member _.Ask(q: string) = client.Run(q)\n"
    )
    facts = FileFacts("a.fs", "fsharp", source)
    functions = {scope.qualified: [p.name for p in facts.parameters.get(scope.index, [])] for scope in facts.scopes}
    assert functions["A.ask"] == ["text"]
    assert functions["A.Desk.Ask"] == ["q"]
    assert functions["A.Desk.new"] == ["client"]


def test_text_that_the_grammar_cannot_bear_is_lost_and_said() -> None:
    for source in (b"let x = a" + b" + a" * 20_000, b"let x = " + b"a<" * 20_000, b"let x = " + b"[" * 20_000):
        facts = FileFacts("a.fs", "fsharp", source)
        assert facts.bytes_lost == len(source)
        assert facts.calls == []
