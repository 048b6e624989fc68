"""Settings in YAML, JSON, TOML, INI and Java properties as trees that remember lines.

What breaks its format is read line by line: half of the settings in public repositories are templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml

_SAMPLE = re.compile(r"\.(?:(?:[\w-]+[_-])?(?:example|sample|template)|dist|tmpl|tpl|default|j2|in)$", re.IGNORECASE)
_PROPERTY = re.compile(r"\s*((?:\\.|[^\\\s=:#!])(?:\\.|[^\\\s=:])*)\s*[=:\s]\s*(.*)")
_SECTION = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]?\]\s*(?:[#;].*)?")
_OPTION = re.compile(r"\s*([\w.:/\"'-]+)\s*[=:]\s*(.*)")
_LOOSE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:- +)*)(?:(?P<key>\"[^\"]+\"|'[^']+'|[\w.@/-]+)\s*[:=](?:\s+|$))?(?P<value>.*)"
)
_COMMENT = re.compile(r"\s[#;]\s.*$")
_PROFILE_SCOPES = re.compile(r"(?:^|[._-])(?:tests?|testing|e2e|integration-test|mock)(?:[._-]|$)", re.IGNORECASE)
_MOST_KEYS = 24
"""Parts of one dotted key."""


def extension_of(path: str) -> str:
    """``yml``, ``json``, …, whatever a sample's name adds: ``config.yml.example``."""
    return _SAMPLE.sub("", path.rpartition("/")[2]).rpartition(".")[2].lower()


def settings_scope(path: str) -> Scope:
    """Scope of a settings file: its folder's; ``application-test.yml`` configures tests."""
    scope = manifest_scope(path)
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return "test" if scope == "app" and _PROFILE_SCOPES.search(stem) else scope


def parse_settings(path: str, text: str) -> list[Node]:
    """One tree for each document of the file. Dotted keys of Java properties are trees, too."""
    extension = extension_of(path)
    if extension == "properties":
        return [_properties(text)]
    if extension in ("ini", "cfg", "conf"):
        return [_sections(text)]
    try:
        if extension in ("json", "jsonc", "json5"):
            return [parse_json(text)]
        return [parse_toml(text)] if extension == "toml" else parse_yaml(text)
    except SyntaxFault:
        return [_sections(text) if extension == "toml" else _loose(text)]


def _properties(text: str) -> Node:
    """Java properties: ``java.util.Properties.load`` describes the format."""
    root = Node({}, 1)
    joined, start = "", 1
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.lstrip()
        if not joined and line[:1] in ("", "#", "!"):
            continue
        start = start if joined else number
        joined += line
        if len(joined) - len(joined.rstrip("\\")) & 1:
            joined = joined[:-1]
            continue
        if found := _PROPERTY.fullmatch(joined):
            key = re.sub(r"\\(.)", r"\1", found[1])
            _place(root, key.split(".", _MOST_KEYS), re.sub(r"\\([:=# \\])", r"\1", found[2]).rstrip(), start)
        joined = ""
    return root


def _sections(text: str) -> Node:
    """INI and what resembles it: sections, ``name = value``."""
    root = Node({}, 1)
    table = root
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip()[:1] in ("", "#", ";"):
            continue
        if header := _SECTION.fullmatch(line):
            names = [part.strip("\"' ") for part in header[1].split(".", _MOST_KEYS)]
            table = _place(root, names, None, number)
        elif option := _OPTION.fullmatch(line):
            _place(table, [option[1].strip("\"'")], _plain(option[2]), number)
    return root


def _place(root: Node, keys: list[str], value: str | None, line: int) -> Node:
    """Put a value, or a mapping where there is none, below ``keys``; what stands in the way is kept under ``""``."""
    node = root
    for key in keys if value is None else keys[:-1]:
        members = node.value
        assert isinstance(members, dict)
        below = members.setdefault(key, Node({}, line))
        if not isinstance(below.value, dict):
            below = members[key] = Node({"": below}, below.line)
        node = below
    if value is not None and isinstance(node.value, dict):
        known = node.value.get(keys[-1])
        if known is not None and isinstance(known.value, dict):
            known.value[""] = Node(value, line)
        else:
            node.value[keys[-1]] = Node(value, line)
    return node


def _plain(text: str) -> str:
    text = text.strip()
    if text[:1] in ("'", '"'):
        end = text.find(text[0], 1)
        return text[1:end] if end > 0 else text[1:]
    return _COMMENT.sub("", text).rstrip(" ,")


def _loose(text: str) -> Node:
    """YAML or JSON with a template's marks in it: nesting by indentation, one ``key: value`` a line."""
    root = Node({}, 1)
    stack: list[tuple[int, Node]] = [(-1, root)]
    for number, found in _loose_lines(text):
        indent = len(found["indent"].expandtabs(2)) + len(found["dash"])
        while len(stack) > 1 and stack[-1][0] >= indent:
            stack.pop()
        above = stack[-1][1]
        if found["dash"] or found["key"] is None:
            # Elements of sequences become members under their line: a second model must not replace the first.
            above = _place(above, [f"[{number}]"], None, number)
            stack.append((indent - 1, above))
        if found["key"] is None:
            if isinstance(above.value, dict):
                above.value[""] = Node(_plain(found["value"]), number)
            continue
        key, value = found["key"].strip("\"'"), _plain(found["value"])
        if value in ("", "{", "[", "|", ">", "|-", ">-"):
            if len(stack) < _MOST_KEYS:
                stack.append((indent, _place(above, [key], None, number)))
        else:
            _place(above, [key], value, number)
    return root


def _loose_lines(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#}]" or stripped.startswith(("{{", "{%", "//", "---", "<%")):
            continue
        if found := _LOOSE.fullmatch(line.rstrip(" ,")):
            yield number, found
