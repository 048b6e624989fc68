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
