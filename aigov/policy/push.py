"""Uploads bundles to a running OPA server, over its REST API.

Modules get the id ``aigov/<package>/…`` and data goes below ``data.aigov.<package>``: nothing else on the server is
touched. The manifest, with the revision, goes last and is taken away first, so that an upload that stops half-way
leaves a server which every check refuses, never one that answers from two versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aigov.catalogue import Catalogue
from aigov.control import BundleRevision
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines.opa import check_revision
from aigov.policy.frameworks import Framework
from aigov.settings import OpaServer

if TYPE_CHECKING:
    from aigov.policy.engines.opa_client import GuardedOpa


def push_bundles(
    server: OpaServer, frameworks: Sequence[Framework], catalogue: Catalogue
) -> tuple[BundleRevision, ...]:
    """Upload the bundles of the frameworks; what the server has afterwards, as it says itself.

    :raises UsageError: the server's address or a certificate cannot be used.
    :raises EngineError: a bundle is broken, or the server refuses it.
    """
    # All are built first: a broken one must not leave the server with some of them.
    return upload(server, [build_bundle(framework, catalogue) for framework in frameworks])


def upload(server: OpaServer, bundles: Sequence[Bundle]) -> tuple[BundleRevision, ...]:
    """Upload bundles that are built already; raises as ``push_bundles``."""
    from aigov.policy.engines.opa_client import GuardedOpa

    with GuardedOpa(server) as opa:
        for bundle in bundles:
            _replace(opa, bundle)
            check_revision(_revision(opa, bundle), bundle, f"OPA at {server.url}")
    return tuple(bundle.ref for bundle in bundles)


def _replace(opa: GuardedOpa, bundle: Bundle) -> None:
    root = f"aigov/{bundle.framework.package}"
    there = {path: text for path, text in opa.policies().items() if path.startswith(f"{root}/")}
    if there == bundle.modules and _revision(opa, bundle) == bundle.revision:
        return
    opa.delete_data(f"{root}/manifest")
    _remove_modules(opa, sorted(there))
    for path in ("controls", "lib", "parameters"):
        if path in bundle.data:
            opa.put_data(f"{root}/{path}", bundle.data[path])
        else:
            opa.delete_data(f"{root}/{path}")
    for path, text in bundle.modules.items():
        opa.put_policy(path, text)
    opa.put_data(f"{root}/manifest", bundle.data["manifest"])


def _revision(opa: GuardedOpa, bundle: Bundle) -> Any:
    manifest, _ = opa.query(f"aigov/{bundle.framework.package}/manifest", {})
    return manifest.get("revision") if isinstance(manifest, dict) else None


def _remove_modules(opa: GuardedOpa, left: list[str]) -> None:
    """Remove what an earlier push left. A module that others call can only go after them; who calls whom is not
    known of an earlier version, so rounds are made until none is left."""
    while left:
        refusals = {path: reason for path in left if (reason := opa.delete_policy(path))}
        if len(refusals) == len(left):
            path, reason = next(iter(refusals.items()))
            raise EngineError(
                f"cannot remove {path}: {reason}",
                where="OPA server",
                fix="remove the policies that call it, or load the bundles into a server of their own",
            )
        left = list(refusals)
