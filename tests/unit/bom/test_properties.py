"""The properties and their documentation, which other tools rely on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from aigov.bom import properties as p
from aigov.model import Scope

DOCUMENT = Path(__file__).parents[3] / "docs" / "aibom.md"


def test_every_property_is_documented_and_nothing_else():
    names = {value for name, value in vars(p).items() if name.isupper() and isinstance(value, str)}

    documented = set(re.findall(r"^\| `(aigov:[a-z:-]+)`", DOCUMENT.read_text(), flags=re.MULTILINE))
    assert documented == names


def test_every_scope_has_a_rank():
    assert set(p.SCOPES) == set(get_args(Scope))
    assert p.strongest(("example", "build", "test")) == "build"


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false"), (0, "0"), ("x", "x")])
def test_values_are_text(value, text):
    (prop,) = p.state("aigov:x", value)
    assert prop.value == text


def test_unknown_is_not_stated():
    assert p.state("aigov:x", None) == ()
    assert p.state_each("aigov:x", [None, "", "b", "a", "b"]) == (*p.state("aigov:x", "a"), *p.state("aigov:x", "b"))


def test_rows_are_compact_distinct_and_in_the_order_of_their_numbers():
    rows = [{"file": "a", "line": line, "symbol": None} for line in (10, 9, 9)]

    assert [prop.value for prop in p.state_json("aigov:x", rows)] == ['{"file":"a","line":9}', '{"file":"a","line":10}']
