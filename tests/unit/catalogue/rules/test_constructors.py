"""Each constructor of each entry is seen where a program calls it, and a name one letter longer is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.entry import Constructor

ENTRIES = load_catalogue().entries
RULES = [(entry.id, rule) for entry in ENTRIES.values() for rule in entry.constructors]
MODULES = {
    language: sorted({r.module for e in ENTRIES.values() for r in e.imports if r.language == language}, key=len)[::-1]
    for language in ("javascript",)
}
LANGUAGES = ("python", "javascript", "go", "java", "csharp", "ruby", "rust", "php", "swift", "dart", "elixir")
# Path, what stands before, and how many share a file: one each where a bare name could be of another's module.
SHEETS = {
    "python": ("{}.py", "", 60),
    "javascript": ("{}.ts", "", 60),
    "go": ("{}.go", "package main", 60),
    "java": ("{}.java", "package shop;", 1),
    "csharp": ("{}.cs", "", 1),
    "ruby": ("{}.rb", "", 60),
    "rust": ("{}.rs", "", 60),
    "php": ("{}.php", "<?php", 60),
    "swift": ("{}.swift", "", 1),
    "dart": ("{}.dart", "", 1),
    "elixir": ("{}.exs", "", 60),
}


TEXTS = ("pulumi_", "aws_cdk.")
"""What is told by texts alone, also where these are written like classes."""


def is_type(name: str) -> bool:
    return name[:1].isupper()


def taken_apart(language: str, symbol: str) -> tuple[str, list[str]]:
    """The module of a symbol, and the names below it."""
    if language == "javascript":
        known = next((m for m in MODULES["javascript"] if symbol.startswith(f"{m}.")), None)
        if known is None:
            folder, slash, last = symbol.rpartition("/")
            known = folder + slash + last.partition(".")[0]
        return known, symbol[len(known) + 1 :].split(".")
    if language == "go":
        path, _, name = symbol.rpartition(".")
        while "." in path.rpartition("/")[2] and is_type(path.rpartition(".")[2]):
            path, _, before = path.rpartition(".")
            name = f"{before}.{name}"
        return path, name.split(".")
    if language == "php":
        module, *names = symbol.split(".")
        return module, names
    parts = symbol.split(".")
    if language == "swift" or language == "dart":
        return parts[0], parts[1:]
    first = next((i for i, part in enumerate(parts) if i and is_type(part)), len(parts) - 1)
    if language == "csharp":
        first = len(parts) - 1 if is_type(parts[-1]) else first
    return ".".join(parts[:first]), parts[first:]


def arguments(language: str, rule: Constructor) -> str:
    """The arguments without which the rule does not mean the call."""
    if language in ("go", "java", "ruby"):
        return _GIVEN[language](rule)
    plain: dict[int, str] = {}
    named: dict[str, str] = {}
    for place, values in rule.when:
        value = values[0]
        if value == "-":
            continue
        if value in ("true", "false"):
            literal = {"python": value.capitalize()}.get(language, value)
        elif is_type(value) and "#" not in place and language == "python" and not rule.symbol.startswith(TEXTS):
            literal = f"{value}()"
        else:
            literal = f'"{"any" if value == "*" else value}"'
        first = place.split("|")[0]
        if first.startswith("#") and first[1:].isdigit():
            plain[int(first[1:])] = literal
        else:
            head, *below = first.split(".")
            for key in reversed(below):
                literal = f'{{"{key}": {literal}}}'
            named[head] = literal
    said = [plain.get(i, '"x"') for i in range(max(plain, default=-1) + 1)]
    if language == "javascript" and named:
        said.append("{ " + ", ".join(f"{k}: {v}" for k, v in named.items()) + " }")
    else:
        said += [f"{k}={v}" for k, v in named.items()]
    return ", ".join(said)


def _options_of_go(rule: Constructor) -> str:
    """Go's options, and the fields of a structure."""
    said = []
    for place, (value, *_) in rule.when:
        named = value[0].isupper() and value != "*"
        literal = f"it.{value}" if named else value if value == "true" else f'"{value}"'
        if place.startswith("#1."):
            said.append(f"ctx, &it.Config{{{place[3:]}: {literal}}}")
        elif place.startswith("#"):
            said.append(literal)
        else:
            said.append(f"it.{place.partition('()')[0]}({literal})")
    return ", ".join(said)


