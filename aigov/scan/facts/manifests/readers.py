"""The readers: one row for each file kind, asked in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests import (
    conda,
    containers,
    env_files,
    mcp_config,
    npm_locks,
    package_json,
    pipfile,
    pyproject,
    python_locks,
    requirements_txt,
    setup_files,
    tool_config,
)
from aigov.scan.facts.manifests.records import Dependencies
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class DependencyReader:
    """Reads what a project asks for, or what a tool resolved."""

    kind: str
    wants: Callable[[str], bool]
    """Of a path relative to the root."""
    read: Callable[[Document], Dependencies]
    """May raise ``SyntaxFault``, and nothing else, whatever the file holds."""


@dataclass(frozen=True, slots=True)
class FindingReader:
    """Reads configuration that names AI services itself."""

    kind: str
    wants: Callable[[str], bool]
    read: Callable[[Document, Catalogue], Findings]
    """May raise ``SyntaxFault``, and nothing else, whatever the file holds."""


READERS: tuple[DependencyReader | FindingReader, ...] = (
    DependencyReader(pyproject.KIND, pyproject.wants, pyproject.read),
    DependencyReader(requirements_txt.KIND, requirements_txt.wants, requirements_txt.read),
    DependencyReader(setup_files.CFG_KIND, setup_files.wants_cfg, setup_files.read_cfg),
    DependencyReader(setup_files.PY_KIND, setup_files.wants_py, setup_files.read_py),
    DependencyReader(pipfile.KIND, pipfile.wants, pipfile.read),
    DependencyReader("python-lock", python_locks.wants, python_locks.read),
    DependencyReader(conda.KIND, conda.wants, conda.read),
    DependencyReader(package_json.KIND, package_json.wants, package_json.read),
    DependencyReader("npm-lock", npm_locks.wants, npm_locks.read),
    FindingReader(mcp_config.KIND, mcp_config.wants, mcp_config.read),
    FindingReader(tool_config.KIND, tool_config.wants, tool_config.read),
    FindingReader(env_files.KIND, env_files.wants, env_files.read),
    FindingReader(containers.DOCKERFILE_KIND, containers.wants_dockerfile, containers.read_dockerfile),
    FindingReader(containers.YAML_KIND, containers.wants_yaml, containers.read_yaml),
)


@lru_cache(maxsize=65536)
def reader_of(path: str) -> DependencyReader | FindingReader | None:
    """The reader of the file at ``path``, relative to the root."""
    return next((reader for reader in READERS if reader.wants(path)), None)


def kind_of(path: str) -> str | None:
    """Name of the file kind, where one of the readers wants the file."""
    reader = reader_of(path)
    return reader.kind if reader else None
