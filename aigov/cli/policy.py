"""``aigov policy``: the rules and where they run."""

from __future__ import annotations

from typing import Any

import click

from aigov import pipeline
from aigov.cli.options import opa_options, opa_server, say
from aigov.errors import UsageError


@click.group()
def policy() -> None:
    """The frameworks, their controls, and the servers that decide them."""


@policy.command("list", short_help="List every control of the frameworks.")
@click.option("--framework", "frameworks", multiple=True, help="Only this framework. Repeatable.")
def list_controls(frameworks: tuple[str, ...]) -> None:
    """List every control: framework, id, kind, severity, title (tab-separated)."""
    for framework in pipeline.load_frameworks_for(frameworks):
        for control in framework.controls:
            click.echo("\t".join((framework.id, control.id, control.kind, control.severity, control.title)))


@policy.command()
@click.option("--framework", "frameworks", multiple=True, help="Only this framework. Repeatable.")
@opa_options
def push(frameworks: tuple[str, ...], **opa: Any) -> None:
    """Upload the policy bundles to a running OPA server."""
    server = opa_server(**opa)
    if server is None:
        raise UsageError("no OPA server is named", where="--opa-url", fix="add --opa-url http://127.0.0.1:8181")
    for revision in pipeline.push(server, frameworks):
        say(f"{server.url}: {revision.framework} at revision {revision.revision[:12]}")
