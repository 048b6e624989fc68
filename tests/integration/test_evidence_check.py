"""What ``aigov check`` leaves behind is what ``aigov sign`` seals and ``aigov verify`` opens."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.evidence.keys import KeyPair, generate_keys
from aigov.evidence.signing import sign_folder
from aigov.evidence.verify import verify_folder

ROOT = Path(__file__).resolve().parents[2]
BOM = ROOT / "tests" / "golden" / "support-desk" / "aibom.cdx.json"
GATE = (0, 1)
"""Exit codes of a check that reached its verdict."""


@pytest.fixture(scope="module")
def vendor(tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return generate_keys(tmp_path_factory.mktemp("vendor") / "vendor", passphrase=None)


def check(target: Path, out: Path, *options: str) -> dict[str, object]:
    command = [sys.executable, "-m", "aigov", "check", str(target), "--out-dir", str(out), *options]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in GATE, done.stderr
    results: dict[str, object] = json.loads((out / "results.json").read_text())
    return results


def test_results_over_a_bom_of_somebody_else(vendor: KeyPair, tmp_path: Path) -> None:
    results = check(BOM, tmp_path / "out", "--as-of", "2026-11-20")
    sign_folder(tmp_path / "out", vendor.private, passphrase=None)

    verdict = verify_folder(tmp_path / "out", vendor.public)

    assert verdict.ok, verdict.failures
    assert verdict.predicate is not None
    assert verdict.predicate["summary"] == results["summary"]
    assert verdict.predicate["gate"] == results["gate"]
    assert verdict.predicate["evaluated_at"] == "2026-11-20T00:00:00Z"


def test_results_of_another_day_are_not_those_that_were_signed(vendor: KeyPair, tmp_path: Path) -> None:
    check(BOM, tmp_path / "out", "--as-of", "2026-11-20")
    bundle = sign_folder(tmp_path / "out", vendor.private, passphrase=None)
    kept = bundle.read_bytes()

    check(BOM, tmp_path / "out", "--as-of", "2026-11-21")
    assert not bundle.exists(), "a check leaves no bundle that covers other files"
    bundle.write_bytes(kept)

    failed = {check.name for check in verify_folder(tmp_path / "out", vendor.public).failures}
    assert {"files", "claims"} <= failed


def test_evidence_of_a_repository_names_its_commit(
    vendor: KeyPair, commit_example: Callable[[str, Path], Path], tmp_path: Path
) -> None:
    repository = commit_example("support-desk", tmp_path)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True)
    check(repository, tmp_path / "out", "--as-of", "2026-11-20")
    sign_folder(tmp_path / "out", vendor.private, passphrase=None)

    verdict = verify_folder(tmp_path / "out", vendor.public)

    assert verdict.ok, verdict.failures
    assert verdict.predicate is not None
    assert verdict.predicate["source"]["commit"] == head.stdout.strip()
    assert verdict.predicate["source"]["dirty"] is False
    assert verdict.predicate["digests"].keys() == {"bom", "policy_input", "declarations"}
