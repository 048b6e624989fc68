"""Licences on the command line: from where packages are installed to what MAP 4.1 decides."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aigov.cli import cli
from aigov.errors import UsageError

FIXTURES = Path(__file__).parents[1] / "scan/licences/fixtures"
CODE = "import openai\nopenai.OpenAI().chat.completions.create(model='gpt-4o-2024-08-06', messages=[])\n"
REF = "pkg:pypi/openai@1.55.0"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one AI package, fixed and not installed; it is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AIGOV_OPA_URL", raising=False)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/app.py").write_text(CODE)
    (tmp_path / "shop/requirements.txt").write_text("openai==1.55.0\n")
    return tmp_path / "shop"


def aigov(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, env={"NO_COLOR": "1"}, standalone_mode=False, catch_exceptions=False)


def component(*arguments: str) -> dict[str, Any]:
    aigov("scan", "shop", "-o", "bom.json", *arguments)
    parts: list[dict[str, Any]] = json.loads(Path("bom.json").read_text())["components"]
    return next(part for part in parts if part["bom-ref"] == REF)


def licence_answer(*arguments: str) -> tuple[str, str, list[str]]:
    """Status, message and what is missing of the package's licence under MAP 4.1."""
    result = aigov("check", "shop", "--as-of", "2026-11-23", "--format", "json", "-o", "results.json", *arguments)
    assert result.return_value in (0, 1)
    for control in json.loads(Path("results.json").read_text())["controls"]:
        if control["control"] == "MAP 4.1":
            found = [row for row in control["results"] if row["subject"] == REF and row.get("code") != "version"]
            (row,) = found
            return row["status"], row["message"], row.get("missing", [])
    raise AssertionError("MAP 4.1 was not judged")


def test_what_is_installed_makes_the_licence_known(shop: Path) -> None:
    assert "licenses" not in component()
    status, message, missing = licence_answer()
    assert status == "undetermined"
    assert message == "Under which licence the library openai may be used is not known."
    assert missing[0].startswith("a folder where openai 1.55.0 is installed (--installed DIR), or an SBOM")

    shutil.copytree(FIXTURES / "stores/site-packages", shop / ".venv/lib/python3.13/site-packages")
    (shop / ".gitignore").write_text(".venv\n")
    assert "licenses" not in component()
    assert component("--installed", "shop")["licenses"] == [
        {"license": {"id": "Apache-2.0", "acknowledgement": "declared"}}
    ]
    status, message, _ = licence_answer("--installed", "shop")
    file = ".venv/lib/python3.13/site-packages/openai-1.55.0.dist-info/METADATA"
    assert (status, message) == ("pass", f"The AI-BOM says that the library openai is under Apache-2.0 ({file}).")


@pytest.mark.parametrize("name", ["syft.cdx.json", "trivy.spdx.json", "three.spdx.json"])
@pytest.mark.parametrize("version", ["1.6", "1.7"])
def test_an_sbom_does_too(shop: Path, name: str, version: str) -> None:
    part = component("--sbom", str(FIXTURES / "sboms" / name), "--spec-version", version)
    assert [choice["license"]["id"] for choice in part["licenses"]] == ["Apache-2.0"]
    assert f'{{"licence":"Apache-2.0","source":"sbom","file":"{name}"}}' in [row["value"] for row in part["properties"]]


def test_another_version_is_named_and_its_licence_is_not_taken(shop: Path) -> None:
    (shop / "requirements.txt").write_text("openai==1.55.1\n")
    aigov("scan", "shop", "-o", "bom.json", "--sbom", str(FIXTURES / "sboms/syft.cdx.json"))
    (part,) = (row for row in json.loads(Path("bom.json").read_text())["components"] if row["name"] == "openai")
    assert "licenses" not in part
    assert {
        "name": "aigov:licence:other-version",
        "value": '{"version":"1.55.0","licence":"Apache-2.0","file":"syft.cdx.json"}',
    } in part["properties"]


def test_sources_that_differ_leave_it_to_a_person(shop: Path) -> None:
    other = json.loads((FIXTURES / "sboms/syft.cdx.json").read_text())
    other["components"] = [{"type": "library", "name": "openai", "purl": REF, "licenses": [{"license": {"id": "MIT"}}]}]
    Path("other.json").write_text(json.dumps(other))
    sboms = ("--sbom", str(FIXTURES / "sboms/syft.cdx.json"), "--sbom", "other.json")
    status, message, _ = licence_answer(*sboms)
    assert (status, message.partition(": ")[2]) == ("undetermined", "Apache-2.0 in syft.cdx.json, MIT in other.json.")


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ("allowed_licences: [mit]", "fail"),
        ("allowed_licences: ['apache-*']", "pass"),
        ("denied_licences: ['Apache-*']", "fail"),
    ],
)
def test_the_lists_of_an_organization_decide(shop: Path, parameters: str, status: str) -> None:
    (shop / "aigov.yaml").write_text(
        f"version: 1\npolicy:\n  overrides:\n    - control: nist-ai-rmf/MAP 4.1\n      parameters: {{{parameters}}}\n"
        "      reason: our list\n      by: counsel\n"
    )
    assert licence_answer("--sbom", str(FIXTURES / "sboms/syft.cdx.json"))[0] == status


def test_the_same_places_give_the_same_bytes_and_none_of_the_machine(shop: Path) -> None:
    arguments = ("--installed", str(FIXTURES / "stores/site-packages"), "--sbom", str(FIXTURES / "sboms/syft.cdx.json"))
    component(*arguments)
    first = Path("bom.json").read_bytes()
    component(*arguments)
    assert Path("bom.json").read_bytes() == first
    assert str(FIXTURES).encode() not in first


def test_an_ai_bom_is_judged_as_it_is(shop: Path) -> None:
    component()
    with pytest.raises(UsageError, match="judged as it is"):
        aigov("check", "bom.json", "--installed", "shop")
    with pytest.raises(UsageError, match="neither CycloneDX JSON nor SPDX JSON"):
        aigov("scan", "shop", "--sbom", "shop/app.json" if (shop / "app.json").write_text("{}") else "")
