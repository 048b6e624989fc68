"""XML with lines, from expat: entities and document types are refused, so nothing is fetched and nothing expands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, SyntaxFault

_MAX_ELEMENTS = 1_000_000


@dataclass(slots=True)
class Element:
    """One element. Names are without namespace prefix."""

    name: str
    line: int
    """1-based, where the element begins."""
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The character data directly within, without the white space around it."""
        return "".join(self.parts).strip()

    def child(self, *names: str) -> Element | None:
        """The first element below these names, one level each."""
        element: Element | None = self
        for name in names:
            element = next((item for item in element.children if item.name == name), None) if element else None
        return element

    def all(self, *names: str) -> Iterator[Element]:
        """Every element below these names, one level each, in order."""
        level = [self]
        for name in names:
            level = [item for element in level for item in element.children if item.name == name]
        yield from level

    def within(self, name: str) -> Iterator[Element]:
        """Every element of this name, however deep, in order."""
        stack = [*reversed(self.children)]
        while stack:
            element = stack.pop()
            if element.name == name:
                yield element
            stack.extend(reversed(element.children))

    def value(self, *names: str) -> str:
        """Text of the element below these names; empty where there is none."""
        element = self.child(*names)
        return element.text if element is not None else ""


def parse_xml(data: bytes) -> Element:
    """The document's root element. Comments and processing instructions are left out.

    :raises SyntaxFault: not XML, a document type with declarations of its own, or nested too deep.
    """
    return _Builder().parse(data)


class _Builder:
    def __init__(self) -> None:
        # The reader of files has made UTF-8 of whatever the declaration says.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._refuse
        self._parser.UnparsedEntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse
        self._stack: list[Element] = []
        self._root: Element | None = None
        self._count = 0

    def parse(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise SyntaxFault(expat.ErrorString(error.code) or "not XML", error.lineno) from error
        if self._root is None:
            raise SyntaxFault("no element")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        self._count += 1
        if len(self._stack) >= MAX_DEPTH or self._count > _MAX_ELEMENTS:
            raise SyntaxFault(f"nested more than {MAX_DEPTH} deep, or too many elements", line)
        element = Element(name.rpartition(":")[2], line, attributes)
        if self._stack:
            self._stack[-1].children.append(element)
        else:
            self._root = element
        self._stack.append(element)

    def _end(self, _: str) -> None:
        self._stack.pop()

    def _characters(self, text: str) -> None:
        if self._stack:
            self._stack[-1].parts.append(text)

    def _refuse(self, *_: object) -> int:
        raise SyntaxFault("a declaration of an entity, which manifests have no use for", self._parser.CurrentLineNumber)
