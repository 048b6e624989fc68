"""The built wheel does the main job by itself, away from the source tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AIGOV"))}
    finished = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert not check or finished.returncode == 0, f"{command}\n{finished.stdout}\n{finished.stderr}"
    return finished


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    [built] = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the dependencies are borrowed from the running one: no network is needed.

    A path that a ``.pth`` file adds comes after the environment's own packages, and ``.pth`` files found under it are
    not obeyed: the editable install of this source tree stays out.
    """
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).stdout.strip())
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("".join(f"{path}\n" for path in sorted(borrowed)))
    return folder


def test_the_wheel_carries_every_rule_schema_and_catalogue_entry(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("policies", "bundles", "schemas"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in {".rego", ".toml", ".json"}:
                assert f"aigov/_shipped/{path.relative_to(ROOT).as_posix()}" in inside
    for path in (ROOT / "aigov").rglob("*"):
        if path.is_file() and path.suffix in {".py", ".toml", ".json", ".scm", ".typed"}:
            assert path.relative_to(ROOT).as_posix() in inside
    assert not [name for name in inside if name.startswith(("tests/", "examples/"))]


def test_everything_comes_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    script = (
        "import json, aigov, aigov.resources as r; "
        "places = [aigov.__file__, r.policies_dir(), r.bundles_dir(), r.schemas_dir(), r.catalogue_dir()]; "
        "print(json.dumps([str(place) for place in places]))"
    )
    for place in json.loads(run(environment / "bin" / "python", "-c", script, cwd=tmp_path).stdout):
        assert Path(place).is_relative_to(environment), place
        assert Path(place).exists()


def test_the_main_job_runs_from_the_wheel(
    environment: Path, commit_example: Callable[[str, Path], Path], tmp_path: Path
) -> None:
    commit_example("support-desk", tmp_path)
    finished = run(
        environment / "bin" / "aigov", "check", "support-desk", "--as-of", "2026-11-23", cwd=tmp_path, check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    results = json.loads((tmp_path / "aigov-out" / "results.json").read_text())
    assert {bundle["framework"] for bundle in results["engine"]["bundles"]} == {
        path.stem for path in (ROOT / "bundles").glob("*.toml")
    }
    assert results["gate"]["passed"]
    bom = json.loads((tmp_path / "aigov-out" / "aibom.cdx.json").read_text())
    assert bom["bomFormat"] == "CycloneDX"
