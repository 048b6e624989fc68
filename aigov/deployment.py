"""Policies on their way to where they decide: pushed to an OPA server, or as signed bundle files, written and read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aigov.catalogue import Catalogue
from aigov.settings import OpaServer

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes

    from aigov.control import BundleRevision
    from aigov.policy.archive import Archive
    from aigov.policy.bundle import Bundle
    from aigov.policy.frameworks import Framework


def push(server: OpaServer, frameworks: Sequence[Framework], catalogue: Catalogue) -> tuple[BundleRevision, ...]:
    """Upload the bundles of the frameworks to a running OPA server; the revisions now there."""
    from aigov.policy.push import push_bundles

    return push_bundles(server, frameworks, catalogue)


def build_archives(
    frameworks: Sequence[Framework], catalogue: Catalogue, key: PrivateKeyTypes | None
) -> tuple[Archive, ...]:
    """The bundles of the frameworks as files; see ``aigov.policy.archive``."""
    from aigov.policy.archive import build_archives as build

    return build(frameworks, catalogue, key)


def read_bundles(files: Sequence[Path], key: PublicKeyTypes) -> tuple[Bundle, ...]:
    """The bundles in files that ``key`` signed; see ``aigov.policy.archive_read``.

    :raises UsageError: a file cannot be read, or two hold one framework.
    :raises EngineError: a file is not to be trusted.
    """
    from aigov.policy.archive_read import read_archives

    return read_archives(files, key)
