"""C# of Razor files: ``*.razor`` (Blazor components) and ``*.cshtml`` (pages and views of ASP.NET).

What stands after an ``@`` is C#: directives, blocks, control structures, expressions
(https://learn.microsoft.com/aspnet/core/mvc/views/razor). The text that comes out is a file of C#: ``@code`` becomes a
part of the component's class, ``@inject`` and ``@model`` a member of it, everything else statements at the top.
"""

from __future__ import annotations

import re

from aigov.scan.embedded import Projection

_TOKEN = re.compile(r"@|<[A-Za-z/!]")
_CODE_TOKEN = re.compile(r'//|/\*|[$@]+"|"|\'|[{};:]|@<|@:')
_COMMENT_END = re.compile(r"\*@")
_DIRECTIVE = re.compile(
    r"(?:page|inherits|implements|attribute|layout|namespace|rendermode|typeparam|addTagHelper|removeTagHelper"
    r"|tagHelperPrefix|preservewhitespace)\b[^\n]*"
)
_USING = re.compile(r"using[ \t]+(?!var\b)((?:static[ \t]+)?[\w.]+(?:[ \t]*=[ \t]*[\w.<>, ]+)?)[ \t]*;?")
_INJECT = re.compile(r"inject[ \t]+([\w.<>,?\[\] \t]{0,300}[\w>?\]])[ \t]+(\w+)[ \t]*;?")
_MODEL = re.compile(r"model[ \t]+([\w.<>,?\[\] \t]{0,300}[\w>?\]])")
_CLASS = re.compile(r"(?:code|functions)\s*\{")
_SECTION = re.compile(r"section[ \t]+\w+\s*\{")
_CONTROL = re.compile(r"(?:if|for|foreach|while|switch|using|lock)\s*\(|(?:try|do)\s*\{|await\s+foreach\s*\(")
_GOES_ON = re.compile(r"\s*(?:else\b|catch\b|finally\b|while\s*\()")
_NAME = re.compile(r"(?:await\s+)?(?:new\s+)?[A-Za-z_]\w*")
_LINK = re.compile(r"[?!]?\.[A-Za-z_]\w*|[?!]?(?=[(\[])")
_ATTRIBUTE = re.compile(r"[\w:.-]*\s*=")
_TAG = re.compile(r"</?([A-Za-z][\w.:-]*)|<!")
_TAG_END = re.compile(r"/?>|[\"']|@")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_MARKUP_NEXT = re.compile(r"\s*(?=<[A-Za-z]|@:)")
_CHARACTER = re.compile(r"'(?:\\.|[^'\\\n]){1,12}'")
_QUOTES = re.compile('"+')
_VERBATIM = re.compile(r'"[^"]*"')
_IN_STRING = re.compile(r'\\.|["\n{}]')
_LONGEST_EXPRESSION = 20_000
"""Characters of one expression in markup that are looked at."""


def project(data: bytes, path: str) -> Projection:
    """The C# of one Razor file."""
    stem = re.sub(r"\W", "_", path.rpartition("/")[2].partition(".")[0]) or "_"
    return Projection(language="csharp", text=_Razor(data.decode("utf-8", "replace"), stem).read().encode())


