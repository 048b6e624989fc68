"""The model and the data that a rule says are passed are read from its argument: Python and JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.entry import Constructor, Method

ENTRIES = load_catalogue().entries
LANGUAGES = ("python", "javascript")
SHEETS = {"python": "{}.py", "javascript": "{}.ts"}


def passed(language: str, place: str, value: str) -> str:
    """A value as the argument at ``place``: ``#1``, ``model``, ``settings.model``, ``#0.model``."""
    head, *below = place.split(".")
    for key in reversed(below):
        value = f'{{"{key}": {value}}}'
    if head.startswith("#"):
        return ", ".join([*(["it"] * int(head[1:])), value])
    return f"{head}={value}" if language == "python" else f'{{ "{head}": {value} }}'


def client(language: str, number: int, rule: Constructor) -> tuple[str, str]:
    """The import that a constructor needs, and what is called."""
    alias = f"v{number}"
    if language == "javascript":
        module, _, chain = rule.symbol.rpartition(".")
        known = {r.module for e in ENTRIES.values() for r in e.imports if r.language == language}
        while module not in known and "." in module.rpartition("/")[2]:
            module, _, before = module.rpartition(".")
            chain = f"{before}.{chain}"
        name, *rest = chain.split(".")
        what = alias if name == "default" else f"{{ {name} as {alias} }}"
        new = "new " if chain.rpartition(".")[2][0].isupper() else ""
        return f'import {what} from "{module}";', new + ".".join([alias, *rest])
    parts = rule.symbol.split(".")
    first = next((i for i, part in enumerate(parts) if i and part[:1].isupper()), len(parts) - 1)
    module, (name, *rest) = ".".join(parts[:first]), parts[first:]
    return f"from {module} import {name} as {alias}", ".".join([alias, *rest])


def plain(rule: Constructor) -> bool:
    """Whether the rule needs no other argument."""
    return not rule.when and "." in rule.symbol and rule.returns != "argument"


CONSTRUCTORS = [(e.id, r) for e in ENTRIES.values() for r in e.constructors if plain(r)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_of_every_constructor(language: str, specimen, sheet, prove) -> None:
    def all_of_them() -> Iterator:
        for number, (id, rule) in enumerate(CONSTRUCTORS):
            for place in rule.model_args if rule.language == language else ():
                model = "gpt-5.2" if rule.routed or rule.assumed else f"acme-x{number}"
                before, call = client(language, number, rule)
                text = f"{before}\n{call}({passed(language, place, repr(model))})"
                label = f"{id}: {rule.symbol} ({language}): model {place}"
                finds = ("named", model)
                yield specimen(rule=label, text=text, shape=language, finds=finds, apart=[(number, place), model])

    wrong = prove(all_of_them(), {language: sheet(SHEETS[language], most=60)})
    assert not wrong, "\n".join(wrong)


def callers(language: str) -> dict[str, Constructor]:
    """For each entry a constructor of a client that has its methods."""
    found: dict[str, Constructor] = {}
    for id, rule in CONSTRUCTORS:
        if rule.language == language and rule.returns == "client":
            owner = rule.interface or id
            if owner == id or owner not in found:
                found.setdefault(owner, rule)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_and_the_data_of_every_method(language: str, specimen, sheet, prove) -> None:
    makers = callers(language)
    rules: list[tuple[str, Method]] = [(e.id, m) for e in ENTRIES.values() for m in e.methods if m.language == language]

    def all_of_them() -> Iterator:
        for number, (id, rule) in enumerate(rules):
            if id not in makers:
                continue
            before, make = client(language, number, makers[id])
            path = f".{rule.path}" if rule.path else ""
            var = "" if language == "python" else "const "
            for kind, places in (("model", rule.model_args), ("data", rule.data_args)):
                for place in places:
                    model = f"acme-y{number}"
                    value = repr(model) if kind == "model" else "diagnosis"
                    call = f"c{number}{path}({passed(language, place, value)})"
                    text = f"{before}\n{var}c{number} = {make}()\n{call}"
                    finds = ("named", model) if kind == "model" else ("flow", "special-category")
                    label = f"{id}: method {rule.path} ({language}): {kind} {place}"
                    yield specimen(
                        rule=label, text=text, shape=language, finds=finds, apart=[finds, number][kind != "model" :]
                    )

    wrong = prove(all_of_them(), {language: sheet(SHEETS[language], most=60)})
    assert not wrong, "\n".join(wrong)
