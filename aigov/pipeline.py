"""The main job, stage after stage. The only module that imports the stages; each is imported when it is needed.

    tree -> inventory -> AI-BOM -> (declarations, clock) -> assessment

The AI-BOM is the only thing that passes from scan to assess: ``check`` on a folder reads back the very bytes that it
is about to deliver, so that checking the folder and checking its AI-BOM give the same results.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aigov.canonical import pretty_json, sha256_hex, write_atomic
from aigov.catalogue import Catalogue, load_catalogue
from aigov.control import Assessment, Trace
from aigov.errors import UsageError
from aigov.model import Inventory
from aigov.resources import catalogue_dir as catalogue_data
from aigov.resources import catalogue_fixtures
from aigov.scan_plan import ScanPlan, catalogue_with, plan_scan
from aigov.settings import (
    BOM_FILE,
    DECLARATIONS_FILE,
    EVIDENCE_FILE,
    OUTPUT_DIRECTORY,
    RESULTS_FILE,
    OpaServer,
)

if TYPE_CHECKING:
    from aigov.control import Override
    from aigov.explanation import Explanation
    from aigov.policy.bundle import Bundle
    from aigov.policy.engines import Engine
    from aigov.policy.frameworks import Framework
    from aigov.report.findings import Roots
    from aigov.scan.fixtures import CatalogueCheck
    from aigov.scan.scan import ScanOptions
    from aigov.scan.scope_overrides import Word

SpecVersion = Literal["1.6", "1.7"]
EngineChoice = Literal["auto", "embedded", "opa"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check leaves behind."""

    assessment: Assessment
    bom: bytes
    """The AI-BOM that was judged, byte for byte."""
    frameworks: tuple[Framework, ...]
    """Those that decided, as they are without overrides."""
    roots: Roots
    """Where the results' files lie in the repository."""
    other_entries: tuple[str, ...] = ()
    """Catalogue entries that the AI-BOM was made with and that are not at hand, or the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """By what is judged."""

    known: tuple[Framework, ...]
    """The shipped frameworks and the user's own."""
    chosen: tuple[Framework, ...]
    """Those that were asked for."""
    overrides: tuple[Override, ...]
    """In ascending order of precedence: of the folders, then of aigov.yaml."""

    def changed(self, at: datetime) -> tuple[Framework, ...]:
        """The chosen frameworks as overridden at ``at``."""
        from aigov.policy.overrides import apply_overrides

        ids = {framework.id for framework in self.chosen}
        return tuple(
            framework for framework in apply_overrides(self.known, self.overrides, at)[0] if framework.id in ids
        )


def plan_policies(
    framework_ids: Sequence[str] = (),
    *,
    folders: Sequence[Path] = (),
    settings_file: Path | None = None,
    bundles: Sequence[Bundle] = (),
) -> Policies:
    """The frameworks of these ids (all, if there are none), shipped or a user's own, and what is overridden.

    :param bundles: take the place of the framework of their id; without ids, they alone are chosen.

    :param folders: of own policies, beside those that ``policy.folders`` of aigov.yaml names.
    :param settings_file: aigov.yaml; only its ``policy`` section is looked at.
    :raises UsageError: an id is unknown, or a folder or the section cannot be used.
    :raises EngineError: a folder's TOML is broken.
    """
    from aigov.policy.own import choose, overrides_of, with_folders
    from aigov.policy_settings import PolicySettings, load_policy_settings

    settings = load_policy_settings(settings_file) if settings_file else PolicySettings()
    by_id = {framework.id: framework for framework in with_folders((*settings.folders, *folders))}
    known = tuple((by_id | {bundle.framework.id: bundle.framework for bundle in bundles}).values())
    chosen = choose(known, framework_ids or [bundle.framework.id for bundle in bundles])
    return Policies(known=known, chosen=chosen, overrides=(*overrides_of(known), *settings.overrides))


def check_catalogue(folder: Path | None, *, fixtures: Path | None = None, prove_rules: bool = False) -> CatalogueCheck:
    """Whether the entries of ``folder``, or the shipped ones, are sound and fire on their fixtures.

    :param fixtures: ``folder/fixtures`` by default; for the shipped ones those of a source checkout.
    :raises UsageError: an entry or a fixture cannot be read, or there are no fixtures to be found.
    """
    from aigov.catalogue.audit import audit
    from aigov.catalogue.loader import entry_files
    from aigov.scan.fixtures import CatalogueCheck, run_fixtures

    catalogue = catalogue_with(folder)
    files = {path.stem: str(path) for path in entry_files(folder or catalogue_data())}
    place = fixtures or (folder / "fixtures" if folder else catalogue_fixtures())
    if place is None or (fixtures and not fixtures.is_dir()):
        raise UsageError(
            "there are no fixtures here", where=str(fixtures or "aigov catalogue test"), fix="name them: --fixtures DIR"
        )
    return CatalogueCheck(
        faults=tuple(audit(catalogue, files)),
        results=tuple(run_fixtures(catalogue, place, files, prove_rules=prove_rules)),
    )


