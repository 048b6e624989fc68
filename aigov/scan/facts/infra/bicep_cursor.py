"""A cursor over the text of a Bicep file."""

from __future__ import annotations

import re
from bisect import bisect_right

from aigov.scan.facts.infra.values import At

BLANK = re.compile(r"(?:\s++|//[^\n]*|/\*.*?\*/|#(?:disable|restore)[^\n]*)+", re.DOTALL)
_SPACES = re.compile(r"(?:[ \t]++|//[^\n]*|/\*.*?\*/|\\\r?\n)+", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_]\w*")


class Fault(Exception):
    """The text is no Bicep."""


class Cursor:
    """A position in the text, and what can be passed over there."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.position = 0
        self._lines = [match.end() for match in re.finditer(r"\n", text)]

    def line(self, position: int) -> int:
        """Line of a position, from 1."""
        return bisect_right(self._lines, position) + 1

    def at(self) -> At:
        """The place of the cursor."""
        return At(self.path, self.line(self.position))

    def spaces(self) -> None:
        """Pass over spaces and comments of this line."""
        found = _SPACES.match(self.text, self.position)
        self.position = found.end() if found else self.position

    def blank(self) -> None:
        """Pass over spaces, comments, and the ends of lines."""
        found = BLANK.match(self.text, self.position)
        self.position = found.end() if found else self.position

    def take(self, mark: str) -> bool:
        """Pass over ``mark``, if it stands here."""
        self.spaces()
        if not self.text.startswith(mark, self.position):
            return False
        self.position += len(mark)
        return True

    def expect(self, mark: str) -> None:
        """Pass over ``mark``.

        :raises Fault: it does not stand here.
        """
        if not self.take(mark):
            raise Fault

    def word(self) -> str:
        """The identifier that stands here.

        :raises Fault: there is none.
        """
        self.spaces()
        found = _WORD.match(self.text, self.position)
        if found is None:
            raise Fault
        self.position = found.end()
        return found[0]
