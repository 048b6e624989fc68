"""Give files the scope that the user names for them, in place of the one that their path suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pathspec import GitIgnoreSpec

from aigov.model import (
    Artifact,
    Asset,
    Call,
    Endpoint,
    Flow,
    Indicator,
    Inventory,
    McpServer,
    ModelUse,
    Scope,
    Secret,
    Surface,
    Unlisted,
    Unresolved,
    Use,
)
from aigov.reach import Agent, Observer, Tool
from aigov.scan.scopes import scope_of

Row = TypeVar(
    "Row",
    Use,
    Call,
    ModelUse,
    Endpoint,
    Flow,
    McpServer,
    Indicator,
    Unresolved,
    Agent,
    Tool,
    Observer,
    Surface,
    Secret,
    Artifact,
    Asset,
    Unlisted,
)


class ScopeOverrides:
    """Which files have a scope of their own."""

    def __init__(self, scopes: Sequence[tuple[str, Scope]]) -> None:
        """``scopes``: pattern of ``.gitignore`` and scope; the last that matches wins.

        :raises ValueError: a pattern is malformed.
        """
        self._rules = [(pattern, GitIgnoreSpec.from_lines([pattern]), scope) for pattern, scope in reversed(scopes)]

    def find(self, path: str) -> tuple[str, Scope] | None:
        """The pattern that decides about ``path`` and its scope; None where none does."""
        return next(((pattern, scope) for pattern, spec, scope in self._rules if spec.match_file(path)), None)

    def apply(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows with these scopes. What stands apart from its file stays: a development dependency in the manifest
        of an app is no app."""
        return tuple(self._applied(row) for row in rows)

    def _applied(self, row: Row) -> Row:
        found = self.find(row.file)
        if found is None or row.scope not in (scope_of(row.file), "app"):
            return row
        return replace(row, scope=found[1])


def override_scopes(inventory: Inventory, scopes: Sequence[tuple[str, Scope]]) -> Inventory:
    """The inventory with the scopes that the user names.

    :raises ValueError: a pattern is malformed.
    """
    overrides = ScopeOverrides(scopes)
    return replace(
        inventory,
        uses=overrides.apply(inventory.uses),
        calls=overrides.apply(inventory.calls),
        models=overrides.apply(inventory.models),
        endpoints=overrides.apply(inventory.endpoints),
        flows=overrides.apply(inventory.flows),
        mcp_servers=overrides.apply(inventory.mcp_servers),
        agents=overrides.apply(inventory.agents),
        tools=overrides.apply(inventory.tools),
        observers=overrides.apply(inventory.observers),
        surfaces=overrides.apply(inventory.surfaces),
        indicators=overrides.apply(inventory.indicators),
        unresolved=overrides.apply(inventory.unresolved),
        secrets=overrides.apply(inventory.secrets),
        artifacts=overrides.apply(inventory.artifacts),
        assets=overrides.apply(inventory.assets),
        coverage=replace(inventory.coverage, unlisted=overrides.apply(inventory.coverage.unlisted)),
    )
