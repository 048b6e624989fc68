"""Settings that .NET code asks for, and the parts of connection strings."""

from __future__ import annotations

import pytest

from aigov.scan.dotnet_settings import DotnetSettings, connection_part
from aigov.scan.values import Text

WEB = '{ "AI": { "Model": "gpt-4o", "ApiKey": "sk-secret", "Tries": [1, 2], "Off": null } }'


def of(files: dict[str, str]) -> DotnetSettings:
    read = {path: text.encode() for path, text in files.items()}
    return DotnetSettings(read, read.get)


def values(settings: DotnetSettings, path: str, key: str) -> list[tuple[str, str, int]]:
    return [(text.value, text.file, text.line) for text in settings.setting(path, key)]


def test_keys_are_compared_without_case_and_with_either_separator() -> None:
    settings = of({"web/appsettings.json": WEB})
    assert values(settings, "web/Pages/Chat.cs", "ai:MODEL") == [("gpt-4o", "web/appsettings.json", 1)]
    assert values(settings, "web/Chat.cs", "AI__Model") == [("gpt-4o", "web/appsettings.json", 1)]
    assert values(settings, "web/Chat.cs", "AI:Tries:1") == [("2", "web/appsettings.json", 1)]


def test_the_file_for_all_environments_comes_first() -> None:
    settings = of(
        {
            "web/appsettings.Production.json": '{ "AI": { "Model": "gpt-5" } }',
            "web/appsettings.json": WEB,
            "web/bin/Debug/appsettings.json": '{ "AI": { "Model": "built" } }',
        }
    )
    assert [value for value, _, _ in values(settings, "web/Chat.cs", "AI:Model")] == ["gpt-4o", "gpt-5"]


def test_secrets_and_what_is_empty_are_no_values() -> None:
    settings = of({"web/appsettings.json": WEB})
    assert values(settings, "web/Chat.cs", "AI:ApiKey") == []
    assert values(settings, "web/Chat.cs", "AI:Off") == []


def test_a_library_sees_the_settings_of_the_programs_and_a_program_only_its_own() -> None:
    settings = of({"web/appsettings.json": WEB, "job/appsettings.json": '{ "Job": { "Model": "gpt-4.1" } }'})
    assert [value for value, _, _ in values(settings, "lib/Chat.cs", "Job:Model")] == ["gpt-4.1"]
    assert values(settings, "web/Chat.cs", "Job:Model") == []


def test_a_broken_file_says_less_and_ends_nothing() -> None:
    settings = of({"web/appsettings.json": '{ "AI": { "Model": ', "job/appsettings.json": "[]"})
    assert values(settings, "job/Chat.cs", "AI:Model") == []


@pytest.mark.parametrize(
    ("string", "part", "expected"),
    [
        ("Endpoint=https://x.openai.azure.com/;Key=sk-secret;Deployment=gpt-4o", "Deployment", "gpt-4o"),
        ("endpoint=https://x.openai.azure.com/;key=a=b", "Endpoint", "https://x.openai.azure.com/"),
        ("https://x.openai.azure.com/", "Endpoint", "https://x.openai.azure.com/"),
        ("https://x.openai.azure.com/", "Deployment", None),
        ("Server=db;Database=shop", "Endpoint", None),
        ("Endpoint=", "Endpoint", None),
    ],
)
def test_parts_of_connection_strings(string: str, part: str, expected: str | None) -> None:
    found = connection_part(Text(string, "web/appsettings.json", 1), part)
    assert (found.value if found is not None else None) == expected
