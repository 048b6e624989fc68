"""Real trees and real git: what is listed, what is left, and what a hostile repository cannot do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.errors import UsageError
from aigov.scan import git
from aigov.scan.discover import Limits, discover
from aigov.scan.files import Discovered

Tree = Callable[[dict[str, str]], Path]

GIT_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{role}_NAME": "Ada" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "ada@example.org" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_DATE": "2026-11-20T09:00:00+00:00" for role in ("AUTHOR", "COMMITTER")},
}
COMMIT_TIME = 1_795_165_200


def run_git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=GIT_ENVIRONMENT, check=True, capture_output=True)


def commit(folder: Path) -> None:
    run_git(folder, "init", "-q", "-b", "main")
    run_git(folder, "add", "-A")
    run_git(folder, "commit", "-q", "-m", "start", "--no-verify")


@pytest.fixture(autouse=True)
def _no_outer_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    root = tmp_path / "root"

    def make(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        root.mkdir(exist_ok=True)
        return root

    return make


def paths(found: Discovered) -> list[str]:
    return [file.path for file in found.files]


def test_git_lists_tracked_and_untracked_files_but_no_ignored_ones(tree: Tree) -> None:
    root = tree({"b.py": "", "a/ä b.py": "", ".gitignore": "*.log\n", "x.log": "", "gone.py": ""})
    commit(root)
    (root / "new.py").write_text("")
    (root / "gone.py").unlink()
    found = discover(root)
    assert found.listing == "git"
    assert paths(found) == [".gitignore", "a/ä b.py", "b.py", "new.py"]
    assert [file.path for file in found.files if not file.tracked] == ["new.py"]


def test_a_subfolder_of_a_repository_is_that_subfolder(tree: Tree) -> None:
    root = tree({"top.py": "", "services/api/main.py": "", "services/web/index.ts": ""})
    commit(root)
    found = discover(root / "services" / "api")
    assert paths(found) == ["main.py"]
    assert found.subject.name == "api"
    assert found.subject.commit is not None


def test_a_folder_that_git_ignores_is_walked(tree: Tree) -> None:
    root = tree({"a.py": "", ".gitignore": "scratch/\n", "scratch/b.py": ""})
    commit(root)
    found = discover(root / "scratch")
    assert (found.listing, paths(found), found.subject.commit) == ("walk", ["b.py"], None)
    assert found.problems[0].message.startswith("git ignores this folder")


def test_nested_repositories_and_submodules_are_part_of_the_tree(tree: Tree) -> None:
    root = tree({"a.py": "", "nested/b.py": "", "nested/.gitignore": "c.py\n", "nested/c.py": ""})
    commit(root / "nested")
    commit(root)
    assert paths(discover(root)) == ["a.py", "nested/.gitignore", "nested/b.py"]


def test_a_submodule_that_is_not_checked_out_is_a_visible_gap(tree: Tree) -> None:
    root = tree({"a.py": ""})
    commit(root)
    run_git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},libs/inner")
    (root / "libs" / "inner").mkdir(parents=True)
    found = discover(root)
    assert [(left.path, left.reason) for left in found.left] == [("libs/inner", "unreadable")]


def test_a_worktree_whose_git_is_a_file_is_a_repository(tree: Tree, tmp_path: Path) -> None:
    root = tree({"a.py": ""})
    commit(root)
    run_git(root, "worktree", "add", "-q", "--detach", str(tmp_path / "other"))
    assert (tmp_path / "other" / ".git").is_file()
    assert discover(tmp_path / "other").listing == "git"


def test_walk_honours_ignore_files_deepest_and_last_rule_first(tree: Tree) -> None:
    root = tree(
        {
            ".gitignore": "*.log\nbuild/\n/only-here.py\n",
            ".ignore": "data/\n",
            ".aigovignore": "secret.py\n",
            "sub/.gitignore": "!keep.log\n",
            "a.log": "",
            "sub/keep.log": "",
            "sub/other.log": "",
            "sub/only-here.py": "",
            "only-here.py": "",
            "build/x.py": "",
            "data/y.py": "",
            "sub/secret.py": "",
            "__pycache__/a.pyc": "",
        }
    )
    found = discover(root)
    assert paths(found) == [
        ".aigovignore",
        ".gitignore",
        ".ignore",
        "sub/.gitignore",
        "sub/keep.log",
        "sub/only-here.py",
    ]
    assert [file.path for file in found.ignored] == [
        "a.log",
        "build/x.py",
        "data/y.py",
        "only-here.py",
        "sub/other.log",
        "sub/secret.py",
    ]


def test_what_is_ignored_and_installed_is_not_even_listed(tree: Tree) -> None:
    found = discover(tree({"a.py": "", ".gitignore": "node_modules/\n", "node_modules/openai/index.js": ""}))
    assert (paths(found), found.ignored) == ([".gitignore", "a.py"], ())


@pytest.mark.parametrize("in_git", [True, False])
def test_aigovignore_is_honoured_and_reported(tree: Tree, in_git: bool) -> None:
    root = tree({"a.py": "", "legacy/b.py": "", "legacy/c.py": "", ".aigovignore": "legacy/\n"})
    if in_git:
        commit(root)
    found = discover(root)
    assert paths(found) == [".aigovignore", "a.py"]
    assert [file.path for file in found.ignored] == ["legacy/b.py", "legacy/c.py"]
    assert [(problem.reason, problem.message) for problem in found.problems] == [
        ("ignored", "2 files left out by .aigovignore, for instance legacy/b.py")
    ]


def test_a_malformed_ignore_line_ignores_nothing(tree: Tree) -> None:
    assert "a.py" in paths(discover(tree({"a.py": "", ".gitignore": "!\n\\\n[z-a]\n"})))


@pytest.mark.parametrize("in_git", [True, False])
def test_links_are_counted_once_and_never_followed_out(tree: Tree, tmp_path: Path, in_git: bool) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.py").write_text("import openai")
    root = tree({"a.py": "", "sub/b.py": ""})
    (root / "same.py").symlink_to("a.py")
    (root / "out.py").symlink_to(tmp_path / "outside" / "secret.py")
    (root / "outdir").symlink_to(tmp_path / "outside")
    (root / "indir").symlink_to("sub")
    (root / "nowhere.py").symlink_to("missing.py")
    (root / "loop.py").symlink_to("loop.py")
    if in_git:
        commit(root)
    found = discover(root)
    assert paths(found) == ["a.py", "sub/b.py"]
    assert [(left.path, left.reason) for left in found.left] == [("out.py", "outside-root"), ("outdir", "outside-root")]


def test_devices_and_odd_names_do_not_stop_the_listing(tree: Tree) -> None:
    root = tree({"a.py": "", "new\nline.py": ""})
    os.mkfifo(root / "pipe.py")
    (Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.py"))).write_text("")
    found = discover(root)
    assert paths(found) == ["a.py", "new\nline.py"]
    assert [(left.path, left.reason) for left in found.left] == [("caf\\xe9.py", "unreadable")]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(files=2), "more than 2 files"),
        (Limits(total_bytes=5), "more than 5 bytes"),
        (Limits(depth=1), "folders nested more than 1 deep"),
    ],
)
def test_bounds_end_the_walk_and_are_named(tree: Tree, limits: Limits, reason: str) -> None:
    found = discover(tree({"a.py": "1234", "b.py": "1234", "c/d/e.py": "1"}), limits=limits)
    assert found.truncated == reason
    assert len(found.files) <= 2


def test_own_output_and_excluded_places_are_no_part_of_the_subject(tree: Tree) -> None:
    root = tree({"a.py": "", "aigov-out/aibom.cdx.json": "{}", "results/x.json": "{}"})
    commit(root)
    assert paths(discover(root, exclude=[root / "results"])) == ["a.py"]


def test_subject_of_a_repository(tree: Tree) -> None:
    root = tree({"pyproject.toml": '[project]\nname = "Shop_Desk"\nversion = "1.2"\ndescription = "Sells."\n'})
    commit(root)
    subject = discover(root).subject
    assert (subject.name, subject.version, subject.description) == ("Shop_Desk", "1.2", "Sells.")
    assert subject.purl == "pkg:pypi/shop-desk@1.2"
    assert (subject.dirty, subject.timestamp) == (False, COMMIT_TIME)
    assert subject.commit is not None
    assert len(subject.commit) == 40


@pytest.mark.parametrize(
    ("files", "name", "purl"),
    [
        ({"package.json": '{"name": "@acme/shop", "version": "1.0.0"}'}, "@acme/shop", "pkg:npm/%40acme/shop@1.0.0"),
        ({"package.json": '{"name": "shop", "private": true}'}, "shop", None),
        ({"setup.cfg": "[metadata]\nname = shop\nversion = attr: shop.__version__\n"}, "shop", "pkg:pypi/shop"),
        ({"go.mod": "module example.org/acme/shop\n"}, "example.org/acme/shop", "pkg:golang/example.org/acme/shop"),
        ({"pyproject.toml": "[tool.poetry]\nname = 'shop'\npackage-mode = false\n"}, "shop", None),
        ({"pyproject.toml": "not toml", "package.json": "[1"}, "root", None),
        ({"a.py": ""}, "root", None),
    ],
)
def test_name_and_purl(tree: Tree, files: dict[str, str], name: str, purl: str | None) -> None:
    subject = discover(tree(files)).subject
    assert (subject.name, subject.purl) == (name, purl)


@pytest.mark.parametrize(
    "url",
    [
        "https://user:hunter2@git.example.org/acme/shop.git",
        "git@git.example.org:acme/shop.git",
        "ssh://git@h/acme/shop/",
    ],
)
def test_the_remote_names_a_repository_without_a_manifest(tree: Tree, url: str) -> None:
    root = tree({"a.py": ""})
    commit(root)
    run_git(root, "remote", "add", "origin", url)
    assert discover(root).subject.name == "shop"


def test_dirty_means_other_content_than_the_commit(tree: Tree) -> None:
    root = tree({"a.py": "x = 1\n", "b.py": ""})
    commit(root)
    os.utime(root / "a.py", (1, 1))
    assert not discover(root).subject.dirty
    (root / "a.py").write_bytes(b"x = 1\r\n")
    assert not discover(root).subject.dirty, "line endings are git's to convert"
    (root / "a.py").write_text("x = 2\n")
    assert discover(root).subject.dirty
    (root / "a.py").write_text("x = 1\n")
    (root / "new.py").write_text("")
    assert discover(root).subject.dirty
    (root / "new.py").unlink()
    (root / "b.py").unlink()
    assert discover(root).subject.dirty


def test_source_date_epoch_wins(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({"a.py": ""})
    assert discover(root).subject.timestamp == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert discover(root).subject.timestamp == 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH=yesterday"):
        discover(root)


def test_a_repository_without_a_commit_has_files_and_no_commit(tree: Tree) -> None:
    root = tree({"a.py": ""})
    run_git(root, "init", "-q")
    found = discover(root)
    assert (found.listing, paths(found), found.subject.commit, found.subject.dirty) == ("git", ["a.py"], None, False)


def test_configuration_of_a_hostile_repository_runs_nothing(tree: Tree, tmp_path: Path) -> None:
    root = tree({"a.py": "x\n", ".gitattributes": "* filter=evil\n"})
    commit(root)
    witness = tmp_path / "witness"
    evil = tmp_path / "evil.sh"
    evil.write_text(f"#!/bin/sh\ntouch {witness}\ncat\n")
    evil.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "gpg.program",
        "filter.evil.clean",
        "filter.evil.process",
        "diff.external",
    ):
        run_git(root, "config", key, str(evil))
    run_git(root, "config", "log.showSignature", "true")
    (root / "a.py").write_text("y\n")
    os.utime(root / ".gitattributes", (1, 1))
    witness.unlink(missing_ok=True)
    assert discover(root).subject.dirty
    assert not witness.exists()


def test_without_git_the_folder_is_walked_and_that_is_said(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({"a.py": "", ".gitignore": "b.py\n", "b.py": ""})
    commit(root)
    monkeypatch.setenv("PATH", str(root))
    found = discover(root)
    assert (found.listing, paths(found)) == ("walk", [".gitignore", "a.py"])
    assert found.problems[0].message.startswith("git is not installed")


def test_a_repository_of_another_user_is_walked_and_that_is_said(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({"a.py": ""})
    commit(root)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(git, "_environment", lambda: dict(os.environ))
    found = discover(root)
    assert (found.listing, paths(found)) == ("walk", ["a.py"])
    assert "another user owns the repository" in found.problems[0].message


def test_a_git_hook_does_not_point_the_scan_elsewhere(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({"a.py": ""})
    commit(root)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert paths(discover(root)) == ["a.py"]


def test_bad_roots_are_usage_errors_with_a_remedy(tree: Tree) -> None:
    root = tree({"a.py": ""})
    (root / "empty").mkdir()
    for path, what in (
        (root / "missing", "does not exist"),
        (root / "a.py", "is a file, not a folder"),
        (root / "empty", "nothing to scan"),
    ):
        with pytest.raises(UsageError, match=what) as caught:
            discover(path)
        assert caught.value.fix
        assert caught.value.where == str(path)


def test_what_a_sparse_checkout_leaves_out_is_not_seen_and_no_change(tree: Tree) -> None:
    root = tree({"app/a.py": "", "lib/b.py": "import openai"})
    commit(root)
    run_git(root, "sparse-checkout", "set", "app")
    found = discover(root)
    assert not found.subject.dirty
    assert [(left.path, left.reason) for left in found.left] == [("lib/b.py", "unreadable")]
    assert "sparse checkout" in found.left[0].message
    (root / "lib").mkdir()
    (root / "lib/b.py").write_text("import anthropic")
    changed = discover(root)
    assert changed.subject.dirty, "the mark that a file is not checked out hides no change of one that is"
    assert paths(changed) == ["app/a.py", "lib/b.py"]
