"""Scan a tree: discover, triage, read, facts, resolve, flow, inventory."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from aigov.catalogue import Catalogue
from aigov.catalogue.surface_rules import load_surface_rules
from aigov.catalogue.tokens import modules_of, statement_tokens_of, telling_tokens_of
from aigov.model import Inventory, ParseLoss, Problem
from aigov.scan.artifacts import find_artifacts
from aigov.scan.classic_ml import without_classic_ml
from aigov.scan.code import CodeScan, code_of
from aigov.scan.coverage import Ledger
from aigov.scan.discover import discover
from aigov.scan.embedded.places import Places, relocate
from aigov.scan.facts.languages import FAMILIES, LANGUAGES
from aigov.scan.facts.manifests import read_manifests, takes
from aigov.scan.facts.manifests.inline import unread
from aigov.scan.files import Document, FileKind
from aigov.scan.indicators import library_indicators
from aigov.scan.licences import find_licences
from aigov.scan.own_packages import own_entries
from aigov.scan.prompt_files import find_prompts
from aigov.scan.read import read_tree
from aigov.scan.scope_overrides import Word, take_word
from aigov.scan.secrets import KeyFinder, Redactor
from aigov.scan.triage import CallTriage, ImportTriage, Triage
from aigov.scan.unlisted import with_unlisted


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOptions:
    """What a user may change about a scan."""

    exclude: Collection[Path] = ()
    """Files and folders that are left out, e.g. aigov's own output."""
    patterns: Sequence[str] = ()
    """Patterns of ``.gitignore`` whose files the user leaves out; the coverage counts them."""
    classic_ml: bool = True
    """Whether classic machine learning is listed."""
    word: Word = field(default_factory=Word)
    """What the user says of packages and of the scope of files."""
    installed: Sequence[Path] = ()
    """Folders in which packages are installed, beside those that the tree holds: their licences are read."""
    sboms: Sequence[Path] = ()
    """CycloneDX and SPDX files whose licences are read, beside those that the tree holds."""


def scan_tree(root: Path, *, catalogue: Catalogue, options: ScanOptions | None = None) -> Inventory:
    """Everything that uses AI below ``root``. The same tree gives the same inventory.

    :raises UsageError: ``root`` does not exist, is not a folder, or holds no file.
    """
    collecting = gc.isenabled()
    # Facts are trees of small objects that live to the end: the collector walks them again and again, a fifth of the
    # time, and frees nothing.
    gc.disable()
    try:
        return _scan_tree(root, catalogue, options or ScanOptions())
    finally:
        if collecting:
            gc.enable()