def _table_of_ruby(rule: Constructor) -> str:
    return ", ".join(f'"{v[0]}"' if place == "#0" else f'{place}: "{v[0]}"' for place, v in rule.when)


_GIVEN = {"go": _options_of_go, "java": lambda rule: "", "ruby": _table_of_ruby}


def built(rule: Constructor) -> str:
    """What Java sets on a builder."""
    said = [f".{place}({v[0] if v[0] == 'true' else f'{v[0]}.builder().build()'})" for place, v in rule.when]
    return "".join(said) + ".build()" if said else ""


def spelled(language: str, number: int, rule: Constructor, symbol: str) -> str:
    """The import and the call."""
    given = arguments(language, rule)
    if symbol.startswith("."):
        return f"builder{symbol}({given});"
    if language == "ruby" and symbol.islower():
        return f"class It < ApplicationRecord\n  {symbol} {given or ':it'}\nend"
    module, names = taken_apart(language, symbol)
    alias, chain = f"v{number}", ".".join(names)
    rest = "".join(f".{name}" for name in names[1:])
    if language == "python":
        if not module:
            return f"import {names[0]} as {alias}\n{alias}{rest}({given})"
        return f"from {module} import {names[0]} as {alias}\n{alias}{rest}({given})"
    if language == "javascript":
        new = "new " if is_type(names[-1]) else ""
        what = alias if names[0] == "default" else f"{{ {names[0]} as {alias} }}"
        return f'import {what} from "{module}";\nconst x{alias} = {new}{alias}{rest}({given});'
    if language == "go":
        given = given.replace("it.", f"{alias}.")
        return f'import {alias} "{module}"\nvar x{alias} = {alias}.{chain}({given})'
    if language == "java":
        call = f"new {chain}({given})" if is_type(names[-1]) else f"{chain}({given}){built(rule)}"
        return f"import {module}.{names[0]};\nclass C {{ Object it = {call}; }}"
    if language == "csharp":
        call = f"new {chain}({given})" if is_type(names[-1]) else f"{chain}({given})"
        return f"using {module};\nvar it = {call};"
    if language == "ruby":
        owner = "::".join([*module.split("."), *(n for n in names if is_type(n))]).removeprefix("::")
        method = [n for n in names if not is_type(n)]
        return f"{alias} = {owner}.{'.'.join(method) or 'new'}({given})"
    if language == "rust":
        path = "::".join([*module.split("."), names[0]]).removeprefix("::")
        rest = "".join(f"::{name}" for name in names[1:])
        return f"use {path} as X{alias};\nfn {alias}() {{ let it = X{alias}{rest}({given}); }}"
    if language == "php":
        if not names:
            return f"{alias} = {module}({given});"
        if not is_type(names[0]):
            return f"use function {module}\\{names[0]} as {alias};\n{alias}({given});"
        rest = "".join(f"->{name}()" for name in names[2:])
        call = f"{alias}::{names[1]}({given}){rest}" if names[1:] else f"new {alias}({given})"
        return f"use {module}\\{names[0]} as {alias};\n${alias} = {call};"
    if language == "swift":
        return f"import {module}\nlet {alias} = {chain}({given})"
    if language == "dart":
        return f"import 'package:{module}/{module}.dart';\nvar {alias} = {chain}({given});"
    return f"{alias} = {symbol}({given})"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_constructor_is_seen_and_what_looks_like_it_is_not(language, specimen, sheet, prove) -> None:
    known = {rule.symbol for _, rule in RULES if rule.language == language}

    def all_of_them() -> Iterator:
        for number, (id, rule) in enumerate(RULES):
            if rule.language != language:
                continue
            when = f" where {dict(rule.when)}" if rule.when else ""
            label = f"{id}: constructor {rule.symbol} ({language}){when}"
            finds = ("call", rule.provider or id)
            text = spelled(language, number, rule, rule.symbol)
            yield specimen(rule=label, text=text, shape=language, finds=finds, apart=[number])
            seeming = re.sub(r"(!?)$", r"q\1", rule.symbol, count=1)
            if seeming not in known:
                text = spelled(language, number, rule, seeming)
                yield specimen(rule=label, text=text, shape=language, finds=finds, fires=False)

    path, before, most = SHEETS[language]
    wrong = prove(all_of_them(), {language: sheet(path, before, most=most)})
    assert not wrong, "\n".join(wrong)
