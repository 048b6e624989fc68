"""Policy bundles: one framework's rules with all that they need, under a root of their own.

Functions shared across OPA bundles break when one is absent or loaded later, so each bundle carries its own copy of
``policies/lib``, moved from ``aigov.lib`` to ``aigov.<package>.lib``. Nothing outside ``data.aigov.<package>`` is read.

    data.aigov.<package>.report[slug]     the answers, from the rules
    data.aigov.<package>.decision         {"revision", "report"}: what engines ask for, in one document
    data.aigov.<package>.controls[slug]   {"id", "title", "kind", "rule"}
    data.aigov.<package>.parameters[slug] {name: value} of the controls that have parameters
    data.aigov.<package>.lib.facts        what the catalogue knows: lifecycle, terms, indicators
    data.aigov.<package>.manifest         {"framework", "version", "revision"}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from aigov.canonical import canonical_json, sha256_hex
from aigov.catalogue import Catalogue
from aigov.control import BundleRevision
from aigov.errors import EngineError, UsageError
from aigov.policy.capabilities import check_capabilities
from aigov.policy.facts import facts_data
from aigov.policy.frameworks import Framework
from aigov.policy.rego_ast import Module, Ref, error_place, explain_error, parse_module, write_out_imports
from aigov.resources import policies_dir

_LIB_LINE = re.compile(r"^(?P<head>[ \t]*(?:package[ \t]+|import[ \t]+data\.)aigov\.)lib(?=[.\s]|$)", re.MULTILINE)

_DECISION = """\
# What aigov asks for. Both or nothing, so that the report of another revision is never taken for this one's.
package aigov.{package}

decision := {{"revision": data.aigov.{package}.manifest.revision, "report": data.aigov.{package}.report}}
"""

_REPORT = """\
# The answers of every control that has a rule or a statement, by slug.
package aigov.{package}

import data.aigov.lib.attestation

report[slug] := results if {{
	some slug, control in data.aigov.{package}.controls
	control.rule == "own"
	results := data.aigov.{package}.rules[slug].results
}}

report[slug] := results if {{
	some slug, control in data.aigov.{package}.controls
	control.rule == "attested"
	results := attestation.over_ai_use("{id}", control.id)
}}
"""
"""Of a framework that brings no ``report.rego`` of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Rules and data of one framework. Every module was parsed, and calls only what it may."""

    framework: Framework
    modules: Mapping[str, str]
    """Rego text by path below ``aigov/<package>/``, in an order in which each follows what it needs."""
    data: Mapping[str, Any]
    """Document at ``data.aigov.<package>``."""
    revision: str
    """sha256 of modules and data, hexadecimal."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The file that each module comes from, by its path in the bundle: for errors."""

    @property
    def ref(self) -> BundleRevision:
        """What evidence and results say about the bundle."""
        framework = self.framework
        return BundleRevision(
            framework=framework.id, title=framework.title, version=framework.version, revision=self.revision
        )


def build_bundle(framework: Framework, catalogue: Catalogue, *, policies: Path | None = None) -> Bundle:
    """Put the bundle of a framework together. The same sources give the same revision.

    :param policies: folder with ``lib/``, ``<framework>/`` and ``capabilities.json``; the shipped one by default.
    :raises EngineError: a rule is missing, is no Rego, reads outside its bundle, or calls what it may not.
    """
    folder = policies or policies_dir()
    package = framework.package
    root = ("aigov", package)
    own = framework.folder or folder / framework.id
    shown = own.as_posix() if framework.folder else f"policies/{framework.id}"
    sources = [
        *_read(own, shown, f"aigov/{package}"),
        *_read(folder / "lib", "policies/lib", f"aigov/{package}/lib"),
        ("decision.rego", f"aigov/{package}/decision.rego", _DECISION.format(package=package)),
    ]
    if framework.folder and f"aigov/{package}/report.rego" not in {path for _, path, _ in sources}:
        text = _REPORT.format(package=package, id=framework.id)
        sources.append(("report.rego", f"aigov/{package}/report.rego", text))
    check_rules_exist(framework, {path for _, path, _ in sources}, str(own))
    parsed = {path: parse_module(shown, text).moved(("aigov", "lib"), (*root, "lib")) for shown, path, text in sources}
    check_capabilities(parsed.values(), capabilities=folder / "capabilities.json")
    check_own_root(parsed.values(), root)
    _check_functions(parsed.values())
    texts = {path: text for _, path, text in sources}
    modules = {
        path: _move_lib(write_out_imports(parsed[path], texts[path]), package) for path in in_order(parsed, root)
    }
    places = {path: shown for shown, path, _ in sources}
    if framework.folder:  # what is shipped was compiled when it was tested
        _check_compiles(modules, places)
    content: dict[str, Any] = {
        "controls": controls_of(framework),
        "lib": {"facts": facts_data(catalogue)},
        "manifest": {"framework": framework.id, "version": framework.version},
    }
    if parameters := parameters_of(framework):
        content["parameters"] = parameters
    revision = digest_of(modules, content)
    content["manifest"]["revision"] = revision
    return Bundle(
        framework=framework,
        modules=modules,
        data=content,
        revision=revision,
        sources=places,
    )


def with_framework(bundle: Bundle, framework: Framework) -> Bundle:
    """A bundle that is built, with its framework as overridden since.

    :raises UsageError: a parameter would have to change, which stands in the bundle.
    """
    built, wanted = parameters_of(bundle.framework), parameters_of(framework)
    for slug, values in wanted.items():
        for name, value in values.items():
            if value != built[slug][name]:
                raise UsageError(
                    f"the parameter {name} of {slug} is overridden, and the bundle has it as {built[slug][name]!r}",
                    where=framework.id,
                    fix="build the bundle with that override",
                )
    return replace(bundle, framework=framework)


