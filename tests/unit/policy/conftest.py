"""An AI-BOM as aigov writes it, in small, with what tests do to one; and a small framework."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import Catalogue, load_catalogue
from aigov.declarations import Declarations
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input

FIXTURES = Path(__file__).parent / "fixtures"
OWN = FIXTURES / "own.cdx.json"
AT = datetime(2026, 11, 23, tzinfo=UTC)

Bom = dict[str, Any]


@pytest.fixture
def bom() -> Bom:
    """What aigov itself writes: docs/aibom.md. A test may change it."""
    document: Bom = json.loads(OWN.read_bytes())
    return document


@pytest.fixture
def prop() -> Callable[[str, Any], dict[str, str]]:
    """Makes a property; what is no text becomes JSON."""
    return _prop


@pytest.fixture
def build() -> Callable[..., dict[str, Any]]:
    """Makes the policy input of a BOM."""
    return _build


@pytest.fixture
def with_coverage() -> Callable[..., Bom]:
    """Copies a BOM with other ``aigov:coverage:*`` properties; None leaves one out."""
    return _with_coverage


def _prop(name: str, value: Any) -> dict[str, str]:
    return {"name": name, "value": value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))}


def _build(bom: Bom, declarations: Declarations | None = None, at: datetime = AT) -> dict[str, Any]:
    return build_input(bom, declarations, load_catalogue(), at)


def _with_coverage(bom: Bom, **values: str | None) -> Bom:
    changed = copy.deepcopy(bom)
    kept = [p for p in changed["metadata"]["properties"] if p["name"].removeprefix("aigov:coverage:") not in values]
    kept += [_prop(f"aigov:coverage:{name}", value) for name, value in values.items() if value is not None]
    changed["metadata"]["properties"] = kept
    return changed


@pytest.fixture(scope="session")
def build_tiny() -> Callable[[Path], Bundle]:
    """Builds the bundle of a small framework from the policies of a folder."""
    return _build_tiny


@pytest.fixture(scope="session")
def tiny() -> Bundle:
    """The bundle of a small framework."""
    return _build_tiny(FIXTURES / "policies")


def _build_tiny(policies: Path) -> Bundle:
    (framework,) = load_frameworks(["tiny"], directory=FIXTURES / "bundles")
    return build_bundle(framework, Catalogue([], []), policies=policies)
