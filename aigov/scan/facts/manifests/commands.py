"""Packages that a command line fetches and runs or installs: ``npx``, ``uvx``, ``docker run``, ``pip install``, …"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from packageurl import PackageURL

from aigov.model import Pinned
from aigov.scan.facts.manifests.package_json import exact_npm_version
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import purl_of

_NPM = re.compile(r"((?:@[\w.-]+/)?[A-Za-z0-9][\w.-]*)(?:@([^\s@]+))?")
_IMAGE = re.compile(r"(?:[\w.-]+(?::\d+)?/)?[a-z0-9][\w./-]*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?")
_DOCKER_FLAGS_WITH_VALUE = frozenset(
    """-e --env --env-file -v --volume --mount --name -p --publish --network --net -w --workdir -u --user --entrypoint
    --platform -h --hostname -l --label --add-host --memory -m --cpus --gpus --pull --restart""".split()  # noqa: SIM905
)
_UV_FLAGS_WITH_VALUE = frozenset(
    ("--python", "-p", "--index-url", "--index", "--extra-index-url", "--with", "--directory")
)
_COMMIT = re.compile(r"@[0-9a-f]{40}(?=$|#)")
_INSTALLS = re.compile(r"\b(?:install|add|i)\b")
"""The verb of every command that installs; taking words apart costs more than looking for it."""
_NPM_RUNNERS = {"npx": 1, "bunx": 1, "pnpx": 1}
_NPM_DLX = {("pnpm", "dlx"), ("yarn", "dlx"), ("npm", "exec"), ("npm", "x"), ("bun", "x"), ("pnpm", "exec")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A package or image that a command fetches."""

    purl: str
    """Without version."""
    version: str | None
    pinned: Pinned
    image: str | None = None
    """Name without tag, where it is a container image."""


def fetched_by(command: Sequence[str]) -> Fetched | None:
    """What a command that runs a package straight from its registry fetches; None for any other command."""
    words = list(command)
    if not words:
        return None
    program = re.sub(r"\.(?:exe|cmd|bat)$", "", words[0].replace("\\", "/").rpartition("/")[2].lower())
    rest = words[1:]
    if program == "cmd" and rest[:1] in (["/c"], ["/C"]):
        return fetched_by(rest[1:])
    if program in _NPM_RUNNERS or (program, *rest[:1]) in _NPM_DLX:
        return _npm(rest if program in _NPM_RUNNERS else rest[1:])
    if program == "uvx" or (program == "uv" and rest[:2] == ["tool", "run"]):
        return _python(rest if program == "uvx" else rest[2:], "--from")
    if program == "pipx" and rest[:1] == ["run"]:
        return _python(rest[1:], "--spec")
    if program in ("docker", "podman", "nerdctl") and "run" in rest[:2]:
        return _docker(rest[rest.index("run") + 1 :])
    return None


def image_of(reference: str) -> Fetched | None:
    """A container image by its reference. Only a digest pins it: a tag can be moved."""
    reference = reference.strip()
    if not _IMAGE.fullmatch(reference):
        return None
    name, _, digest = reference.partition("@")
    head, slash, tail = name.rpartition("/")
    tail, _, tag = tail.partition(":")
    name = head + slash + tail
    registry, _, below = name.partition("/")
    hosted = below and ("." in registry or ":" in registry or registry == "localhost")
    namespace, _, short = (below if hosted else name).rpartition("/")
    if not short:
        return None
    qualifiers = {"repository_url": registry} if hosted and registry != "docker.io" else None
    return Fetched(
        purl=PackageURL("docker", namespace or None, short, None, qualifiers).to_string(),
        version=digest or (tag if tag != "latest" else "") or None,
        pinned="yes" if digest else "no",
        image=name,
    )


def installed_by(script: str) -> Iterator[Fetched]:
    """Packages that ``pip install``, ``uv add``, ``npm install`` and their like name in a shell script."""
    for part in re.split(r"&&|\|\||[;|\n]", script):
        if not _INSTALLS.search(part):
            continue
        try:
            words = shlex.split(part, comments=True)
        except ValueError:
            words = part.split()
        while words and (
            words[0] in ("sudo", "RUN", "exec", "time", "env", "uv", "python", "python3", "-m") or "=" in words[0]
        ):
            words = words[1:]
        verb = tuple(words[:2])
        if re.fullmatch(r"(?:pip[\d.]*|tool|pipx) install|(?:poetry|pdm) add", " ".join(verb)):
            yield from _pip_words(words[2:])
        elif verb[:1] == ("add",):  # of "uv add", whose first word is gone
            yield from _pip_words(words[1:])
        elif verb in (
            ("npm", "install"),
            ("npm", "i"),
            ("npm", "add"),
            ("yarn", "add"),
            ("pnpm", "add"),
            ("bun", "add"),
            ("bun", "install"),
        ):
            for word in words[2:]:
                found = None if word.startswith("-") else _npm([word])
                if found is not None:
                    yield found


def _pip_words(words: list[str]) -> Iterator[Fetched]:
    skip = False
    for word in words:
        if skip or word.startswith("-"):
            skip = not skip and word in (
                "-r",
                "-c",
                "-i",
                "-f",
                "-t",
                "--requirement",
                "--index-url",
                "--extra-index-url",
                "--target",
            )
            continue
        found = _requirement(word)
        if found is not None:
            yield found


def _requirement(word: str) -> Fetched | None:
    asked = word if "://" in word else re.sub(r"@(?=\d|latest$)", "==", word).replace("==latest", "")
    try:
        parsed = read_requirement(asked, 1, "app")
    except ValueError:
        return None
    if parsed is None:
        return None
    pinned = parsed.version is not None or _COMMIT.search(word) is not None
    return Fetched(purl=purl_of("pypi", parsed.name), version=parsed.version, pinned="yes" if pinned else "no")


def _npm(words: list[str]) -> Fetched | None:
    chosen: str | None = None
    for index, word in enumerate(words):
        if word in ("-p", "--package") and index + 1 < len(words):
            chosen = words[index + 1]
        elif word.startswith("--package="):
            chosen = word.partition("=")[2]
        elif not word.startswith("-"):
            chosen = chosen or word
        if chosen:
            break
    found = _NPM.fullmatch(chosen or "")
    if not found:
        return None
    version = exact_npm_version(found[2] or "")
    return Fetched(purl=purl_of("npm", found[1].lower()), version=version, pinned="yes" if version else "no")


def _python(words: list[str], source_flag: str) -> Fetched | None:
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
        elif word == source_flag and index + 1 < len(words):
            return _requirement(words[index + 1])
        elif word.startswith(f"{source_flag}="):
            return _requirement(word.partition("=")[2])
        elif word in _UV_FLAGS_WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return _requirement(word)
    return None


def _docker(words: list[str]) -> Fetched | None:
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in _DOCKER_FLAGS_WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return image_of(word)
    return None
