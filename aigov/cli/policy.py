"""``aigov policy``: the rules and where they run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from aigov import deployment, pipeline, scan_plan
from aigov.canonical import write_atomic
from aigov.cli.evidence import ask_for_passphrase, passphrase_option, warn
from aigov.cli.options import catalogue_option, opa_options, opa_server, policy_option, say, settings_option
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
@catalogue_option
@opa_options
def push(
    frameworks: tuple[str, ...],
    policy_dirs: tuple[Path, ...],
    settings_file: Path | None,
    catalogue_dir: Path | None,
    **opa: Any,
) -> None:
    """Upload the policy bundles to a running OPA server."""
    server = opa_server(**opa)
    if server is None:
        raise UsageError("no OPA server is named", where="--opa-url", fix="add --opa-url http://127.0.0.1:8181")
    policies = pipeline.plan_policies(frameworks, folders=policy_dirs, settings_file=settings_file)
    catalogue = scan_plan.catalogue_for(settings_file, catalogue_dir)
    changed = policies.changed(evaluation_time(None))
    names = ", ".join(framework.id for framework in changed)
    say(f"{server.url}: uploading {names}; OPA compiles all of it anew for each module, which takes a while")
    for revision in deployment.push(server, changed, catalogue):
        say(f"{server.url}: {revision.framework} at revision {revision.revision[:12]}")


@policy.command(short_help="Build signed OPA bundles.")
@click.argument("frameworks", nargs=-1, metavar="[FRAMEWORK]...")
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where FRAMEWORK.tar.gz goes; made if need be.",
)
@click.option("--key", type=click.Path(path_type=Path), metavar="KEY", help="The private key to sign with.")
@passphrase_option
@policy_option
@settings_option
@catalogue_option
def bundle(
    frameworks: tuple[str, ...],
    folder: Path,
    key: Path | None,
    passphrase_file: Path | None,
    policy_dirs: tuple[Path, ...],
    settings_file: Path | None,
    catalogue_dir: Path | None,
) -> None:
    """Build one self-contained OPA bundle for each FRAMEWORK; for all, if none is named.

    The same sources and key give the same bytes. Each signature holds for the scope that is the framework's id.
    """
    secret = None
    if key:
        from aigov.evidence.keys import read_private_key

        secret = read_private_key(key, ask_for_passphrase(passphrase_file, key), warn=warn)
    policies = pipeline.plan_policies(frameworks, folders=policy_dirs, settings_file=settings_file)
    catalogue = scan_plan.catalogue_for(settings_file, catalogue_dir)
    archives = deployment.build_archives(policies.changed(evaluation_time(None)), catalogue, secret)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make this folder: {error.strerror}", where=str(folder), fix="name another") from error
    for archive in archives:
        path = folder / f"{archive.bundle.framework}.tar.gz"
        write_atomic(path, archive.content)
        signed = "signed" if archive.signed else "not signed"
        say(f"{path}: revision {archive.bundle.revision[:12]}, {len(archive.content):,} bytes, {signed}")
