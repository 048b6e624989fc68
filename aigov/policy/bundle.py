"""Policy bundles: one framework's rules with all that they need, under a root of their own.

Functions shared across OPA bundles break when one is absent or loaded later, so each bundle carries its own copy of
``policies/lib``, moved from ``aigov.lib`` to ``aigov.<package>.lib``. Nothing outside ``data.aigov.<package>`` is read.

    data.aigov.<package>.report[slug]     the answers, from the rules
    data.aigov.<package>.decision         {"revision", "report"}: what engines ask for, in one document
    data.aigov.<package>.controls[slug]   {"id", "title", "kind", "rule"}
    data.aigov.<package>.lib.facts        what the catalogue knows: lifecycle, terms, indicators
    data.aigov.<package>.manifest         {"framework", "version", "revision"}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aigov.canonical import canonical_json, sha256_hex
from aigov.catalogue import Catalogue
from aigov.control import BundleRevision
from aigov.errors import EngineError
from aigov.policy.capabilities import check_capabilities
from aigov.policy.facts import facts_data
from aigov.policy.frameworks import Framework
from aigov.policy.rego_ast import Module, parse_modules, write_out_imports
from aigov.resources import policies_dir

_LIB_LINE = re.compile(r"^(?P<head>[ \t]*(?:package[ \t]+|import[ \t]+data\.)aigov\.)lib(?=[.\s]|$)", re.MULTILINE)

_DECISION = """\
# What aigov asks for. Both or nothing, so that the report of another revision is never taken for this one's.
package aigov.{package}

decision := {{"revision": data.aigov.{package}.manifest.revision, "report": data.aigov.{package}.report}}
"""


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
    modules = _read(folder / framework.id, f"aigov/{package}", package)
    modules |= _read(folder / "lib", f"aigov/{package}/lib", package)
    modules[f"aigov/{package}/decision.rego"] = _DECISION.format(package=package)
    _check_rules_exist(framework, modules, folder / framework.id)
    parsed = parse_modules(modules)
    check_capabilities(parsed, capabilities=folder / "capabilities.json")
    _check_own_root(parsed.values(), ("aigov", package))
    modules = {path: write_out_imports(parsed[path], text) for path, text in modules.items()}
    content: dict[str, Any] = {
        "controls": {
            control.slug: {"id": control.id, "title": control.title, "kind": control.kind, "rule": control.rule}
            for control in framework.controls
            if control.rule
        },
        "lib": {"facts": facts_data(catalogue)},
        "manifest": {"framework": framework.id, "version": framework.version},
    }
    revision = sha256_hex(canonical_json({"modules": modules, "data": content}))
    content["manifest"]["revision"] = revision
    return Bundle(
        framework=framework,
        modules={path: modules[path] for path in _in_order(parsed)},
        data=content,
        revision=revision,
    )


def _read(folder: Path, root: str, package: str) -> dict[str, str]:
    """Rego files below ``folder`` as modules below ``root``, without tests and what only tests use."""
    modules: dict[str, str] = {}
    for path in sorted(folder.rglob("*.rego")):
        name = path.relative_to(folder)
        if path.name.endswith("_test.rego") or "testing" in name.parts[:-1]:
            continue
        try:
            modules[f"{root}/{name.as_posix()}"] = move_lib(path.read_text(encoding="utf-8"), package)
        except (OSError, UnicodeDecodeError) as error:
            raise EngineError(f"cannot be read: {error}", where=str(path), fix="correct the file") from error
    return modules


def _check_rules_exist(framework: Framework, modules: Mapping[str, str], folder: Path) -> None:
    root = f"aigov/{framework.package}"
    needed = ["report", *(control.slug for control in framework.controls if control.rule == "own")]
    for slug in needed:
        if f"{root}/{slug}.rego" not in modules:
            raise EngineError(
                f"there is no {slug}.rego", where=str(folder), fix="write it, or make the control manual in its bundle"
            )


def move_lib(text: str, package: str) -> str:
    """``aigov.lib`` as ``aigov.<package>.lib``, in the package line and in imports."""
    return _LIB_LINE.sub(rf"\g<head>{package}.lib", text)


def _check_own_root(modules: Iterable[Module], root: tuple[str, str]) -> None:
    fix = "import data.aigov.lib.…, or pass it in the input"
    for module in sorted(modules, key=lambda module: module.path):
        if module.package[:2] != root:
            raise EngineError(
                f"is package {'.'.join(module.package)}", where=module.path, fix=f"begin it with {'.'.join(root)}"
            )
        for name in module.data:
            if name.ref[1:3] != root:
                raise EngineError(f"reads {name}, outside its bundle", where=f"{module.path}:{name.line}", fix=fix)


def _in_order(modules: Mapping[str, Module]) -> list[str]:
    """Paths so that each module follows those it needs: a server type-checks every upload against what is there."""
    packages: dict[tuple[str, ...], list[str]] = {}
    for path, module in sorted(modules.items()):
        packages.setdefault(module.package, []).append(path)
    ordered: list[str] = []
    visited: set[tuple[str, ...]] = set()

    def visit(package: tuple[str, ...]) -> None:
        if package in visited:
            return
        visited.add(package)
        for path in packages[package]:
            for name in modules[path].data:
                ref = name.ref[1:]
                for length in range(len(ref), 1, -1):
                    if ref[:length] in packages:
                        visit(ref[:length])
                        break
        ordered.extend(packages[package])

    for package in sorted(packages):
        visit(package)
    return ordered