def _scan_tree(root: Path, catalogue: Catalogue, options: ScanOptions) -> Inventory:
    discovered = discover(root, exclude=options.exclude, patterns=options.patterns)
    triage = Triage(catalogue.tokens(), searches_all=True)
    ledger = Ledger(discovered)
    sources: list[Document] = []
    manifests: list[Document] = []
    quiet: list[Document] = []
    others: list[Document] = []
    faults: list[ParseLoss] = []
    callers = CallTriage(_method_tokens(catalogue), load_surface_rules().tokens)
    places: dict[str, Places] = {}
    entries = catalogue.entries.values()
    telling = telling_tokens_of(entries)
    named = {
        family: ImportTriage(modules_of(entries, family), statement_tokens_of(entries, family), telling)
        for family in ("python", "javascript")
    }
    scan = CodeScan(discovered, catalogue, triage, callers)
    keys = KeyFinder(catalogue, scan.rows)

    def inspect(path: str, kind: FileKind, data: bytes) -> None:
        keys.inspect(path, kind, data)
        manifests.extend(unread(path, kind, data))

    for item in read_tree(discovered, triage, inspect):
        ledger.add(item)
        if not isinstance(item, Document):
            continue
        if takes(item):
            manifests.append(item)
        embedded = item.kind.projection is not None
        if embedded and not item.candidate and not callers.hit(item.data):
            if item.kind.name in LANGUAGES:
                others.append(item)
            continue
        code = code_of(item, faults)
        if code is not None:
            if embedded:
                # What a page or the output of a cell says is no use, and JSON escapes the quotes of names.
                code = replace(code, candidate=triage.hit(code.data))
            item = code
            family = LANGUAGES[item.kind.name].family
            if item.places:
                places[item.path] = item.places
            if item.candidate and (family not in named or named[family].tells(item.data)):
                sources.append(item)
            elif callers.tells(item.data) if family in named else callers.hit(item.data):
                quiet.append(item)
            else:
                others.append(item)
    losses, problems = scan.run(sources, quiet, others)
    losses += faults
    problems += [_unprojectable(fault) for fault in faults]
    own = scan.context.resolver.modules.projects.purls
    scan.close()
    findings = read_manifests(manifests, catalogue)
    # The tree's own image, and its own server started for a try: named after the entry that is the tree itself.
    itself = own_entries(own, catalogue)
    for use in findings.uses:
        if use.package not in own and not (use.name in itself and use.how in ("config", "container")):
            scan.rows.use(use)
    for model in findings.models:
        scan.rows.model(model, called=False)
    for endpoint in findings.endpoints:
        scan.rows.endpoint(endpoint)
    for server in findings.mcp_servers:
        scan.rows.server(server, listed=True)
    for missing in findings.unresolved:
        scan.rows.unresolved(missing)
    for asset in findings.assets:
        scan.rows.asset(asset)
    rows = scan.rows
    rows.settle(catalogue)
    library_indicators(catalogue, rows, rows.uses)
    if rows.uses:
        for prompt in find_prompts(discovered.root, discovered.files):
            rows.asset(prompt)
    agents, tools = scan.agents.finish(rows.servers, findings.agents, findings.tools)
    observers, flows = scan.observers.finish(rows.flows, rows.endpoints, rows.uses, rows.calls, findings.switches)
    flows = scan.filters.apply(flows)
    surfaces = scan.surfaces.finish(flows, rows.calls, rows.models) if rows.uses else ()
    transitive = tuple(row for row in findings.transitive if row.package not in own)
    licences = find_licences(
        discovered.root,
        discovered.files,
        (*rows.uses, *transitive),
        installed=options.installed,
        sboms=options.sboms,
    )
    inventory = Inventory(
        subject=discovered.subject,
        coverage=with_unlisted(ledger.coverage(losses), findings.unlisted, own, options.word.settled),
        uses=rows.uses,
        calls=rows.calls,
        models=rows.models,
        endpoints=rows.endpoints,
        flows=flows,
        mcp_servers=rows.servers,
        agents=agents,
        tools=tools,
        observers=observers,
        surfaces=surfaces,
        indicators=rows.indicators,
        unresolved=rows.missing,
        secrets=rows.secrets,
        artifacts=find_artifacts(discovered.root, discovered.files),
        assets=rows.assets,
        transitive=transitive,
        licences=licences.rows,
        problems=tuple(
            sorted(
                {*ledger.problems(), *findings.problems, *licences.problems, *problems},
                key=lambda p: (p.file, p.line or 0, p.reason, p.message),
            )
        ),
    )
    inventory = Redactor(rows.secret_values).everything(relocate(inventory, places))
    if not options.classic_ml:
        inventory = without_classic_ml(inventory, catalogue)
    return take_word(inventory, options.word)


def _unprojectable(fault: ParseLoss) -> Problem:
    message = f"it is no {fault.language} file, so that its code cannot be read"
    return Problem(file=fault.file, reason="parse-error", message=message)


def _method_tokens(catalogue: Catalogue) -> list[bytes]:
    """Method paths that only an AI client has: files without any other token may call a client made elsewhere."""
    tokens: set[bytes] = set()
    for family in sorted(FAMILIES):
        for methods in catalogue.methods(family).values():
            tokens.update(
                f".{method.path}".lower().encode()
                for _, method in methods
                if len(method.path) > 9 or "." in method.path
            )
    return sorted(tokens)
