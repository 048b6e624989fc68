"""Facts and catalogue to findings, one file at a time."""

from __future__ import annotations

import re

from aigov.catalogue.entry import Entry
from aigov.scan import unbound
from aigov.scan.context import Context
from aigov.scan.declared_fields import setting_variable
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Import
from aigov.scan.leading import Leading
from aigov.scan.literals import detect_literals
from aigov.scan.mcp_clients import detect_clients
from aigov.scan.mcp_code import detect_addressed, detect_remote, detect_servers
from aigov.scan.modules.tree import root_of
from aigov.scan.named_vendors import detect_named_vendors
from aigov.scan.values import ClassValue, Place
from aigov.scan.vendor_enums import detect_vendor_enums

_MODEL_PATHS = (b"/v1/chat/completions", b"/v1/embeddings")
"""Paths that nothing but a model answers at, whatever host they are put after."""
_ECOSYSTEM = {"python": "pkg:pypi/", "javascript": "pkg:npm/", "go": "pkg:golang/", "rust": "pkg:cargo/"}


def detect_names(context: Context, facts: FileFacts, data: bytes) -> None:
    """What the imports, settings and strings of one source file prove, added to ``context.rows``."""
    for imported in facts.imports:
        _import(context, facts, imported)
    if b"BaseSettings" in data:
        _settings(context, facts)
    detect_literals(context, facts, data)
    detect_named_vendors(context, facts, data)
    detect_vendor_enums(context, facts)
    if b"mcp" in data or b"MCP" in data or b"Mcp" in data or b"modelcontextprotocol" in data:
        detect_servers(context, facts, data)
        detect_remote(context, facts)
        detect_addressed(context, facts, data)
        detect_clients(context, facts)


def may_call(context: Context, facts: FileFacts, leading: Leading) -> bool:
    """Whether the calls of a file can reach a vendor: it uses one by name, or imports what leads to one, or
    imports what makes clients of many services, of which the call names one (``boto3.client("sagemaker-runtime")``).
    """
    if facts.path in leading or facts.row.ambient is not None or any(path in facts.source for path in _MODEL_PATHS):
        return True
    return any(_makes_clients(context, facts, imported) or leading.leads(facts, imported) for imported in facts.imports)


def brings(context: Context, facts: FileFacts, imported: Import) -> bool:
    """Whether an import that no file of the tree answers brings in something that the catalogue knows."""
    family = facts.row.family
    known = _makes_clients(context, facts, imported) or bool(context.entries(family, imported.module, imported.name))
    return known and context.resolver.modules.find(facts.path, family, imported) is None


def _makes_clients(context: Context, facts: FileFacts, imported: Import) -> bool:
    return not imported.level and (facts.row.family, root_of(imported.module)) in context.vendor_roots


def _import(context: Context, facts: FileFacts, imported: Import) -> None:
    family = facts.row.family
    if imported.level or not imported.module:
        return
    if imported.mention and not _is_global(context, facts, imported):
        return
    name = None if imported.name == "*" else imported.name
    entries = context.entries(family, imported.module, name)
    if not entries or context.resolver.modules.find(facts.path, family, imported) is not None:
        return
    for entry in entries:
        if _only_lends(context, facts, entry, imported.module):
            continue
        symbol = f"{imported.module}.{name}" if name and name != "default" else imported.module
        context.add_use(entry, facts, imported.line, "import", symbol, _package(entry, family, imported.module))


def _only_lends(context: Context, facts: FileFacts, entry: Entry, module: str) -> bool:
    """Whether another import of the file says that this one only lends it types (``Import.unless``)."""
    others = {
        other
        for rule in entry.imports
        if rule.language == facts.row.family and f"{module}.".startswith(f"{rule.module}.")
        for other in rule.unless
    }
    return bool(others) and any(
        f"{imported.module}.".startswith(f"{other}.")
        for imported in (*facts.imports, *context.resolver.shared(facts))
        for other in others
    )


def _is_global(context: Context, facts: FileFacts, imported: Import) -> bool:
    """Whether a name that needs no import is nothing of the tree's own."""
    if not context.entries(facts.row.family, imported.module, None):
        return False
    root = re.split(r"[.:\\]", imported.module)[0]
    if imported.rooted:
        return not unbound.rooted(context.resolver, root, facts)
    place = Place(facts, facts.scope_at(imported.offset))
    return not context.resolver.lookup(root, place, imported.offset)


def _package(entry: Entry, family: str, module: str) -> str | None:
    """The package that an import comes from, where its name follows from the module's."""
    prefix = _ECOSYSTEM.get(family)
    if prefix is None:
        return None
    if family == "python":
        wanted = {module.partition(".")[0], module.replace(".", "-"), "-".join(module.split(".")[:2])}
        names = {re.sub(r"[-_.]+", "-", name.lower()) for name in wanted}
    elif family == "rust":
        crate = re.split(r"\W", module)[0]
        names = {crate, crate.replace("_", "-")}
    elif family == "go":
        parts = module.split("/")
        names = {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    else:
        parts = module.split("/")
        names = {"%40" + "/".join(parts[:2])[1:] if module.startswith("@") else parts[0]}
    for package in entry.packages:
        bare = package.purl.removeprefix(prefix)
        if bare != package.purl and (
            bare in names or (bare.endswith("*") and any(n.startswith(bare[:-1]) for n in names))
        ):
            exact = next(n for n in sorted(names) if n == bare or (bare.endswith("*") and n.startswith(bare[:-1])))
            return prefix + exact
    return None


def _settings(context: Context, facts: FileFacts) -> None:
    """Fields of settings classes are environment variables: ``class Settings(BaseSettings): openai_api_key: str``."""
    for scope in facts.scopes:
        if scope.kind != "class" or not scope.bases:
            continue
        for name, bindings in facts.bindings.get(scope.index, {}).items():
            variable = setting_variable(context.resolver, ClassValue(facts, scope.index), name)
            if variable is None:
                break
            entry = context.catalogue.env(variable)
            if entry is not None:
                context.add_use(entry, facts, bindings[0].line, "env", name)
