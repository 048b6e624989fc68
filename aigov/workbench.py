"""What those who write and read rules ask for, beside the main job: tests, explanations, the input of an AI-BOM."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aigov import pipeline, scan_plan
from aigov.settings import DECLARATIONS_FILE

if TYPE_CHECKING:
    from aigov.control import Severity
    from aigov.pipeline import Policies
    from aigov.policy.explained import Explained
    from aigov.policy.rego_tests import TestRun
    from aigov.policy.scaffold import Scaffold


def run_tests(folder: Path | None, *, pattern: str = "", coverage: bool = False) -> TestRun:
    """Run the Rego tests of a folder of own policies, or of the shipped ones; see ``aigov.policy.rego_tests``."""
    from aigov.policy.frameworks import load_frameworks
    from aigov.policy.own import load_policy_folder
    from aigov.policy.rego_tests import folder_sources, shipped_sources
    from aigov.policy.rego_tests import run_tests as run

    if folder is None:
        return run(shipped_sources(), load_frameworks(), pattern=pattern, coverage=coverage)
    return run(folder_sources(folder), load_policy_folder(folder), pattern=pattern, coverage=coverage)


def explain(policies: Policies, at: datetime, control: str | None = None) -> tuple[Explained, ...]:
    """What there is to say of one control, or of every control of the chosen frameworks, as overridden at ``at``.

    :raises UsageError: there is no such control, or several.
    :raises EngineError: a rule or test is no Rego.
    """
    from aigov.policy.explained import explain_controls, find_control
    from aigov.policy.rego_tests import folder_sources, shipped_sources

    frameworks = policies.changed(at)
    wanted = (
        [find_control(frameworks, control)]
        if control
        else [(framework, each) for framework in frameworks for each in framework.controls]
    )
    explained: list[Explained] = []
    for folder in dict.fromkeys(framework.folder for framework, _ in wanted):
        sources = folder_sources(folder) if folder else shipped_sources()
        own = [pair for pair in wanted if pair[0].folder == folder]
        root = folder.as_posix() if folder else "policies/{id}"
        explained += explain_controls(sources, own, folder=root)
    return tuple(explained)


def policy_input(target: Path, declarations_file: Path | None, at: datetime) -> dict[str, Any]:
    """What rules read of an AI-BOM file or of a folder."""
    from aigov.bom.reader import read_bom, read_bom_file
    from aigov.declarations import load_declarations
    from aigov.policy.input import build_input
    from aigov.scan_settings import declares

    if target.is_dir() and declarations_file is None and (target / DECLARATIONS_FILE).is_file():
        declarations_file = target / DECLARATIONS_FILE
    said = declarations_file is not None and declares(declarations_file)
    declarations = load_declarations(declarations_file) if declarations_file and said else None
    plan = scan_plan.plan_scan(target, at=at, settings_file=declarations_file)
    if target.is_dir():
        text = pipeline.write_bom_text(pipeline.scan(target, plan=plan), catalogue=plan.catalogue)
        bom = read_bom(text.encode(), str(target))
    else:
        bom, _ = read_bom_file(target)
    return build_input(bom, declarations, plan.catalogue, at)


def new_control(
    framework: str, control: str, *, folder: Path | None, title: str | None, severity: Severity, at: datetime
) -> Scaffold:
    """Begin a control in a folder of own policies, or in the checkout; see ``aigov.policy.scaffold``."""
    from aigov.policy.scaffold import write_control

    return write_control(framework, control, folder=folder, title=title, severity=severity, today=at.date())
