"""Elixir's mix.exs and mix.lock (https://hexdocs.pm/mix/Mix.Tasks.Deps.html)."""

from __future__ import annotations

import re

from aigov.model import Scope
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

MANIFEST_KIND = "mix.exs"
LOCK_KIND = "mix.lock"

_TUPLE = re.compile(
    r'\{\s*:"?(?P<name>[a-z]\w*)"?\s*(?:,\s*"(?P<version>[^"\n]*)"\s*)?(?:,\s*(?P<options>[a-z_]+:(?:[^{}]|\{[^{}]*\})*))?\}'
)
_OPTION = re.compile(r'\b([a-z_]+):\s*("[^"\n]*"|\[[^\]]*\]|:\w+|\w+)')
_LOCKED = re.compile(
    r'^[ \t]*"(?P<name>[\w-]+)":\s*'
    r'\{:(?:hex,\s*:"?(?P<package>\w+)"?,\s*"(?P<version>[^"\n]+)"|git,\s*"[^"\n]*",\s*"(?P<ref>\w+)")'
    r"(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_NEED = re.compile(r"\{:(\w+),")


def wants_manifest(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "mix.exs"


def wants_lock(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "mix.lock"


def read_manifest(document: Document) -> Dependencies:
    """Dependency tuples with a version or options; apps of the same umbrella and folders of the tree are left out."""
    script = ScriptText(document.data, hashes=True)
    path_scope = manifest_scope(document.path)
    rows = []
    for found in _TUPLE.finditer(script.text):
        options = dict(_OPTION.findall(found["options"] or ""))
        if (found["version"] is None and not options) or "path" in options or "in_umbrella" in options:
            continue
        constraint = (found["version"] or options.get("git") or options.get("github") or "").strip('"')
        rows.append(
            Requirement(
                ecosystem="hex",
                name=(options.get("hex") or found["name"]).strip(':"'),
                line=script.line(found.start()),
                scope=_scope(options.get("only", ""), options.get("runtime", ""), path_scope),
                version=exact_version("hex", constraint) if found["version"] else None,
                constraint=without_credentials(constraint) or None,
                optional=options.get("optional") == "true",
            )
        )
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """One package a line, with what each of them needs."""
    script = ScriptText(document.data, hashes=True)
    return Dependencies(
        locked=tuple(
            Locked(
                ecosystem="hex",
                name=found["package"] or found["name"],
                version=found["version"] or found["ref"],
                line=script.line(found.start("name")),
                direct=None,
                requires=frozenset(_NEED.findall(found["rest"])),
            )
            for found in _LOCKED.finditer(script.text)
        )
    )


def _scope(only: str, runtime: str, path_scope: Scope) -> Scope:
    environments = re.findall(r"\w+", only)
    scopes = {group_scope("" if name == "prod" else name, path_scope) for name in environments}
    if not scopes or "app" in scopes:
        return group_scope("build", path_scope) if runtime == "false" else path_scope
    return min(scopes)
