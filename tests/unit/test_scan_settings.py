"""The ``scan`` section of aigov.yaml, and what a scan makes of it."""

from pathlib import Path

import pytest

from aigov import pipeline, scan_plan
from aigov.declarations import DeclarationsError
from aigov.errors import UsageError
from aigov.model import Inventory
from aigov.scan_settings import ScanSettings, declares, load_scan_settings

SIGNED = 'stated: {by: Jo, on: "2026-01-01", expires: "2099-12-31"}'


def settings(tmp_path: Path, text: str) -> ScanSettings:
    path = tmp_path / "aigov.yaml"
    path.write_text(text)
    return load_scan_settings(path)


def test_the_section_is_read_whatever_else_the_file_says(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        'system: {name: 3}\nscan:\n  catalogue: own\n  exclude: ["legacy/"]\n  scopes:\n    "tools/**": app\n',
    )
    scopes = (("tools/**", "app"),)
    assert read == ScanSettings(catalogue=tmp_path / "own", exclude=("legacy/",), scopes=scopes, line=2)


@pytest.mark.parametrize("text", ["version: 1\nsystem: {name: x}\n", "version: 1\nscan:\n", "- 1\n"])
def test_without_a_section_nothing_is_changed(tmp_path: Path, text: str) -> None:
    assert settings(tmp_path, text) == ScanSettings()


@pytest.mark.parametrize(
    ("section", "line", "complaint"),
    [
        ("  scopes:\n    a/: apps", 4, "did you mean app?"),
        ("  scopes:\n    a/: 3", 4, "scan.scopes"),
        ("  excludes: []", 3, "did you mean `exclude`?"),
        ("  exclude: legacy/", 3, "must be a list"),
        ("  not_ai: [acme-llm]", 3, "pkg:npm/%40acme/llm-icons"),
        ('  not_ai: ["pkg:npm/acme-llm@1.0.0"]', 3, "a purl without version"),
        ('  exclude: ["a", "!"]', 3, "no pattern"),
        ('  scopes:\n    "!": app', 4, "no pattern"),
        ("  stated: {by: Jo}", 3, "has no `on`"),
        ('  stated: {by: Jo, on: "2026-02-01", expires: "2026-01-01"}', 3, "before `on`"),
        ("  catalogue: 3", 3, "put it in quotes"),
        ("  - x", 2, "scan"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, section: str, line: int, complaint: str) -> None:
    with pytest.raises(DeclarationsError) as refused:
        settings(tmp_path, f"version: 1\nscan:\n{section}\n")
    assert f"aigov.yaml:{line}: " in str(refused.value) or f"aigov.yaml:{line + 1}: " in str(refused.value)
    assert complaint in str(refused.value)


def test_no_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationsError, match="not valid YAML"):
        settings(tmp_path, "a: [")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: 1\nscan: {exclude: [x]}\n", False),
        ("scan: {exclude: [x]}\n", False),
        ("version: 1\nscan: {exclude: [x]}\nsystem: {name: x}\n", True),
        ("version: 1\n", True),
        ("a: [", True),
    ],
)
def test_a_file_of_settings_alone_declares_nothing(tmp_path: Path, text: str, said: bool) -> None:
    path = tmp_path / "aigov.yaml"
    path.write_text(text)
    assert declares(path) is said


def scanned(root: Path, files: dict[str, str]) -> Inventory:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return pipeline.scan(root)


def test_what_is_excluded_is_counted_with_its_suspects(tmp_path: Path) -> None:
    inventory = scanned(
        tmp_path,
        {
            "app.py": "import openai\n",
            "legacy/a.py": "import anthropic\n",
            "legacy/b.py": "x = 1\n",
            "legacy/requirements.txt": "openai==1.0\n",
            "aigov.yaml": "version: 1\nscan:\n  exclude: [legacy/]\n",
        },
    )
    assert [(use.file, use.name) for use in inventory.uses] == [("app.py", "openai")]
    (skip,) = [skip for skip in inventory.coverage.skipped if skip.reason == "excluded"]
    assert (skip.files, skip.suspects, skip.gap) == (3, 2, True)
    assert skip.suspect_files == ("legacy/a.py", "legacy/requirements.txt")
    assert not inventory.coverage.complete
    assert [problem.reason for problem in inventory.problems] == ["excluded"]


