"""Tell app code from tests, documentation, examples and build tooling by a file's path."""

from __future__ import annotations

from aigov.model import Scope


def scope_of(path: str) -> Scope:
    """Scope of the file at ``path``, relative to the root, ``/`` separated."""
    raise NotImplementedError
