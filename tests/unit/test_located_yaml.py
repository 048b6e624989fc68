"""YAML with lines: what is read, and what is refused before it can do harm."""

import pytest

from aigov.located_yaml import MAX_BYTES, Unreadable, read_yaml


def test_values_keep_their_lines_and_the_words_of_yaml_1_1_stay_words() -> None:
    document = read_yaml(b"on: 2026-01-31\nuses:\n  - no\n  - true\n  - 12\n  - 1.5\n  - '12'\n  - ~\n  - 012\n")
    assert document.value == {"on": "2026-01-31", "uses": ["no", True, 12, 1.5, "12", None, "012"]}
    assert document.line(("on",)) == 1
    assert document.line(("uses", 3)) == 6
    assert document.line(("uses", 99, "x")) == 2
    assert document.faults == ()


def test_an_alias_is_the_value_that_it_names() -> None:
    assert read_yaml(b"a: &x [1, 2]\nb: *x\n").value == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (b"a: 1\nb: 2\na: 3\n", 3, "`a` stands here twice, first on line 1"),
        (b"a: !!python/object:os.system x\n", 1, "tag"),
        (b"a: 1\n? [b]\n: c\n", 2, "no word"),
        (b'a: 1\nb: "\\ud800"\n', 2, "half a character"),
    ],
)
def test_what_is_left_out_is_a_fault(text: bytes, line: int, word: str) -> None:
    (fault, *_) = read_yaml(text).faults
    assert fault.line == line
    assert word in fault.what


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (key, key, b",".join([b"*%c" % (key - 1)] * 9)) for key in range(ord("b"), ord("i"))
)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (b"", 1, "empty"),
        (b"# only a comment\n", 1, "empty"),
        (b"a: b\nc: \xff\n", 2, "UTF-8"),
        (b"a: [\n", 2, "not valid YAML"),
        (b"a:\n\tb: 1\n", 2, "\\t"),
        (b"a: x\nb: \x00\n", 2, "not valid YAML"),
        (b"a: 1\n---\nb: 1\n", 2, "another document"),
        (b"[" * 50_000, 1, "nested too deeply"),
        (b"[" * 30 + b"]" * 30, 1, "nested more than"),
        (b"a: &a [*a]\n", 1, "nested more than"),
        (BOMB, 1, "unfolds"),
        (b"a" * (MAX_BYTES + 1), 1, "larger than"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: bytes, line: int, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_yaml(text)
    assert caught.value.fault.line == line
    assert word in caught.value.fault.what
