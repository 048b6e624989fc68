"""The resolver: what an expression can be, across names, calls and files."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from aigov.scan.choices import MAX_VALUES, MORE, only_texts
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import CallExpr
from aigov.scan.modules import ModuleGraph
from aigov.scan.resolve import Resolver
from aigov.scan.values import Made, NotKnown, Place, Symbol, Text, Values

LANGUAGE = {"py": "python", "ts": "typescript", "js": "javascript", "tsx": "tsx"}


def tree(files: Mapping[str, str]) -> tuple[Resolver, dict[str, FileFacts]]:
    facts = {
        path: FileFacts(path, LANGUAGE[path.rpartition(".")[2]], source.encode())
        for path, source in files.items()
        if path.rpartition(".")[2] in LANGUAGE
    }
    graph = ModuleGraph(
        files,
        read=lambda path: files[path].encode() if path in files else None,
        vendor=lambda family, module: module.partition(".")[0] == "openai",
        defines=lambda path, name: bool(facts[path].named_bindings(0, name) or facts[path].defined(0, name)),
    )
    resolver = Resolver(graph, facts.get)
    resolver.callers = lambda name: [(f, site) for f in facts.values() for site in f.calls if site.tail == name]
    return resolver, facts


def argument_of_show(files: Mapping[str, str]) -> Values:
    """What the argument of the one call of ``show`` can be."""
    resolver, facts = tree(files)
    for file in facts.values():
        for site in file.calls:
            call = file.call(site)
            if site.tail == "show" and isinstance(call, CallExpr):
                return resolver.resolve(call.args[0], Place(file, file.scope_at(site.offset)))
    raise AssertionError("no call of show")


def texts(source: str, language: str = "py") -> list[str]:
    return [value.value for value in argument_of_show({f"main.{language}": source}) if isinstance(value, Text)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("M = 'a'\nshow(M)", ["a"]),
        ("show('a' if x else 'b')", ["a", "b"]),
        ("import os\nshow(os.environ.get('V', 'a'))", ["a"]),
        ("from os import getenv as g\nshow(g('V') or 'a')", ["a"]),
        ("T = {'k': 'a', 'l': 'b'}\nshow(T['k'])", ["a"]),
        ("T = {'k': 'a', 'l': 'b'}\nshow(T[x])", ["a", "b"]),
        ("T = {'k': 'a'}\nshow(T.get(x, 'b'))", ["a", "b"]),
        ("def f(m='a'):\n    show(m)\nf('b')", ["a", "b"]),
        ("def f():\n    return 'a'\nshow(f())", ["a"]),
        ("def f(x):\n    return x\nshow(f('a'))", ["a"]),
        ("async def f():\n    return 'a'\nasync def g():\n    show(await f())", ["a"]),
        ("class A:\n    m = 'a'\nshow(A().m)", ["a"]),
        ("class A:\n    def __init__(self, m='a'):\n        self.m = m\nshow(A('b').m)", ["b"]),
        ("class A:\n    @property\n    def m(self):\n        return 'a'\nshow(A().m)", ["a"]),
        ("class B:\n    m = 'a'\nclass A(B):\n    pass\nshow(A.m)", ["a"]),
        ("x = 'a'\nx = 'b'\nshow(x)", ["b"]),
        ("def f():\n    x = 'a'\n    if y:\n        x = 'b'\n    show(x)", ["a", "b"]),
        ("def f():\n    if y:\n        x = 'a'\n    else:\n        x = 'b'\n        show(x)", ["b"]),
        ("for x in ['a', 'b']:\n    show(x)", ["a", "b"]),
        ("a, b = 'x', 'y'\nshow(b)", ["y"]),
        ("show('a'.upper())", ["A"]),
        ("p = {'model': 'a'}\np['model'] = 'b'\nshow(p['model'])", ["b"]),
        ("from enum import Enum\nclass E(Enum):\n    A = 'a'\nshow(E.A.value)", ["a"]),
        ("from dataclasses import dataclass\n@dataclass\nclass A:\n    m: str = 'a'\nshow(A(m='b').m)", ["b"]),
        ("def f(**kw):\n    show(kw['m'])\nf(m='a')", ["a"]),
    ],
)
def test_python_idioms(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("const M = 'a' as const;\nshow(M);", ["a"]),
        ("show(process.env.V ?? 'a');", ["a"]),
        ("show(process.env['V'] || 'a');", ["a"]),
        ("const { V = 'a' } = process.env;\nshow(V);", ["a"]),
        ("const T = { k: 'a', l: 'b' } as const;\nshow(T.k);", ["a"]),
        ("enum E { A = 'a' }\nshow(E.A);", ["a"]),
        ("const f = () => 'a';\nshow(f());", ["a"]),
        ("function f({ m = 'a' }) { show(m); }\nf({ m: 'b' });", ["b"]),
        ("class A { m = 'a'; f() { show(this.m); } }", ["a"]),
        ("class A { constructor(private m: string) {} f() { show(this.m); } }\nnew A('a');", ["a"]),
        ("const e = z.object({ M: z.string().default('a') }).parse(process.env);\nshow(e.M);", []),
        (
            "import { z } from 'zod';\nconst e=z.object({ M: z.string().default('a') }).parse(p);\nshow(e.M);",
            ["a"],
        ),
        ("show(`a-${'b'}`);", ["a-b"]),
    ],
)
def test_script_idioms(source: str, expected: list[str]) -> None:
    assert texts(source, "ts") == expected


def test_a_default_keeps_the_variable_that_replaces_it() -> None:
    (value,) = argument_of_show({"main.py": "import os\nM = os.getenv('V', 'a')\nshow(M)"})
    assert isinstance(value, Text)
    assert (value.variable, value.line, [step.what for step in value.steps]) == ("V", 2, ["M = …"])


def test_what_is_not_known_says_why() -> None:
    for source, word in (
        ("import os\nshow(os.environ['V'])", "V"),
        ("def f(m):\n    show(m)", "m"),
        ("show(nowhere)", "nowhere"),
        ("x = x\nshow(x)", ""),
    ):
        values = argument_of_show({"main.py": source})
        assert values and all(isinstance(value, NotKnown) and word in value.reason for value in values), source


def test_names_are_followed_across_files() -> None:
    files = {
        "app/names.py": "MODEL = 'a'\n",
        "app/__init__.py": "from .names import MODEL as DEFAULT\n",
        "app/main.py": "from app import DEFAULT\nfrom app.names import *\nshow(DEFAULT)\n",
    }
    (value,) = argument_of_show(files)
    assert isinstance(value, Text) and (value.file, value.line, value.value) == ("app/names.py", 1, "a")


def test_barrels_aliases_and_commonjs_are_followed() -> None:
    files = {
        "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
        "src/models.ts": "export const fast = 'a';\nconst slow = 'b';\nexport { slow as big };\nexport default fast;\n",
        "src/index.ts": "export * from './models';\nexport { default as standard } from './models';\n",
        "src/old.js": "module.exports = { key: 'c' };\n",
        "src/main.ts": "import { fast, big, standard } from '@/index';\nimport { key } from './old';\n"
        "show([fast, big, standard, key][n]);\n",
    }
    found = only_texts(argument_of_show(files))
    assert [value.value for value in found if isinstance(value, Text)] == ["a", "b", "c"]


def test_a_client_keeps_what_is_asked_of_it() -> None:
    (value,) = argument_of_show({"main.py": "from openai import OpenAI as O\nc = O()\nshow(c.chat.completions)"})
    assert isinstance(value, Made)
    assert (value.symbol.qualified, value.path) == ("openai.OpenAI", "chat.completions")


def test_an_annotation_tells_the_class_of_a_parameter() -> None:
    (value,) = argument_of_show({"main.py": "import openai\ndef f(c: 'openai.OpenAI | None'):\n    show(c)"}) or (None,)
    assert isinstance(value, (NotKnown, Made))
    (value,) = argument_of_show({"main.py": "from openai import OpenAI\ndef f(c: OpenAI):\n    show(c)"})
    assert isinstance(value, Made) and value.symbol == Symbol("openai", ("OpenAI",))


def test_following_ends_on_cycles_and_on_wide_tables() -> None:
    assert argument_of_show({"main.py": "def f(n):\n    return f(n)\nshow(f(1))"})
    table = ", ".join(f"'{n}': 'v{n}'" for n in range(500))
    *kept, more = argument_of_show({"main.py": f"T = {{{table}}}\nshow(T[x])"})
    assert (len(kept), more) == (MAX_VALUES, MORE)
    *kept, more = argument_of_show({"main.py": f"T = {{{table}}}\nshow('v' + T[x])"})
    assert more == MORE
    assert argument_of_show({"a.py": "from b import x\nshow(x)", "b.py": "from a import x"})


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    source = "def f(m='a'):\n    return g(m)\ndef g(m):\n    return m or f()\nshow(g('b'))\nother(f())\n"
    fresh = texts(source)
    resolver, facts = tree({"main.py": source})
    file = facts["main.py"]
    for site in reversed(file.calls):
        call = file.call(site)
        assert call is not None
        resolver.resolve(call, Place(file, 0))
        if site.tail == "show":
            again = [v.value for v in resolver.resolve(call.args[0], Place(file, 0)) if isinstance(v, Text)]
            assert again == fresh
