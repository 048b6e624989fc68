"""Where an SDK's source is: a git repository, or a package of sources in a registry."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

_HERE = Path(__file__).resolve().parent
_NO_CODE = frozenset(("test", "tests", "testing", "sample", "samples", "example", "examples", "demo", "demos", "docs"))


class NotThereError(Exception):
    """The source is not on this machine, and was not to be fetched, or could not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One row of ``<ecosystem>.toml``."""

    package: str
    """For people: the name that the report prints."""
    entries: tuple[str, ...]
    """The catalogue's entries whose rules this source can prove."""
    git: str = ""
    """``owner/name`` at GitHub."""
    ref: str = "HEAD"
    """Tag or commit, for symbols that only an old version has."""
    paths: tuple[str, ...] = ()
    """Beginnings of the paths that count; empty for all but tests, samples and documentation."""
    prefix: str = ""
    """What stands before its names in the catalogue, where its files do not say it: a module of Swift or Go."""
    crate: str = ""
    """``name:version`` of a crate."""
    module: str = ""
    """``path@version`` of a Go module."""
    maven: str = ""
    """``group:artifact:version`` of a jar of sources."""


def sources(ecosystem: str) -> list[Source]:
    """The rows of ``<ecosystem>.toml``, in its order.

    A repository of many packages has ``parts`` for ``entries`` and ``paths``: for each entry, where its package is.
    """
    document: dict[str, Any] = tomli.loads((_HERE / f"{ecosystem}.toml").read_text(encoding="utf-8"))
    return [source for row in document["source"] for source in _parts(row)]


def _parts(row: dict[str, Any]) -> Iterator[Source]:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key != "parts"}
    if "entries" in plain:
        yield Source(**plain)
    for entry, paths in row.get("parts", {}).items():
        yield Source(**{**plain, "entries": (entry,), "paths": tuple(paths)})


def open_source(
    source: Source, folder: Path, wants: Callable[[str], bool], fetch: bool
) -> tuple[str, Iterator[tuple[str, bytes]]]:
    """The version of a source, and its files with their paths.

    :param wants: which paths are read.
    :param folder: holds ``owner+name`` for each repository, a clone or a bare one, and the jars of sources.
    :param fetch: whether what is missing is fetched, over the network.
    :raises NotThereError: it is missing.
    """
    if source.maven:
        jar = _jar(source.maven, folder, fetch)
        return source.maven.rpartition(":")[2], _zipped(jar, wants)
    if source.crate or source.module:
        unpacked = _crate(source.crate, folder, fetch) if source.crate else _module(source.module, folder, fetch)
        return (source.crate or source.module).rpartition("@" if source.module else ":")[2], _kept(
            unpacked, source, wants
        )
    tree = folder / source.git.replace("/", "+")
    if not tree.exists():
        if not fetch:
            raise NotThereError(f"no {tree.name} in {folder}")
        _run("git", "clone", "--quiet", "--filter=blob:none", "--no-checkout", f"https://github.com/{source.git}", tree)
    version = _git(tree, "describe", "--tags", "--always", source.ref).decode().strip()
    day = _git(tree, "log", "-1", "--format=%cs", source.ref).decode().strip()
    return f"{version} of {day}", _committed(tree, source, wants)


def _jar(coordinates: str, folder: Path, fetch: bool) -> Path:
    _, artifact, version = coordinates.split(":")
    jar = folder / f"{artifact}-{version}-sources.jar"
    if not jar.exists():
        if not fetch:
            raise NotThereError(f"no {jar.name} in {folder}")
        wanted = f"-Dartifact={coordinates}:jar:sources"
        _run("mvn", "-q", "-B", "dependency:copy", wanted, f"-DoutputDirectory={folder}")
    return jar


def _crate(coordinates: str, folder: Path, fetch: bool) -> Path:
    name, _, version = coordinates.partition(":")
    unpacked = folder / "crates" / f"{name}-{version}"
    if not unpacked.exists():
        if not fetch:
            raise NotThereError(f"no {unpacked.name} in {folder}/crates")
        with tempfile.TemporaryDirectory() as project:
            manifest = f'[package]\nname = "empty"\nversion = "0.0.0"\n[dependencies]\n{name} = "={version}"\n'
            (Path(project) / "Cargo.toml").write_text(manifest)
            (Path(project) / "src").mkdir()
            (Path(project) / "src/lib.rs").touch()
            vendor = Path(project) / "vendor"
            place = Path(project) / "Cargo.toml"
            _run("cargo", "vendor", "--quiet", "--versioned-dirs", f"--manifest-path={place}", vendor)
            unpacked.parent.mkdir(exist_ok=True)
            shutil.copytree(vendor / unpacked.name, unpacked)
    return unpacked


def _module(coordinates: str, folder: Path, fetch: bool) -> Path:
    unpacked = folder / "modules" / coordinates.replace("/", "+")
    if not unpacked.exists():
        if not fetch:
            raise NotThereError(f"no {unpacked.name} in {folder}/modules")
        told = json.loads(_run("go", "mod", "download", "-json", coordinates))
        unpacked.parent.mkdir(exist_ok=True)
        shutil.copytree(told["Dir"], unpacked)
    return unpacked


def _kept(unpacked: Path, source: Source, wants: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(unpacked.rglob("*")):
        name = path.relative_to(unpacked).as_posix()
        if path.is_file() and wants(name) and _counts(name, source):
            yield name, path.read_bytes()


def _zipped(jar: Path, wants: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(jar) as archive:
        for name in sorted(filter(wants, archive.namelist())):
            yield name, archive.read(name)


def _committed(tree: Path, source: Source, wants: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    listed = _git(tree, "ls-tree", "-r", "-z", source.ref).decode("utf-8", "replace").split("\0")
    blobs = [(name, head.split()[2]) for head, _, name in (line.partition("\t") for line in listed) if name]
    blobs = [(name, blob) for name, blob in blobs if wants(name) and _counts(name, source)]
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{blob}\n" for _, blob in blobs).encode())
        asked.seek(0)
        batch = subprocess.Popen(["git", "-C", tree, "cat-file", "--batch"], stdin=asked, stdout=subprocess.PIPE)
    with batch:
        assert batch.stdout is not None
        for name, _ in blobs:
            header = batch.stdout.readline().split()
            if header[-1] == b"missing":
                raise NotThereError(f"{name} is missing in {tree}")
            yield name, batch.stdout.read(int(header[2]))
            batch.stdout.read(1)


def _counts(name: str, source: Source) -> bool:
    if source.paths:
        return name.startswith(source.paths)
    return _NO_CODE.isdisjoint(part.lower() for part in name.split("/")[:-1])


def _git(tree: Path, *arguments: str) -> bytes:
    return _run("git", "-C", tree, *arguments)


def _run(*command: str | Path) -> bytes:
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        raise NotThereError(said.decode("utf-8", "replace").strip().splitlines()[-1]) from error
