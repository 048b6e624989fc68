"""Expressions that only C# has."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.nesting import MAX_LEVELS, nested_beyond
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Constant, Expr, Fallback, Name, Subscript, Table


def value(source: str, name: str = "x") -> Expr | None:
    facts = FileFacts("a.cs", "csharp", source.encode())
    assert facts.bytes_lost == 0, source
    bindings = [b for scope in facts.bindings.values() for b in scope.get(name, ())]
    return facts.value(bindings[-1])


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ('"a\\tb"', "a\tb"),
        ('@"a""b\\c"', 'a"b\\c'),
        ('"""a "b" c"""', 'a "b" c'),
        ('$"plain"', "plain"),
        ('"x"u8', "x"),
    ],
)
def test_strings(literal: str, text: str) -> None:
    found = value(f"var x = {literal};")
    assert isinstance(found, Constant)
    assert found.value == text


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Foo x = new(1);", "x"),
        ("class A { private readonly Foo x = new(1); }", "x"),
        ("class A { Foo? x; void M() { x = new(1); } }", "x"),
        ("class A { public Foo x { get; } = new(1); }", "x"),
        ("class A { Task<Foo> M() { var x = 1; return new(2); } }", None),
    ],
)
def test_a_new_without_type_takes_that_of_its_place(source: str, name: str | None) -> None:
    facts = FileFacts("a.cs", "csharp", source.encode())
    (call,) = [call for site in facts.calls if (call := facts.call(site)) is not None]
    assert isinstance(call.callee, Name)
    assert call.callee.name == "Foo"


def test_a_new_that_nothing_types_is_no_name_of_the_source() -> None:
    found = value("var x = f(new(1));")
    assert isinstance(found, CallExpr)
    assert isinstance(found.args[0], CallExpr)
    assert found.args[0].callee == Name("new()", 1, 10)


def test_conditional_access_reads_as_access() -> None:
    found = value("var x = a?.B?.C(1);")
    assert isinstance(found, CallExpr)
    assert isinstance(found.callee, Attribute)
    assert isinstance(found.callee.base, Attribute)
    assert (found.callee.name, found.callee.base.name) == ("C", "B")
    key = value('var x = a?["k"];')
    assert isinstance(key, Subscript)


def test_type_arguments_are_kept_and_are_no_part_of_the_name() -> None:
    found = value("var x = services.GetRequiredService<OpenAIClient>();")
    assert isinstance(found, CallExpr)
    assert isinstance(found.callee, Attribute)
    assert (found.callee.name, [getattr(kind, "name", "") for kind in found.types]) == (
        "GetRequiredService",
        ["OpenAIClient"],
    )


def test_members_in_braces_are_named_arguments_and_dictionaries_tables() -> None:
    found = value('var x = new Options { Model = "a", Tools = { b } };')
    assert isinstance(found, CallExpr)
    assert [key for key, _ in found.keywords] == ["Model", "Tools"]
    for source in ('new Dictionary<string, string> { ["a"] = "b" }', 'new() { { "a", "b" } }', 'new { a = "b" }'):
        table = value(f"var x = {source};")
        assert isinstance(table, Table), source
        assert [getattr(key, "value", None) for key, _ in table.pairs] == ["a"], source


def test_a_throw_is_no_alternative_and_a_switch_gives_its_arms() -> None:
    assert isinstance(value("var x = a ?? throw new E();"), Name)
    assert isinstance(value('var x = a ?? "b";'), Fallback)
    found = value('var x = a switch { 1 => "b", _ => "c" };')
    assert isinstance(found, Choice)
    assert [getattr(option, "value", None) for option in found.options] == ["b", "c"]


def test_imports_scopes_and_members() -> None:
    source = (
        "global using A.B;\nusing static C.D;\nusing E = F.G;\nnamespace N;\n"
        'class K(string m = "x") : Base<int>(m), I\n{\n  string P => m;\n  string Q { get { return m; } }\n}\n'
    )
    facts = FileFacts("a.cs", "csharp", source.encode())
    assert [(i.module, i.name, i.alias) for i in facts.imports] == [
        ("A.B", "*", None),
        ("C.D", "*", None),
        ("F.G", None, "E"),
    ]
    scope = next(scope for scope in facts.scopes if scope.kind == "class")
    assert (scope.name, {getattr(base, "name", "") for base in scope.bases}) == ("K", {"Base", "I"})
    assert {"P", "Q"} <= set(facts.bindings[scope.index])
    (method,) = facts.methods(scope.index)
    assert [(p.name, getattr(p.default, "value", None)) for p in facts.parameters[method.index]] == [("m", "x")]


def test_text_that_costs_too_much_is_lost_and_said() -> None:
    for source in ("x = " + "(" * (MAX_LEVELS + 1), "A<" * 2000):
        facts = FileFacts("a.cs", "csharp", source.encode())
        assert facts.bytes_lost == len(source)
    row = FileFacts("a.cs", "csharp", b"").row
    assert not nested_beyond(row, b"f(1);\n" * (MAX_LEVELS + 1))
    assert not nested_beyond(row, b"if (a < b) { }\n" * 5000)
