"""The command line: parse, call the pipeline, render, exit. One module a command group, imported when it is called."""

from __future__ import annotations

import atexit
import codecs
import contextlib
import gc
import importlib
import io
import os
import sys
from typing import IO

import click

from aigov import __version__
from aigov.errors import AigovError
from aigov.text import inert, printable

COMMANDS = {
    "check": ("aigov.cli.check", "check"),
    "scan": ("aigov.cli.scan", "scan"),
    "init": ("aigov.cli.init", "init"),
    "explain": ("aigov.cli.explain", "explain"),
    "catalogue": ("aigov.cli.catalogue", "catalogue"),
    "policy": ("aigov.cli.policy", "policy"),
    "keygen": ("aigov.cli.evidence", "keygen"),
    "sign": ("aigov.cli.evidence", "sign"),
    "verify": ("aigov.cli.evidence", "verify"),
}
INTERNAL_ERROR = 3


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is called or described."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="aigov", message="%(prog)s %(version)s")
def cli() -> None:
    """Which AI is in the code, where data goes, and which controls hold.

    Exit codes: 0 gate passed or done, 1 gate refused, 2 usage or bad input, 3 engine or bundle trouble, 4 signing
    or verification failed.
    """


def _settle_streams() -> None:
    """Make the three streams usable, whatever started us: closed ones (``>&-``), or an encoding that is not ours."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass  # a file opened later must not become stdout
    os.close(handle)
    for name, handle in (("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(handle, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - lives as long as we do
        elif isinstance(stream, io.TextIOWrapper) and codecs.lookup(stream.encoding).name != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _complain(message: str) -> None:
    """The one line that says why we stop. Where nobody can be told, the exit code still does."""
    try:
        click.echo(inert(printable(message)), err=True)
    except OSError:
        _abandon(sys.stderr)


def _abandon(stream: IO[str]) -> None:
    """Keep the interpreter from flushing, at its end, into what refuses to take it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main() -> None:
    """Entry point of ``aigov``: every error is one line on stderr, and no traceback reaches a user."""
    _settle_streams()
    # At its end the interpreter looks for cycles among all that is left, a fourth of a second after a large scan.
    atexit.register(gc.freeze)
    try:
        status = cli.main(standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except AigovError as error:
        for line in getattr(error, "problems", None) or (error,):
            _complain(f"aigov: {line}")
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        _complain("aigov: interrupted")
        sys.exit(130)
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (``| head``); keep the interpreter from flushing into it. Not 0: what was
        # not told may have been a refusal.
        _abandon(sys.stdout)
        sys.exit(1)
    except OSError as error:
        if os.environ.get("AIGOV_DEBUG"):
            raise
        # A full disk, a name too long: the system's refusal, and no bug.
        where = f"{str(error.filename)[:200]}: " if error.filename is not None else ""
        _complain(f"aigov: {where}{error.strerror or error}")
        _abandon(sys.stdout)
        sys.exit(AigovError.exit_code)
    except Exception as error:  # the outermost frame: whatever is left is our bug
        if os.environ.get("AIGOV_DEBUG"):
            raise
        _complain(
            f"aigov: internal error: {type(error).__name__}: {error} (this is a bug in aigov; AIGOV_DEBUG=1 shows "
            "where; please report it)"
        )
        sys.exit(INTERNAL_ERROR)
    sys.exit(status if isinstance(status, int) else 0)
