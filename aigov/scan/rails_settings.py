"""Settings of a Rails application, where its code or a YAML file of the tree gives them.

``Rails.configuration.x.llm.model`` is what ``config.x.llm.model = …`` says in ``config/application.rb``, an
environment or an initialiser; ``Rails.application.config_for(:llm)[:model]`` is in ``config/llm.yml``, and
``Settings.llm.model`` (the gem ``config``) in ``config/settings.yml``. Credentials are encrypted: they stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.types import CallExpr
from aigov.scan.scopes import scope_of
from aigov.scan.values import Evaluator, Made, NotKnown, Place, Symbol, Text, Value, Values

_APPLICATION = "config/application.rb"
_SETTINGS = ("config/settings.yml", "config/settings/production.yml", "config/settings/development.yml")
_ASSIGNED = (("config",), ("Rails", "application", "config"), ("Rails", "configuration"))
_SECTIONS = ("production", "staging", "development", "shared", "default")
_READERS = frozenset(("dig", "fetch"))
_ERB = re.compile(
    r"\s*<%=\s*ENV(?:\.fetch\(|\[)\s*['\"](\w+)['\"]\s*(?:[\])]\s*(?:\|\||\)?)|,)?\s*(.{0,200}?)\s{0,20}(?:\)\s{0,20})?%>\s*"
)
_SHORTEST = 2
_LITERAL = re.compile(r"['\"]([^'\"]*)['\"]")


def member(resolver: Evaluator, value: Made | Symbol, name: str, place: Place) -> Values | None:
    """What ``value.name`` or ``value[:name]`` is as a setting; None where it is none, or not a whole one."""
    path = _path_of(resolver, value)
    return _setting(resolver, (*path, name), place) if path else None


def named(resolver: Evaluator, path: tuple[str, ...], place: Place) -> Values | None:
    """What ``Settings.model`` is; None where it is no setting, or not a whole one."""
    return _setting(resolver, path, place)


def asked(resolver: Evaluator, values: Values, name: str, call: CallExpr, place: Place) -> Values | None:
    """``settings.dig(:llm, :model)``, ``settings.fetch(:model, "default")``; None for other calls."""
    if name not in _READERS or not call.args:
        return None
    for value in values:
        path = _path_of(resolver, value) if isinstance(value, (Made, Symbol)) else ()
        if path:
            keys = call.args if name == "dig" else call.args[:1]
            texts = [key.value for arg in keys for key in resolver.eval(arg, place) if isinstance(key, Text)]
            found = _setting(resolver, (*path, *texts), place)
            default = call.args[1] if name == "fetch" and len(call.args) > 1 else None
            return found or (resolver.eval(default, place) if default is not None else None)
    return None


def unless_set(value: Value) -> Value:
    """A setting that the tree does not give as one that is not known; other values as they are."""
    if not isinstance(value, Made) or not value.symbol.builtin or not value.symbol.names:
        return value
    names = (*value.symbol.names, *(name.removesuffix("()") for name in value.names))
    if names[0] not in value.place.facts.row.program_settings or len(names) < _SHORTEST:
        return value
    key = ".".join(name for name in names[1:] if name != "application")
    hidden = "credentials" in names
    return NotKnown(f"setting {key} is {'encrypted' if hidden else 'not in the tree'}", key)


def _path_of(resolver: Evaluator, value: Made | Symbol) -> tuple[str, ...]:
    """The names that lead to a value, ``("Rails", "config_for", "llm")``; empty where it is no setting."""
    symbol = value.symbol if isinstance(value, Made) else value
    if not symbol.builtin or symbol.names[:1] not in (("Rails",), ("Settings",)):
        return ()
    names = list(symbol.names)
    if isinstance(value, Made):
        calls = iter(value.since)
        for name in value.names:
            names.append(name.removesuffix("()"))
            call, at = next(calls, (None, None)) if name.endswith("()") else (None, None)
            if call is not None and at is not None and call.args:
                given = resolver.eval(call.args[0], at)
                names += [text.value for text in given[:1] if isinstance(text, Text)]
    return tuple(names)


def _setting(resolver: Evaluator, path: tuple[str, ...], place: Place) -> Values | None:
    root, *rest = path
    if root == "Settings":
        return tuple(_in_files(resolver, place, _SETTINGS, tuple(rest), sections=False)) or None
    if rest[:1] == ["application"]:
        rest = rest[1:]
    if rest[:1] == ["config_for"] and len(rest) > 2:
        file = f"config/{rest[1]}.yml"
        return tuple(_in_files(resolver, place, (file,), tuple(rest[2:]), sections=True)) or None
    if rest[:1] in (["config"], ["configuration"]) and len(rest) > 1:
        return tuple(_assigned(resolver, place, tuple(rest[1:]))) or None
    return None


def _assigned(resolver: Evaluator, place: Place, wanted: tuple[str, ...]) -> Iterator[Value]:
    """What the application's own configuration assigns to a setting."""
    application = resolver.modules.nearest(place.facts.path, _APPLICATION)
    folder = application.removesuffix("application.rb") if application is not None else None
    paths = (path for path in resolver.modules.files if folder is not None and path.startswith(folder))
    for path in sorted(path for path in paths if _counts(path.removeprefix(folder or ""), place)):
        facts = resolver.load(path)
        for scope, held in facts.bindings.items() if facts is not None else ():
            for bindings in held.values():
                for binding in bindings:
                    front = binding.path[: -len(wanted)]
                    if facts is not None and front in _ASSIGNED and binding.path[len(front) :] == wanted:
                        yield from resolver.bound(binding, Place(facts, scope))


def _counts(within: str, place: Place) -> bool:
    if within == "environments/test.rb":
        return scope_of(place.facts.path) == "test"
    return within.endswith(".rb") and within.startswith(("application.rb", "environments/", "initializers/"))


def _in_files(
    resolver: Evaluator, place: Place, names: tuple[str, ...], keys: tuple[str, ...], *, sections: bool
) -> Iterator[Value]:
    """Values of a setting in YAML files.

    :param sections: whether each environment has a part of its own.
    """
    from aigov.scan.facts.manifests.yaml_nodes import parse_yaml

    for name in names:
        path = resolver.modules.nearest(place.facts.path, name)
        if path is None:
            continue
        try:
            documents = parse_yaml(resolver.modules.text(path))
        except SyntaxFault:
            continue  # ERB around keys: the values are then not known
        for document in documents[:1]:
            for front in ((section,) for section in _SECTIONS) if sections else ((),):
                found = document.get(*front, *keys)
                if found is not None and isinstance(found.value, (str, int, float)):
                    yield _read(found, path, keys[-1])


def _read(node: Node, path: str, key: str) -> Value:
    text = str(node.value)
    erb = _ERB.fullmatch(text)
    if erb is None:
        return NotKnown(f"setting {key} is computed") if "<%" in text else Text(text, path, node.line)
    default = _LITERAL.fullmatch(erb[2])
    if default is None:
        return NotKnown(f"environment variable {erb[1]} has no default here", erb[1])
    return Text(default[1], path, node.line, erb[1])
