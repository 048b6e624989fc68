"""One Python requirement: PEP 508, and the forms that pip accepts beside it."""

from __future__ import annotations

import re

from packaging.requirements import InvalidRequirement
from packaging.requirements import Requirement as Pep508
from packaging.specifiers import SpecifierSet
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from aigov.model import Scope
from aigov.scan.facts.manifests.records import Requirement, canonical, without_credentials

_NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*?)\s*(?:\[([^\]]*)\])?\s*(?=$|[=<>!~;@(])(.*)", re.DOTALL)
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[([^\]]*)\])?")
_LOCAL = re.compile(r"\.{0,2}/|~|[A-Za-z]:\\|\.$|file:", re.IGNORECASE)
_VCS = re.compile(r"(?:git|hg|svn|bzr)\+", re.IGNORECASE)
_URL = re.compile(r"(?:git|hg|svn|bzr)\+|https?://", re.IGNORECASE)


def read_requirement(text: str, line: int, scope: Scope, *, compiled: bool = False) -> Requirement | None:
    """The requirement that ``text`` states; None for a local path, which is first-party code.

    :raises ValueError: no requirement, not even by lenient reading.
    """
    text = text.strip()
    if _LOCAL.match(text):
        return None
    if _URL.match(text):
        return _from_url(text, line, scope)
    try:
        parsed = Pep508(text)
    except (InvalidRequirement, RecursionError) as error:
        return _lenient(text, line, scope, error)
    if parsed.url and _LOCAL.match(parsed.url):
        return None
    return Requirement(
        ecosystem="pypi",
        name=canonical(parsed.name),
        line=line,
        scope=scope,
        version=_from_url(parsed.url, line, scope).version if parsed.url else exact_version(parsed.specifier),
        constraint=without_credentials(parsed.url) if parsed.url else _constraint(text, parsed),
        extras=tuple(sorted(canonical(extra) for extra in parsed.extras)),
        compiled=compiled,
    )


def exact_version(specifier: SpecifierSet) -> str | None:
    """The one version that ``specifier`` allows, if it names it."""
    for clause in specifier:
        if clause.operator == "===" or (clause.operator == "==" and not clause.version.endswith(".*")):
            return clause.version
    return None


def _constraint(text: str, parsed: Pep508) -> str | None:
    """The version range as written: packaging would sort its clauses."""
    found = _NAME.match(text)
    written = found[3].partition(";")[0].strip().strip("()").strip() if found else str(parsed.specifier)
    return written or None


def _from_url(text: str, line: int, scope: Scope) -> Requirement:
    extras: tuple[str, ...] = ()
    if found := _EGG.search(text):
        name, listed = found[1], found[2] or ""
        extras = tuple(sorted(canonical(extra.strip()) for extra in listed.split(",") if extra.strip()))
        version = None
    else:
        name, version = _named(text)
    return Requirement(
        ecosystem="pypi",
        name=canonical(name),
        line=line,
        scope=scope,
        version=version,
        constraint=without_credentials(text.partition(" ")[0]),
        extras=extras,
    )


def _named(url: str) -> tuple[str, str | None]:
    """The name and the version an address ends in; a tag or a commit of a repository is no version of the index."""
    path = url.partition("#")[0].partition("?")[0].partition(" ")[0].rstrip("/")
    base = path.rpartition("/")[2]
    if _VCS.match(url):
        # After the host: a login before it has an "@" of its own, and a branch may hold slashes ("@release/2.1").
        repository = (path.partition("://")[2] or path).partition("/")[2].partition("@")[0].rstrip("/")
        return repository.rpartition("/")[2].removesuffix(".git") or base, None
    try:
        wheel = parse_wheel_filename(base)
        return str(wheel[0]), str(wheel[1])
    except InvalidWheelFilename:
        archive = re.fullmatch(r"(.+?)-(\d[\w.!+]*)", re.sub(r"\.(?:tar\.gz|tar\.bz2|zip|tgz)$", "", base))
    return (archive[1], archive[2]) if archive else (re.sub(r"(?:\.git)?(?:@.*)?$", "", base), None)


def _lenient(text: str, line: int, scope: Scope, error: Exception) -> Requirement:
    found = _NAME.fullmatch(text)
    if not found:
        raise ValueError(str(error).splitlines()[0]) from error
    return Requirement(
        ecosystem="pypi",
        name=canonical(found[1]),
        line=line,
        scope=scope,
        constraint=without_credentials(found[3].partition(";")[0].strip()) or None,
        extras=tuple(sorted(canonical(extra.strip()) for extra in (found[2] or "").split(",") if extra.strip())),
    )