class _Razor:
    """Goes through one file once. Of nested frames the last is the one at hand: markup is ``None`` or the number of
    elements that are open, code the number of braces."""

    def __init__(self, text: str, stem: str) -> None:
        self._text = text
        self._stem = stem if not stem[0].isdigit() else f"_{stem}"
        self._at = 0
        self._out: list[str] = []
        self._frames: list[list[int]] = []
        """(kind, depth): kind 0 is code, 1 markup inside code."""

    def read(self) -> str:
        while self._at < len(self._text):
            if self._frames and self._frames[-1][0] == 0:
                self._code()
            else:
                self._markup()
        return "".join(self._out)

    # --- writing ----------------------------------------------------------------------------------------------------

    def _blank(self, end: int) -> None:
        """Leave out what stands before ``end``, but its line breaks."""
        self._out.append("\n" * self._text.count("\n", self._at, end) or " ")
        self._at = end

    def _keep(self, end: int) -> None:
        self._out.append(self._text[self._at : end])
        self._at = end

    def _emit(self, code: str, end: int) -> None:
        """``code``, which has no line break, in the place of what stands before ``end``."""
        self._out.append(code)
        self._blank(end)

    # --- markup -----------------------------------------------------------------------------------------------------

    def _markup(self) -> None:
        nested = bool(self._frames)
        match = _TOKEN.search(self._text, self._at)
        if match is None:
            self._blank(len(self._text))
        elif match[0] == "@":
            self._blank(match.start())
            self._transition()
        elif match[0][0] == "<" and nested:
            self._blank(match.start())
            self._tag()
        else:
            self._blank(match.end())

    def _tag(self) -> None:
        """One tag of markup that stands in code: it opens or closes an element."""
        found = _TAG.match(self._text, self._at)
        if found is None:
            self._blank(self._at + 1)
            return
        closes, name = found[0].startswith("</"), (found[1] or "").lower()
        self._blank(found.end())
        quote = ""
        while (end := _TAG_END.search(self._text, self._at)) is not None:
            self._blank(end.start())
            if end[0] == "@":
                self._transition(inline=True)
            elif end[0] in "\"'":
                quote = "" if end[0] == quote else quote or end[0]
                self._blank(end.end())
            elif quote:
                self._blank(end.end())
            else:
                self._blank(end.end())
                alone = end[0] == "/>" or name in _VOID or not name
                self._element(-1 if closes else 0 if alone else 1)
                return
        self._blank(len(self._text))

    def _element(self, change: int) -> None:
        frame = self._frames[-1]
        frame[1] += change
        if frame[0] == 1 and frame[1] <= 0:
            self._frames.pop()

    def _transition(self, *, inline: bool = False) -> None:
        """What an ``@`` in markup begins.

        :param inline: inside a tag, where only expressions may stand.
        """
        text, at = self._text, self._at + 1
        after = text[at : at + 1]
        if after in ("@", "") or (self._at and (text[self._at - 1].isalnum() or text[self._at - 1] in "._")):
            self._blank(min(at + (after == "@"), len(text)))
        elif after == "*":
            end = _COMMENT_END.search(text, at)
            self._blank(end.end() if end else len(text))
        elif after == "{" and not inline:
            self._blank(at)
            self._frames.append([0, 0])
        elif after == "(":
            self._expression(at, _matching(text, at))
        else:
            self._word(at, inline)

    def _word(self, at: int, inline: bool) -> None:
        text = self._text
        if inline:
            self._implicit(at)
        elif match := _CLASS.match(text, at):
            self._emit(f"partial class {self._stem}", match.end() - 1)
            self._frames.append([0, 0])
        elif match := _SECTION.match(text, at):
            self._blank(match.end())
        elif match := _CONTROL.match(text, at):
            self._blank(at)
            self._frames.append([0, 0])
            self._keep(match.end() - 1)
        elif match := _USING.match(text, at):
            self._emit(f"using {match[1]};", match.end())
        elif match := _INJECT.match(text, at):
            self._member(match[1], match[2], match.end())
        elif match := _MODEL.match(text, at):
            self._member(match[1], "Model", match.end())
        elif match := _DIRECTIVE.match(text, at):
            self._blank(match.end())
        else:
            self._implicit(at)

    def _implicit(self, at: int) -> None:
        """``@name.Call(x)``, which ends where the chain does; before ``=`` in a tag it is the name of an attribute."""
        match = _NAME.match(self._text, at)
        attribute = _ATTRIBUTE.match(self._text, match.end()) if match else None
        if match is None:
            self._blank(at)
        elif attribute is not None and self._in_tag():
            self._blank(attribute.end())
        else:
            self._expression(at, _chain_end(self._text, match.end()))

    def _in_tag(self) -> bool:
        """Whether the place at hand is inside a tag: ``@bind-Value="…"`` is an attribute there."""
        before = self._text.rfind("<", max(0, self._at - 2000), self._at)
        return before >= 0 and self._text.rfind(">", before, self._at) < 0

    def _member(self, kind: str, name: str, end: int) -> None:
        self._emit(f"partial class {self._stem}{{{kind} {name};}} {kind} {name};", end)

    def _expression(self, start: int, end: int) -> None:
        self._blank(start)
        self._out.append(" _ = ")
        self._keep(end)
        self._out.append(";")

    # --- code -------------------------------------------------------------------------------------------------------

    def _code(self) -> None:
        """On to the next place where code changes over to markup, or ends."""
        text = self._text
        frame = self._frames[-1]
        match = _CODE_TOKEN.search(text, self._at)
        if match is None:
            self._keep(len(text))
            return
        sign = match[0]
        if sign == "//":
            end = text.find("\n", match.end())
            self._keep(len(text) if end < 0 else end)
        elif sign == "/*":
            end = text.find("*/", match.end())
            self._keep(len(text) if end < 0 else end + 2)
        elif sign[-1] in "\"'":
            self._keep(_string_end(text, match.start()))
        elif sign in ("@<", "@:"):
            self._keep(match.start())
            self._out.append(" null ")
            self._blank(match.start() + 1)
            self._enter_markup()
        else:
            self._keep(match.end())
            if sign == "{":
                frame[1] += 1
            elif sign == "}":
                frame[1] -= 1
                if frame[1] <= 0 and not _GOES_ON.match(text, self._at):
                    self._frames.pop()
                    self._out.append(" ")
                    return
            following = _MARKUP_NEXT.match(text, self._at)
            if following is not None:
                self._keep(following.end())
                self._blank(self._at + (text[self._at] == "@"))
                self._enter_markup()

    def _enter_markup(self) -> None:
        """Markup inside code: an element, or after ``@:`` the rest of the line."""
        text = self._text
        if text[self._at : self._at + 1] != ":":
            self._frames.append([1, 0])
            self._tag()
            return
        line_end = text.find("\n", self._at)
        line_end = len(text) if line_end < 0 else line_end
        while self._at < line_end:
            sign = text.find("@", self._at, line_end)
            if sign < 0:
                self._blank(line_end)
                return
            self._blank(sign)
            self._transition(inline=True)


