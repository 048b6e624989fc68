"""C# of Razor files: every line stays where it is, and nothing but C# is left."""

from __future__ import annotations

import random

import pytest

from aigov.scan.embedded.razor import project
from aigov.scan.facts.engine import FileFacts


def code(text: str, name: str = "Chat.razor") -> list[str]:
    found = project(text.encode(), f"app/{name}")
    assert found.language == "csharp"
    assert found.text.count(b"\n") == text.count("\n")
    return [line.strip() for line in found.text.decode().split("\n")]


def test_directives_become_imports_and_members() -> None:
    lines = code('@page "/a"\n@using OpenAI.Chat\n@inject IChatClient Chat\n@model Shop.Page\n@using X = A.B\n')
    assert lines[:5] == [
        "",
        "using OpenAI.Chat;",
        "partial class Chat{IChatClient Chat;} IChatClient Chat;",
        "partial class Chat{Shop.Page Model;} Shop.Page Model;",
        "using X = A.B;",
    ]


def test_a_code_block_becomes_a_part_of_the_class() -> None:
    lines = code('<p>OpenAI</p>\n@code {\n  string Q = "}" + \'}\' + $"{d["k"]}"; // }\n  /* } */\n}\n<p>gpt-4o</p>\n')
    assert lines[0] == ""
    assert lines[1] == "partial class Chat {"
    assert lines[2].startswith("string Q =")
    assert lines[4] == "}"
    assert lines[5] == ""


def test_markup_in_code_is_blanked_and_code_in_markup_kept() -> None:
    lines = code(
        "@foreach (var item in await Client.All())\n{\n"
        '    <p class="a @item.Kind">text @item.Name</p>\n    Use(item);\n}\n'
    )
    assert lines[0] == "foreach (var item in await Client.All())"
    assert lines[2].split() == ["_", "=", "item.Kind;", "_", "=", "item.Name;"]
    assert lines[3] == "Use(item);"


@pytest.mark.parametrize(
    "text",
    ["me@example.com", "@@name", "@* @Client.Ask() *@", '<a @onclick="Ask">x</a>', "<script>x = 'gpt-4o'</script>", ""],
)
def test_what_is_no_code_leaves_nothing(text: str) -> None:
    assert "".join(code(text)) == ""


def test_else_and_catch_go_on_with_the_block_before() -> None:
    lines = code("@if (a)\n{\n  A();\n}\nelse\n{\n  B();\n}\n<p>C();</p>\n")
    assert lines[6] == "B();"
    assert lines[8] == ""


def test_an_attribute_with_an_expression_ends_where_its_quotes_do() -> None:
    text = '@if (a)\n{\n  <div><b @onclick="@(() => Ask(x))" class="c">@x</b></div>\n}\n@code {\n  int y;\n}\n'
    lines = code(text)
    assert lines[4:6] == ["partial class Chat {", "int y;"]


def test_the_name_of_the_class_is_an_identifier() -> None:
    assert code("@code { int a; }", "404-page.cshtml")[0].startswith("partial class _404_page {")


def test_what_comes_out_is_read_without_loss() -> None:
    text = "@using OpenAI.Chat\n@inject ChatClient Client\n@if (x)\n{\n <b>@y</b>\n}\n"
    text += "@code {\n void A() { Client.Ask(); }\n}\n"
    facts = FileFacts("Chat.razor", "csharp", project(text.encode(), "Chat.razor").text)
    assert facts.bytes_lost == 0
    assert [(site.tail, site.line) for site in facts.calls] == [("Ask", 8)]


def test_hostile_text_keeps_its_lines() -> None:
    pieces = [
        "@",
        "{",
        "}",
        "(",
        ")",
        '"',
        "$",
        "\n",
        "<a>",
        "</a>",
        "<",
        "if",
        "code",
        "x",
        ".",
        " ",
        ";",
        "*",
        ":",
        "'",
    ]
    chance = random.Random(7)
    for _ in range(500):
        text = "".join(chance.choice(pieces) for _ in range(60))
        assert project(text.encode(), "a.razor").text.count(b"\n") == text.count("\n")


@pytest.mark.parametrize("piece", ["@(", "@{", "@{<a ", "@code{", '@{$"{', "@inject ", "@a.b(", "@{ ;  "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    assert project((piece * 20_000).encode(), "a.razor").text
