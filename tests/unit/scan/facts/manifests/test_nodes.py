"""The three readers agree with the standard parsers on values, know their lines, and survive hostile documents."""

from __future__ import annotations

import contextlib
import json
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: plain(item) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def strings(value: Any) -> Any:
    """The value with numbers and dates as ``parse_toml`` gives them: as written."""
    if isinstance(value, dict):
        return {key: strings(item) for key, item in value.items()}
    if isinstance(value, list):
        return [strings(item) for item in value]
    return value if isinstance(value, (str, bool)) else str(value)


@given(JSON_VALUES)
def test_json_values_are_those_of_the_standard_parser(value: Any) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=2, ensure_ascii=False)):
        assert plain(parse_json(text)) == json.loads(text)


@given(st.text(alphabet='{}[]:,"\\/*\n a1', max_size=30))
def test_json_accepts_nothing_that_the_standard_parser_refuses_but_its_relaxed_form(text: str) -> None:
    try:
        found = plain(parse_json(text))
    except SyntaxFault:
        with pytest.raises(ValueError):
            json.loads(text)
        return
    try:
        assert found == json.loads(text)
    except ValueError:
        assert "//" in text or "/*" in text or "," in text


def test_json_lines_are_those_of_names_and_elements() -> None:
    root = parse_json('{\n  // note\n  "a":\n    1,\n  "b": [\n    "x", /* two\n    lines */ "y",\n  ],\n}\n')
    assert (root.members()["a"].line, [item.line for item in root.elements("b")]) == (3, [6, 7])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("{", 1),
        ('{"a" 1}', 1),
        ('{"a": 1\n"b": 2}', 2),
        ("[1,\n,2]", 2),
        ('{"a":}', 1),
        ("[1] 2", 1),
        ("}", 1),
        ('["\\x"]', 1),
        ("[tru]", 1),
        ('\n"abc', 2),
        ("[" * 100_000, 1),
    ],
)
def test_broken_json_is_a_fault_with_its_line(text: str, line: int) -> None:
    with pytest.raises(SyntaxFault) as caught:
        parse_json(text)
    assert caught.value.line == line


TOML = '''
title = "a # b" # comment
"quoted.key" = 'literal \\n'
dotted.key.deep = 1
date = 1979-05-27T07:32:00Z
multi = """
first
  "quoted" \\
  joined"""
raw = \'\'\'
x\'y\'\'\'
list = [ "a", # note
  [1, 2.5, -3,], { b = true, "c" = [] },
]
empty = ""
[table."sub table"]
x = {a.b = 1, c = "}"}
[[array]]
n = 1
[array.inner]
deep = [
  "p",

  "q",
]
[[array]]
n = 2
  [[array.nested]]
  z = "é\\u00e9"
'''


def test_toml_values_are_those_of_the_standard_parser() -> None:
    expected = strings(tomllib.loads(TOML))
    expected["date"] = "1979-05-27T07:32:00Z"
    assert plain(parse_toml(TOML)) == expected


def test_toml_lines() -> None:
    root = parse_toml(TOML)
    assert root.members()["raw"].line == 10
    assert [item.line for item in root.elements("list")] == [12, 13, 13]
    arrays = root.elements("array")
    assert [item.line for item in arrays] == [18, 26]
    assert [(item.value, item.line) for item in arrays[0].elements("inner", "deep")] == [("p", 22), ("q", 24)]
    assert arrays[1].elements("nested")[0].members()["z"].line == 29


@pytest.mark.parametrize(
    "text",
    [
        "a = ",
        "a = [1",
        "= 1",
        "a = 1 b = 2",
        '[a\nb = "',
        "a = 1\na = 2",
        "x = " + "[" * 10_000,
        "[a]\n[a]",
        '"""',
        "a.b=1\na=2",
    ],
)
def test_broken_toml_is_a_fault(text: str) -> None:
    with pytest.raises(SyntaxFault):
        parse_toml(text)
    # Past the size that tomllib validates, nothing else may escape either.
    with contextlib.suppress(SyntaxFault):
        parse_toml(text + "\n#" + " " * (1 << 18))


YAML = """
base: &base
  image: x
  list: [a, 'b: c', "d\\n"]
merged:
  <<: *base
  image: y
many:
  <<: [*base, {z: 1}]
alias: *base
empty:
tilde: ~
quoted: ''
number: 1.10
block: |
  one
  two
folded: >-
  three
  four
"""


def test_yaml_values_are_those_of_the_base_parser() -> None:
    expected = yaml.load(YAML, Loader=yaml.BaseLoader)
    base = expected["base"]
    expected["merged"] = {"list": base["list"], "image": "y"}
    expected["many"] = {**base, "z": "1"}
    expected["empty"] = expected["tilde"] = None
    [root] = parse_yaml(YAML)
    assert plain(root) == expected
    assert (root.members()["merged"].line, root.members("base")["list"].line) == (5, 4)


def test_yaml_streams_have_many_documents_and_run_no_tag() -> None:
    roots = parse_yaml("a: 1\n---\nb: !!python/object/apply:os.system [echo]\n---\n? [x, y]\n: z\n")
    assert [plain(root) for root in roots] == [{"a": "1"}, {"b": ["echo"]}, {}]


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 10)
)


@pytest.mark.parametrize(
    "text",
    ["a: [", "a: b: c", "a: *missing", "a: &x [*x]", BOMB, "[" * 100_000, "- " * 100_000, "\x00", "a: \x07", "%YAML 9"],
)
def test_broken_and_hostile_yaml_is_a_fault(text: str) -> None:
    with pytest.raises(SyntaxFault):
        parse_yaml(text)
