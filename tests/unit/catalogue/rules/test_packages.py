"""Each package of each entry fires in a manifest of its registry, and a name one letter longer does not."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from aigov.catalogue import load_catalogue

RULES = [(entry.id, rule) for entry in load_catalogue().entries.values() for rule in entry.packages]

SHEETS = {
    "pypi": ("{}/requirements.txt", "", ""),
    "npm": ("{}/package.json", '{"name": "shop", "dependencies": {', '"left-pad": "1.3.0"}}'),
    "golang": ("{}/go.mod", "module example.com/shop\n\nrequire (", ")"),
    "maven": ("{}/pom.xml", "<project><dependencies>", "</dependencies></project>"),
    "nuget": ("{}/Shop.csproj", '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>', "</ItemGroup></Project>"),
    "gem": ("{}/Gemfile", "source 'https://rubygems.org'", ""),
    "cargo": ("{}/Cargo.toml", '[package]\nname = "shop"\n[dependencies]', ""),
    "composer": ("{}/composer.json", '{"require": {', '"php": "8.3"}}'),
    "hex": (
        "{}/mix.exs",
        "defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [deps: deps()]\n  defp deps do\n  [",
        '  {:left_pad, "1.0"}\n  ]\n  end\nend',
    ),
    "pub": ("{}/pubspec.yaml", "name: shop\ndependencies:", ""),
    "swift": (
        "{}/Package.swift",
        '// swift-tools-version:5.9\nimport PackageDescription\nlet package = Package(name: "shop", dependencies: [',
        "])",
    ),
    "cocoapods": ("{}/Podfile", "target 'Shop' do", "end"),
    "github": (".github/workflows/{}.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps:", ""),
    "cran": ("{}/DESCRIPTION", "Package: shop\nImports:", "    stats"),
    "conda": ("{}/environment.yml", "dependencies:", "  - python=3.12"),
    "julia": ("{}/Project.toml", 'name = "Shop"\n[deps]', ""),
}


def spelled(kind: str, name: str) -> str:
    """How a manifest asks for the package."""
    if kind == "maven":
        group, _, artifact = name.partition("/")
        place = f"<groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        return f"<dependency>{place}<version>1</version></dependency>"
    if kind == "swift":
        return f'.package(url: "https://{name}.git", from: "1.0.0"),'
    return {
        "pypi": "{0}==1.0",
        "npm": '"{0}": "1.0.0",',
        "golang": "\t{0} v1.0.0",
        "nuget": '<PackageReference Include="{0}" Version="1.0.0" />',
        "gem": 'gem "{0}", "1.0"',
        "cargo": '{0} = "1.0"',
        "composer": '"{0}": "1.0",',
        "hex": '  {{:{0}, "1.0"}},',
        "pub": "  {0}: 1.0.0",
        "cocoapods": "  pod '{0}', '1.0'",
        "github": "      - uses: {0}@v1",
        "cran": "    {0},",
        "conda": "  - {0}=1.0",
        "julia": '{0} = "00000000-0000-0000-0000-000000000000"',
    }[kind].format(name)


def parts(purl: str) -> tuple[str, str]:
    kind, _, name = purl.removeprefix("pkg:").partition("/")
    return kind, unquote(name)


def near(name: str) -> str:
    """A name that only looks like it: a letter more at its end, or another before the ``*``."""
    if name.endswith("*"):
        kept = name[:-1].rstrip("/._-")
        return f"{kept}q{name[len(kept) : -1]}q"
    return name + "q"


_NAMES: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
for _id, _rule in RULES:
    _NAMES[parts(_rule.purl)[0]].append((parts(_rule.purl)[1].lower(), _id))


def owners(kind: str, name: str) -> set[str]:
    """The entries whose own words say that they mean the package."""
    low = name.lower()
    return {
        id
        for pattern, id in _NAMES[kind]
        if low == pattern
        or (pattern.endswith("*") and low.startswith(pattern[:-1]))
        or (kind == "golang" and low.startswith(f"{pattern}/"))
    }


@pytest.mark.parametrize("kind", SHEETS)
def test_every_package_fires_and_what_looks_like_it_does_not(kind, specimen, sheet, prove) -> None:
    def all_of_them() -> Iterator:
        for id, rule in RULES:
            registry, pattern = parts(rule.purl)
            if registry != kind:
                continue
            name, label = pattern.replace("*", "some"), f"{id}: package {rule.purl}"
            yield specimen(
                rule=label,
                text=spelled(kind, name),
                shape=kind,
                finds=("use", id),
                # A manifest is read whatever it holds.
                alone=False,
                # The steps of a workflow are one use.
                apart=[("key", name.lower()), ("use", id) if kind == "github" else label],
            )
            if id not in owners(kind, near(pattern)):
                text = spelled(kind, near(pattern))
                yield specimen(rule=label, text=text, shape=kind, finds=("use", id), fires=False)
            for other in rule.apart_from:
                name = parts(other)[1].replace("*", "some")
                yield specimen(
                    rule=f"{label} apart from {other}",
                    text=spelled(kind, name),
                    shape=kind,
                    finds=("use", id),
                    fires=False,
                )

    path, before, after = SHEETS[kind]
    wrong = prove(all_of_them(), {kind: sheet(path, before, after)})
    assert not wrong, "\n".join(wrong)


def test_every_registry_of_a_package_has_a_manifest_here() -> None:
    assert {parts(rule.purl)[0] for _, rule in RULES} == set(SHEETS)
