"""Code of MDX: its imports and exports, and the components and expressions between its prose.

https://mdxjs.com/docs/what-is-mdx/. An import or export begins a line at the top of the file and ends at a blank one;
what stands in a fence is text. A component, ``<Chat model="…" />``, becomes an element of a program at its place.
"""

from __future__ import annotations

import re

from aigov.scan.embedded import Projection

_FENCE = re.compile(rb"[ \t]{0,3}(?:```|~~~)")
_ESM = re.compile(rb"(?:import|export)\b[ \t{*\"'\w]")
_IMPORTED = re.compile(rb"import\s*(?:[\w*${}\s,]{1,400}?\s*from\s*)?[\"'][^\"'\n]{1,300}[\"']")
_NOT_LINE_END = re.compile(rb"[^\r\n]+")


def project(data: bytes, path: str) -> Projection | None:
    """The code of one file; None where it is prose."""
    kept: list[bytes] = []
    fenced = within = found = False
    lines = data.splitlines(keepends=True)
    for index, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or not line.strip():
            within = False
        elif not within and _ESM.match(line) and _is_esm(lines, index):
            within = found = True
        kept.append(line if within and not fenced else _NOT_LINE_END.sub(b"", line))
    return Projection(language="tsx", text=b"".join(kept)) if found else None


def _is_esm(lines: list[bytes], index: int) -> bool:
    """Whether a line begins an import or export: ``import numpy`` of prose is none."""
    text = b"".join(lines[index : index + 12])
    return text.startswith(b"export ") or _IMPORTED.match(text) is not None
