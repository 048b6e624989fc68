"""What the build file and the settings of a JVM module say for the code in it."""

from __future__ import annotations

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.build_modules import BuildModules

CODE = "desk/src/main/java/com/acme/Desk.java"
OPENAI = "org.springframework.ai:spring-ai-starter-model-openai"
OLLAMA = "org.springframework.ai:spring-ai-starter-model-ollama"
RESOURCES = "desk/src/main/resources"


def of(files: dict[str, str]) -> BuildModules:
    read = {path: text.encode() for path, text in files.items()}
    return BuildModules({*read, CODE}, read.get, load_catalogue())


def pom(*names: str, scope: str = "") -> str:
    rows = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>{scope}</dependency>"
        for group, _, artifact in (name.partition(":") for name in names)
    )
    return f"<project><artifactId>x</artifactId><dependencies>{rows}</dependencies></project>"


def provider(files: dict[str, str], path: str = CODE) -> str | None:
    framework = load_catalogue().get("spring-ai")
    assert framework is not None
    found = of(files).configured(path, framework)
    if found is None:
        return None
    return found.provider.id if found.provider is not None else f"? {found.reason.reason if found.reason else ''}"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"desk/pom.xml": pom(OPENAI)}, "openai"),
        ({"desk/build.gradle": f"dependencies {{ implementation '{OPENAI}:1.0.0' }}"}, "openai"),
        ({"desk/build.gradle.kts": f'dependencies {{ implementation("{OPENAI}") }}'}, "openai"),
        # what the build above declares holds where the module declares nothing
        ({"pom.xml": pom(OPENAI), "desk/pom.xml": pom()}, "openai"),
        ({"pom.xml": pom(OPENAI), "desk/pom.xml": pom(OLLAMA)}, "ollama"),
        ({"desk/pom.xml": pom(OPENAI, OLLAMA)}, "? the module brings several providers: ollama, openai"),
        (
            {
                "desk/pom.xml": pom(OPENAI, OLLAMA),
                f"{RESOURCES}/application.properties": "spring.ai.model.chat=ollama\n",
            },
            "ollama",
        ),
        (
            {"desk/pom.xml": pom(OPENAI, scope="<scope>test</scope>")},
            "? no dependency of this module brings a provider",
        ),
        ({"desk/pom.xml": "not XML"}, "? no dependency of this module brings a provider"),
        ({}, "? no dependency of this module brings a provider"),
    ],
)
def test_the_provider_behind_a_client_of_the_framework(files: dict[str, str], expected: str) -> None:
    assert provider(files) == expected


def test_other_languages_have_no_such_build() -> None:
    assert provider({"desk/pom.xml": pom(OPENAI)}, "desk/app.py") is None


def test_settings_are_those_of_the_module_whatever_their_spelling() -> None:
    modules = of(
        {
            "desk/pom.xml": pom(),
            f"{RESOURCES}/application.yml": "ai:\n  reply-model: gpt-4o\n",
            f"{RESOURCES}/application-prod.properties": "ai.replyModel=gpt-4.1\n",
            "shop/pom.xml": pom(),
            "shop/src/main/resources/application.yml": "ai:\n  reply-model: other\n",
        }
    )
    found = modules.setting(CODE, "ai.reply-model")
    assert [(text.value, text.file, text.line) for text in found] == [
        ("gpt-4.1", f"{RESOURCES}/application-prod.properties", 1),
        ("gpt-4o", f"{RESOURCES}/application.yml", 2),
    ]
    assert modules.setting(CODE, "ai.other") == ()


def test_typesafe_configuration() -> None:
    modules = of(
        {
            "desk/build.sbt": "",
            f"{RESOURCES}/application.conf": 'ai {\n  # a comment\n  chat { model = "gpt-4o" }\n'
            "  chat.model = ${?MODEL}\n}\n",
        }
    )
    assert [(text.value, text.line) for text in modules.setting(CODE, "ai.chat.model")] == [("gpt-4o", 3)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("spring.ai.openai.chat.options.model=gpt-4o\nspring.ai.openai.embedding.options.model=x-small", "gpt-4o"),
        ("spring.ai.openai.chat.options.model=${MODEL}", None),
        ("spring.ai.openai.embedding.options.model=text-embedding-3-small", None),
        ("spring.ai.ollama.chat.options.model=llama3.2", None),
    ],
)
def test_the_chat_model_of_a_provider(settings: str, expected: str | None) -> None:
    entry = load_catalogue().get("openai")
    assert entry is not None
    modules = of({"desk/pom.xml": pom(OPENAI), f"{RESOURCES}/application.properties": settings})
    found = modules.model(CODE, entry)
    assert (found.value if found is not None else None) == expected
