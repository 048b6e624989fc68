"""Where the shipped policies, bundles and schemas are: inside an installed wheel, or at the top of the source tree."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _shipped() -> Path:
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent


def policies_dir() -> Path:
    """Folder of the Rego sources: ``lib/`` and one folder a framework."""
    return _shipped() / "policies"


def bundles_dir() -> Path:
    """Folder of the framework descriptions, one ``<framework>.toml`` each."""
    return _shipped() / "bundles"


def schemas_dir() -> Path:
    """Folder of the JSON Schemas of every document that crosses a boundary."""
    return _shipped() / "schemas"


def catalogue_dir() -> Path:
    """Folder of the catalogue's data files."""
    return _PACKAGE / "catalogue" / "data"


def catalogue_fixtures() -> Path | None:
    """Folder of the shipped entries' fixtures in a source checkout; None where aigov is installed without them."""
    folder = _PACKAGE.parent / "tests" / "catalogue"
    return folder if folder.is_dir() else None


def cyclonedx_schema(name: str) -> Path:
    """A schema file that cyclonedx-python-lib ships.

    :raises ModuleNotFoundError: it is not installed.
    """
    spec = find_spec("cyclonedx")  # finds without importing: the package itself costs 0.1 s
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("cyclonedx-python-lib is not installed", name="cyclonedx")
    return Path(spec.origin).parent / "schema" / "_res" / name
