"""Every shipped entry is valid, is named by its file, and can fire."""

import re
import tomllib
from pathlib import Path

import pytest

from aigov.catalogue import Catalogue, load_catalogue
from aigov.catalogue.entry import Entry, Import
from aigov.catalogue.loader import entry_files, load_document, read_entry
from aigov.errors import UsageError
from aigov.resources import catalogue_dir, schemas_dir
from aigov.schema import violations

_FIXTURES = Path(__file__).parent / "fixtures"


def entries() -> list[Entry]:
    return list(load_catalogue().entries.values())


def test_every_file_is_valid_and_is_an_entry() -> None:
    broken = [
        f"{path.name}{violation.pointer}: {violation.message}"
        for path in entry_files(catalogue_dir())
        for violation in violations("catalogue", tomllib.loads(path.read_text()))
    ]
    assert broken == []
    assert set(load_catalogue().entries) == {path.stem for path in entry_files(catalogue_dir())}


def test_ids_are_slugs_and_the_agreed_ones_are_there() -> None:
    known = set(load_catalogue().entries)
    assert [id for id in known if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)] == []
    assert set((_FIXTURES / "slugs.txt").read_text().split()) - known == set()


def test_every_entry_can_fire() -> None:
    silent = [e.id for e in entries() if not (e.imports or e.packages or e.hosts or e.images or e.env)]
    assert silent == []


def imported(rule: Import) -> tuple[str, str | None]:
    """A module and a name that the rule is about."""
    module = rule.module.removesuffix("*") + ("x" if rule.module.endswith("*") else "")
    name = rule.names[0].replace("*", "x") if rule.names else None
    return module, name


def test_every_import_fires_its_entry() -> None:
    catalogue = load_catalogue()
    missed = [
        (entry.id, rule.module)
        for entry in entries()
        for rule in entry.imports
        if entry not in catalogue.imports(rule.language, *imported(rule))
    ]
    assert missed == []


def test_every_package_host_image_and_variable_finds_its_entry() -> None:
    catalogue = load_catalogue()
    for entry in entries():
        for package in entry.packages:
            assert entry in catalogue.package(package.purl.replace("*", "x") + "@1.2.3"), package.purl
        for host in entry.hosts:
            assert catalogue.host(re.sub(r"<[^>]+>", "eu-west-1", host.replace("*.", "my.own."))) is entry, host
        for image in entry.images:
            assert catalogue.image(image.replace("*", "x") + ":1.2") is entry, image
        for variable in entry.env:
            assert catalogue.env(variable.replace("*", "_X")) is not None, variable
        for port in entry.ports:
            assert catalogue.port(port) is entry


def test_nothing_belongs_to_two_entries_that_may_have_one_owner_only() -> None:
    owners: dict[tuple[str, object], list[str]] = {}
    for entry in entries():
        keys: list[tuple[str, object]] = [("host", host) for host in entry.hosts]
        keys += [("env", variable) for variable in entry.env] + [("port", port) for port in entry.ports]
        keys += [("image", image) for image in entry.images] + [("prefix", prefix) for prefix in entry.prefixes]
        keys += [("model", id) for id in entry.exact_in_call]
        keys += [("call", (c.language, c.symbol, c.when)) for c in entry.constructors]
        for key in keys:
            owners.setdefault(key, []).append(entry.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_references_to_other_entries_and_indicators_hold() -> None:
    catalogue = load_catalogue()
    platforms = {fact.platform for fact in catalogue.lifecycle_facts()}
    for entry in entries():
        for constructor in entry.constructors:
            assert {constructor.provider, constructor.interface} - {None} <= set(catalogue.entries), entry.id
        assert {p.publisher for p in entry.models} - {None} <= set(catalogue.entries), entry.id
        assert set(entry.indicators) <= set(catalogue.indicators), entry.id
        assert entry.lifecycle_platform is None or entry.lifecycle_platform in platforms, entry.id


def test_every_constructor_has_an_import_that_leads_to_it() -> None:
    """A call is resolved through its import: a symbol that no import covers would never be looked up."""
    catalogue = load_catalogue()
    stray = [
        (entry.id, constructor.symbol)
        for entry in entries()
        for constructor in entry.constructors
        if not constructor.when and not _covered(constructor.language, constructor.symbol)
    ]
    assert catalogue is load_catalogue()
    assert stray == []


def test_providers_of_the_ai_sdk_can_be_made_with_options_too() -> None:
    """``createXai({ baseURL })`` beside ``xai("grok-4")``: without the first, a base URL of one's own stays unseen."""
    silent = [
        rule.module
        for entry in entries()
        for rule in entry.imports
        if rule.module.startswith("@ai-sdk/") and entry.kind in ("provider", "model-host")
        if not any(constructor.symbol.startswith(f"{rule.module}.create") for constructor in entry.constructors)
    ]
    assert silent == []


def _covered(language: str, symbol: str) -> bool:
    catalogue = load_catalogue()
    if "." not in symbol or symbol.startswith("."):
        return True  # a global function, or a method known by its name alone: nothing imports it
    if language == "ruby":
        symbol = symbol.replace(".", "::")
        cuts = [match.start() for match in re.finditer(r"::", symbol)]
        return any(catalogue.imports(language, symbol[:cut]) for cut in (*cuts, None))
    cuts = [match.start() for match in re.finditer(r"\.", symbol)]
    return any(catalogue.imports(language, symbol[:cut], symbol[cut + 1 :].split(".")[0]) for cut in cuts)


def test_terms_are_dated_sourced_and_absent_means_unknown() -> None:
    for entry in entries():
        if entry.terms:
            assert entry.terms.sources, entry.id
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.terms.as_of), entry.id
    gemini = load_catalogue().entries["google-gemini"].terms
    assert gemini is not None
    assert gemini.trains_by_default is None, "the tier decides, and code does not show it"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('title = "X"\nkind = "provider"\nhomepage = "https://x"\nhost = ["api.x"]\n', "host"),
        ('title = "X"\nkind = "vendor"\nhomepage = "https://x"\n', "/kind"),
        ('title = "X"\nkind = "provider"\n', "homepage"),
        ('title = "X\n', "not TOML"),
    ],
)
def test_an_entry_of_ones_own_is_refused_with_the_place(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        load_document(path)
    assert complaint in str(error.value)
    assert str(path) in str(error.value)


def test_an_entry_of_ones_own_loads(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(
        'title = "Acme"\nkind = "provider"\nhomepage = "https://acme.example"\nhosts = ["llm.acme.example"]\n'
        '[imports]\npython = ["acme_llm"]\n[[constructors.python]]\nsymbols = ["acme_llm.{Client,AsyncClient}"]\n'
    )
    entry = read_entry(path.stem, load_document(path))
    assert entry.id == "acme"
    assert [c.symbol for c in entry.constructors] == ["acme_llm.Client", "acme_llm.AsyncClient"]


def test_the_worked_example_of_the_docs_is_an_entry(tmp_path: Path) -> None:
    page = (schemas_dir().parent / "docs" / "catalogue.md").read_text()
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    path = tmp_path / "acme.toml"
    path.write_text(example[1])
    catalogue = Catalogue([read_entry(path.stem, load_document(path))], [])
    owner = catalogue.model_owner("acme-chat-2")
    assert owner is not None
    assert owner[0].id == "acme"
    assert catalogue.pinned("acme", "acme-chat-2-2026-05-01") == "yes"
