"""``aigov policy``: the rules and where they run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aigov import pipeline
from aigov.cli.options import opa_options, opa_server, policy_option, say, settings_option
from aigov.cli.workbench import COMMANDS
from aigov.errors import UsageError
from aigov.settings import evaluation_time


@click.group()
def policy() -> None:
    """The frameworks, their controls, and the servers that decide them."""


for _command in COMMANDS:
    policy.add_command(_command)


@policy.command()
@click.option("--framework", "frameworks", multiple=True, help="Only this framework. Repeatable.")
@policy_option
@settings_option
@opa_options
def push(frameworks: tuple[str, ...], policy_dirs: tuple[Path, ...], settings_file: Path | None, **opa: Any) -> None:
    """Upload the policy bundles to a running OPA server."""
    server = opa_server(**opa)
    if server is None:
        raise UsageError("no OPA server is named", where="--opa-url", fix="add --opa-url http://127.0.0.1:8181")
    policies = pipeline.plan_policies(frameworks, folders=policy_dirs, settings_file=settings_file)
    for revision in pipeline.push(server, policies, evaluation_time(None)):
        say(f"{server.url}: {revision.framework} at revision {revision.revision[:12]}")
