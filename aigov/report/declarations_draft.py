"""A commented aigov.yaml from what a scan found. It claims nothing: what only a person can say stays a comment.

Lines to fill in begin with one ``#``, explanations with two: an editor that uncomments a whole block leaves valid YAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json import dumps

from aigov.catalogue import Catalogue
from aigov.control import Control
from aigov.model import Inventory

HEAD = """\
# aigov.yaml: what the code cannot say. Keep it beside the code; change it by review.
# Every statement names a person and a last day, and counts as absent after that day.
# This is a draft: take "# " away from the lines that are true, and fill them in. What stays a comment claims nothing.
# Begin with system, commit, and run `aigov check` again: role and risk class settle which attestations are needed.
# See docs/declarations.md of aigov.
version: 1

system:
  name: {name}
  # stated:        # who says what stands here; without it all of it counts as absent
{stated_signature}
  # purpose:       # one sentence: what the system does, for whom
  # role:          # provider: you put it on the market under your name; deployer: you use it; or both
  # eu_exposure:   # true | false: are people in the EU users, or affected?
  # users: []
  # data_classes: []    # everything that the system gives to AI; [] says none
  # incident_contact:   # who is told when the AI does harm or fails
  # restricted: []      # vendors that may not be used: ["jurisdiction:RU", "provider:NAME"]
  # regions: []    # where data may be processed: [eu, us-east-1]; eu is the Union, [any] sets no limit
  # risk_class:    # your own classification under Regulation (EU) 2024/1689
  #   class:       # prohibited | high | limited | minimal
  #   reasons: []  # why this class and no higher one
{risk_signature}
# Who answers for each part. covers: "*", provider:NAME, model:ID, library:NAME, mcp:NAME, or globs.
owners:
  # - name:
  #   contact:
  #   covers: ["*"]
  #   stated:      # who names this owner; without it nobody is one
{owner_signature}

approvals:
"""
DATA_CLASSES = "user-content, personal, financial, special-category"


def draft(inventory: Inventory, controls: Sequence[Control], catalogue: Catalogue) -> str:
    """The text of an aigov.yaml for ``inventory``; valid as it is, and empty of claims.

    :param controls: the controls of the frameworks in use; the declared ones become drafts of attestations.
    """
    return "".join(
        (
            HEAD.format(
                name=dumps(inventory.subject.name, ensure_ascii=False),
                risk_signature=_signature("  #   ", "by"),
                stated_signature=_signature("  #   ", "by").rstrip(),
                owner_signature=_signature("  #     ", "by").rstrip(),
            ),
            _providers(inventory, catalogue),
            _models(inventory),
            _attestations(controls),
            _waivers(),
            _unlisted(inventory),
        )
    )


def _providers(inventory: Inventory, catalogue: Catalogue) -> str:
    places: dict[str, list[str]] = {}
    for use in inventory.uses:
        if use.scope in ("app", "build") and use.kind in ("provider", "model-host"):
            places.setdefault(use.name, []).append(f"{use.file}:{use.line}")
    lines = ["  providers:\n"]
    for slug, found in sorted(places.items()):
        entry = catalogue.get(slug)
        seat = f" ({entry.jurisdiction})" if entry and entry.jurisdiction else ""
        lines += [
            f"    ## {entry.title if entry else slug}{seat}, at {_some(found)}\n",
            f"    # - provider: {slug}\n",
            _signature("    #   ", "approved_by"),
            f"    #   data_classes: []  # what may go there: {DATA_CLASSES}{_seen(inventory, slug)}\n",
            "    #   dpa:           # reference of the data processing agreement\n",
            "    #   retention_days:  # as agreed\n",
            "    #   training:      # none | opted-out | allowed\n",
            "    #   documentation: # where the provider documents its models\n",
            "    #   agreement:     # reference of the supply agreement\n",
            "    #   exposure:      # public | private: how it is to be reached\n",
        ]
    return "".join(lines)


def _models(inventory: Inventory) -> str:
    places: dict[tuple[str, str], list[str]] = {}
    for model in inventory.models:
        if model.scope in ("app", "build"):
            places.setdefault((model.provider, model.model), []).append(f"{model.file}:{model.line}")
    lines = ["  models:\n"]
    for (provider, model_id), found in sorted(places.items()):
        lines += [
            f"    ## at {_some(found)}\n",
            f"    # - model: {dumps(model_id, ensure_ascii=False)}\n",
            f"    #   provider: {provider}\n",
            _signature("    #   ", "approved_by"),
            f"    #   data_classes: []  # what it may be given: {DATA_CLASSES}{_seen(inventory, provider, model_id)}\n",
        ]
    return "".join(lines)


def _attestations(controls: Iterable[Control]) -> str:
    lines = ["\n# Controls that only a person can answer.\nattestations:\n"]
    for control in controls:
        if _stated(control):
            lines += [
                f"  ## {control.title}. {control.remediation}".rstrip() + "\n",
                f"  # - control: {dumps(f'{control.framework}/{control.id}', ensure_ascii=False)}\n",
                "  #   statement:     # what is done, and where that can be seen\n",
                _signature("  #   ", "by"),
                "  #   evidence:      # link\n",
            ]
    return "".join(lines)


def _stated(control: Control) -> bool:
    """Whether its rule reads a statement; the remedy of a declared control that reads a field alone begins so."""
    return control.kind == "declared" and not control.remediation.startswith("Declare ")


def _waivers() -> str:
    return (
        "\n# Known failures that you accept for a time. Without a first day a waiver counts as absent.\n"
        "waivers:\n"
        "  # - control:     # nist-ai-rmf/MANAGE 3.2\n"
        '  #   subject:     # a bom-ref of the AI-BOM such as model:openai/gpt-4o, a glob, or "*"\n'
        "  #   reason:      # why, and what is done meanwhile\n"
        "  #   approver:    # name, role\n"
        "  #   on:          # first day, such as 2026-01-31\n"
        "  #   expires:     # last day\n"
    )


def _unlisted(inventory: Inventory) -> str:
    """What nobody can tell what it is: the user may say that it is no AI."""
    rows = inventory.coverage.unlisted_in_app
    if not rows:
        return ""
    places = {row.package: f"{row.file}:{row.line}" for row in reversed(rows)}
    return (
        "\n# Packages whose names say AI and that aigov does not know. Name those that are none; an own entry says\n"
        "# what the others are (docs/catalogue.md). Without a first and a last day it counts as absent.\n"
        "scan:\n"
        "  # not_ai:\n"
        + "".join(f"  ##   at {place}\n  #   - {dumps(package)}\n" for package, place in sorted(places.items()))
        + "  # stated:\n"
        + _signature("  #   ", "by")
    )


def _signature(indent: str, who: str) -> str:
    """Who said it, from when and until when: left open, so that a draft that nobody filled in is refused."""
    rows = ((who, "name, role"), ("on", "first day, such as 2026-01-31"), ("expires", "last day"))
    return "".join(f"{indent}{key + ':':<15}# {what}\n" for key, what in rows)


def _seen(inventory: Inventory, provider: str, model_id: str | None = None) -> str:
    """What the scan saw going there, to be weighed and not copied: `` (seen: user-content)``."""
    classes = {
        kind
        for flow in inventory.flows
        if flow.provider == provider and flow.scope in ("app", "build") and model_id in (None, flow.model)
        for kind in flow.data
    }
    return f" (seen: {', '.join(sorted(classes))})" if classes else ""


def _some(places: Sequence[str]) -> str:
    return places[0] + (f" and {len(places) - 1} more" if len(places) > 1 else "")
