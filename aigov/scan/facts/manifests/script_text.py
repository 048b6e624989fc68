"""Manifests that are programs (Gemfile, build.gradle, mix.exs, Package.swift, build.sbt), read as text, never run.

Comments are blanked out, so that what remains keeps its places; strings stay. What a program computes is out of reach,
and a declaration that is written down is found wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# A string that does not end goes to the end of the line or file, once, so that time stays linear; but an apostrophe is
# often no string at all. No possessive quantifiers: those of Python 3.11.2 go wrong over groups. Each alternative
# begins with another character, and what follows a repetition matches wherever that ends: nothing is tried twice.
_STRINGS = (
    r'"""(?:[^"\\]|\\(?:.|\Z)|"(?!""))*(?:"""|\Z)'
    r'|"(?:[^"\\\n]|\\(?:.|\Z))*(?:"|(?=\n)|\Z)'
    r"|'(?:[^'\\\n]|\\(?:.|\Z)){0,400}'"
)
_SLASHES = re.compile(
    rf"'''(?:[^'\\]|\\(?:.|\Z)|'(?!''))*(?:'''|\Z)|{_STRINGS}"
    r"|(?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z))",
    re.DOTALL,
)
_HASHES = re.compile(
    rf"{_STRINGS}"
    r"|(?P<comment>\#[^\n]*|^=begin\b.*?(?:^=end\b[^\n]*|\Z)|^__END__$.*)",
    re.DOTALL | re.MULTILINE,
)
_NOT_NEWLINE = re.compile(r"[^\n]")


class ScriptText:
    """A script without its comments.

    :param hashes: comments begin with ``#`` (Ruby, Elixir), else they are those of C.
    """

    def __init__(self, data: bytes, *, hashes: bool) -> None:
        pattern = _HASHES if hashes else _SLASHES
        self.text = pattern.sub(_blank, data.decode("utf-8", "replace"))
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, position: int) -> int:
        """1-based line of a place in ``text``."""
        return bisect_right(self._starts, position)

    def statement(self, position: int) -> str:
        """The text of the line before ``position``, from the last ``{`` or ``;`` on."""
        start = self._starts[self.line(position) - 1]
        return re.split(r"[{;]", self.text[max(start, position - 500) : position])[-1]


def blocks(text: str, opening: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """(start, end, name) of the blocks in braces that ``opening`` begins, whose group 1 is the name.

    An unclosed block ends with the text. Braces within strings are few enough in build files to be counted along:
    they come in pairs (``"${version}"``).
    """
    found = []
    opened = {match.end() - 1: match[1] for match in opening.finditer(text)}
    stack: list[tuple[int, str | None]] = []
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            stack.append((brace.start(), opened.get(brace.start())))
        elif stack:
            start, name = stack.pop()
            if name is not None:
                found.append((start, brace.end(), name))
    found.extend((start, len(text), name) for start, name in stack if name is not None)
    return sorted(found)


def blank(text: str) -> str:
    """As many blanks, and the same lines."""
    return _NOT_NEWLINE.sub(" ", text)


def _blank(found: re.Match[str]) -> str:
    return found[0] if found["comment"] is None else blank(found[0])