def scan(root: Path, *, exclude: Collection[Path] = (), plan: ScanPlan | None = None) -> Inventory:
    """Everything that uses AI below ``root``.

    :param exclude: files and folders to leave out: what an earlier run wrote is no part of the system.
    :param plan: ``plan_scan(root)`` by default.
    :raises UsageError: ``root`` is no folder, or holds nothing.
    """
    from aigov.scan.scan import scan_tree

    plan = plan or plan_scan(root)
    return scan_tree(root, catalogue=plan.catalogue, options=_scan_options(root, plan, exclude))


def _scan_options(root: Path, plan: ScanPlan, exclude: Collection[Path]) -> ScanOptions:
    from aigov.scan.scan import ScanOptions

    settings = plan.settings
    return ScanOptions(
        exclude=(root / OUTPUT_DIRECTORY, *exclude),
        patterns=settings.exclude,
        classic_ml=settings.classic_ml,
        word=_word(plan),
        installed=plan.installed,
        sboms=plan.sboms,
    )


def _word(plan: ScanPlan) -> Word:
    from aigov.model import Problem, ScanStatement
    from aigov.scan.scope_overrides import Word

    settings, absent = plan.settings, plan.settings.absent(plan.at)
    stated = settings.stated if absent is None else None
    return Word(
        not_ai=settings.not_ai,
        scopes=settings.scopes,
        stated=ScanStatement(by=stated.by, on=stated.term.on.isoformat(), expires=stated.term.expires.isoformat())
        if stated
        else None,
        absent=Problem(file=DECLARATIONS_FILE, reason="unstated", message=absent, line=settings.line)
        if absent
        else None,
    )


def explain(root: Path, path: str, line: int | None, *, plan: ScanPlan | None = None) -> Explanation:
    """What a scan of ``root`` says of one file or line, and why.

    :param path: relative to ``root``, ``/`` separated.
    :raises UsageError: there is no such file or line.
    """
    from aigov.scan.explain import explain as explain_place

    plan = plan or plan_scan(root)
    return explain_place(root, path, line, catalogue=plan.catalogue, options=_scan_options(root, plan, ()))


def write_bom_text(
    inventory: Inventory, *, spec_version: SpecVersion = "1.6", catalogue: Catalogue | None = None
) -> str:
    """The inventory as a CycloneDX AI-BOM, validated, the same text for the same tree."""
    from aigov.bom.writer import dump_bom, write_bom

    return dump_bom(write_bom(inventory, catalogue or load_catalogue(), spec_version=spec_version))


