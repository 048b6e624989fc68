"""What Ruby, PHP, Swift, Dart and Elixir write in ways of their own."""

from __future__ import annotations

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import CallExpr, Concat, Constant, Fallback, Name, Sequence, Subscript, Table


def read(language: str, source: str) -> FileFacts:
    return FileFacts("file", language, source.encode())


def call(language: str, source: str, tail: str) -> CallExpr:
    facts = read(language, source)
    found = next(found for site in facts.calls if site.tail == tail and (found := facts.call(site)) is not None)
    return found


def test_ruby_new_is_a_call_of_the_class() -> None:
    (site,) = read("ruby", "OpenAI::Client.new(access_token: key, uri_base: 'x')").calls
    assert site.callee == "OpenAI.Client"


def test_ruby_a_block_sets_what_it_assigns_to_its_parameter() -> None:
    found = call("ruby", "OpenAI.configure do |config|\n  config.uri_base = 'https://x'\nend", "configure")
    assert dict(found.keywords)["uri_base"] == Constant("https://x", 2)


def test_ruby_constants_that_nothing_requires_are_mentions() -> None:
    facts = read("ruby", "require 'json'\nclass A < RubyLLM::Tool\n  Foo.bar\nend\n")
    assert [(found.module, found.mention) for found in facts.imports] == [
        ("json", False),
        ("Foo", True),
        ("RubyLLM::Tool", True),
    ]


def test_ruby_instance_variables_are_attributes_of_the_object() -> None:
    facts = read("ruby", "class A\n  def m\n    @client ||= 1\n  end\nend\n")
    assert [binding.path for held in facts.bindings.values() for found in held.values() for binding in found] == [
        ("self", "client")
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [("['a' => 1, 'b' => 2]", Table), ("['a', 'b']", Sequence), ("[...$x, 'a' => 1]", Table), ("$a ?: 'b'", Fallback)],
)
def test_php_arrays_are_lists_or_tables(source: str, kind: type) -> None:
    assert isinstance(call("php", f"<?php f({source});", "f").args[0], kind)


def test_php_names_have_no_dollar_and_holes_are_expressions() -> None:
    found = call("php", '<?php f($model, "hi {$name}");', "f")
    assert isinstance(found.args[0], Name)
    assert found.args[0].name == "model"
    assert isinstance(found.args[1], Concat)


def test_php_imports_split_namespace_and_name() -> None:
    facts = read("php", "<?php\nuse OpenAI\\Client as C;\nuse OpenAI;\nuse Prism\\Prism\\{Prism, Tool};\n")
    assert [(found.module, found.name, found.alias) for found in facts.imports] == [
        ("OpenAI", "Client", "C"),
        ("OpenAI", None, "OpenAI"),
        ("Prism\\Prism", "Prism", "Prism"),
        ("Prism\\Prism", "Tool", "Tool"),
    ]


def test_swift_subscripts_defaults_and_members() -> None:
    assert isinstance(call("swift", 'f(env["KEY"])', "f").args[0], Subscript)
    assert isinstance(call("swift", 'f(a ?? "b")', "f").args[0], Fallback)
    assert dict(call("swift", "f(model: .gpt4_o)", "f").keywords)["model"] == Name(".gpt4_o", 1, 9)
    assert isinstance(call("swift", 'f(["model": "x"])', "f").args[0], Table)


def test_dart_selectors_are_read_with_the_name_before_them() -> None:
    found = call("dart", "void m() { a.b(model: 'x' 'y', c: d.e('z')); }", "b")
    assert dict(found.keywords)["model"] == Constant("xy", 1)
    assert isinstance(dict(found.keywords)["c"], CallExpr)


def test_dart_strings_have_holes() -> None:
    found = call("dart", "void m() { f('hi $name and ${a.b}', r'raw\\n'); }", "f")
    assert isinstance(found.args[0], Concat)
    assert found.args[1] == Constant("raw\\n", 1)


def test_dart_text_that_is_no_dart_is_given_up_in_time() -> None:
    source = "final m = a" + "->b()" * 4000
    facts = read("dart", source)
    assert facts.bytes_lost == len(source)
    assert facts.calls == []


def test_elixir_pipes_hand_on_their_left_side() -> None:
    found = call("elixir", '"text" |> Ask.run(model: "x")', "run")
    assert found.args == (Constant("text", 1),)
    assert dict(found.keywords) == {"model": Constant("x", 1)}


def test_elixir_documentation_is_no_text() -> None:
    facts = read("elixir", 'defmodule A do\n  @moduledoc "https://api.openai.com"\n  @model "gpt-4o"\nend\n')
    assert [text.value for text in facts.texts] == ["gpt-4o"]


def test_elixir_functions_of_a_module_are_found_with_and_without_parentheses() -> None:
    facts = read("elixir", 'defmodule A do\n  def model, do: "x"\n  def other() do\n    "y"\n  end\nend\n')
    assert [scope.qualified for scope in facts.scopes if scope.kind == "function"] == ["A.model", "A.other"]
