"""Servers of MCP in a text within a file, which need not be JSON yet."""

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests.mcp_inline import read_inline

SERVERS = '"mcpServers": {"orders": {"command": "npx", "args": ["-y", "@acme/orders-mcp@1.2.0"]}}'


@pytest.mark.parametrize(
    "before",
    [
        "",
        '"debug": true,',
        '"debug": ${{ fromJSON(env.DEBUG || env.ACTIONS_STEP_DEBUG || false) }},',
        '"key": "${{ secrets.KEY }}",',
    ],
)
def test_expressions_of_a_ci_service_stand_for_values(before: str) -> None:
    found = read_inline(".github/workflows/a.yml", f"{{\n  {before}\n  {SERVERS}\n}}", 8, load_catalogue())
    assert [(row.name, row.line) for row in found.mcp_servers] == [("orders", 10)]


@pytest.mark.parametrize("text", ['{"debug": ${{ env.DEBUG }}, "servers": {"orders": {"command": "npx"}}}', "${{ x }}"])
def test_what_configures_no_server(text: str) -> None:
    assert read_inline(".github/workflows/a.yml", text, 1, load_catalogue()).mcp_servers == ()
