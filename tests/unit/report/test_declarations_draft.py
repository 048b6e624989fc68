from __future__ import annotations

import re
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.control import Control
from aigov.declarations import DeclarationsError, parse_declarations
from aigov.model import Coverage, Flow, Inventory, ModelUse, Subject, Unlisted, Use
from aigov.report.declarations_draft import draft
from aigov.scan_settings import ScanSettings, load_scan_settings

FILLED = {
    "incident_contact": "on-call@example.com",
    "exposure": "public",
    "purpose": "Drafts answers",
    "role": "deployer",
    "eu_exposure": "true",
    "class": "limited",
    "reasons": "[talks to people]",
    "by": "Kim, security",
    "approved_by": "Kim, security",
    "on": "2026-01-31",
    "expires": "2027-01-31",
    "name": "Team",
    "contact": "team@example.com",
    "data_classes": "[user-content]",
    "dpa": "DPA-1",
    "retention_days": "30",
    "training": "none",
    "documentation": "a link",
    "agreement": "MSA-1",
    "statement": "It is done.",
    "evidence": "a link",
    "control": "nist-ai-rmf/MANAGE 3.2",
    "subject": '"*"',
    "reason": "known",
    "approver": "Kim, security",
}


@pytest.fixture(scope="module")
def text() -> str:
    inventory = Inventory(
        subject=Subject(name='the "shop"'),
        coverage=Coverage(
            files_seen=1,
            files_scanned=1,
            bytes_seen=1,
            languages={"python": 1},
            unlisted=(
                Unlisted(file="requirements.txt", line=3, package="pkg:pypi/acme-llm", scope="app"),
                Unlisted(file="dev.txt", line=1, package="pkg:pypi/test-llm", scope="test"),
            ),
        ),
        uses=(
            Use(file="a.py", line=1, name="openai", kind="provider", how="import", scope="app"),
            Use(file="b.py", line=2, name="openai", kind="provider", how="import", scope="app"),
            Use(file="test_a.py", line=1, name="anthropic", kind="provider", how="import", scope="test"),
        ),
        flows=(
            Flow(file="a.py", line=5, provider="openai", symbol="f", scope="app", model="gpt-4o", data=("personal",)),
            Flow(file="test_a.py", line=5, provider="openai", symbol="f", scope="test", data=("financial",)),
        ),
        models=(ModelUse(file="a.py", line=5, model="gpt-4o", provider="openai", how="sdk-call", scope="app"),),
    )
    controls = [
        Control(
            framework="nist-ai-rmf",
            id=id_,
            slug=id_.lower(),
            title=f"Deployer: title {id_}",
            citation="",
            kind=kind,
            severity="low",
            rule=rule,
        )
        for id_, kind, rule in (("GOVERN 2.2", "declared", "attested"), ("GOVERN 1.6", "automated", "own"))
    ]
    return draft(inventory, controls, load_catalogue())


def uncomment(text: str) -> str:
    """Take ``# `` away from every drafted line, as its reader is told to, and an editor does for a whole block."""
    return re.sub(r"^( +)# ?", r"\1", text, flags=re.MULTILINE)


def test_draft_is_valid_and_claims_nothing(text: str) -> None:
    declarations = parse_declarations(text.encode(), "aigov.yaml")
    said = declarations.to_policy_input()
    assert said["system"] == {"name": 'the "shop"'}
    assert not any(said[part] for part in ("owners", "providers", "models", "attestations"))
    assert declarations.waivers == ()


def test_draft_names_what_ships_and_where(text: str) -> None:
    assert "- provider: openai" in text
    assert "a.py:1 and 1 more" in text
    assert '- model: "gpt-4o"' in text
    assert '- control: "nist-ai-rmf/GOVERN 2.2"' in text
    assert "anthropic" not in text
    assert "GOVERN 1.6" not in text


def test_draft_says_which_data_was_seen(text: str) -> None:
    assert len(re.findall(r"#   data_classes: \[\] .*\(seen: personal\)$", text, flags=re.MULTILINE)) == 2


def test_lines_that_nobody_filled_in_are_refused(text: str) -> None:
    with pytest.raises(DeclarationsError) as refused:
        parse_declarations(uncomment(text).encode(), "aigov.yaml")
    complaints = "\n".join(str(problem) for problem in refused.value.problems)
    for part in ("approvals.providers[0].approved_by", "approvals.models[0].expires", "attestations[0].by"):
        assert part in complaints


def test_filled_in_draft_is_accepted(text: str) -> None:
    filled = re.sub(
        r"^( *(?:- )?)([a-z_]+):( *(?:\[\])?)( *#.*)?$",
        lambda m: f"{m[1]}{m[2]}: {FILLED[m[2]]}" if m[2] in FILLED else m[0],
        uncomment(text),
        flags=re.MULTILINE,
    )
    declarations = parse_declarations(filled.encode(), "aigov.yaml")
    assert declarations.unsigned() == []
    said = declarations.to_policy_input()
    assert said["system"]["stated"]["by"] == said["owners"][0]["stated"]["by"] == "Kim, security"
    assert [row["provider"] for row in said["providers"]] == ["openai"]
    assert [row["model"] for row in said["models"]] == ["gpt-4o"]
    assert [row["control"] for row in said["attestations"]] == ["GOVERN 2.2"]
    assert said["system"]["risk_class"]["class"] == "limited"


def test_packages_that_nobody_can_tell_are_drafted_with_a_word(text: str, tmp_path: Path) -> None:
    path = tmp_path / "aigov.yaml"
    path.write_text(text)
    assert load_scan_settings(path) == ScanSettings()
    filled = re.sub(
        r"^( +(?:by|on|expires):).*$", lambda m: f"{m[1]} {FILLED[m[1].strip(' :')]}", uncomment(text), flags=re.M
    )
    path.write_text(filled)
    read = load_scan_settings(path)
    assert read.not_ai == ("pkg:pypi/acme-llm",)
    assert read.stated is not None and read.stated.by == "Kim, security"
    assert "at requirements.txt:3" in text
