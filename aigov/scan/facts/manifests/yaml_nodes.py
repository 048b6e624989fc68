"""YAML as a tree of strings, from libyaml's events: no tag is acted on, no object built.

Aliases share one node, so they cost no memory; what they would expand to is bounded all the same, because whoever
walks the tree pays for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node, SyntaxFault

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_MAX_EXPANDED = 2_000_000
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def parse_yaml(text: str, *, functions: bool = False) -> list[Node]:
    """One tree for each document of the stream. Scalars are strings as written; a plain null is None.

    :param functions: read CloudFormation's short forms as the mappings that they stand for: ``!Ref x`` is
        ``{"Ref": "x"}``, ``!Sub x`` is ``{"Fn::Sub": "x"}``. Else tags are passed over.
    :raises SyntaxFault: not YAML, nested too deep, or aliases that multiply.
    """
    try:
        return list(_compose(text, functions))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SyntaxFault(error.problem or "not YAML", mark.line + 1 if mark else None) from error
    except yaml.YAMLError as error:
        raise SyntaxFault(str(error).splitlines()[0]) from error


def _compose(text: str, functions: bool) -> Iterator[Node]:
    builder = _Builder()
    for event in yaml.parse(text, Loader=_LOADER):
        # The most frequent first: a file has as many events as it has values.
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            value: str | None = event.value
            if value in _NULLS and event.implicit[0]:
                value = None
            node = Node(value, line)
            name = _function(event.tag) if functions else None
            builder.add(Node({name: node}, node.line) if name else node, event.anchor)
        elif isinstance(event, yaml.MappingStartEvent):
            node = Node({}, line)
            builder.open(node, event.anchor, _function(event.tag) if functions else None)
        elif isinstance(event, _ENDS):
            builder.close()
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Node([], line)
            builder.open(node, event.anchor, _function(event.tag) if functions else None)
        elif isinstance(event, yaml.AliasEvent):
            builder.alias(event.anchor or "", line)
        elif isinstance(event, yaml.DocumentEndEvent):
            if builder.root is not None:
                yield builder.root
            builder = _Builder()


def _function(tag: str | None) -> str | None:
    """The long name of one of CloudFormation's functions, of which every other is spelled ``Fn::Name``."""
    if tag is None or not tag.startswith("!") or tag == "!":
        return None
    return tag[1:] if tag in ("!Ref", "!Condition") else f"Fn::{tag[1:]}"


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._stack: list[tuple[Node, str | None, str | None]] = []
        self._keys: list[Node | None] = []
        self._sizes: list[int] = []
        self._anchors: dict[str, tuple[Node, int]] = {}

    def open(self, node: Node, anchor: str | None, function: str | None = None) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise SyntaxFault(f"nested more than {MAX_DEPTH} deep", node.line)
        self._stack.append((node, anchor, function))
        self._keys.append(None)
        self._sizes.append(1)

    def close(self) -> None:
        node, anchor, function = self._stack.pop()
        self._keys.pop()
        if isinstance(node.value, dict):
            _merge(node.value)
        self._put(Node({function: node}, node.line) if function else node, self._sizes.pop(), anchor)

    def add(self, node: Node, anchor: str | None) -> None:
        self._put(node, 1, anchor)

    def alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            raise SyntaxFault(f"alias of an unknown or unfinished anchor {anchor!r}", line)
        target, size = self._anchors[anchor]
        self._put(Node(target.value, line), size, None)

    def _put(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size)
        if not self._stack:
            self.root = node
            return
        self._sizes[-1] += size
        if self._sizes[-1] > _MAX_EXPANDED:
            raise SyntaxFault("too large once its aliases are expanded", node.line)
        parent = self._stack[-1][0].value
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict):
            key = self._keys[-1]
            if key is None:
                self._keys[-1] = node
            else:
                self._keys[-1] = None
                if not isinstance(key.value, (dict, list)):
                    parent["" if key.value is None else str(key.value)] = Node(node.value, key.line)


def _merge(mapping: dict[str, Node]) -> None:
    """Apply ``<<``: keys of the merged mapping that this one lacks."""
    merged = mapping.pop("<<", None)
    if merged is None:
        return
    sources = merged.value if isinstance(merged.value, list) else [merged]
    for source in sources:
        for key, node in source.members().items():
            mapping.setdefault(key, node)
