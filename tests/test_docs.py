"""What the documents say is so: links lead somewhere, commands parse, paths exist, and what is listed is what there is.

Commands are parsed by the program's own parser and not run. Recipes that must run (openssl, cosign) and tables of
single modules are tested where these are.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
import yaml

from aigov.cli import cli
from aigov.declarations import parse_declarations
from aigov.errors import AigovError, EngineError, EvidenceError, UsageError

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md") for path in ROOT.glob(pattern))
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?:^ {4}\S.*\n)+", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
ABSENT_BY_NATURE = ("aigov-out/", ".tools/", ".venv/", "aigov/_shipped/", "aigov/catalogue/data/acme.toml")
"""What only a run or a wheel holds, and the file that the catalogue's page tells how to write."""


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@cache
def text_of(page: Path) -> str:
    return page.read_text()


def prose_of(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for _, language, body in FENCE.findall(text_of(page)) if language in languages]


each_page = pytest.mark.parametrize("page", PAGES, ids=page_id)


# Links


def anchors(page: Path) -> set[str]:
    """Names that GitHub gives to headings: lower case, without punctuation, blanks as hyphens."""
    headings = re.findall(r"^#+ (.+)$", prose_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[tuple[Path, str]]:
    for target in LINK.findall(prose_of(page)):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in links(page):
        assert target.exists(), f"{page_id(page)} links to {target}"
        assert not anchor or anchor in anchors(target), f"{page_id(page)} links to #{anchor} of {target.name}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for target, _ in links(page):
            waiting += sorted(target.glob("*.md")) if target.is_dir() else [target] if target.suffix == ".md" else []
    assert not {page_id(page) for page in PAGES if page.is_relative_to(ROOT / "docs")} - {*map(page_id, reached)}


# Commands


def command_lines(page: Path) -> Iterator[list[str]]:
    """Every ``aigov …`` of the code blocks of a page, without comments and prompts, split as a shell does."""
    shell = [*blocks(page, "", "sh", "yaml"), *INDENTED.findall(prose_of(page))]
    for line in "\n".join(shell).splitlines():
        for part in re.split(r"&&|\|\||[;|]", re.sub(r"^\s*(?:- run: |\$ )?", "", line)):
            words = shlex.split(part.split(" …")[0], comments=True) if re.search(r"\baigov \w", part) else []
            while words and (words[0].startswith("/usr/bin/") or words[0] == "-v"):
                del words[0]  # `/usr/bin/time -v aigov …`
            if words and Path(words[0]).name == "aigov":
                yield words[1:]


def parse(words: list[str]) -> None:
    """Read the words of a command line as the program does, and run nothing."""
    command: click.Command = cli
    context: click.Context | None = None
    while isinstance(command, click.Group):
        context = command.make_context(command.name or "aigov", list(words), parent=context)
        _, found, words = command.resolve_command(context, [*context._protected_args, *context.args])
        assert found
        command = found
    command.make_context(command.name or "", list(words), parent=context)


@each_page
def test_commands_in_blocks_parse(page: Path) -> None:
    for words in command_lines(page):
        try:
            parse(words)
        except click.ClickException as error:
            pytest.fail(f"{page_id(page)}: aigov {' '.join(words)}: {error.format_message()}")


def test_commands_are_found_at_all() -> None:
    found = {words[0] for words in command_lines(ROOT / "README.md")}
    assert found >= {"check", "init", "policy", "verify", "keygen", "sign"}


@pytest.mark.parametrize("line", ["check . --no-such-option", "no-such-command", "sign aigov-out", "policy pull"])
def test_what_the_program_does_not_know_is_noticed(line: str) -> None:
    with pytest.raises(click.ClickException):
        parse(line.split())


@each_page
def test_commands_in_sentences_exist(page: Path) -> None:
    for code in CODE.findall(prose_of(page)):
        words = code.split()
        if words[0] != "aigov" or len(words) == 1 or words[1].startswith("-"):
            continue
        command: click.Command = cli
        for word in words[1:]:
            if isinstance(command, click.Group):
                found = command.get_command(click.Context(command), word)
                assert found, f"{page_id(page)}: {code}"
                command = found
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, f"{page_id(page)}: {code}"


@each_page
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^ *|`)make ([a-z-]+)", text_of(page), re.MULTILINE))
    assert named <= targets


# Paths and facts


@each_page
def test_paths_exist(page: Path) -> None:
    """Paths in the text that begin at a folder of the tree, or name a file of its top."""
    tops = {path.name for path in ROOT.iterdir() if path.is_dir()}
    for code in CODE.findall(prose_of(page)):
        path = code.partition(" ")[0].rstrip(",.")
        if "/" not in path or path.partition("/")[0] not in tops or path.startswith(ABSENT_BY_NATURE):
            continue
        pattern = re.sub(r"<[^>]+>|\{[^}]+\}", "*", path).rstrip("/")
        if page.parent.parent == ROOT / "examples" or pattern == "policies/*/*_test.rego":
            continue
        assert any(ROOT.glob(pattern)), f"{page_id(page)}: {code}"


def test_exit_codes_are_those_of_the_code() -> None:
    rows = dict(re.findall(r"^\| (\d) \| (.+) \|$", text_of(ROOT / "README.md"), re.MULTILINE))
    assert set(rows) == {"0", "1", *(str(error.exit_code) for error in AigovError.__subclasses__())}
    for error, word in ((UsageError, "usage"), (EngineError, "engine"), (EvidenceError, "signing")):
        assert word in rows[str(error.exit_code)]
        assert f"{error.exit_code} {word}" in (cli.help or "")


def test_the_example_of_aigov_yaml_loads() -> None:
    (example,) = blocks(ROOT / "docs" / "declarations.md", "yaml")
    declarations = parse_declarations(example.encode(), "docs/declarations.md")
    said = declarations.to_policy_input()
    assert all(said[part] for part in ("system", "owners", "providers", "models", "attestations"))
    assert declarations.waivers


def test_the_workflow_is_one() -> None:
    (text,) = blocks(ROOT / "README.md", "yaml")
    (job,) = yaml.safe_load(text)["jobs"].values()
    folders = {step["with"]["path"] for step in job["steps"] if "uses" in step}
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert folders == {"app", "aigov"}
    assert any("aigov check app" in command for command in commands)
    lock = next(word for word in shlex.split(" ".join(commands)) if word.endswith(".lock"))
    assert (ROOT / lock.removeprefix("aigov/")).is_file()


@pytest.mark.parametrize("page", ["docs/policies.md", "CHANGELOG.md"])
def test_counts_of_controls_are_those_of_the_bundles(page: str) -> None:
    text = re.sub(r"\s+", " ", text_of(ROOT / page))
    for name, file in (("NIST AI RMF", "nist-ai-rmf"), ("ISO/IEC 42001", "iso-42001"), ("EU AI Act", "eu-ai-act")):
        rows = tomllib.loads((ROOT / "bundles" / f"{file}.toml").read_text())["controls"]
        kinds = Counter(row["kind"] for row in rows)
        automated, declared, manual = kinds["automated"], kinds["declared"], kinds["manual"]
        as_table = rf"{name}[^|]*\| {len(rows)} \| {automated} \| {declared} \| {manual} \|"
        as_words = rf"{name}[^(]*\({automated} [^()]*{declared}[^()]* of {len(rows)}\)"
        assert re.search(as_table, text) or re.search(as_words, text), f"{page}: {name}, {len(rows)}, {kinds}"


def test_dependencies_are_those_of_the_lock_file() -> None:
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    direct = {re.split(r"[<>=!~\[ ;]", requirement)[0] for requirement in project["dependencies"]}
    listed: dict[str, str] = {}
    for names, versions in re.findall(
        r"^\| ([a-z][^|]*) \| ([\d., ]+) \|", text_of(ROOT / "docs/dependencies.md"), re.M
    ):
        first, *others = names.split(", ")
        spelled = [first, *(first.rpartition("-")[0] + other for other in others)]
        listed |= dict(zip(spelled, versions.split(", "), strict=True))
    assert listed == {name: locked[name] for name in direct}


def test_no_page_tells_to_install_a_package_of_that_name() -> None:
    """The name belongs to somebody else in the Python registry."""
    for page in PAGES:
        assert not re.search(r"pip[x]? install (?:--?\S+ )*aigov\b(?!/)", text_of(page)), page_id(page)


def test_the_readme_stays_short() -> None:
    lines = text_of(ROOT / "README.md").splitlines()
    assert len(lines) <= 130
