"""Each import of each entry fires where a program of its language has it, and a name one letter longer does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.entry import Import
from aigov.catalogue.patterns import SEPARATORS

LANGUAGES = ("python", "javascript", "go", "java", "csharp", "ruby", "rust", "php", "swift", "dart", "elixir")
RULES = [(entry.id, rule) for entry in load_catalogue().entries.values() for rule in entry.imports]


def spelled(language: str, module: str, name: str | None) -> str:
    """The import as source. ``name`` is one that the module is asked for."""
    if language == "python":
        return f"from {module} import {name}" if name else f"import {module}"
    if language == "javascript":
        return f'import {"it" if name in (None, "default") else f"{{ {name} }}"} from "{module}";'
    if language == "go":
        return f'import _ "{module}"'
    if language == "java":
        return f"import {module}.{name or 'Thing'};"
    if language == "csharp":
        return f"using {module};" if name is None else f"using {module};\n_ = new {name}();"
    if language == "ruby":
        if module.startswith("acts_as_"):
            return f"class Chat < ApplicationRecord\n  {module}\nend"
        return f"it = {module}.new" if module[0].isupper() else f"require '{module}'"
    if language == "rust":
        return f"use {module}::{name or 'Thing'} as _;"
    if language == "php":
        return f"use {module}\\{name or 'Thing'};"
    if language == "swift":
        return f"import {module}"
    if language == "dart":
        return f"import 'package:{module}/{module.partition('/')[0]}.dart';"
    return f"alias {module}"


SHEETS = {
    "python": ("{}.py", ""),
    "javascript": ("{}.ts", ""),
    "go": ("{}.go", "package main"),
    "java": ("{}.java", "package shop;"),
    "csharp": ("{}.cs", ""),
    "ruby": ("{}.rb", ""),
    "rust": ("{}.rs", ""),
    "php": ("{}.php", "<?php"),
    "swift": ("{}.swift", ""),
    "dart": ("{}.dart", ""),
    "elixir": ("{}.ex", ""),
}


def written(pattern: str) -> str:
    """What a ``*`` stands for, written out."""
    return pattern.replace("*", "some")


def near(pattern: str) -> str:
    """A name that only looks like it: a letter more at its end, or another before the ``*``."""
    if pattern.endswith("*"):
        kept = pattern[:-1].rstrip("/.:-_\\")
        return kept + "q" + (pattern[len(kept) : -1] or "q") + "some"
    return pattern + "q"


def matches(rule: Import, module: str) -> bool:
    """Whether the rule's own words say that it means the module."""
    if rule.module.endswith("*"):
        return module.startswith(rule.module[:-1])
    separator = "::" if rule.language == "ruby" and "::" in rule.module else SEPARATORS[rule.language]
    return module == rule.module or module.startswith(rule.module + separator)


def owners(language: str, module: str) -> set[str]:
    return {id for id, rule in RULES if rule.language == language and matches(rule, module)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_import_fires_and_what_looks_like_it_does_not(language, specimen, sheet, prove) -> None:
    def all_of_them() -> Iterator:
        for id, rule in RULES:
            if rule.language != language:
                continue
            module, label = written(rule.module), f"{id}: import {rule.module} ({language})"
            known = load_catalogue().imports(language, module, None)
            others = {("use", owner) for owner in owners(language, module) | {entry.id for entry in known}}
            for name in rule.names or (None,):
                text = spelled(language, module, name and written(name))
                shape = "alone" if rule.unless else language
                said = f"{label} {name or ''}".strip()
                yield specimen(rule=said, text=text, shape=shape, finds=("use", id), apart=others | {("use", id)})
            for other in rule.unless:
                text = f"{spelled(language, other, None)}\n{spelled(language, module, None)}"
                said = f"{label} beside {other}"
                yield specimen(rule=said, text=text, shape="alone", finds=("use", id), fires=False)
            seeming = near(rule.module)
            if id not in owners(language, seeming):
                text = spelled(language, seeming, written(rule.names[0]) if rule.names else None)
                yield specimen(rule=label, text=text, shape=language, finds=("use", id), fires=False)
            for name in rule.exclude:
                text = spelled(language, module, written(name))
                said = f"{label} without {name}"
                yield specimen(rule=said, text=text, shape=language, finds=("use", id), fires=False)

    path, before = SHEETS[language]
    sheets = {language: sheet(path, before), "alone": sheet("alone/" + path, before, most=1)}
    wrong = prove(all_of_them(), sheets)
    assert not wrong, "\n".join(wrong)
