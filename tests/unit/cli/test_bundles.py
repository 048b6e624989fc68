"""``aigov policy bundle`` and ``aigov check --bundle`` as a user runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aigov.cli import cli
from aigov.errors import EngineError, EvidenceError, UsageError
from aigov.evidence.keys import generate_keys

ROOT = Path(__file__).resolve().parents[3]
BOM = ROOT / "tests" / "golden" / "support-desk" / "aibom.cdx.json"
DECLARATIONS = ROOT / "examples" / "support-desk" / "aigov.yaml"
HOUSE = ROOT / "examples" / "house-rules"


def run(*words: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False, env=environment)


def refused(kind: type[Exception], *words: str | Path, **environment: str) -> str:
    done = run(*words, **environment)
    assert isinstance(done.exception, kind), done.exception
    return str(done.exception)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate_keys(tmp_path_factory.mktemp("key") / "key", passphrase=None).private


def public(key: Path) -> Path:
    return key.with_name(f"{key.name}.pub")


def check(folder: Path, *words: str | Path) -> dict[str, Any]:
    done = run(
        "check", BOM, "--declarations", DECLARATIONS, "--as-of", "2026-11-23", "--out-dir", folder / "out", *words
    )
    assert done.exception is None, done.exception
    results: dict[str, Any] = json.loads((folder / "out" / "results.json").read_text())
    return results


def test_a_bundle_decides_as_its_sources_do(key: Path, tmp_path: Path) -> None:
    done = run("policy", "bundle", "iso-42001", "-o", tmp_path / "b", "--key", key)
    assert done.exception is None, done.exception
    (file,) = (tmp_path / "b").iterdir()
    assert file.name == "iso-42001.tar.gz"
    assert ", signed" in done.output
    first = check(tmp_path, "--bundle", file, "--verification-key", public(key))
    second = check(tmp_path, "--framework", "iso-42001")
    assert first == second
    run("policy", "bundle", "iso-42001", "-o", tmp_path / "again", "--key", key)
    assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_without_names_every_framework_is_built(tmp_path: Path) -> None:
    done = run("policy", "bundle", "-o", tmp_path / "b", "--policy", HOUSE)
    assert {path.name for path in (tmp_path / "b").iterdir()} == {
        f"{name}.tar.gz" for name in ("eu-ai-act", "iso-42001", "nist-ai-rmf", "house-rules")
    }
    assert done.output.count("not signed") == 4


def test_a_framework_needs_no_sources_where_it_is_judged(key: Path, tmp_path: Path) -> None:
    """Built from a folder that is gone afterwards, with a parameter that aigov.yaml set."""
    folder = Path(shutil.copytree(HOUSE, tmp_path / "house-rules"))
    done = run("policy", "bundle", "house-rules", "--policy", folder, "-o", tmp_path, "--key", key)
    assert done.exception is None, done.exception
    wanted = check(tmp_path, "--framework", "house-rules", "--policy", folder)
    shutil.rmtree(folder)
    options = ("--bundle", tmp_path / "house-rules.tar.gz", "--verification-key", public(key))
    found = check(tmp_path, *options)
    assert found["engine"] == wanted["engine"]
    assert found["controls"] == wanted["controls"]
    both = check(tmp_path, *options, "--framework", "house-rules", "--framework", "iso-42001")
    assert [bundle["framework"] for bundle in both["engine"]["bundles"]] == ["house-rules", "iso-42001"]


def test_what_cannot_be_trusted_stops_the_run(key: Path, tmp_path: Path) -> None:
    run("policy", "bundle", "iso-42001", "-o", tmp_path)
    file = tmp_path / "iso-42001.tar.gz"
    check_bundle = ("check", BOM, "--out-dir", tmp_path / "out", "--bundle", file)
    assert "is not signed" in refused(EngineError, *check_bundle, "--verification-key", public(key))
    assert "need the key that signed them" in refused(UsageError, *check_bundle)
    other = generate_keys(tmp_path / "other", passphrase=None).private
    run("policy", "bundle", "iso-42001", "-o", tmp_path, "--key", other)
    assert "this key did not sign it" in refused(EngineError, *check_bundle, "--verification-key", public(key))
    assert "this is a private key" in refused(UsageError, *check_bundle, "--verification-key", key)
    assert not (tmp_path / "out").exists()


def test_options_that_do_not_go_together(key: Path, tmp_path: Path) -> None:
    assert "there is no bundle to verify" in refused(UsageError, "check", BOM, "--verification-key", public(key))
    assert "no server whose revision" in refused(UsageError, "check", BOM, "--any-revision")
    run("policy", "bundle", "iso-42001", "-o", tmp_path, "--key", key)
    options = ("--bundle", tmp_path / "iso-42001.tar.gz", "--verification-key", public(key))
    assert "--explain reads the sources" in refused(UsageError, "check", BOM, *options, "--explain", "5.2")
    assert "no framework 'strange'" in refused(UsageError, "check", BOM, *options, "--framework", "strange")


def test_an_encrypted_key_asks_for_its_passphrase(tmp_path: Path) -> None:
    generate_keys(tmp_path / "key", passphrase=b"secret")
    command = ("policy", "bundle", "iso-42001", "-o", tmp_path / "b", "--key", tmp_path / "key")
    assert "does not open" in refused(EvidenceError, *command, AIGOV_KEY_PASSPHRASE="wrong")
    assert not (tmp_path / "b").exists()
    assert run(*command, AIGOV_KEY_PASSPHRASE="secret").exception is None


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = refused(UsageError, "policy", "bundle", "iso-42001", "-o", tmp_path / "file" / "b")
    assert "cannot make this folder" in said
    assert "there is no framework 'iso'" in refused(UsageError, "policy", "bundle", "iso", "-o", tmp_path)


ACME = """\
title = "Acme AI"
kind = "provider"
homepage = "https://acme.example"
packages = ["pkg:pypi/acme-ai"]

[imports]
python = ["acme_ai"]

[terms]
default_retention_days = 30
as_of = "2026-11-01"
sources = ["https://acme.example/terms"]
confidence = "high"
"""


def test_what_own_catalogue_entries_know_goes_along(key: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "acme.toml").write_text(ACME)
    (tmp_path / "aigov.yaml").write_text("version: 1\nscan:\n  catalogue: own\n")
    revisions = []
    for words in ((), ("--catalogue", own), ("--declarations", tmp_path / "aigov.yaml")):
        done = run("policy", "bundle", "iso-42001", "-o", tmp_path, "--key", key, *words)
        assert done.exception is None, done.exception
        results = check(tmp_path, "--bundle", tmp_path / "iso-42001.tar.gz", "--verification-key", public(key))
        revisions.append(results["engine"]["bundles"][0]["revision"])
    judged = check(tmp_path, "--framework", "iso-42001", "--catalogue", own)["engine"]["bundles"][0]["revision"]
    assert revisions[0] != revisions[1]
    assert revisions[1] == revisions[2] == judged
