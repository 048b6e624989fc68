"""The readers: one row for each file kind, asked in this order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.scan.facts.infra import names as infrastructure
from aigov.scan.facts.manifests import (
    agent_files,
    automation,
    baml,
    bundler,
    bundler_config,
    cargo,
    cocoapods,
    composer,
    conda,
    conda_locks,
    containers,
    deno,
    env_files,
    go_mod,
    gradle,
    hcl_jobs,
    jenkins,
    julia,
    maven,
    mcp_config,
    mix,
    mlflow_model,
    nix,
    notebook_commands,
    npm_locks,
    npm_workspace,
    nuget,
    package_json,
    pipfile,
    pixi,
    proxies,
    pub,
    pyproject,
    python_locks,
    r_packages,
    requirements_txt,
    sbt,
    settings,
    setup_files,
    shell,
    sql,
    swift_packages,
    task_scripts,
    templates,
    tool_config,
    units,
    within,
    workflows,
    workloads,
    xml_settings,
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
    also: Callable[[Document, Catalogue], Findings] | None = None
    """Reads what the file says beside; raises as ``read`` does."""


@dataclass(frozen=True, slots=True)
class FindingReader:
    """Reads configuration that names AI services itself."""

    kind: str
    wants: Callable[[str], bool]
    read: Callable[[Document, Catalogue], Findings]
    """May raise ``SyntaxFault``, and nothing else, whatever the file holds."""


@dataclass(frozen=True, slots=True)
class GroupReader:
    """Files that speak of one another: all of a tree are read together."""

    kind: str
    wants: Callable[[str], bool]


READERS: tuple[DependencyReader | FindingReader | GroupReader, ...] = (
    DependencyReader(pyproject.KIND, pyproject.wants, pyproject.read, task_scripts.read),
    DependencyReader(requirements_txt.KIND, requirements_txt.wants, requirements_txt.read),
    DependencyReader(setup_files.CFG_KIND, setup_files.wants_cfg, setup_files.read_cfg),
    DependencyReader(setup_files.PY_KIND, setup_files.wants_py, setup_files.read_py),
    DependencyReader(pipfile.KIND, pipfile.wants, pipfile.read, task_scripts.read),
    DependencyReader("python-lock", python_locks.wants, python_locks.read),
    DependencyReader(conda_locks.KIND, conda_locks.wants, conda_locks.read),
    DependencyReader(conda.KIND, conda.wants, conda.read),
    DependencyReader(pixi.KIND, pixi.wants, pixi.read, task_scripts.read),
    DependencyReader(package_json.KIND, package_json.wants, package_json.read, task_scripts.read),
    DependencyReader("npm-lock", npm_locks.wants, npm_locks.read),
    DependencyReader(npm_workspace.KIND, npm_workspace.wants, npm_workspace.read),
    DependencyReader(deno.MANIFEST_KIND, deno.wants_manifest, deno.read_manifest, task_scripts.read),
    DependencyReader(deno.LOCK_KIND, deno.wants_lock, deno.read_lock),
    DependencyReader(go_mod.MOD_KIND, go_mod.wants_mod, go_mod.read_mod),
    DependencyReader(go_mod.SUM_KIND, go_mod.wants_sum, go_mod.read_sum),
    DependencyReader(maven.KIND, maven.wants, maven.read),
    DependencyReader(gradle.SCRIPT_KIND, gradle.wants_script, gradle.read_script),
    DependencyReader(gradle.PROPERTIES_KIND, gradle.wants_properties, gradle.read_properties),
    DependencyReader(gradle.CATALOGUE_KIND, gradle.wants_catalogue, gradle.read_catalogue),
    DependencyReader(gradle.LOCK_KIND, gradle.wants_lock, gradle.read_lock),
    DependencyReader(sbt.KIND, sbt.wants, sbt.read),
    DependencyReader(nuget.PROJECT_KIND, nuget.wants_project, nuget.read_project),
    DependencyReader(nuget.CONFIG_KIND, nuget.wants_config, nuget.read_config),
    DependencyReader(nuget.LOCK_KIND, nuget.wants_lock, nuget.read_lock),
    DependencyReader(nuget.PAKET_KIND, nuget.wants_paket, nuget.read_paket),
    DependencyReader(bundler.SCRIPT_KIND, bundler.wants_script, bundler.read_script),
    DependencyReader(bundler.LOCK_KIND, bundler.wants_lock, bundler.read_lock),
    DependencyReader(cargo.MANIFEST_KIND, cargo.wants_manifest, cargo.read_manifest),
    DependencyReader(cargo.LOCK_KIND, cargo.wants_lock, cargo.read_lock),
    DependencyReader(composer.MANIFEST_KIND, composer.wants_manifest, composer.read_manifest, task_scripts.read),
    DependencyReader(composer.LOCK_KIND, composer.wants_lock, composer.read_lock),
    DependencyReader(swift_packages.MANIFEST_KIND, swift_packages.wants_manifest, swift_packages.read_manifest),
    DependencyReader(swift_packages.PROJECT_KIND, swift_packages.wants_project, swift_packages.read_project),
    DependencyReader(swift_packages.LOCK_KIND, swift_packages.wants_lock, swift_packages.read_lock),
    DependencyReader(cocoapods.SCRIPT_KIND, cocoapods.wants_script, cocoapods.read_script),
    DependencyReader(cocoapods.LOCK_KIND, cocoapods.wants_lock, cocoapods.read_lock),
    DependencyReader(pub.MANIFEST_KIND, pub.wants_manifest, pub.read_manifest),
    DependencyReader(pub.LOCK_KIND, pub.wants_lock, pub.read_lock),
    DependencyReader(mix.MANIFEST_KIND, mix.wants_manifest, mix.read_manifest),
    DependencyReader(mix.LOCK_KIND, mix.wants_lock, mix.read_lock),
    DependencyReader(r_packages.MANIFEST_KIND, r_packages.wants_manifest, r_packages.read_manifest),
    DependencyReader(r_packages.LOCK_KIND, r_packages.wants_lock, r_packages.read_lock),
    DependencyReader(julia.MANIFEST_KIND, julia.wants_manifest, julia.read_manifest),
    DependencyReader(julia.LOCK_KIND, julia.wants_lock, julia.read_lock),
    FindingReader(agent_files.KIND, agent_files.wants, agent_files.read),
    FindingReader(baml.KIND, baml.wants, baml.read),
    FindingReader(bundler_config.KIND, bundler_config.wants, bundler_config.read),
    FindingReader(mlflow_model.KIND, mlflow_model.wants, mlflow_model.read),
    FindingReader(nix.KIND, nix.wants, nix.read),
    FindingReader(jenkins.KIND, jenkins.wants, jenkins.read),
    FindingReader(workflows.KIND, workflows.wants, workflows.read),
    FindingReader(tool_config.KIND, tool_config.wants, tool_config.read),
    FindingReader(mcp_config.KIND, mcp_config.wants, mcp_config.read),
    FindingReader(env_files.KIND, env_files.wants, env_files.read),
    FindingReader(containers.KIND, containers.wants, containers.read),
    FindingReader(automation.KIND, automation.wants, automation.read),
    FindingReader(workloads.KIND, workloads.wants, workloads.read),
    FindingReader(units.KIND, units.wants, units.read),
    FindingReader(hcl_jobs.KIND, hcl_jobs.wants, hcl_jobs.read),
    FindingReader(shell.KIND, shell.wants_shell, shell.read_shell),
    FindingReader(shell.POWERSHELL_KIND, shell.wants_powershell, shell.read_power),
    FindingReader(shell.BATCH_KIND, shell.wants_batch, shell.read_cmd),
    FindingReader(shell.MAKE_KIND, shell.wants_make, shell.read_make),
    FindingReader(sql.KIND, sql.wants, sql.read),
    FindingReader(notebook_commands.KIND, notebook_commands.wants, notebook_commands.read),
    FindingReader(xml_settings.KIND, xml_settings.wants, xml_settings.read),
    FindingReader(proxies.KIND, proxies.wants, proxies.read),
    FindingReader(templates.KIND, templates.wants, templates.read),
    FindingReader(settings.KIND, settings.wants, settings.read),  # it wants what no other before it does
    GroupReader(infrastructure.KIND, infrastructure.wants),  # what is a template by its content is read as one anyway
)


_CODE = (".py", ".pyi", ".ts", ".tsx", ".jsx", ".java", ".cs", ".go", ".rs", ".svg", ".png", ".css")
"""Ends of most names of a tree: asking each reader for each of them takes its time."""
_WANTED_ALL_THE_SAME = re.compile(
    r"(?:^|/)(?:setup\.py$|(?:[\w.-]+\.config(?:\.[\w-]+)*|esbuild[\w.-]*)\.[cm]?ts$|[^/]*(?:docker|container)file[^/]*$|\.env[^/]*$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def reader_of(path: str) -> DependencyReader | FindingReader | GroupReader | None:
    """The reader of the file at ``path``, relative to the root."""
    if path.endswith(_CODE) and not _WANTED_ALL_THE_SAME.search(path):
        return None
    return next((reader for reader in READERS if reader.wants(path)), None)


def reader_of_kind(kind: str) -> DependencyReader | FindingReader | GroupReader | None:
    """The reader of a kind, for files that their first line tells and not their name: ``#!/bin/sh``."""
    return next((reader for reader in READERS if reader.kind == kind), None)


def _finding_reader(path: str, kind: str | None) -> FindingReader | None:
    reader = reader_of(path) if kind is None else reader_of_kind(kind)
    return reader if isinstance(reader, FindingReader) else None


within.install(_finding_reader)


def kind_of(path: str) -> str | None:
    """Name of the file kind, where one of the readers wants the file."""
    reader = reader_of(path)
    return reader.kind if reader else None
