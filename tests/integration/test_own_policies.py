"""Own policies with overrides: OPA and the embedded engine give the same answers, on every golden AI-BOM."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.control import Override
from aigov.declarations import load_declarations
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines import normalize
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.input import build_input
from aigov.policy.overrides import apply_overrides
from aigov.policy.own import with_folders

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "examples" / "house-rules"
AT = datetime(2026, 11, 23, tzinfo=UTC)
BOMS = sorted((ROOT / "tests" / "golden").glob("*/aibom.cdx.json"))

pytestmark = [
    pytest.mark.opa,
    pytest.mark.skipif(shutil.which("opa") is None, reason="opa is not on PATH"),
]


@pytest.fixture(scope="module")
def house() -> Bundle:
    override = Override(
        framework="house-rules",
        control="HR-1",
        reason="Why.",
        by="Jo",
        where="aigov.yaml:1",
        parameters={"vendors": ["openai"]},
    )
    changed, _ = apply_overrides(with_folders([HOUSE]), [override], AT)
    return build_bundle(changed[-1], load_catalogue())


@pytest.fixture(scope="module")
def folder(house: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("house")
    for path, text in house.modules.items():
        (written / path).parent.mkdir(parents=True, exist_ok=True)
        (written / path).write_text(text)
    (written / "data.json").write_text(json.dumps({"aigov": {"house_rules": dict(house.data)}}))
    return written


def policy_input(bom: Path) -> dict[str, Any]:
    file = ROOT / "examples" / bom.parent.name / "aigov.yaml"
    declarations = load_declarations(file) if file.is_file() else None
    return build_input(json.loads(bom.read_bytes()), declarations, load_catalogue(), AT)


@pytest.mark.parametrize("bom", BOMS, ids=lambda bom: bom.parent.name)
def test_both_engines_give_the_same_answers(bom: Path, house: Bundle, folder: Path) -> None:
    given = policy_input(bom)
    command = ["opa", "eval", "--bundle", str(folder), "--stdin-input", "--strict-builtin-errors", "--format", "raw"]
    ran = subprocess.run(
        [*command, "data.aigov.house_rules.decision"], input=json.dumps(given), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    decision = json.loads(ran.stdout)
    assert decision["revision"] == house.revision
    report = EmbeddedEngine().evaluate(house, given)
    assert normalize(decision["report"], "opa") == report
    assert set(report) == {control.slug for control in house.framework.controls}
    assert all(report.values())


def test_the_override_reaches_the_rule(house: Bundle) -> None:
    report = EmbeddedEngine().evaluate(house, policy_input(ROOT / "tests/golden/claims-copilot/aibom.cdx.json"))
    messages = {row["message"] for row in report["approved_vendors"]}
    assert "aws-bedrock is not on the list of vendors: openai." in messages
