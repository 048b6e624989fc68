"""Bundler and RubyGems: Gemfile, gems.rb, gemspecs, and their lock files.

https://bundler.io/man/gemfile.5.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Locked,
    Requirement,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.script_text import ScriptText
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

SCRIPT_KIND = "gemfile"
LOCK_KIND = "gemfile-lock"

_SCRIPT = re.compile(r"(?:.*/)?(?:Gemfile(?:\.(?!lock$)\w+)?|gems\.rb|[\w.-]+\.gemfile|[\w.-]+\.gemspec)")
_LOCK = re.compile(r"(?:.*/)?(?:Gemfile[\w.]*\.lock|gems\.locked|[\w.-]+\.gemfile\.lock)")
_GEM = re.compile(
    r"""\s*(?:gem|(?:\w+\.)?(?P<verb>add_(?:runtime_|development_)?dependency))\b\s*(?:\(\s*)?["'](?P<name>[\w.-]+)["']"""
    r"""(?P<rest>[^\n]{0,2000})"""  # an open bracket is looked for to the end
)
_STRING = re.compile(r"""["']([^"']*)["']""")
_VERSION = re.compile(r"\s*(?:[<>=~!]{1,2}\s*)?\d[\w.]*\s*")
_OPTION = re.compile(r"""(?::(\w+)\s*=>|\b(\w+):)\s*(\[[^\]]*\]|%[iw]\[[^\]]*\]|["'][^"']*["']|:\w+|\w+)""")
_GROUP_BLOCK = re.compile(r"\s*group\b(?P<names>[^\n]*?)\bdo\b")
_PATH_BLOCK = re.compile(r"\s*path\b[^\n]*\bdo\b")
_OPENS = re.compile(r"^\s*(?:if|unless|case|begin|while|until|def|class|module)\b|\bdo\b\s*(?:\|[^|\n]*\|)?\s*$")
_WORD = re.compile(r"\w+")
_LOCKED = re.compile(r"    ([\w.-]+) \(([^)\s]+)\)")
_NEEDED = re.compile(r"      ([\w.-]+)(?: \(.*\))?")
_ASKED = re.compile(r"  ([\w.-]+)!?(?: \(.*\))?!?")


def wants_script(path: str) -> bool:
    """Gemfiles of every name, and gem specifications."""
    return _SCRIPT.fullmatch(path) is not None


def wants_lock(path: str) -> bool:
    """What ``bundle install`` writes."""
    return _LOCK.fullmatch(path) is not None


def read_script(document: Document) -> Dependencies:
    """Gems that are named by a literal, without those that are folders of the same repository."""
    script = ScriptText(document.data, hashes=True)
    path_scope = manifest_scope(document.path)
    rows: list[Requirement] = []
    # One entry for each open block: its group where it has one, None where it holds folders of the tree.
    blocks: list[str | None] = []
    for number, line in enumerate(script.text.splitlines(), 1):
        if (found := _GEM.match(line)) and None not in blocks:
            rows.extend(_gem(found, number, [group for group in blocks if group], path_scope))
        if group := _GROUP_BLOCK.match(line):
            blocks.append(_grouped(group["names"]))
        elif _PATH_BLOCK.match(line):
            blocks.append(None)
        elif _OPENS.search(line) and not re.search(r"\bend\b", line):
            blocks.append("")
        elif re.match(r"\s*end\b", line) and blocks:
            blocks.pop()
    return Dependencies(requirements=tuple(rows))


def read_lock(document: Document) -> Dependencies:
    """Every gem; DEPENDENCIES lists the direct ones, and so do the specifications of the tree's own gems (PATH)."""
    section = ""
    rows: dict[str, tuple[str, int, set[str]]] = {}
    own: set[str] = set()
    asked: set[str] = set()
    current: set[str] = set()
    for number, line in enumerate(document.data.decode("utf-8", "replace").splitlines(), 1):
        if line[:1].strip():
            section = line.strip()
        elif section == "DEPENDENCIES" and (direct := _ASKED.fullmatch(line)):
            asked.add(direct[1])
        elif section in ("GEM", "GIT", "PATH") and (gem := _LOCKED.fullmatch(line)):
            current = asked if section == "PATH" else set()
            if section == "PATH":
                own.add(gem[1])
            else:
                # One row for each platform: "1.16.0-x86_64-linux".
                current = rows.setdefault(gem[1], (gem[2].partition("-")[0], number, set()))[2]
        elif section in ("GEM", "GIT", "PATH") and (need := _NEEDED.fullmatch(line)):
            current.add(need[1])
    return Dependencies(
        locked=tuple(
            Locked(
                ecosystem="gem",
                name=name,
                version=version,
                line=line,
                direct=name in asked if asked else None,
                requires=frozenset(needs),
            )
            for name, (version, line, needs) in rows.items()
            if name not in own
        )
    )


def _gem(found: re.Match[str], line: int, groups: list[str], path_scope: Scope) -> Iterator[Requirement]:
    rest = found["rest"]
    options = {symbol or key: value for symbol, key, value in _OPTION.findall(rest)}
    if "path" in options:
        return
    positional = _OPTION.sub("", rest.partition(" if ")[0])
    versions = [text for text in _STRING.findall(positional) if _VERSION.fullmatch(text)]
    constraint = ", ".join(versions) or next(
        (options[key].strip("\"'") for key in ("git", "github", "gitlab") if key in options), ""
    )
    if found["verb"] == "add_development_dependency":
        groups = [*groups, "development"]
    if stated := options.get("group") or options.get("groups"):
        groups = [*groups, _grouped(stated)]
    scopes = {group_scope(group, path_scope) for group in groups if group}
    yield Requirement(
        ecosystem="gem",
        name=found["name"],
        line=line,
        scope=path_scope if not scopes or "app" in scopes else min(scopes),
        version=exact_version("gem", constraint) if versions else None,
        constraint=without_credentials(constraint) or None,
    )


def _grouped(text: str) -> str:
    """One name for the groups of a gem: that of what ships, if one of them does."""
    words: list[str] = _WORD.findall(text)
    names = [word for word in words if word not in ("optional", "true", "false", "do", "i", "w")]
    shipped = [name for name in names if group_scope(name, "app") == "app"]
    return (shipped or names or [""])[0]
