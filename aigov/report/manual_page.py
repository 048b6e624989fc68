"""What the page of a manual control says beyond its row: the evidence, who has it, what helps, and how to state it."""

from __future__ import annotations

import json

from aigov.control import Control

_HELPS = {
    "inventory": "`libraries`, `providers`, `models`: which AI the system uses, in which version, with the places",
    "system": "`declarations.system`: purpose, role, exposure and risk class, as somebody states them",
    "coverage": "`bom`, `coverage`: the commit and the day of the AI-BOM, and what was not read",
    "providers": "`providers`: whose services are called, where they are, and the vendor to ask",
    "models": "`models`: each model by id, maker and version, and whether the id may move",
    "flows": "`flows`: which classes of data reach whom, at which call",
    "agents": "`agents`, `tools`: what a model may do by itself, and where the code asks a person first",
    "surfaces": "`surfaces`: where persons meet what models make",
    "indicators": "`indicators`: signs of regulated purposes, with the places that gave them",
    "observers": "`observers`: what records or measures calls while the system runs",
    "assets": "`assets`: prompts, training runs and data sets that the code names",
    "artifacts": "`artifacts`: model files of the tree, with format and licence",
    "owners": "`declarations.owners`, `.models`, `.providers`: who answers for what, and who approved it",
    "evaluations": "`declarations.evaluations`: what was measured, on which version of a model, and when",
    "logs": "`declarations.logs`: where records of calls are kept, and for how long",
    "incidents": "`declarations.system.incident_contact`: where incidents go",
}
"""What to look at in the policy input, by the keys that rows name (``helps``)."""


def manual_section(control: Control) -> list[str]:
    """The lines below the head of the page."""
    name = json.dumps(f"{control.framework}/{control.id}", ensure_ascii=False)
    lines = ["", "## What would show it", "", control.evidence]
    if control.holder:
        lines += ["", f"Who usually has it: {control.holder}."]
    lines += ["", "## What helps to gather it", ""]
    if control.helps:
        lines += ["`aigov policy input aibom.cdx.json` has:", "", *(f"- {_HELPS[key]}" for key in control.helps)]
    else:
        lines.append("Nothing that code or the AI-BOM could tell.")
    return [
        *lines,
        "",
        "## To put it on record",
        "",
        "```text",
        "attestations:",
        f"  - control: {name}",
        '    statement: "…"',
        '    by: "who says so"',
        '    on: "first day"',
        '    expires: "last day"',
        '    evidence: "where it can be seen"',
        "```",
        "",
        "`aigov.yaml` keeps it with the other statements. It decides nothing here: the control stays `manual`. Where a",
        'statement is enough for you, add a row of your own with `kind = "declared"` and `rule = "attested"`',
        "(`docs/policies.md`); that one passes while a statement on it is in force.",
    ]
