"""The command line: parse, call the pipeline, render, exit. One module a command group, imported when it is called."""

from __future__ import annotations

import importlib
import os
import sys

import click

from aigov import __version__
from aigov.errors import AigovError
from aigov.text import printable

COMMANDS = {
    "check": ("aigov.cli.check", "check"),
    "scan": ("aigov.cli.scan", "scan"),
    "init": ("aigov.cli.init", "init"),
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


def main() -> None:
    """Entry point of ``aigov``: every error is one line on stderr, and no traceback reaches a user."""
    try:
        status = cli.main(standalone_mode=False)
    except AigovError as error:
        for line in getattr(error, "problems", None) or (error,):
            click.echo(printable(f"aigov: {line}"), err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("aigov: interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (``| head``); keep the interpreter from flushing into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the outermost frame: whatever is left is our bug
        if os.environ.get("AIGOV_DEBUG"):
            raise
        click.echo(
            printable(f"aigov: internal error: {type(error).__name__}: {error}") + " (this is a bug in aigov; "
            "AIGOV_DEBUG=1 shows where; please report it)",
            err=True,
        )
        sys.exit(INTERNAL_ERROR)
    sys.exit(status if isinstance(status, int) else 0)
