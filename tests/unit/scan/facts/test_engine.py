"""The facts engine: what each language's query file and row yield, in the same words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import LANGUAGES
from aigov.scan.facts.types import CallExpr, Concat, Constant, Fallback, Import, Name, Opaque, Table
from aigov.scan.kinds import kind_table

FACTS = Path(__file__).parents[4] / "aigov" / "scan" / "facts"


def read(language: str, source: str) -> FileFacts:
    return FileFacts("file", language, source.encode())


def value(facts: FileFacts, name: str) -> object:
    (binding,) = facts.named_bindings(0, name)
    return facts.value(binding)


def test_every_source_kind_has_a_language_and_every_language_a_kind() -> None:
    document = tomllib.loads((FACTS.parent / "kinds.toml").read_text(encoding="utf-8"))
    sources = [row for row in document["kind"] if row["role"] == "source"]
    # A language of its own may have a projection too: C#, whose scripts begin with what is no C#.
    assert {row["name"] for row in sources if "projection" not in row or row["name"] in LANGUAGES} == set(LANGUAGES)
    assert kind_table() is not None


def test_every_query_file_is_used_and_every_form_can_be_read() -> None:
    assert {path.name for path in (FACTS / "languages").glob("*.scm")} == {
        query for row in LANGUAGES.values() for query in row.queries
    }
    for row in LANGUAGES.values():
        for form in row.forms.values():
            assert hasattr((row.reader or ExpressionReader)(row), f"_{form.kind}"), form.kind


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_an_empty_file_has_no_facts(language: str) -> None:
    facts = read(language, "")
    assert (facts.imports, facts.calls, facts.texts, facts.bindings, facts.bytes_lost) == ([], [], [], {}, 0)


def test_python_imports_in_every_form() -> None:
    facts = read("python", "import a.b, c as d\nfrom ..e import f as g, h\nfrom i import *\nimport_module('j')\n")
    assert {(i.module, i.level, i.name, i.alias, i.dynamic) for i in facts.imports} == {
        ("a.b", 0, None, "a", False),
        ("c", 0, None, "d", False),
        ("e", 2, "f", "g", False),
        ("e", 2, "h", "h", False),
        ("i", 0, "*", None, False),
        ("j", 0, None, None, True),
    }


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_script_imports_in_every_form(language: str) -> None:
    facts = read(
        language,
        "import A, { b as c } from 'x';\nimport * as N from 'y';\nimport 'z';\nexport * from './s';\n"
        "export { q as r } from './t';\nconst m = require('u');\nimport('v');\n",
    )
    found = {(i.module, i.name, i.alias, i.export) for i in facts.imports}
    assert found == {
        ("x", "default", "A", None),
        ("x", "b", "c", None),
        ("y", None, "N", None),
        ("z", None, None, None),
        ("./s", "*", None, "*"),
        ("./t", "q", None, "r"),
        ("u", None, None, None),
        ("v", None, None, None),
    }


def test_type_only_imports_are_marked() -> None:
    (imported,) = read("typescript", "import type { T } from 'openai';").imports
    assert isinstance(imported, Import) and imported.type_only


def test_strings_in_comments_docstrings_and_bare_statements_are_no_facts() -> None:
    facts = read("python", '"""doc"""\n# "comment"\n\ndef f():\n    "doc of f"\n    "bare"\n    return "kept"\n')
    assert [text.value for text in facts.texts] == ["kept"]
    facts = read("typescript", "'use strict';\n// 'comment'\n/* 'block' */\nconst a = 'kept';\n")
    assert [text.value for text in facts.texts] == ["kept"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('"plain"', "plain"),
        ("'it''s'", "its"),
        ('"""long"""', "long"),
        (r'"tab\tnew\nline"', "tab\tnew\nline"),
        (r'r"raw\t"', r"raw\t"),
        (r'"caf\u00e9 \x41"', "café A"),
        ('"a" "b"\\\n"c"', "abc"),
        ("('x' + 'y')", "xy"),
        ('"%s-%s" % ("a", "b")', "a-b"),
        ('""', ""),
    ],
)
def test_python_strings_are_read_as_python_reads_them(source: str, text: str) -> None:
    found = value(read("python", f"x = {source}\n"), "x")
    assert isinstance(found, Constant) and found.value == text


def test_text_with_holes_keeps_its_parts() -> None:
    for language, source in (
        ("python", "x = f'a{b}c'"),
        ("typescript", "let x = `a${b}c`;"),
        ("javascript", "x = 'a' + b + 'c';"),
    ):
        found = value(read(language, source), "x")
        assert isinstance(found, Concat)
        assert [type(part) for part in found.parts] == [Constant, Name, Constant]


def test_the_same_idea_is_the_same_expression_in_both_languages() -> None:
    python = value(read("python", "x = env.get('A') or 'b'"), "x")
    script = value(read("typescript", "const x = env.get('A') ?? 'b';"), "x")
    assert isinstance(python, Fallback) and isinstance(script, Fallback)
    assert isinstance(python.options[0], CallExpr) and isinstance(script.options[0], CallExpr)
    assert isinstance(value(read("python", "x = {'a': 1, **b}"), "x"), Table)
    assert isinstance(value(read("typescript", "const x = { a: 1, ...b };"), "x"), Table)


def test_scopes_nest_and_calls_know_their_function() -> None:
    facts = read("python", "class A:\n    def b(self):\n        def c():\n            f()\n        g()\nh()\n")
    assert [(site.tail, facts.enclosing(site.offset)) for site in facts.calls] == [
        ("f", "A.b.c"),
        ("g", "A.b"),
        ("h", None),
    ]


def test_parameters_leave_out_the_receiver_and_keep_defaults_and_types() -> None:
    facts = read("python", "class A:\n    def f(self, a, b: int = 2, *c, d='e', **k): ...\n")
    (parameters,) = facts.parameters.values()
    assert [
        (p.name, p.index, p.kind, p.default.value if isinstance(p.default, Constant) else None) for p in parameters
    ] == [
        ("a", 0, "one", None),
        ("b", 1, "one", 2),
        ("c", 2, "rest", None),
        ("d", 3, "one", "e"),
        ("k", 4, "keywords", None),
    ]
    (parameters,) = read("typescript", "function f({ model = 'm', n: p }: O, q = 1) {}").parameters.values()
    assert [(key, local) for key, local, _ in parameters[0].keys] == [("model", "model"), ("n", "p")]


def test_branches_of_which_one_runs_exclude_each_other() -> None:
    source = "if a:\n    x = 1\nelif b:\n    x = 2\nelse:\n    x = 3\ny = 4\n"
    facts = read("python", source)
    one, two, three, four = (source.index(f"= {n}") for n in (1, 2, 3, 4))
    assert facts.exclusive(one, two) and facts.exclusive(two, three) and facts.exclusive(one, three)
    assert not facts.exclusive(one, four) and not facts.exclusive(one, one)
    loop = "for i in a:\n    x = 1\nelse:\n    x = 2\n"
    assert not read("python", loop).exclusive(loop.index("= 1"), loop.index("= 2"))


def test_a_broken_file_still_gives_facts_and_tells_what_it_lost() -> None:
    facts = read("python", "import openai\nx = = (\nclient = openai.OpenAI()\n")
    assert facts.imports[0].module == "openai"
    assert 0 < facts.bytes_lost < facts.size


def test_deep_nesting_is_opaque_instead_of_a_crash() -> None:
    found = value(read("python", "x = " + "(" * 600 + "1" + ")" * 600 + "\n"), "x")
    assert isinstance(found, (Opaque, Constant))
    long = value(read("javascript", "x = " + " + ".join(["a"] * 3000) + ";"), "x")
    assert long is not None


@pytest.mark.parametrize("blank", [" ", "\t", "mixed"])
def test_a_file_indented_beyond_what_its_grammar_bears_is_lost_and_takes_nothing_with_it(blank: str) -> None:
    def indent(level: int) -> str:
        return "\t" * (level // 8) + " " * (level % 8) if blank == "mixed" else blank * level

    deep = "".join(f"{indent(i)}if x:\n" for i in range(520)) + indent(520) + "client.chat(a=[{'role': 'user'}])\n"
    facts = read("python", deep)
    assert (facts.bytes_lost, facts.calls) == (len(deep), [])
    assert b"".join(facts.lines_lost) == deep.encode()
    bearable = "".join(f"{indent(i)}if x:\n" for i in range(290)) + indent(290) + "client.chat(a=[{'role': 'user'}])\n"
    assert [site.tail for site in read("python", bearable).calls] == ["chat"]


def test_strings_at_spans_are_those_of_the_whole_file_that_touch_one() -> None:
    source = "".join(f"a{i} = 'text {i}'\nb{i} = f'hole {{x}} {i}'\n'''bare'''\n" for i in range(300))
    facts = read("python", source)
    spans = [(source.index(f"'text {i}'") + 2, source.index(f"'text {i}'") + 3) for i in (3, 150, 151, 299)]
    texts, templates = facts.strings_at(spans)
    assert {"text 3", "text 150", "text 151", "text 299"} <= {text.value for text in texts}
    assert len(texts) < len(facts.texts)
    assert [text for text in facts.texts if text in texts] == texts
    assert [site for site in facts.templates if site in templates] == templates
    assert facts.strings_at([]) == ([], [])


def test_imports_far_apart_are_each_found_once_and_in_order() -> None:
    filler = "x = 1\n" * 200
    names = ", ".join(f"important_name_{i}" for i in range(60))
    source = f"import a\n{filler}from b import ({names})\n{filler}def f():\n    import c\n"
    facts = read("python", source)
    assert [imported.module for imported in facts.imports] == ["a", *["b"] * 60, "c"]


def test_a_released_file_says_the_same_as_before() -> None:
    source = "import a\n\ndef f(b='c'):\n    return g(b)\n"
    kept, released = read("python", source), read("python", source)
    released.release()
    assert [text.value for text in released.texts] == ["c"]
    assert [site.callee for site in released.calls] == [site.callee for site in kept.calls] == ["g"]
    assert released.scopes == kept.scopes
