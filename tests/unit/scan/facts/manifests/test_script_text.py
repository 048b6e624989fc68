from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from aigov.scan.facts.manifests.script_text import ScriptText, blocks

GrowsEvenly = Callable[[Callable[[str], object], str], None]


@pytest.mark.parametrize(
    ("text", "hashes", "kept", "gone"),
    [
        ('a "http://x" // no\nb', False, ['"http://x"', "b"], ["no"]),
        ("a /* no\n no */ b 'it' /* open", False, ["b", "'it'"], ["no", "open"]),
        ('a """ // text\n /* text """ b', False, ["// text", "b"], []),
        ("don't // no\nb", False, ["don't", "b"], ["no"]),
        ('a "#{x}" # no\n=begin\nno\n=end\nb\n__END__\nno', True, ['"#{x}"', "b"], ["no"]),
    ],
)
def test_comments_go_and_strings_stay(text: str, hashes: bool, kept: list[str], gone: list[str]) -> None:
    script = ScriptText(text.encode(), hashes=hashes)
    assert len(script.text) == len(text)
    assert script.text.count("\n") == text.count("\n")
    assert all(piece in script.text for piece in kept)
    assert not any(piece in script.text for piece in gone)


def test_lines_and_statements() -> None:
    script = ScriptText(b"one\n  x { two 'three'\nfour", hashes=False)
    place = script.text.index("'three'")
    assert script.line(place) == 2
    assert script.statement(place).strip() == "two"


def test_blocks_nest_and_may_stay_open() -> None:
    text = "buildscript { a { b } } exclude { c"
    found = blocks(text, re.compile(r"\b(buildscript|exclude)\b\s*\{"))
    assert [(name, text[start:end]) for start, end, name in found] == [
        ("buildscript", "{ a { b } }"),
        ("exclude", "{ c"),
    ]


@pytest.mark.parametrize("piece", ['"', "'", '"""', "/*", "\\", "{", '"\\', "#", "=begin\n", "'''\\"])
@pytest.mark.parametrize("hashes", [False, True])
def test_time_is_linear(piece: str, hashes: bool, grows_evenly: GrowsEvenly) -> None:
    def read(text: str) -> None:
        script = ScriptText(text.encode(), hashes=hashes)
        blocks(script.text, re.compile(r"\b(buildscript|exclude)\b\s*\{"))

    grows_evenly(read, piece * 20_000)
