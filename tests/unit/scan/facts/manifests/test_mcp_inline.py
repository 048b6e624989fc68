"""MCP servers that stand in a text of another file: settings of an action, arguments of a command."""

from __future__ import annotations

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import workflows
from aigov.scan.facts.manifests.mcp_inline import read_inline
from aigov.scan.files import Document, FileKind, Findings

CATALOGUE = load_catalogue()
WORKFLOW = """on: pull_request
jobs:
  review:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          mcp_config: |
            {
              "mcpServers": {
                "tracker": {"command": "npx", "args": ["-y", "tracker-mcp@2.0.1"], "env": {"TOKEN": "${{ secrets.T }}"}}
              }
            }
      - run: |
          echo "mcpServers"
          claude -p hi --mcp-config '{"mcpServers": {"pages": {"url": "https://pages.example.com/mcp"}}}'
"""


def servers(found: Findings) -> list[tuple[int, str, str]]:
    return sorted((row.line, row.name, row.transport) for row in found.mcp_servers)


def test_servers_of_an_action_and_of_a_command_have_their_own_lines() -> None:
    document = Document(
        path=".github/workflows/review.yml",
        kind=FileKind(role="manifest", name="workflow"),
        scope="build",
        data=WORKFLOW.encode(),
        size=len(WORKFLOW),
        candidate=True,
    )
    found = workflows.read(document, CATALOGUE)
    assert servers(found) == [(10, "tracker", "stdio"), (15, "pages", "http")]
    assert {row.env for row in found.mcp_servers} == {("TOKEN",), ()}


def test_yaml_within_a_text_lists_servers_too() -> None:
    text = "mcpServers:\n  notes:\n    command: npx\n    args: [notes-mcp]\n"
    assert servers(read_inline("a.yml", text, 4, CATALOGUE)) == [(5, "notes", "stdio")]


def test_a_text_that_only_speaks_of_servers_lists_none() -> None:
    for text in ("set mcpServers first", '{"mcpServers": {', '{"a": 1} mcpServers {"b": 2}', "{" * 400 + "mcpServers"):
        assert servers(read_inline("a.yml", text, 1, CATALOGUE)) == []
