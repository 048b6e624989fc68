"""Libraries and models of a BOM: which are known, by what, and which are judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigov.catalogue import load_catalogue

Bom = dict[str, Any]
Build = Callable[..., dict[str, Any]]
Prop = Callable[[str, Any], dict[str, str]]


def test_a_bedrock_profile_is_led_to_the_model_behind_it(bom: Bom, build: Build) -> None:
    catalogue = load_catalogue()
    (model,) = build(bom)["models"]
    fact = catalogue.lifecycle("aws-bedrock", model["id"])
    assert model.get("lifecycle_id") == (fact.model_id if fact else None)


def test_the_platform_of_a_model_is_that_of_its_host_where_the_bom_does_not_repeat_it(bom: Bom, build: Build) -> None:
    before = build(bom)["models"]
    for part in bom["components"]:
        part["properties"] = [item for item in part["properties"] if item["name"] != "aigov:model:platform"]
    assert build(bom)["models"] == before


@pytest.mark.parametrize(
    ("component", "slugs"),
    [
        ({"type": "container", "name": "ollama", "purl": "pkg:docker/ollama/ollama@0.3.0"}, ["ollama"]),
        ({"type": "container", "name": "postgres", "purl": "pkg:docker/postgres@16"}, []),
        ({"type": "library", "name": "OpenAI"}, ["openai"]),
        ({"type": "library", "name": "openai", "purl": "pkg:npm/%40acme/openai@1"}, []),
        ({"type": "library", "name": "openai", "purl": "no purl"}, ["openai"]),
        ({"type": "data", "name": "openai"}, []),
        (
            {"type": "library", "name": "langchain-openai", "purl": "pkg:pypi/langchain-openai@0.2.0"},
            ["langchain", "openai"],
        ),
    ],
)
def test_a_component_is_known_by_its_purl_and_without_one_by_its_name(
    component: dict[str, Any], slugs: list[str], build: Build
) -> None:
    bom = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}
    document = build(bom)
    assert [row["slug"] for row in document["libraries"]] == slugs
    assert document["ai_use"] == ("present" if slugs else "undetermined")
    assert {row["ref"] for row in document["libraries"]} <= {f"component:{component['name']}"}


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ({"aigov:direct": "yes"}, True),
        ({}, True),
        ({"aigov:direct": "no"}, False),
        ({"aigov:direct": "no", "aigov:undeclared": "true"}, True),
    ],
)
def test_a_library_that_only_comes_along_asks_for_nobodys_approval(
    said: dict[str, str], seen: bool, bom: Bom, build: Build, prop: Prop
) -> None:
    bom["components"][0]["properties"] += [prop(name, value) for name, value in said.items()]
    assert bool(build(bom)["libraries"]) is seen


@pytest.mark.parametrize("line", [1e300, 2.0, 10**30])
def test_a_line_beyond_all_files_is_left_out(line: float, build: Build) -> None:
    component = {"type": "library", "name": "openai", "evidence": {"occurrences": [{"location": "a.py", "line": line}]}}
    [row] = build({"specVersion": "1.6", "components": [component]})["libraries"]
    assert row["occurrences"] == [{"file": "a.py"}]


def test_a_model_that_is_itself_the_subject_is_judged(build: Build) -> None:
    component = {"type": "machine-learning-model", "name": "gpt-4o", "components": [{"type": "data", "name": "d"}]}
    assert [row["id"] for row in build({"specVersion": "1.6", "metadata": {"component": component}})["models"]] == [
        "gpt-4o"
    ]


def test_what_is_nested_in_the_subject_is_judged(build: Build) -> None:
    inner = {"type": "library", "name": "openai", "purl": "pkg:pypi/openai@2.0.0"}
    component = {"type": "application", "name": "langchain", "components": [inner]}
    assert [
        row["slug"] for row in build({"specVersion": "1.6", "metadata": {"component": component}})["libraries"]
    ] == ["openai"]


@pytest.mark.parametrize(
    ("group", "name", "purl", "spelled"),
    [
        ("@ai-sdk", "react", "pkg:npm/%40ai-sdk/react@1.0.0", "@ai-sdk/react"),
        ("openai-php", "client", "pkg:composer/openai-php/client@0.10.0", "openai-php/client"),
        ("@ai-sdk", "@ai-sdk/react", "pkg:npm/%40ai-sdk/react@1.0.0", "@ai-sdk/react"),
        ("dev.langchain4j", "langchain4j", "pkg:maven/dev.langchain4j/langchain4j@1.0.0", "langchain4j"),
        ("", "openai", "pkg:pypi/openai", "openai"),
    ],
)
def test_a_package_is_called_as_those_who_ask_for_it_do(
    group: str, name: str, purl: str, spelled: str, build: Build
) -> None:
    component = {"type": "library", "group": group, "name": name, "purl": purl}
    [row] = build({"specVersion": "1.6", "components": [component]})["libraries"]
    assert row["name"] == spelled
