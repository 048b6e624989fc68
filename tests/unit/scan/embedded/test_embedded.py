"""What a kind with a projection becomes for the facts engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan import embedded
from aigov.scan.embedded import Unprojectable, project
from aigov.scan.files import Document
from aigov.scan.kinds import classify
from aigov.scan.scan import scan_tree


def document(path: str, text: str) -> Document:
    data = text.encode()
    return Document(path=path, kind=classify(path), scope="app", data=data, size=len(data), candidate=True)


def test_a_plain_language_stays_as_it_is() -> None:
    plain = document("a.go", "package a")
    assert project(plain) is plain


def test_a_razor_file_is_read_as_the_language_inside() -> None:
    found = project(document("a.razor", "<p>x</p>\n@code { int a; }\n"))
    assert found is not None
    assert (found.kind.name, found.kind.projection, found.path) == ("csharp", None, "a.razor")


def test_a_file_without_its_form_is_a_gap_and_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(document: Document) -> Document:
        raise Unprojectable("no")

    monkeypatch.setattr("aigov.scan.code.project", refuse)
    (tmp_path / "a.razor").write_text("@using OpenAI\n")
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert [(loss.file, loss.language, loss.suspect) for loss in inventory.coverage.parse_losses] == [
        ("a.razor", "razor", True)
    ]
    assert [(problem.file, problem.reason) for problem in inventory.problems if problem.file] == [
        ("a.razor", "parse-error")
    ]


def test_every_projection_of_the_table_has_a_module() -> None:
    from importlib import import_module

    for module in embedded._PROJECTIONS.values():
        assert callable(import_module(f"aigov.scan.embedded.{module}").project)


def test_directives_of_a_csharp_script_are_no_code() -> None:
    text = '#!/usr/bin/env dotnet\n#:package OpenAI@2.1.0\n#r "nuget: X, 1"\n#load "a.csx"\n#region a\nusing OpenAI;\n'
    found = project(document("a.csx", text))
    assert found is not None
    assert found.data.decode() == "\n\n\n\n#region a\nusing OpenAI;\n"
    assert (found.kind.name, found.kind.projection) == ("csharp", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class A { fun b() = 1 }\n", "class A { fun b() = 1 ;}\n"),
        ("class A {\n    fun b() = 1\n}\n", "class A {\n    fun b() = 1\n}\n"),
        ("class A { }\n", "class A { }\n"),
        ("fun b() { c { d } }\n", "fun b() { c { d } }\n"),
        ("val a = B::class.java { c }\n", "val a = B::class.java { c }\n"),
        ('val a = "class A { b }" // class C { d }\n', 'val a = "class A { b }" // class C { d }\n'),
        ("fun interface A {\n}\n", "    interface A {\n}\n"),
        ("context(a: A)\nfun b() {}\n", "             \nfun b() {}\n"),
        ('val a = 1\nget("/b") {}\n', 'val a = 1\n;get("/b") {}\n'),
        ("val a: Int\n    get() = 1\n", "val a: Int\n    get() = 1\n"),
    ],
)
def test_kotlin_as_its_grammar_reads_it(text: str, expected: str) -> None:
    found = project(document("a.kt", text))
    assert found is not None
    assert found.data.decode() == expected


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.php", b"<?php\necho 1;\n", "php"),
        ("a.php", b'<p><?= $x ?></p>\n<script>\nfetch("/a" + <?= $id ?>);\n</script>\n', "javascript"),
        ("a.php", b'<?php function f() {} ?>\n<script>fetch("/a");</script>\n', "php"),
        ("a.php", b"<p><?= $x ?></p>\n<script>var a = 1;</script>\n", "php"),
        ("a.blade.php", b'<script lang="ts">\nimport a from "a";\n</script>\n', "typescript"),
        ("a.mdx", b'import a from "a";\n\n# Title\n', "tsx"),
        ("a.mdx", b"# Title\n\nimport what you need\n", None),
        ("a.mdx", b'```js\nimport a from "a";\n```\n', None),
    ],
)
def test_views_of_php_and_mdx_are_read_as_what_they_hold(path: str, text: bytes, language: str | None) -> None:
    found = project(document(path, text.decode()))
    assert (found.kind.name if found is not None else None) == language
    if found is not None and language != "php":
        assert found.data.count(b"\n") >= text.count(b"\n")
        at = text.index(b"import a") if b"import a" in text else text.index(b"fetch")
        line = text.count(b"\n", 0, at)
        assert text.splitlines()[line].strip()[:5] in found.data.splitlines()[line]
