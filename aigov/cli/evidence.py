"""``aigov keygen``, ``aigov sign``, ``aigov verify``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from aigov.canonical import pretty_json
from aigov.cli.options import emit, output_option, say
from aigov.errors import EvidenceError, UsageError
from aigov.text import printable

PASSPHRASE_VARIABLE = "AIGOV_KEY_PASSPHRASE"  # noqa: S105 - the variable's name
_MAX_PASSPHRASE_FILE = 4096
_NAMED_CONTROLS = 5

passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Read the key's passphrase from the first line of FILE. Else {PASSPHRASE_VARIABLE}, else a prompt.",
)


@click.command(short_help="Make a key pair to sign with.")
@click.option("-o", "--output", "path", required=True, type=click.Path(path_type=Path), metavar="KEY")
@click.option(
    "--algorithm",
    type=click.Choice(["ecdsa-p256", "ed25519"]),
    default="ecdsa-p256",
    show_default=True,
    help="Kind of key. Every verifier takes ecdsa-p256.",
)
@passphrase_option
@click.option("--no-passphrase", is_flag=True, help="Leave the private key unencrypted, for a secret store to keep.")
def keygen(path: Path, algorithm: str, passphrase_file: Path | None, no_passphrase: bool) -> None:
    """Make a key to sign with: KEY (encrypted, mode 0600) and KEY.pub, which goes to those who verify."""
    from aigov.evidence.keys import ALGORITHMS, generate_keys

    if no_passphrase and passphrase_file:
        raise UsageError("--no-passphrase and --passphrase-file exclude each other", fix="give one of them")
    passphrase = None if no_passphrase else _passphrase(passphrase_file, path, confirm=True)
    kind = next(known for known in ALGORITHMS if known == algorithm)
    pair = generate_keys(path, algorithm=kind, passphrase=passphrase)
    say(f"private key {pair.private}: keep it secret, and keep a copy")
    say(f"public key  {pair.public}: publish it where buyers will look for it, apart from the evidence")
    say(f"key id      {pair.key_id}")


@click.command(short_help="Sign every file of a folder.")
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--key", required=True, type=click.Path(path_type=Path), metavar="KEY", help="The private key.")
@passphrase_option
def sign(directory: Path, key: Path, passphrase_file: Path | None) -> None:
    """Sign every file in DIR and write DIR/evidence.sigstore.json."""
    from aigov.evidence.signing import sign_folder

    path = sign_folder(directory, key, passphrase=ask_for_passphrase(passphrase_file, key), warn=warn)
    say(f"wrote {path}")


@click.command(short_help="Check delivered evidence with the sender's public key.")
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--key", required=True, type=click.Path(path_type=Path), metavar="KEY.pub", help="The sender's public key."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def verify(directory: Path, key: Path, form: str, output: Path | None) -> None:
    """Check the evidence in DIR with the sender's public key, and nothing else.

    Exit code 0: every check held. 4: at least one did not; each is named.
    """
    from aigov.evidence.verify import verify_folder

    verdict = verify_folder(directory, key)
    document = verdict.to_dict()
    emit(pretty_json(document) if form == "json" else _text(document), output)
    if not verdict.ok:
        names = ", ".join(dict.fromkeys(check.name for check in verdict.failures))
        raise EvidenceError(f"the evidence does not verify: {names}", where=str(directory), fix="do not rely on it")


def ask_for_passphrase(passphrase_file: Path | None, key: Path) -> Callable[[], bytes]:
    """A function that fetches the passphrase of ``key`` when the key turns out to need one."""
    return lambda: _passphrase(passphrase_file, key, confirm=False)


def warn(message: str) -> None:
    """Tell the user on stderr what is unwise but no obstacle."""
    say(f"warning: {message}")


def _passphrase(file: Path | None, key: Path, *, confirm: bool) -> bytes:
    if file:
        return _first_line(file)
    if PASSPHRASE_VARIABLE in os.environ:
        return os.fsencode(os.environ[PASSPHRASE_VARIABLE])
    if not sys.stdin.isatty():
        raise UsageError(
            "a passphrase is needed and there is no terminal to ask on",
            where=str(key),
            fix=f"give --passphrase-file or set {PASSPHRASE_VARIABLE}",
        )
    answer: str = click.prompt(f"Passphrase for {key}", hide_input=True, confirmation_prompt=confirm, err=True)
    return answer.encode()


def _first_line(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(_MAX_PASSPHRASE_FILE)
    except OSError as error:
        raise UsageError(f"cannot read the passphrase: {error.strerror}", where=str(file)) from error
    return data.split(b"\n", 1)[0].removesuffix(b"\r")


def _text(verdict: dict[str, Any]) -> str:
    lines = [
        f"{'ok' if check['ok'] else 'FAILED':<7}{check['name']:<11}{check['detail']}" for check in verdict["checks"]
    ]
    if verdict["ok"]:
        lines += ["", *_facts(verdict["predicate"])]
    return "".join(f"{line}\n" for line in lines)


def _facts(predicate: dict[str, Any]) -> list[str]:
    """What the evidence says, once it is known to be genuine."""
    source, gate, coverage = predicate["source"], predicate["gate"], predicate["coverage"]
    commit = f", commit {source['commit']}" if "commit" in source else ""
    by = gate["refused_by"]
    refused = f" by {', '.join(by) if len(by) <= _NAMED_CONTROLS else f'{len(by)} controls'}" if by else ""
    lines = [
        f"system     {source['name']}{commit}{', with uncommitted changes' if source.get('dirty') else ''}",
        f"judged     {predicate['evaluated_at']} by {predicate['generator']}",
        f"signed     {predicate['created']} by the signer's own clock",
        f"coverage   {'complete' if coverage['complete'] else 'incomplete' if coverage['known'] else 'not known'}",
        f"gate       {'passed' if gate['passed'] else 'refused' + refused}",
    ]
    for row in predicate["summary"]:
        decided, attested = row["decided"], row["attested"]
        lines.append(
            f"controls   {row['title']}: {decided['passed']} of {decided['of']} decided by machine pass, "
            f"{attested['passed']} of {attested['of']} attested, {row['manual']} left to people"
        )
    return [printable(line) for line in lines]
