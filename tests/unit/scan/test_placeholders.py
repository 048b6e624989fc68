"""Settings that code asks for by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree

SOURCE = """package com.acme;
import dev.langchain4j.model.openai.OpenAiChatModel;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
class A {{
    {field}
    Environment environment;
    Object model() {{ return OpenAiChatModel.builder().modelName({use}).build(); }}
}}
"""


def models(tmp_path: Path, field: str, use: str = "name", settings: str = "") -> list[tuple[str, str | None]]:
    code = tmp_path / "src/main/java/com/acme/A.java"
    code.parent.mkdir(parents=True)
    code.write_text(SOURCE.format(field=field, use=use))
    (tmp_path / "pom.xml").write_text("<project/>")
    if settings:
        resources = tmp_path / "src/main/resources/application.properties"
        resources.parent.mkdir(parents=True)
        resources.write_text(settings)
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    found = [(row.model, row.variable) for row in inventory.models if row.provider == "openai" and not row.mention]
    return found or [(f"? {row.reason}", row.variable) for row in inventory.unresolved if row.what == "model"]


@pytest.mark.parametrize(
    ("field", "use", "settings", "expected"),
    [
        ('@Value("${ai.model:gpt-4o}") String name;', "name", "", [("gpt-4o", "ai.model")]),
        ('@Value("${ai.model}") String name;', "name", "ai.model=gpt-4.1", [("gpt-4.1", "ai.model")]),
        ('@Value("${ai.model:gpt-4o}") String name;', "name", "ai.model=gpt-4.1", [("gpt-4.1", "ai.model")]),
        ('@Value("${ai.model:${ai.other:gpt-4o}}") String name;', "name", "", [("gpt-4o", "ai.model")]),
        ('@Value("gpt-${ai.version:4o}") String name;', "name", "", [("gpt-4o", "ai.version")]),
        ('@Value("${ai.model}") String name;', "name", "ai.model=${MODEL:gpt-4o}", [("gpt-4o", "MODEL")]),
        (
            '@ConfigProperty(name = "ai.model", defaultValue = "gpt-4o") String name;',
            "name",
            "",
            [("gpt-4o", "ai.model")],
        ),
        ("", 'environment.getProperty("ai.model", "gpt-4o")', "", [("gpt-4o", "ai.model")]),
        ("", 'environment.getProperty("ai.model")', "ai.model=gpt-4o", [("gpt-4o", "ai.model")]),
        ('@Value("${ai.model}") String name;', "name", "", [("? setting ai.model has no value here", "ai.model")]),
        (
            '@Value("#{beans.model}") String name;',
            "name",
            "",
            [("? an expression that the framework evaluates is not followed", None)],
        ),
        (
            '@Value("${ai.model}") String name;',
            "name",
            "ai.model=${ai.model}",
            [("? setting ai.model has no value here", "ai.model")],
        ),
    ],
)
def test_settings(tmp_path: Path, field: str, use: str, settings: str, expected: list[tuple[str, str | None]]) -> None:
    assert models(tmp_path, field, use, settings) == expected
