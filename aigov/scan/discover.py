"""List the files of a tree and say what the tree is."""

from __future__ import annotations

from pathlib import Path

from aigov.scan.files import Discovered


def discover(root: Path) -> Discovered:
    """List the files below ``root`` and read the facts of the subject.

    :raises UsageError: ``root`` does not exist, is not a folder, or holds no file.
    """
    raise NotImplementedError
