"""Text from outside, on its way into a document or to a terminal."""

from __future__ import annotations

import os
import re

_COMMAND = re.compile(r"^(\s*:)(?=:)|(##)(?=\[)", re.MULTILINE)
_JOINER = "\N{WORD JOINER}"


def printable(text: str) -> str:
    """``text`` with every control character but the line feed made visible.

    File names, model ids and reasons come from repositories that nobody vouched for: an escape sequence among them
    could rewrite what a terminal already shows, a "gate refused" into a "gate passed".
    """
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def inert(text: str) -> str:
    """``text`` as a log of GitHub Actions may show it: none of its lines is a workflow command.

    The runner obeys ``::error …`` at the beginning of a line, however far it is indented, and ``##[…]`` anywhere: a
    file name that a table wraps there could stop commands or write annotations. Elsewhere text is left as it is.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMAND.sub(lambda match: match[0] + _JOINER, text)


def well_formed(text: str) -> str:
    """``text`` as UTF-8 can hold it: halves of UTF-16 pairs, which escapes can spell, joined or made visible."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
