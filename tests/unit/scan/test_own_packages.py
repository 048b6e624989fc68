"""Which packages a tree is itself: what it publishes, never what a sample in it is called."""

from __future__ import annotations

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.own_packages import own_entries, own_purls

POM = "<project><groupId>dev.langchain4j</groupId><artifactId>{}</artifactId>{}</project>"

PROJECT = "<Project><PropertyGroup><{}>{}</{}></PropertyGroup></Project>"


def own(files: dict[str, str]) -> list[str]:
    return sorted(own_purls(frozenset(files), lambda path: files[path].encode()))


def test_maven_modules_are_those_that_the_root_leads_to() -> None:
    child = "<project><parent><groupId>dev.langchain4j</groupId></parent><artifactId>{}</artifactId>{}</project>"
    files = {
        "pom.xml": POM.format("parent", "<modules><module>core</module><module>../loop</module></modules>"),
        "core/pom.xml": child.format("langchain4j-core", "<modules><module>../open-ai</module></modules>"),
        "open-ai/pom.xml": child.format("langchain4j-open-ai", "<modules><module>../core</module></modules>"),
        "samples/pom.xml": POM.format("langchain4j-anthropic", ""),
    }
    assert own(files) == [
        "pkg:maven/dev.langchain4j/langchain4j-core",
        "pkg:maven/dev.langchain4j/langchain4j-open-ai",
        "pkg:maven/dev.langchain4j/parent",
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "settings.gradle.kts": 'rootProject.name = "all"\ninclude("openai-java", ":openai-java-core")',
                "build.gradle.kts": 'allprojects {\n    group = "com.openai"\n}',
                "samples/build.gradle.kts": 'group = "com.anthropic"',
            },
            [
                "pkg:maven/com.openai/all",
                "pkg:maven/com.openai/openai-java",
                "pkg:maven/com.openai/openai-java-core",
            ],
        ),
        (
            {
                "src/OpenAI.csproj": PROJECT.format("PackageTags", "ai", "PackageTags"),
                "src/X.csproj": PROJECT.format("PackageId", "Qdrant.Client", "PackageId"),
                "samples/Anthropic.SDK.csproj": PROJECT.format("Nullable", "enable", "Nullable"),
                "broken/OpenAI2.csproj": "<Project",
            },
            ["pkg:nuget/OpenAI", "pkg:nuget/Qdrant.Client"],
        ),
        (
            {
                "Cargo.toml": '[workspace]\nmembers = ["crates/*", "."]',
                "crates/rig/Cargo.toml": '[package]\nname = "rig-core"',
                "crates/rig/examples/x/Cargo.toml": '[package]\nname = "async-openai"',
            },
            ["pkg:cargo/rig-core"],
        ),
        (
            {
                "go.mod": "module github.com/openai/openai-go/v3\n",
                "examples/go.mod": "module github.com/openai/openai-go/examples\n",
                "tools/go.mod": "module github.com/openai/openai-go-tools\n",
                "copy/go.mod": "module github.com/anthropics/anthropic-sdk-go\n",
            },
            ["pkg:golang/github.com/openai/openai-go/examples", "pkg:golang/github.com/openai/openai-go/v3"],
        ),
        (
            {
                "openai.gemspec": 'Gem::Specification.new do |s|\n  s.name = "ruby-openai"\nend',
                "vendored/x.gemspec": 's.name = "anthropic"',
                "composer.json": '{"authors": [{"name": "a/b"}], "name": "OpenAI-PHP/client"}',
                "mix.exs": "def project, do: [app: :langchain]",
                "pubspec.yaml": "description: x\nname: dart_openai\n",
            },
            [
                "pkg:composer/openai-php/client",
                "pkg:gem/ruby-openai",
                "pkg:hex/langchain",
                "pkg:pub/dart_openai",
            ],
        ),
        ({"pom.xml": "<project", "Cargo.toml": "[", "composer.json": "{"}, []),
    ],
)
def test_own_packages(files: dict[str, str], expected: list[str]) -> None:
    assert own(files) == expected


def test_a_shared_group_does_not_make_a_tree_the_entry() -> None:
    catalogue = load_catalogue()
    assert own_entries(["pkg:npm/%40modelcontextprotocol/sdk"], catalogue) <= {"mcp"}
    assert own_entries(["pkg:npm/%40modelcontextprotocol/server-of-mine"], catalogue) == frozenset()
    assert own_entries(["pkg:maven/dev.langchain4j/some-workshop"], catalogue) == frozenset()
    assert own_entries(["pkg:pypi/openai"], catalogue) == {"openai"}
