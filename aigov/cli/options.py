"""Options that several commands share, and where their documents go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from aigov.canonical import write_atomic
from aigov.errors import UsageError
from aigov.settings import OpaServer
from aigov.text import inert, printable

F = TypeVar("F", bound=Callable[..., Any])

output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the document here, not to stdout."
)

catalogue_option = click.option(
    "--catalogue",
    "catalogue_dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of own catalogue entries (docs/catalogue.md). Default: scan.catalogue of aigov.yaml.",
)

policy_option = click.option(
    "--policy",
    "policy_dirs",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of own policies (docs/policies.md), beside policy.folders of aigov.yaml. Repeatable.",
)

settings_option = click.option(
    "--declarations",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The aigov.yaml whose section `policy` names folders and overrides.",
)


classic_ml_option = click.option(
    "--classic-ml/--no-classic-ml",
    default=None,
    help="List classic machine learning (scikit-learn, XGBoost, PyTorch, biometrics). Default: scan.classic_ml of "
    "aigov.yaml, else yes. What is left out is said.",
)


def licence_options(command: F) -> F:
    """Where licences of packages are read, beside the tree itself."""
    for option in reversed(
        (
            click.option(
                "--installed",
                metavar="DIR",
                multiple=True,
                type=click.Path(path_type=Path, exists=True, file_okay=False),
                help="Read licences where packages are installed: the project with its .venv, node_modules or vendor, "
                "or the cache of Maven, Gradle, NuGet, Go, Cargo, gems, pub. Repeatable.",
            ),
            click.option(
                "--sbom",
                "sboms",
                metavar="FILE",
                multiple=True,
                type=click.Path(path_type=Path, exists=True, dir_okay=False),
                help="Read licences in this CycloneDX or SPDX JSON file. Repeatable.",
            ),
        )
    ):
        command = option(command)
    return command


def emit(document: str, output: Path | None) -> None:
    """Write a document to ``output``, whole or not at all, or to stdout."""
    if output is None or str(output) == "-":
        click.echo(document, nl=False)
    else:
        write_atomic(output, document)
        say(f"wrote {output}")


def say(message: str) -> None:
    """A message for the person at the terminal: to stderr, so that pipes stay clean."""
    click.echo(inert(printable(message)), err=True)


def opa_options(command: F) -> F:
    """How to reach an OPA server."""
    for option in reversed(
        (
            click.option("--opa-url", envvar="AIGOV_OPA_URL", help="A running OPA server. [env: AIGOV_OPA_URL]"),
            click.option(
                "--opa-token-file",
                type=click.Path(path_type=Path, dir_okay=False),
                help="File that holds its bearer token. [env for the token itself: AIGOV_OPA_TOKEN]",
            ),
            click.option("--opa-ca", type=click.Path(path_type=Path), help="CA certificate that signed the server's."),
            click.option("--opa-cert", type=click.Path(path_type=Path), help="Client certificate (PEM)."),
            click.option("--opa-key", type=click.Path(path_type=Path), help="Key of the client certificate (PEM)."),
            click.option(
                "--opa-timeout", type=click.FloatRange(0.1, 600), default=10.0, show_default=True, help="Seconds."
            ),
        )
    ):
        command = option(command)
    return command


def opa_server(
    opa_url: str | None,
    opa_token_file: Path | None,
    opa_ca: Path | None,
    opa_cert: Path | None,
    opa_key: Path | None,
    opa_timeout: float,
) -> OpaServer | None:
    """The server that the options describe; None without a URL.

    :raises UsageError: options that say how to reach a server, but not which; a token file that cannot be read.
    """
    import os

    if not opa_url:
        if opa_token_file or opa_ca or opa_cert or opa_key:
            raise UsageError("no OPA server is named", where="--opa-url", fix="add --opa-url http://127.0.0.1:8181")
        return None
    token = os.environ.get("AIGOV_OPA_TOKEN")
    if opa_token_file:
        try:
            token = opa_token_file.read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                "this token file cannot be read", where=str(opa_token_file), fix="name a text file that holds the token"
            ) from error
    return OpaServer(url=opa_url, token=token, ca=opa_ca, certificate=opa_cert, key=opa_key, timeout=opa_timeout)
