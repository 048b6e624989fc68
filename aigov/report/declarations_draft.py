"""A commented aigov.yaml from what a scan found. It claims nothing: what only a person can say stays a comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json import dumps

from aigov.catalogue import Catalogue
from aigov.control import Control
from aigov.model import Inventory

HEAD = """\
# aigov.yaml: what the code cannot say. Keep it beside the code; change it by review.
# Every statement names a person and a last day, and counts as absent after that day.
# Lines that begin with "# " after a dash are drafts: nothing is approved or stated until you uncomment and fill them.
version: 1

system:
  name: {name}
  # purpose: "One sentence: what the system does, for whom."
  # role: deployer            # provider: you put it on the market under your name; deployer: you use it
  # eu_exposure: true         # are people in the EU users, or affected?
  # users: [employees, customers]
  # regions: [eu]             # where data may be processed
  # risk_class:               # your own classification under Regulation (EU) 2024/1689
  #   class: limited          # prohibited | high | limited | minimal
  #   reasons: ["why this class and no higher one"]
  #   by: "Name, role"
  #   on: "2026-01-31"
  #   expires: "2027-01-31"

# Who answers for each part. covers: *, provider:NAME, model:ID, library:NAME, mcp:NAME; globs allowed.
owners: []
#  - name: "Team or person"
#    contact: team@example.com
#    covers: ["*"]
"""


def draft(inventory: Inventory, controls: Sequence[Control], catalogue: Catalogue) -> str:
    """The text of an aigov.yaml for ``inventory``; valid as it is, and empty of claims.

    :param controls: the controls of the frameworks in use; the declared ones become drafts of attestations.
    """
    return "".join(
        (
            HEAD.format(name=dumps(inventory.subject.name, ensure_ascii=False)),
            "\napprovals:\n",
            _providers(inventory, catalogue),
            _models(inventory),
            _attestations(controls),
            _waivers(),
        )
    )


def _providers(inventory: Inventory, catalogue: Catalogue) -> str:
    places: dict[str, list[str]] = {}
    for use in inventory.uses:
        if use.scope in ("app", "build") and use.kind in ("provider", "model-host"):
            places.setdefault(use.name, []).append(f"{use.file}:{use.line}")
    lines = ["  providers: []\n"]
    for slug, found in sorted(places.items()):
        entry = catalogue.get(slug)
        seat = f", {entry.jurisdiction}" if entry and entry.jurisdiction else ""
        lines += [
            f"  # {entry.title if entry else slug}{seat}: {_some(found)}\n",
            f"  #  - provider: {slug}\n",
            '  #    approved_by: "Name, role"\n',
            '  #    on: "2026-01-31"\n',
            '  #    expires: "2027-01-31"\n',
            "  #    data_classes: [user-content]   # what may go there; see docs/declarations.md\n",
            '  #    dpa: "reference of the data processing agreement"\n',
            "  #    retention_days: 30\n",
            "  #    training: none                 # none | opted-out | allowed\n",
            '  #    documentation: "URL of the provider\'s model documentation"\n',
            '  #    agreement: "reference of the supply agreement"\n',
        ]
    return "".join(lines)


def _models(inventory: Inventory) -> str:
    places: dict[tuple[str, str], list[str]] = {}
    for model in inventory.models:
        if model.scope in ("app", "build"):
            places.setdefault((model.provider, model.model), []).append(f"{model.file}:{model.line}")
    lines = ["  models: []\n"]
    for (provider, model_id), found in sorted(places.items()):
        lines += [
            f"  # {_some(found)}\n",
            f"  #  - model: {dumps(model_id, ensure_ascii=False)}\n",
            f"  #    provider: {provider}\n",
            '  #    approved_by: "Name, role"\n',
            '  #    on: "2026-01-31"\n',
            '  #    expires: "2027-01-31"\n',
            "  #    data_classes: [user-content]\n",
        ]
    return "".join(lines)


def _attestations(controls: Iterable[Control]) -> str:
    lines = ["\n# Controls that only a person can answer.\nattestations: []\n"]
    for control in controls:
        if control.kind == "declared":
            lines += [
                f"# {control.title}\n",
                f"#  - control: {dumps(f'{control.framework}/{control.id}', ensure_ascii=False)}\n",
                '#    statement: "What is done, and where that can be seen."\n',
                '#    by: "Name, role"\n',
                '#    on: "2026-01-31"\n',
                '#    expires: "2027-01-31"\n',
                '#    evidence: "link"\n',
            ]
    return "".join(lines)


def _waivers() -> str:
    return (
        "\n# Known failures that you accept for a time. The last day is mandatory.\n"
        "waivers: []\n"
        '#  - control: "nist-ai-rmf/MANAGE 3.2"\n'
        '#    subject: "model:openai/gpt-4o"   # a bom-ref of the AI-BOM, a glob, or *\n'
        '#    reason: "why, and what is done meanwhile"\n'
        '#    approver: "Name, role"\n'
        '#    expires: "2027-01-31"\n'
    )


def _some(places: Sequence[str]) -> str:
    return places[0] + (f" and {len(places) - 1} more" if len(places) > 1 else "")