def test_what_is_excluded_and_names_no_ai_is_no_gap(tmp_path: Path) -> None:
    inventory = scanned(
        tmp_path, {"a.py": "x = 1\n", "old/b.py": "y = 2\n", "aigov.yaml": "version: 1\nscan: {exclude: [old/]}\n"}
    )
    (skip,) = [skip for skip in inventory.coverage.skipped if skip.reason == "excluded"]
    assert (skip.files, skip.suspects, skip.gap) == (1, 0, False)
    assert inventory.coverage.complete


def test_scopes_are_overridden_and_the_last_pattern_wins(tmp_path: Path) -> None:
    inventory = scanned(
        tmp_path,
        {
            "examples/shop/app.py": "import openai\n",
            "examples/shop/test_app.py": "import openai\n",
            "lib/demo.py": "import openai\n",
            "aigov.yaml": (
                f"version: 1\nscan:\n  {SIGNED}\n"
                "  scopes:\n    examples/: app\n    test_*.py: test\n    lib/demo.py: example\n"
            ),
        },
    )
    assert {use.file: use.scope for use in inventory.uses} == {
        "examples/shop/app.py": "app",
        "examples/shop/test_app.py": "test",
        "lib/demo.py": "example",
    }


def test_an_override_leaves_what_a_manifest_itself_says(tmp_path: Path) -> None:
    manifest = '{"name": "x", "dependencies": {"openai": "1.0.0"}, "devDependencies": {"@anthropic-ai/sdk": "1.0.0"}}'
    before = scanned(tmp_path, {"tools/package.json": manifest})
    scopes = {use.name: use.scope for use in before.uses}
    (tmp_path / "aigov.yaml").write_text(f"version: 1\nscan:\n  {SIGNED}\n  scopes:\n    tools/: doc\n")
    after = {use.name: use.scope for use in pipeline.scan(tmp_path).uses}
    assert after["openai"] == "doc"
    assert after["anthropic"] == scopes["anthropic"] != "app"


def test_a_package_of_which_the_user_says_that_it_is_no_ai_leaves_no_gap(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("acme-llm==1.0\n")
    assert not pipeline.scan(tmp_path).coverage.complete
    (tmp_path / "aigov.yaml").write_text(f'scan:\n  {SIGNED}\n  not_ai: ["pkg:pypi/acme_llm"]\n')
    coverage = pipeline.scan(tmp_path).coverage
    assert coverage.complete
    assert coverage.not_ai == ("pkg:pypi/acme-llm",)


def test_own_entries_come_from_the_folder_that_the_file_names(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "acme.toml").write_text(
        'title = "A"\nkind = "eval"\nhomepage = "https://a.example"\n[imports]\npython = ["acme_ai"]\n'
    )
    inventory = scanned(tmp_path, {"a.py": "import acme_ai\n", "aigov.yaml": "version: 1\nscan:\n  catalogue: own\n"})
    assert [use.name for use in inventory.uses] == ["acme"]
    plan = scan_plan.plan_scan(tmp_path)
    assert '"aigov:catalogue:own"' in pipeline.write_bom_text(inventory, catalogue=plan.catalogue)
    (tmp_path / "aigov.yaml").unlink()
    assert pipeline.scan(tmp_path).uses == ()
    assert "aigov:catalogue:own" not in pipeline.write_bom_text(pipeline.scan(tmp_path))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        scanned(tmp_path, {"a.py": "x\n", "aigov.yaml": "version: 1\nscan:\n  catalogue: own\n"})