def _matching(text: str, at: int) -> int:
    """The place after the bracket that closes the one at ``at``."""
    depth, start = 0, at
    limit = min(len(text), start + _LONGEST_EXPRESSION)
    while at < limit:
        char = text[at]
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
            if depth == 0:
                return at + 1
        elif char in "\"'":
            at = _string_end(text, at)
            continue
        at += 1
    return limit


def _chain_end(text: str, at: int) -> int:
    """The end of an implicit expression: names, calls and keys, without spaces between them."""
    while (link := _LINK.match(text, at)) is not None:
        at = link.end()
        if text[at : at + 1] in ("(", "["):
            at = _matching(text, at)
    return at


def _string_end(text: str, at: int) -> int:
    """The place after the string or character literal that begins at ``at``, with its ``$`` and ``@``."""
    start = at
    while text[at : at + 1] in ("$", "@"):
        at += 1
    signs = text[start:at]
    quote = text[at : at + 1]
    if quote == "'":
        end = _CHARACTER.match(text, at)
        return end.end() if end else at + 1
    if text.startswith('"""', at):
        marks = _QUOTES.match(text, at)
        fence = marks[0] if marks else quote
        closed = text.find(fence, at + len(fence))
        return len(text) if closed < 0 else closed + len(fence)
    if "@" in signs:
        while (part := _VERBATIM.match(text, at)) is not None:
            at = part.end()
            if text[at : at + 1] != '"':
                return at
        return len(text)
    return _line_string_end(text, at + 1, holes="$" in signs)


def _line_string_end(text: str, at: int, *, holes: bool) -> int:
    """The place after a string that ends on its line; a hole may hold strings itself: ``$"{row["name"]}"``."""
    depth, inner = 0, False
    while (found := _IN_STRING.search(text, at)) is not None:
        at = found.end()
        sign = found[0]
        if sign == "\n":
            return at - 1
        if sign == '"':
            if depth == 0:
                return at
            inner = not inner
        elif holes and not inner and sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
    return len(text)
