"""Gradle: build scripts in Groovy and Kotlin, gradle.properties, version catalogues and lock files.

https://docs.gradle.org/current/userguide/declaring_dependencies.html and .../version_catalogs.html
"""

from __future__ import annotations

import re

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    folders_above,
    manifest_scope,
)
from aigov.scan.facts.manifests.script_text import ScriptText, blocks
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

SCRIPT_KIND = "gradle-script"
PROPERTIES_KIND = "gradle.properties"
CATALOGUE_KIND = "gradle-catalogue"
LOCK_KIND = "gradle.lockfile"

_INHERITED = (
    "gradle.properties",
    "gradle/libs.versions.toml",
    "build.gradle",
    "build.gradle.kts",
    "settings.gradle",
    "settings.gradle.kts",
    "dependencies.gradle",
    "versions.gradle",
    "gradle/dependencies.gradle",
    "gradle/versions.gradle",
)
"""Files of the folders above in which scripts keep versions by custom."""
_SCRIPTS = (".gradle", ".gradle.kts")
_COORDINATES = re.compile(
    r"""["'](?P<group>[A-Za-z][\w-]*(?:\.[\w-]+)+|[a-z][\w-]+|\$\{[^"'{}]+\}):(?P<artifact>[A-Za-z][\w.-]*)
        (?::(?P<version>[^"'@:\s]*\$\{[^{}]*\}[^"'@:\s]*|[^"'@:\s]*)?(?::[\w.-]+)?(?:@\w+)?)?["']""",
    re.VERBOSE,
)
_MAP = re.compile(
    r"""\bgroup\s*[:=]\s*["'](?P<group>[\w.-]+)["']\s*,\s*name\s*[:=]\s*["'](?P<artifact>[\w.-]+)["']
        (?:\s*,\s*version\s*[:=]\s*["'](?P<version>[^"'\s]+)["'])?""",
    re.VERBOSE,
)
_PAIR = re.compile(
    r"""\b(?:module|library)\(\s*["'][^"'\s]*["']\s*,\s*["'](?P<group>[\w.-]+)["']\s*,\s*["'](?P<artifact>[\w.-]+)["']"""
)
_ACCESSOR = re.compile(r"""(?<![\w."'$/])(?P<alias>\w{0,60}[lL]ibs\w{0,60}(?:\.[A-Za-z_]\w*)+)""")
_ACCESSOR_CALL = re.compile(r"\.(?:get|asProvider|map|getOrNull|orNull)$")
_VARIABLE = re.compile(
    r"""(?m)(?:^|[\s{(;,])(?:
        (?:(?:val|var|def|String|final|static|const)[ \t]+){0,4}
        (?:(?:project\.|rootProject\.)?(?:ext|extra)\.)?
            (?P<name>[A-Za-z_]\w{0,100})[ \t]*(?:=|by[ \t]+extra\()[ \t]*
      | (?:ext|extra|set|extra\.set)[ \t]*[\[(][ \t]*["'](?P<key>[\w.-]+)["'][ \t]*[\]),][ \t]*(?:=[ \t]*)?
      | ["']?(?P<entry>[A-Za-z_][\w.-]{0,100})["']?[ \t]*:[ \t]*
    )["'](?P<value>[\w.+-]+)["']""",
    re.VERBOSE,
)
_OPENING = re.compile(r"\b(buildscript|exclude|plugins|pluginManagement|testing|suites)\b\s*(?:\([^(){}]*\)\s*)?\{")
_NO_USE = re.compile(r"\b(?:exclude|substitute|module|because|url|id|withModule|all\w*Project|dependsOn)\b")
_FIRST_WORD = re.compile(r"""\s*(?:add\(\s*)?["'`]?([A-Za-z_]\w*)""")
_TEST = re.compile(r"^test|Test(?!amp)|^androidTest|^jmh", re.ASCII)
_BUILD = re.compile(r"^(?:annotationProcessor|kapt|ksp|classpath|developmentOnly|detekt|checkstyle|errorprone|lint)")
_REFERENCE = re.compile(r"\$\{([^{}]{1,200})\}")
_QUOTED = re.compile(r"""["']([\w.-]+)["']""")
_DOTTED = re.compile(r"[A-Za-z_][\w.]*")
_PROPERTY = re.compile(r"(?m)^[ \t]*(?:systemProp\.)?([\w.-]+)[ \t]*[=:][ \t]*([^\s#]+)[ \t]*$")
_LOCK_LINE = re.compile(r"([\w.-]+:[\w.-]+):([^=\s:]+)(?:=(\S*))?")


def wants_script(path: str) -> bool:
    """Build scripts, settings, and script plugins."""
    return path.endswith(_SCRIPTS)


def wants_properties(path: str) -> bool:
    """The file in which build scripts keep versions."""
    return path.rpartition("/")[2] == "gradle.properties"


def wants_catalogue(path: str) -> bool:
    """``gradle/libs.versions.toml`` by custom."""
    return path.endswith(".versions.toml")


def wants_lock(path: str) -> bool:
    """Lock files of one file for all configurations, or of the older form one for each."""
    folder, _, name = path.rpartition("/")
    return name in ("gradle.lockfile", "buildscript-gradle.lockfile") or (
        name.endswith(".lockfile") and folder.endswith("dependency-locks")
    )


