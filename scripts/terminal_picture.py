"""Draw what a command prints on a terminal: ``python scripts/terminal_picture.py OUT.svg [--width N] -- COMMAND…``.

The command really runs, on a pseudo-terminal, so that the picture shows what a user sees, colours included.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import termios
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

# The stock template loads its font from the network; a picture in a README must not.
TEMPLATE = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def run_on_terminal(command: list[str], width: int) -> str:
    """What ``command`` writes to a terminal ``width`` columns wide, with its escape codes."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 60, width, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    parts: list[bytes] = []
    while True:
        try:
            data = os.read(leader, 65536)
        except OSError:  # how Linux says that the other end was closed
            break
        if not data:
            break
        parts.append(data)
    process.wait()
    os.close(leader)
    return b"".join(parts).decode().replace("\r\n", "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--width", type=int, default=110)
    parser.add_argument("--lines", type=int, help="Show only so many first lines.")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    text = run_on_terminal(options.command, options.width)
    lines = text.rstrip("\n").split("\n")
    if options.lines and len(lines) > options.lines:
        lines = [*lines[: options.lines], f"… {len(lines) - options.lines} more lines"]
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=options.width, file=nowhere, force_terminal=True)
        shown = [Path(options.command[0]).name, *options.command[1:]]
        console.print(Text(f"$ {shlex.join(shown)}", style="bold"))
        console.print(Text.from_ansi("\n".join(lines)))
        svg = console.export_svg(title="aigov", code_format=TEMPLATE, unique_id="aigov")
    options.output.write_text(svg)


if __name__ == "__main__":
    main()
