"""C# scripts and file-based apps: the lines that tell the tool, and not the compiler, what to do.

``#!``, ``#:package X@1.0`` (https://learn.microsoft.com/dotnet/core/sdk/file-based-apps), ``#r "nuget: X, 1.0"`` and
``#load "x.csx"``. They are no C#, and stand before it; ``facts/manifests/inline.py`` reads what they ask for.
"""

from __future__ import annotations

import re

from aigov.scan.embedded import Projection

_DIRECTIVE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*#(?:!|:|r\s+\"|load\s+\")[^\r\n]*", re.MULTILINE)


def project(data: bytes, path: str) -> Projection | None:
    """The file without these lines."""
    return Projection(language="csharp", text=_DIRECTIVE.sub(b"", data) if b"#" in data else data)
