"""Templates in files of their own: the names of what is filled in say which data a prompt holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from os.path import commonprefix

_SUFFIX = re.compile(
    r"[\w./\\@:-]*[\w-]\.(?:j2|jinja2?|hbs|handlebars|mustache|njk|ejs|liquid|erb|tmpl|gotmpl|tpl|stg?|ftl|vm|sbn|scriban"
    r"|prompt|prompty|txt|md|xml|html|ya?ml)",
    re.IGNORECASE,
)
_BARE = re.compile(r".*\.(?:stg?|txt|md|prompt|prompty)", re.IGNORECASE)
"""Files in which a single pair of braces is filled in: ``{diagnosis}``."""
# What stands between the marks is bounded, so that marks that never end cost no more than others.
_FILLED = re.compile(
    r"\{\{\{?[-~]?(?![!/])\s{0,20}[#^&]?(.{0,300}?)[-~]?\}\}|<%[=-](.{0,300}?)-?%>|\$!?\{(.{0,300}?)\}", re.DOTALL
)
_LOOP = re.compile(r"\{%-?\s{0,20}for\s{1,20}.{1,80}?\s{1,20}in\s{1,20}(.{0,300}?)-?%\}", re.DOTALL)
_SINGLE = re.compile(r"(?<![{$%])\{(\w+(?:\.\w+)*)(?:![rsa])?(?::[^{}\n]{0,12})?\}(?!\})")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_NAMES = re.compile(r"[A-Za-z_]\w*")
_WORDS = frozenset("each if unless with else end range for in and or not is this loop lookup template block".split())  # noqa: SIM905 - a word list
_LONGEST = 256 << 10


def is_template(spelled: str) -> bool:
    """Whether a string may name a file that text is put together from."""
    return "." in spelled and len(spelled) < 200 and _SUFFIX.fullmatch(spelled) is not None


def template_at(spelled: str, files: Iterable[str], near: str) -> str | None:
    """The file of the tree that a string names; of several the one with the longest path in common, None of many.

    :param near: path of the file that spells it.
    """
    wanted = "/" + spelled.replace("\\", "/").rpartition(":")[2].lstrip("./")
    found = [path for path in files if f"/{path}".endswith(wanted)]
    if not 0 < len(found) < 20:
        return None
    return min(found, key=lambda path: (-len(commonprefix((path.split("/"), near.split("/")))), path))  # noqa: RUF071 - of lists


@lru_cache(maxsize=256)
def filled_in(text: str, path: str) -> tuple[tuple[str, int], ...]:
    """The names that a template fills in, with their lines."""
    text = text[:_LONGEST]
    found = {(name, text.count("\n", 0, at) + 1) for name, at in _filled(text, path)}
    return tuple(sorted(found, key=lambda item: (item[1], item[0])))


def _filled(text: str, path: str) -> Iterator[tuple[str, int]]:
    patterns = (_FILLED, _LOOP, _SINGLE) if _BARE.fullmatch(path) else (_FILLED, _LOOP)
    for pattern in patterns:
        for match in pattern.finditer(text):
            inner = next((group for group in match.groups() if group is not None), "")
            # What follows a bar is how it is shown.
            shown = _QUOTED.sub("", inner).partition("|")[0]
            for name in _NAMES.findall(shown):
                if name.lower() not in _WORDS:
                    yield name, match.start()
