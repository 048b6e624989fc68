from __future__ import annotations

import pytest

from aigov.strict_json import MalformedError, expect_keys, parse_json, parse_object


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', "the key 'c' is given twice"),
        (b'{"a": 1, "\\u0061": 2}', "the key 'a' is given twice"),
        (b'{"a": NaN}', "NaN is no JSON number"),
        (b'{"a": -Infinity}', "-Infinity is no JSON number"),
        (b'{"a": 1} x', "Extra data (line 1)"),
        (b'\n{"a": 1,}', "(line 2)"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
        (b"\xef\xbb\xbf{}", "not JSON"),
        (b"[" * 200_000, "nested more than 200 levels"),
        (b"1" * 5_000, "thousands of digits"),
    ],
)
def test_refused(data: bytes, says: str) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_json(data)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_taken_as_written() -> None:
    assert parse_json('{"a": [1, 1.0, true, null, "ü"]}'.encode()) == {"a": [1, 1.0, True, None, "ü"]}


@pytest.mark.parametrize("data", [b"[]", b"null", b'"text"', b"1"])
def test_only_an_object_is_an_object(data: bytes) -> None:
    with pytest.raises(MalformedError, match="not a JSON object"):
        parse_object(data)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"a": 1}, "it lacks b"),
        ({"a": 1, "b": 2, "d": 3}, "it has the unknown field 'd'"),
        ([], "it is not an object"),
        (None, "it is not an object"),
    ],
)
def test_keys_must_be_exactly_those_known(value: object, says: str) -> None:
    with pytest.raises(MalformedError, match=says):
        expect_keys(value, "it", required=frozenset("ab"), optional=frozenset("c"))


def test_optional_keys_may_be_there() -> None:
    expect_keys({"a": 1, "b": 2, "c": 3}, "it", required=frozenset("ab"), optional=frozenset("c"))
