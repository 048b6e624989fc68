"""Scripts of PHP's views: a page whose PHP only puts values into it is read as the scripts that it holds.

A file with functions, classes or requests of its own stays PHP: of two languages the one that it is written for.
"""

from __future__ import annotations

import re

from aigov.scan.embedded import Projection
from aigov.scan.embedded.markup import program_of, scripts

_TAG = re.compile(rb"<\?(?:php|=)?(.*?)(?:\?>|\Z)", re.DOTALL)
_PROGRAM = re.compile(
    rb"\b(?:class|function|fn|namespace|new|trait|interface|curl_\w+|file_get_contents|wp_remote_\w+)\b|^\s*use\s+\w"
    rb"|(?:->|::)\s*(?:post|request|create|chat|generate|ask|prompt|send|stream)\b",
    re.MULTILINE,
)
_BLADE = re.compile(rb"@php\b(?!\s*\().*?@endphp", re.DOTALL)
_ACTS = re.compile(
    rb"\b(?:import|fetch|require|new|axios|EventSource|WebSocket|XMLHttpRequest)\b|\$\.(?:ajax|post|get)\b"
)


def project(data: bytes, path: str) -> Projection | None:
    """The file itself, or the scripts of a view."""
    own = Projection(language="php", text=data)
    if b"<script" not in data:
        return own
    blocks = list(scripts(data, 0))
    if not any(_ACTS.search(data, begin, end) for begin, end, _ in blocks):
        return own
    pieces = [found[1] for found in _TAG.finditer(data)] + _BLADE.findall(data)
    if any(_PROGRAM.search(piece) for piece in pieces):
        return own
    return program_of(data, blocks)
