"""Scala's build.sbt, and the Scala files of ``project/`` that keep its dependencies; Mill and Scala CLI coordinates.

https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html
"""

from __future__ import annotations

import re

from aigov.scan.facts.manifests.records import Dependencies, Requirement, folders_above, manifest_scope
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

KIND = "sbt"

_WANTED = re.compile(r"(?:.*/)?(?:[\w.-]+\.sbt|build\.sc|build\.mill|project/[\w-]+\.scala)")
_MODULE = re.compile(
    r'"(?P<group>[\w.-]+)"\s*%{1,3}\s*(?:"(?P<artifact>[\w.-]+)"|(?P<expression>[\w.]+))'
    r'\s*%\s*(?:"(?P<version>[^"\n]+)"|(?P<variable>[A-Za-z_][\w.]*))'
    r"(?:\s*%\s*(?P<configuration>\"[^\"\n]*\"|[\w.,]+))?"
)
_COORDINATES = re.compile(r'\b(?:ivy|mvn|dep)"(?P<group>[\w.-]+):{1,3}(?P<artifact>[\w.-]+):{1,2}(?P<version>[^"\n;]+)')
_VARIABLE = re.compile(r'\b(?:val|def|var)\s+(\w+)\s*(?::\s*String\s*)?=\s*"([\w.+-]+)"')


def wants(path: str) -> bool:
    """sbt builds, Mill builds, and sources of an sbt build's own build."""
    return _WANTED.fullmatch(path) is not None


def read(document: Document) -> Dependencies:
    """Every module that the script names. ``%%`` appends the Scala version to the artifact; it is left out here."""
    script = ScriptText(document.data, hashes=False)
    scope = manifest_scope(document.path)
    rows = []
    for found in (*_MODULE.finditer(script.text), *_COORDINATES.finditer(script.text)):
        groups = found.groupdict()
        if not groups["artifact"]:
            continue
        statement = script.statement(found.start())
        configuration = (groups.get("configuration") or "").lower()
        is_test = "test" in configuration or re.search(r"(?<![A-Za-z])(?:it|[Tt]est)\b", configuration) is not None
        is_plugin = "addSbtPlugin" in statement or "addCompilerPlugin" in statement
        if "exclude" in statement.lower():
            continue
        variable = (groups.get("variable") or "").rpartition(".")[2]
        version = groups["version"] or (f"${{{variable}}}" if variable else "")
        rows.append(
            Requirement(
                ecosystem="maven",
                name=f"{groups['group']}:{groups['artifact']}",
                line=script.line(found.start()),
                scope="test" if is_test and scope == "app" else "build" if is_plugin and scope == "app" else scope,
                version=exact_version("maven", version) if version else None,
                constraint=version or None,
            )
        )
    return Dependencies(
        requirements=tuple(sorted(rows, key=lambda row: row.line)),
        variables=dict(_VARIABLE.findall(script.text)),
        inherits=tuple(
            f"{folder}{name}"
            for folder in folders_above(document.path)
            for name in ("build.sbt", "project/Dependencies.scala", "project/Versions.scala", "project/V.scala")
        ),
    )
