"""What .NET projects say in one file for another: namespaces, global usings, services."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree


def scan(root: Path, files: dict[str, str]) -> Inventory:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return scan_tree(root, catalogue=load_catalogue())


@pytest.mark.parametrize(("declaring", "uses"), [(3, 0), (2, 1)])
def test_a_namespace_that_several_files_declare_is_the_trees_own(tmp_path: Path, declaring: int, uses: int) -> None:
    files = {f"src/Part{n}.cs": f"namespace OpenAI;\nclass Part{n} {{ }}\n" for n in range(declaring)}
    found = scan(tmp_path, {**files, "app/Program.cs": "using OpenAI;\nvar x = new Part1();\n"})
    assert len(found.uses) == uses


def test_global_usings_hold_in_their_project_alone(tmp_path: Path) -> None:
    project = "<Project Sdk='Microsoft.NET.Sdk' />"
    code = "class A(SearchClient search) { object B() => search; }\n"
    found = scan(
        tmp_path,
        {
            "a/a.csproj": project,
            "a/Usings.cs": "global using Azure.Search.Documents;\n",
            "a/deep/A.cs": code + "// OpenAI\n",
            "b/b.csproj": project,
            "b/A.cs": code + "// OpenAI\n",
        },
    )
    assert [use.file for use in found.uses] == ["a/Usings.cs", "a/deep/A.cs"]


def test_imports_of_razor_templates_hold_below_their_folder(tmp_path: Path) -> None:
    page = (
        "@inject IChatClient Chat\n@code { async Task A(string question) { await Chat.GetResponseAsync(question); } }\n"
    )
    found = scan(
        tmp_path,
        {"a/_Imports.razor": "@using Microsoft.Extensions.AI\n", "a/b/Page.razor": page, "c/Page.razor": page},
    )
    assert [use.file for use in found.uses] == ["a/_Imports.razor", "a/b/Page.razor"]


USING = "using Microsoft.Extensions.AI;\n"
ASKING = USING + "class A(IChatClient chat) { void B(string question) { chat.GetResponseAsync(question); } }\n"


@pytest.mark.parametrize(
    ("registration", "provider"),
    [
        ('builder.AddAzureOpenAIClient("x").AddChatClient("chat");', "azure-openai"),
        ('services.AddChatClient(new OllamaSharp.OllamaApiClient("http://ollama:11434"));', "ollama"),
        (
            "services.AddSingleton<IChatClient>(\n"
            'sp => new OpenAI.OpenAIClient("k").GetChatClient("m").AsIChatClient());',
            "openai",
        ),
        (
            'var client = new OpenAI.OpenAIClient("k").GetChatClient("m").AsIChatClient();\n'
            "services.AddChatClient(pipeline => pipeline.Use(client));",
            "microsoft-extensions-ai",
        ),
        ("services.AddSingleton<ILogger>(sp => null);", "microsoft-extensions-ai"),
    ],
)
def test_who_answers_is_said_where_services_are_registered(tmp_path: Path, registration: str, provider: str) -> None:
    found = scan(tmp_path, {"A.cs": ASKING, "Program.cs": USING + registration + "\n"})
    assert [flow.provider for flow in found.flows if flow.file == "A.cs"] == [provider]


def test_an_unknown_service_is_said(tmp_path: Path) -> None:
    found = scan(tmp_path, {"A.cs": ASKING})
    assert [(row.what, row.name) for row in found.unresolved] == [("provider", "microsoft-extensions-ai")]


def test_what_tests_register_says_nothing_of_the_app(tmp_path: Path) -> None:
    fake = USING + 'class T { void A() { services.AddChatClient(new OllamaSharp.OllamaApiClient("http://o:1")); } }\n'
    found = scan(tmp_path, {"A.cs": ASKING, "tests/FakeTests.cs": fake})
    assert [flow.provider for flow in found.flows if flow.file == "A.cs"] == ["microsoft-extensions-ai"]


@pytest.mark.parametrize(("parameters", "uses"), [(", string key", 0), (", Web web, Api api", 1), ("", 1)])
def test_a_method_that_the_tree_adds_itself_is_no_vendors(tmp_path: Path, parameters: str, uses: int) -> None:
    own = f"static class E {{ public static void AddOllama(this IHost host{parameters}) {{ }} }}\n"
    found = scan(tmp_path, {"E.cs": own + "// ollama.com\n", "Program.cs": 'host.AddOllama("chat"); // OllamaSharp\n'})
    assert [use.name for use in found.uses] == ["ollama"] * uses


def test_a_type_of_the_trees_own_is_no_vendors_for_a_global_using(tmp_path: Path) -> None:
    files = {
        "a.csproj": "<Project Sdk='Microsoft.NET.Sdk' />",
        "Usings.cs": "global using Azure.Search.Documents;\n",
        "A.cs": "class A { SearchOptions options; } // OpenAI\n",
    }
    assert [use.file for use in scan(tmp_path, files).uses] == ["A.cs", "Usings.cs"]
    files["SearchOptions.cs"] = "public record SearchOptions(int Top);\n"
    assert [use.file for use in scan(tmp_path, files).uses] == ["Usings.cs"]
