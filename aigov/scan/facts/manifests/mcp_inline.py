"""MCP servers that a text within a file configures: ``mcp_config: |`` of an action, ``--mcp-config '{…}'``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.mcp_config import read_servers
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

SIGN = "mcpServers"
_MOST = 8
_LONGEST = 100_000
_DECODER = json.JSONDecoder()
_EXPRESSION = re.compile(r"(:[ \t]*)\$\{\{[^\n\"]*?\}\}")
"""What a CI service fills in before the text is JSON: ``"debug": ${{ env.DEBUG || false }}``."""


def read_inline(path: str, text: str, line: int, catalogue: Catalogue) -> Findings:
    """The servers of every table with ``mcpServers`` in a text.

    :param line: where the text begins.
    """
    found: list[Findings] = []
    text = _EXPRESSION.sub(r"\1null", text)
    at = text.find(SIGN) if len(text) <= _LONGEST else -1
    while at >= 0 and len(found) < _MOST:
        start, end = _around(text, at)
        if end:
            found.append(_servers(path, text[start:end], line + text.count("\n", 0, start), catalogue))
        at = text.find(SIGN, max(end, at + 1))
    if not found and SIGN in text and "{" not in text:
        found = [_servers(path, text, line, catalogue, yaml=True)]
    return merge(found)


def _around(text: str, at: int) -> tuple[int, int]:
    """The JSON object that holds an offset: from the nearest brace before it that begins one."""
    start = text.rfind("{", 0, at)
    for _ in range(_MOST):
        if start < 0:
            break
        try:
            end = _DECODER.raw_decode(text, start)[1]
        except (ValueError, RecursionError):
            end = 0
        if end > at:
            return start, end
        start = text.rfind("{", 0, start)
    return 0, 0


def _servers(path: str, text: str, line: int, catalogue: Catalogue, *, yaml: bool = False) -> Findings:
    shifted = "\n" * (line - 1) + text
    try:
        roots = parse_yaml(shifted) if yaml else [parse_json(shifted)]
    except SyntaxFault:
        return Findings()  # the text around it is what is read: a table within it that is none says nothing
    return merge([read_servers(path, root, catalogue) for root in roots])