def read_script(document: Document) -> Dependencies:
    """Every module that the script names by coordinates, by a map, or through a version catalogue."""
    script = ScriptText(document.data, hashes=False)
    path_scope = manifest_scope(document.path)
    regions = blocks(script.text, _OPENING)
    rows = []
    for pattern in (_COORDINATES, _MAP, _PAIR, _ACCESSOR):
        for found in pattern.finditer(script.text):
            statement = script.statement(found.start())
            within = {name for start, end, name in regions if start < found.start() < end}
            if "exclude" in within or _NO_USE.search(statement):
                continue
            scope = _scope(statement, within, path_scope)
            row = _row(found, script.line(found.start()), scope)
            if row is not None:
                rows.append(row)
    catalogues = sorted({row.alias.partition(".")[0] for row in rows if row.alias})
    return Dependencies(
        requirements=tuple(sorted(rows, key=lambda row: row.line)),
        variables=_variables(script.text),
        inherits=(
            *(f"{folder}{name}" for folder in folders_above(document.path) for name in _INHERITED),
            *(f"gradle-catalogue:{name}" for name in catalogues),
        ),
    )


def read_properties(document: Document) -> Dependencies:
    """Variables alone."""
    text = document.data.decode("utf-8", "replace")
    return Dependencies(variables={found[1]: found[2] for found in _PROPERTY.finditer(text)})


def read_catalogue(document: Document) -> Dependencies:
    """The libraries of a version catalogue, under the accessors by which scripts call them, and its bundles.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    catalogue = document.path.rpartition("/")[2].removesuffix(".versions.toml")
    scope = manifest_scope(document.path)
    versions = {alias: _rich_version(node) for alias, node in root.members("versions").items()}
    libraries: dict[str, Requirement] = {}
    for alias, node in root.members("libraries").items():
        row = _library(node, versions, scope)
        if row is not None:
            libraries[_accessor(alias)] = row
    aliases: dict[str, tuple[Requirement, ...]] = {f"{catalogue}.{alias}": (row,) for alias, row in libraries.items()}
    for alias, node in root.members("bundles").items():
        listed = [libraries.get(_accessor(item.text() or "")) for item in node.elements()]
        aliases[f"{catalogue}.bundles.{_accessor(alias)}"] = tuple(row for row in listed if row is not None)
    return Dependencies(
        requirements=tuple(libraries.values()),
        variables={f"{catalogue}.versions.{_accessor(alias)}": version for alias, version in versions.items()},
        aliases=aliases,
        names=() if catalogue == "libs" else (f"gradle-catalogue:{catalogue}",),
    )


def read_lock(document: Document) -> Dependencies:
    """``group:artifact:version=configurations`` a line; a package that only tests resolve is theirs."""
    path_scope = manifest_scope(document.path)
    rows = []
    for number, line in enumerate(document.data.decode("utf-8", "replace").splitlines(), 1):
        found = _LOCK_LINE.fullmatch(line.strip())
        if not found:
            continue
        configurations = (found[3] or "").split(",") if found[3] else []
        scopes = {_scope(name, set(), path_scope) for name in configurations}
        rows.append(
            Locked(
                ecosystem="maven",
                name=found[1],
                version=found[2],
                line=number,
                direct=None,
                scope=None if not scopes or "app" in scopes else min(scopes),
            )
        )
    return Dependencies(locked=tuple(rows))


def _row(found: re.Match[str], line: int, scope: Scope) -> Requirement | None:
    groups = found.groupdict()
    if alias := groups.get("alias"):
        alias = _ACCESSOR_CALL.sub("", alias)
        if ".versions." in alias or ".plugins." in alias:
            return None
        return Requirement(ecosystem="maven", name="", line=line, scope=scope, alias=alias)
    version = _with_plain_references(groups.get("version") or "")
    return Requirement(
        ecosystem="maven",
        name=f"{_with_plain_references(groups['group'])}:{groups['artifact']}",
        line=line,
        scope=scope,
        version=exact_version("maven", version) if version else None,
        constraint=version or None,
    )


def _scope(statement: str, within: set[str], path_scope: Scope) -> Scope:
    if path_scope != "app":
        return path_scope
    found = _FIRST_WORD.match(statement)
    configuration = found[1] if found else ""
    if _TEST.search(configuration) or "suites" in within:
        return "test"
    if "buildscript" in within or "pluginManagement" in within or _BUILD.match(configuration):
        return "build"
    return "app"


def _variables(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _VARIABLE.finditer(text):
        name = match["name"] or match["key"] or match["entry"]
        found.setdefault(name, match["value"])
    return found


def _with_plain_references(text: str) -> str:
    """``${rootProject.ext.v}``, ``${property("v")}`` and ``${libs.versions.v.get()}`` as the name that is kept."""
    return _REFERENCE.sub(lambda found: f"${{{_referred(found[1])}}}", text)


def _referred(expression: str) -> str:
    quoted, plain = _QUOTED.search(expression), _DOTTED.search(expression)
    if quoted or plain is None:
        return quoted[1] if quoted else expression
    name = plain[0].removesuffix(".get").removesuffix(".asProvider")
    return name if ".versions." in name else name.rpartition(".")[2]


def _accessor(alias: str) -> str:
    return re.sub(r"[-_.]+", ".", alias)


def _rich_version(node: Node) -> str:
    text = node.text()
    if text is not None:
        return text
    return node.text("strictly") or node.text("require") or node.text("prefer") or ""


def _library(node: Node, versions: dict[str, str], scope: Scope) -> Requirement | None:
    written = node.text() or node.text("module")
    group, artifact = node.text("group"), node.text("name")
    version = ""
    if written:
        group, _, rest = written.partition(":")
        artifact, _, version = rest.partition(":")
    if not group or not artifact:
        return None
    stated = node.get("version")
    if stated is not None:
        reference = stated.text("ref")
        version = versions.get(reference, "") if reference else _rich_version(stated)
    return Requirement(
        ecosystem="maven",
        name=f"{group}:{artifact}",
        line=node.line,
        scope=scope,
        version=exact_version("maven", version) if version else None,
        constraint=version or None,
    )
