"""A user's own entries beside the shipped ones."""

from pathlib import Path

import pytest

from aigov.canonical import sha256_hex
from aigov.catalogue import load_catalogue
from aigov.catalogue.own import CatalogueError, load_catalogue_with

ACME = """\
title = "Acme AI"
kind = "provider"
homepage = "https://acme.example"
packages = ["pkg:pypi/acme-ai"]
hosts = ["api.acme.example"]

[imports]
python = ["acme_ai"]

[[models]]
regex = 'acme-chat-\\d'
"""


def write(folder: Path, **entries: str) -> Path:
    for id, text in entries.items():
        (folder / f"{id.replace('_', '-')}.toml").write_text(text)
    return folder


def test_an_own_entry_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    catalogue = load_catalogue_with(write(tmp_path, acme=ACME))
    assert set(catalogue.entries) - set(load_catalogue().entries) == {"acme"}
    assert [entry.id for entry in catalogue.imports("python", "acme_ai")] == ["acme"]
    assert [(row.id, row.change, row.digest) for row in catalogue.own] == [("acme", "added", sha256_hex(ACME.encode()))]
    assert "acme" not in load_catalogue().entries, "the shipped catalogue must stay as it is"
    assert catalogue.lifecycle_as_of == load_catalogue().lifecycle_as_of


def test_an_entry_that_extends_keeps_what_is_shipped(tmp_path: Path) -> None:
    folder = write(tmp_path, groq='extends = true\nhosts = ["llm.corp.example"]\n[imports]\npython = ["corp_groq"]\n')
    catalogue = load_catalogue_with(folder)
    for host in ("llm.corp.example", "api.groq.com"):
        entry = catalogue.host(host)
        assert entry is not None
        assert entry.id == "groq"
    assert [entry.id for entry in catalogue.imports("python", "corp_groq")] == ["groq"]
    assert "groq" in [entry.id for entry in catalogue.imports("python", "groq")]
    assert catalogue.entries["groq"].terms == load_catalogue().entries["groq"].terms
    assert [row.change for row in catalogue.own] == ["extended"]


def test_an_entry_that_replaces_leaves_nothing_of_the_shipped_one(tmp_path: Path) -> None:
    text = 'replaces = true\ntitle = "G"\nkind = "provider"\nhomepage = "https://g.example"\nhosts = ["g.example"]\n'
    catalogue = load_catalogue_with(write(tmp_path, groq=text))
    assert catalogue.host("api.groq.com") is None
    assert catalogue.entries["groq"].title == "G"
    assert [row.change for row in catalogue.own] == ["replaced"]


@pytest.mark.parametrize(
    ("id", "text", "complaint"),
    [
        ("groq", ACME, "groq is a shipped entry"),
        ("acme", "extends = true\n", "no shipped entry acme to extend"),
        ("acme", f"replaces = true\n{ACME}", "no shipped entry acme to replace"),
        ("groq", f"replaces = true\nextends = true\n{ACME}", "cannot both"),
        ("acme", ACME.replace("provider", "vendor"), "/kind"),
        ("acme", ACME + "colour = 1\n", "colour"),
        ("acme", "title = ", "not TOML"),
        ("acme", ACME.replace("api.acme.example", "api.groq.com"), "host api.groq.com belongs to groq too"),
        ("acme", ACME.replace(r"acme-chat-\d", "(acme"), "not a regular expression"),
        ("acme", ACME + 'publisher = "nobody"\n', "names the entry nobody, which does not exist"),
        ("acme", 'title = "A"\nkind = "eval"\nhomepage = "https://a.example"\n', "can never fire"),
        ("Acme_AI", ACME, "the name of the file"),
    ],
)
def test_an_unusable_entry_is_refused_in_one_line(tmp_path: Path, id: str, text: str, complaint: str) -> None:
    (tmp_path / f"{id}.toml").write_text(text)
    with pytest.raises(CatalogueError) as refused:
        load_catalogue_with(tmp_path)
    (problem,) = refused.value.problems
    assert complaint in str(problem)
    assert f"{id}.toml" in str(problem)
    assert "\n" not in str(problem)


def test_every_unusable_entry_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as refused:
        load_catalogue_with(write(tmp_path, one="title = ", two="x = 1", acme=ACME))
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("x")])
def test_a_folder_without_entries_is_refused(tmp_path: Path, make: object) -> None:
    place = tmp_path / "own"
    make(place)  # type: ignore[operator]
    with pytest.raises(CatalogueError, match="own"):
        load_catalogue_with(place)