def check(
    target: Path,
    *,
    declarations_file: Path | None = None,
    framework_ids: Sequence[str] = (),
    engine: EngineChoice = "auto",
    server: OpaServer | None = None,
    evaluated_at: datetime,
    fail_on: Sequence[str] = (),
    spec_version: SpecVersion = "1.6",
    exclude: Collection[Path] = (),
    catalogue_dir: Path | None = None,
    classic_ml: bool | None = None,
    policy_dirs: Sequence[Path] = (),
    bundles: Sequence[Bundle] = (),
    any_revision: bool = False,
    installed: Sequence[Path] = (),
    sboms: Sequence[Path] = (),
) -> Checked:
    """Decide the controls of each framework over a folder, or over an AI-BOM file.

    :param declarations_file: aigov.yaml; for a folder, its own by default.
    :param framework_ids: all that are shipped and all of ``policy_dirs``, if empty.
    :param fail_on: see ``aigov.policy.assess``; its default if empty.
    :param catalogue_dir: folder of the user's own catalogue entries.
    :param classic_ml: whether classic machine learning is listed; else as aigov.yaml says.
    :param policy_dirs: folders of own policies, beside those that aigov.yaml names.
    :param bundles: decide in the place of the sources of their frameworks.
    :param any_revision: let an OPA server decide by another revision; the results name it.
    :param installed: of a folder: where its packages are installed, to read their licences.
    :param sboms: of a folder: bills of materials of it, for the same.
    :raises UsageError: the target, the declarations or an option cannot be used.
    :raises EngineError: the engine or a bundle cannot be trusted to answer.
    """
    from aigov.bom.reader import read_bom, read_bom_file
    from aigov.declarations import load_declarations
    from aigov.policy.assess import assess
    from aigov.policy.gate import parse_fail_on
    from aigov.policy.input import own_entries
    from aigov.report.findings import find_roots
    from aigov.scan_settings import declares

    # What is cheap to refuse is refused before the scan.
    parse_fail_on(fail_on)
    decider = choose_engine(engine, server, any_revision=any_revision)
    if target.is_dir():
        own = target / DECLARATIONS_FILE
        if declarations_file is None and own.is_file():
            declarations_file = own
    policies = plan_policies(framework_ids, folders=policy_dirs, settings_file=declarations_file, bundles=bundles)
    said = declarations_file is not None and declares(declarations_file)
    declarations = load_declarations(declarations_file) if declarations_file and said else None
    plan = plan_scan(
        target,
        at=evaluated_at,
        settings_file=declarations_file,
        catalogue_dir=catalogue_dir,
        classic_ml=classic_ml,
        installed=installed,
        sboms=sboms,
    )
    if target.is_dir():
        inventory = scan(target, exclude=exclude, plan=plan)
        bom_bytes = write_bom_text(inventory, spec_version=spec_version, catalogue=plan.catalogue).encode()
        bom = read_bom(bom_bytes, str(target))
    else:
        if installed or sboms:
            raise UsageError(
                "an AI-BOM is judged as it is", where=str(target), fix="give --installed and --sbom to its `aigov scan`"
            )
        bom, bom_bytes = read_bom_file(target)
    assessment = assess(
        bom=bom,
        bom_digest=sha256_hex(bom_bytes),
        declarations=declarations,
        catalogue=plan.catalogue,
        frameworks=policies.chosen,
        engine=decider,
        evaluated_at=evaluated_at,
        fail_on=fail_on,
        known=policies.known,
        overrides=policies.overrides,
        bundles=bundles,
    )
    return Checked(
        assessment=assessment,
        bom=bom_bytes,
        frameworks=policies.chosen,
        roots=find_roots(target, declarations_file),
        other_entries=tuple(row["id"] for row in own_entries(bom, plan.catalogue) if row["state"] != "same"),
    )


def trace_control(checked: Checked, control: str) -> Trace:
    """How one control of a check came by its results.

    :raises UsageError: there is no such control, or several.
    """
    from aigov.policy.trace import trace

    return trace(checked.assessment, checked.frameworks, control)


def choose_engine(choice: EngineChoice, server: OpaServer | None, *, any_revision: bool = False) -> Engine:
    """``auto`` takes the OPA server when one is configured, else the embedded engine.

    :raises UsageError: ``opa`` was asked for without a server, or ``embedded`` with one.
    """
    if choice == "opa" and server is None:
        raise UsageError("no OPA server is configured", where="--engine opa", fix="add --opa-url http://127.0.0.1:8181")
    if server is not None and choice != "embedded":
        from aigov.policy.engines.opa import OpaEngine

        return OpaEngine(server, any_revision=any_revision)
    from aigov.policy.engines.embedded import EmbeddedEngine

    return EmbeddedEngine()


def deliver(checked: Checked, directory: Path) -> tuple[Path, Path]:
    """Write the AI-BOM and the results into ``directory`` (made if need be): the files that evidence is signed over.

    A bundle that signed earlier files no longer covers these, and is removed.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"cannot make this folder: {error.strerror}", where=str(directory), fix="name another with --out-dir"
        ) from error
    (directory / EVIDENCE_FILE).unlink(missing_ok=True)
    bom, results = directory / BOM_FILE, directory / RESULTS_FILE
    write_atomic(bom, checked.bom)
    write_atomic(results, results_text(checked.assessment))
    return bom, results


def results_text(assessment: Assessment) -> str:
    """The control results as JSON, version 1."""
    from aigov.report.json_v1 import results_document

    return pretty_json(results_document(assessment))


def draft_declarations(root: Path) -> str:
    """A commented aigov.yaml for what a scan of ``root`` finds; it claims nothing that nobody said."""
    from aigov.policy.frameworks import load_frameworks
    from aigov.report.declarations_draft import draft

    controls = tuple(control for framework in load_frameworks(()) for control in framework.controls)
    plan = plan_scan(root)
    return draft(scan(root, plan=plan), controls, plan.catalogue)
