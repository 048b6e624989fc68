"""Spellings of manifests that are as legal as the usual ones."""

from __future__ import annotations

from pathlib import Path

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree

CATALOGUE = load_catalogue()


def scan(root: Path, **files: str) -> Inventory:
    for name, text in files.items():
        (root / name.replace("__", ".").replace("_0_", "-")).write_text(text, encoding="utf-8")
    return scan_tree(root, catalogue=CATALOGUE)


def versions(inventory: Inventory) -> set[tuple[str | None, str | None]]:
    return {(row.package, row.version) for row in inventory.uses}


def test_gradle_s_properties_in_quotes(tmp_path: Path) -> None:
    script = """\
extra["springAiVersion"] = "1.0.1"
dependencyManagement { imports { mavenBom("org.springframework.ai:spring-ai-bom:${property("springAiVersion")}") } }
dependencies {
    implementation("org.springframework.ai:spring-ai-starter-model-openai")
    implementation("dev.langchain4j:langchain4j-open-ai")
}
"""
    found = versions(scan(tmp_path, build__gradle__kts=script))
    assert ("pkg:maven/org.springframework.ai/spring-ai-bom", "1.0.1") in found
    assert ("pkg:maven/org.springframework.ai/spring-ai-starter-model-openai", "1.0.1") in found
    assert ("pkg:maven/dev.langchain4j/langchain4j-open-ai", None) in found


def test_an_imported_bom_gives_its_own_group_its_version_and_nobody_else(tmp_path: Path) -> None:
    pom = """<project><properties><ai>1.0.1</ai></properties><dependencyManagement><dependencies>
<dependency><groupId>org.springframework.ai</groupId><artifactId>spring-ai-bom</artifactId><version>${ai}</version>
<type>pom</type><scope>import</scope></dependency>
<dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-bom</artifactId><version>1.2.0</version>
<type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement><dependencies>
<dependency><groupId>org.springframework.ai</groupId><artifactId>spring-ai-starter-model-ollama</artifactId></dependency>
<dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-ollama</artifactId></dependency>
</dependencies></project>"""
    found = versions(scan(tmp_path, pom__xml=pom))
    assert ("pkg:maven/org.springframework.ai/spring-ai-starter-model-ollama", "1.0.1") in found
    assert ("pkg:maven/dev.langchain4j/langchain4j-ollama", None) in found  # its modules have versions of their own


def test_nobody_asks_for_what_the_sums_of_a_workspace_list(tmp_path: Path) -> None:
    sums = "cloud.google.com/go/vertexai v0.12.0 h1:abc=\ngithub.com/sashabaranov/go-openai v1.26.0 h1:abc=\n"
    inventory = scan(tmp_path, go__work="go 1.22\n\nuse ./x\n", go__work__sum=sums)
    assert inventory.uses == () and inventory.transitive == ()


def test_copies_within_packages_of_npm_s_first_lock_file_come_along(tmp_path: Path) -> None:
    lock = """{"name": "a", "lockfileVersion": 1, "dependencies": {"cohere-ai": {"version": "7.10.1", "dependencies":
{"openai": {"version": "4.1.0"}, "cohere-ai": {"version": "6.0.0"}}}}}"""
    inventory = scan(tmp_path, package__json='{"dependencies": {"cohere-ai": "^7"}}', package_0_lock__json=lock)
    assert versions(inventory) == {("pkg:npm/cohere-ai", "7.10.1")}
    assert {(row.package, row.version) for row in inventory.transitive} >= {
        ("pkg:npm/openai", "4.1.0"),
        ("pkg:npm/cohere-ai", "6.0.0"),
    }


def test_conda_s_own_names(tmp_path: Path) -> None:
    inventory = scan(tmp_path, environment__yml="dependencies:\n  - pytorch::pytorch=2.3\n  - pytorch-cuda=12.1\n")
    assert [(row.name, row.package) for row in inventory.uses] == [("torch", "pkg:conda/pytorch")]