def controls_of(framework: Framework) -> dict[str, dict[str, Any]]:
    """What rules read of the controls that they decide, by slug."""
    return {
        control.slug: {"id": control.id, "title": control.title, "kind": control.kind, "rule": control.rule}
        for control in framework.controls
        if control.rule
    }


def parameters_of(framework: Framework) -> dict[str, dict[str, Any]]:
    """What rules read of the parameters: values by slug and name."""
    return {
        control.slug: {parameter.name: parameter.value for parameter in control.parameters}
        for control in framework.controls
        if control.parameters
    }


def digest_of(modules: Mapping[str, str], data: Mapping[str, Any]) -> str:
    """The revision: sha256 of all but the revision itself, which the manifest among the data may bear already."""
    manifest = {key: value for key, value in data["manifest"].items() if key != "revision"}
    return sha256_hex(canonical_json({"modules": dict(modules), "data": {**data, "manifest": manifest}}))


def is_rule_file(name: Path) -> bool:
    """Whether a Rego file, by its path within a folder of rules, is neither a test nor what only tests use."""
    return not name.name.endswith("_test.rego") and "testing" not in name.parts[:-1]


def _read(folder: Path, label: str, root: str) -> Iterator[tuple[str, str, str]]:
    """Rego files of a folder, without tests and what only tests use: path to show, path in the bundle, text."""
    for path in sorted(folder.rglob("*.rego")):
        name = path.relative_to(folder)
        if not is_rule_file(name):
            continue
        shown = f"{label}/{name.as_posix()}"
        try:
            yield shown, f"{root}/{name.as_posix()}", path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EngineError(f"cannot be read: {error}", where=shown, fix="correct the file") from error


def check_rules_exist(framework: Framework, modules: Collection[str], where: str) -> None:
    """Refuse a framework of which a rule is missing.

    :param modules: paths in the bundle.
    :raises EngineError: names the first.
    """
    root = f"aigov/{framework.package}"
    needed = ["report", *(control.slug for control in framework.controls if control.rule == "own")]
    for slug in needed:
        if f"{root}/{slug}.rego" not in modules:
            raise EngineError(
                f"there is no {slug}.rego", where=where, fix="write it, or make the control manual in its bundle"
            )


def _move_lib(text: str, package: str) -> str:
    """``aigov.lib`` as ``aigov.<package>.lib``, in the package line and in imports."""
    return _LIB_LINE.sub(rf"\g<head>{package}.lib", text)


def check_own_root(modules: Iterable[Module], root: tuple[str, str]) -> None:
    """Refuse what is, or reads, outside ``data.<root>``.

    :raises EngineError: names the file and line.
    """
    fix = "import data.aigov.lib.…, or pass it in the input"
    for module in sorted(modules, key=lambda module: module.path):
        if module.package[:2] != root:
            raise EngineError(
                f"is package {'.'.join(module.package)}", where=module.path, fix=f"begin it with {'.'.join(root)}"
            )
        for name in module.data:
            if name.ref[1:3] != root:
                raise EngineError(f"reads {name}, outside its bundle", where=f"{module.path}:{name.line}", fix=fix)


def _check_functions(modules: Collection[Module]) -> None:
    """Refuse the call of a function that nobody defines: regorus notices only where a run comes to it."""
    defined: dict[Ref, set[str]] = {}
    for module in modules:
        defined.setdefault(module.package, set()).update(module.rules)
    for module in sorted(modules, key=lambda module: module.path):
        for call in module.calls:
            ref = (*module.imports.get(call.ref[0], call.ref[:1]), *call.ref[1:])
            if ref[0] == "data" and ref[-1] not in defined.get(ref[1:-1], ()):
                raise EngineError(
                    f"calls {call}, which nobody defines",
                    where=f"{module.path}:{call.line}",
                    fix="correct its name, or import where it is",
                )


def _check_compiles(modules: Mapping[str, str], sources: Mapping[str, str]) -> None:
    """Refuse what parses and does not compile, such as a variable without a value; with its file and line."""
    import regorus

    engine = regorus.Engine()
    try:
        for path, text in modules.items():
            engine.add_policy(path, text)
        engine.eval_query_as_json("true")
    except RuntimeError as error:  # all that regorus raises
        line, said = explain_error(error)
        path = error_place(error) or ""
        raise EngineError(said, where=f"{sources.get(path, path)}:{line}", fix="correct the Rego") from error


def in_order(modules: Mapping[str, Module], root: Ref) -> list[str]:
    """The paths of what the framework's rules need, so that each follows those that it calls: a server type-checks
    every upload against what is there."""
    packages: dict[Ref, list[str]] = {}
    for path, module in sorted(modules.items()):
        packages.setdefault(module.package, []).append(path)
    ordered: list[str] = []
    visited: set[Ref] = set()

    def visit(package: Ref) -> None:
        if package in visited:
            return
        visited.add(package)
        for path in packages[package]:
            for name in modules[path].data:
                for needed in _packages_of(name.ref[1:], packages):
                    visit(needed)
        ordered.extend(packages[package])

    for package in sorted(packages):
        if package[: len(root) + 1] != (*root, "lib"):
            visit(package)
    return ordered


def _packages_of(ref: Ref, packages: Collection[Ref]) -> list[Ref]:
    """The package that a reference is in, and all below it: ``rules[slug]`` needs every rule."""
    within = [ref[:length] for length in range(len(ref), 1, -1) if ref[:length] in packages]
    return within[:1] + sorted(package for package in packages if package[: len(ref)] == ref)
