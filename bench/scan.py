"""CPU and memory of a full scan, beside ripgrep on the same tree in the same run; docs/performance.md says more.

python bench/scan.py TREE [-n 5]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

_PATTERN = "openai|anthropic|langchain"


class Cost(NamedTuple):
    """What one child process used up."""

    cpu: float
    """Seconds, user and system, of the process and what it waited for."""
    peak: float
    """MB of the largest resident set."""


def environment(bytecode: Path) -> dict[str, str]:
    """The environment of an installed aigov: its bytecode is on disk, whatever this shell says about writing any."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(bytecode)}


def cost_of(command: list[str], tree: Path, env: dict[str, str]) -> Cost:
    """Run a command to its end and say what it cost.

    :raises RuntimeError: it failed.
    """
    with subprocess.Popen(command, cwd=tree, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command[0]} ended with {child.returncode}")
    # ru_maxrss is in KiB on Linux, in bytes on macOS.
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


class Phases:
    """CPU seconds by phase: time inside a nested phase counts for that one alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stack: list[str] = []
        self._since = time.process_time()

    def _charge(self) -> None:
        now = time.process_time()
        if self._stack:
            self.seconds[self._stack[-1]] = self.seconds.get(self._stack[-1], 0.0) + now - self._since
        self._since = now

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """Charge what happens inside to ``name``."""
        self._charge()
        self._stack.append(name)
        try:
            yield
        finally:
            self._charge()
            self._stack.pop()

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, charged to ``name``."""

        def run(*args: object, **keywords: object) -> object:
            with self.within(name):
                return function(*args, **keywords)

        return run


def measure_phases(tree: Path) -> dict[str, float]:
    """CPU seconds of each phase of a scan in this process. Clocks at each boundary make it a little slower."""
    phases = Phases()
    with phases.within("start-up: imports, catalogue"):
        from aigov.canonical import pretty_json
        from aigov.catalogue import load_catalogue
        from aigov.scan import code, read, scan
        from aigov.scan.facts.engine import FileFacts

        catalogue = load_catalogue()
        catalogue.tokens()
    facts: Any = FileFacts
    index = "queries, index of names and calls"
    facts._root = property(phases.timed("parse", facts._root.fget))
    for name in ("__init__", "strings_at"):
        setattr(facts, name, phases.timed(index, getattr(facts, name)))
    for name in ("_names", "calls"):
        facts.__dict__[name].func = phases.timed(index, facts.__dict__[name].func)
    modules: Any = scan
    modules.discover = phases.timed("discover, git", modules.discover)
    modules.read_manifests = phases.timed("manifests, lock files", modules.read_manifests)
    runner: Any = code.CodeScan
    runner.run = phases.timed("resolve, detect", runner.run)
    reader: Any = read
    reader.read_file = phases.timed("read, triage", reader.read_file)
    with phases.within("the rest"):
        inventory = scan.scan_tree(tree, catalogue=catalogue)
    with phases.within("write"):
        pretty_json(inventory.to_dict())
    return phases.seconds


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("-n", "--repeats", type=int, default=5)
    parser.add_argument("--phases", action="store_true", help="print the phases of one scan as JSON, and nothing else")
    options = parser.parse_args()
    tree = options.tree.resolve()
    if options.phases:
        sys.stdout.write(json.dumps(measure_phases(tree)) + "\n")
        return 0
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        sys.stderr.write("bench: rg is not installed\n")
        return 2
    search = [ripgrep, "-c", "-i", _PATTERN, "."]
    scan = [sys.executable, "-P", "-m", "aigov", "scan", str(tree), "--format", "json"]
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        cost_of(scan, tree, env)  # bytecode and the file cache are warm from here on
        pairs = [(cost_of(search, tree, env), cost_of(scan, tree, env)) for _ in range(options.repeats)]
        child = [sys.executable, str(Path(__file__).resolve()), "--phases", str(tree)]
        seconds = json.loads(subprocess.run(child, check=True, capture_output=True, env=env).stdout)
    rows = [(a.cpu, b.cpu, b.cpu / a.cpu, b.peak) for a, b in pairs]
    medians = tuple(statistics.median(column) for column in zip(*rows, strict=True))
    names = [*map(str, range(1, options.repeats + 1)), "median"]
    write = sys.stdout.write
    write("run       rg CPU   aigov CPU   ratio   peak MB\n")
    for name, (search_cpu, scan_cpu, ratio, peak) in zip(names, [*rows, medians], strict=True):
        write(f"{name:8}{search_cpu:7.2f} s{scan_cpu:10.2f} s{ratio:8.1f}{peak:10.0f}\n")
    total = sum(seconds.values())
    write("\nphase                               CPU   share\n")
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        write(f"{name:34}{spent:5.2f} s{spent / total:7.0%}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
