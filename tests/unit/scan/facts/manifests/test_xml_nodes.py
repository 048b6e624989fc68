from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, SyntaxFault
from aigov.scan.facts.manifests.xml_nodes import parse_xml

LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE project [
 <!ENTITY a "aaaaaaaaaa">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<project>&b;</project>
"""


def test_elements_have_lines_and_text() -> None:
    root = parse_xml(b"<a xmlns='x'>\n <p:b xmlns:p='y' k='v'>\n  one<!-- no --> two\n </p:b>\n <b><c/></b>\n</a>")
    first, second = root.all("b")
    assert (root.line, first.line, second.line) == (1, 2, 5)
    assert first.text == "one two"
    assert first.attributes["k"] == "v"
    assert second.child("c") is not None
    assert root.value("b") == "one two"
    assert [item.line for item in root.within("c")] == [5]


@pytest.mark.parametrize(
    "document",
    [
        LAUGHS,
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]><a/>',
        b"<a>&undefined;</a>",
        b"<a><b></a>",
        b"",
        b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1),
    ],
)
def test_what_is_no_manifest_is_refused(document: bytes) -> None:
    with pytest.raises(SyntaxFault):
        parse_xml(document)


def test_a_document_type_alone_is_fine() -> None:
    assert parse_xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">\n<a>x</a>').text == "x"


@given(st.binary(max_size=200) | st.text(alphabet="<>/ab='\"&;![-]? ", max_size=60).map(str.encode))
def test_nothing_but_a_fault_escapes(data: bytes) -> None:
    try:
        parse_xml(data)
    except SyntaxFault as fault:
        assert fault.message
