"""Which file an import of Java, Kotlin or Scala means."""

from __future__ import annotations

import pytest

from aigov.scan.facts.languages.java import package_of
from aigov.scan.facts.types import Import
from aigov.scan.modules import ModuleGraph

FILES = {
    "shop/src/main/java/com/acme/ai/Models.java": "package com.acme.ai; class Models { enum Kind {} }",
    "shop/src/main/java/com/acme/Main.java": "",
    "desk/src/main/java/com/acme/ai/Models.java": "",
    "desk/src/main/java/com/acme/Desk.java": "",
    "shop/src/main/kotlin/com/acme/ai/clients.kt": "package com.acme.ai\n\nfun client(): Any = 1\nval KEY = 2\n",
    "shop/src/main/java/com/openai/acme/Own.java": "",
}


def find(path: str, module: str, name: str | None) -> str | None:
    graph = ModuleGraph(
        FILES,
        read=lambda p: FILES[p].encode() if p in FILES else None,
        vendor=lambda _, module: module.startswith("com.openai"),
        defines=lambda path, name: False,
    )
    return graph.find(path, "java", Import(module=module, line=1, name=name, alias=name))


@pytest.mark.parametrize(
    ("path", "module", "name", "expected"),
    [
        (
            "shop/src/main/java/com/acme/Main.java",
            "com.acme.ai",
            "Models",
            "shop/src/main/java/com/acme/ai/Models.java",
        ),
        # of the same class in two modules of the build the nearer one is meant
        (
            "desk/src/main/java/com/acme/Desk.java",
            "com.acme.ai",
            "Models",
            "desk/src/main/java/com/acme/ai/Models.java",
        ),
        # nested classes and static members lie in the file of the class
        (
            "shop/src/main/java/com/acme/Main.java",
            "com.acme.ai.Models",
            "Kind",
            "shop/src/main/java/com/acme/ai/Models.java",
        ),
        (
            "shop/src/main/java/com/acme/Main.java",
            "com.acme.ai.Models",
            "*",
            "shop/src/main/java/com/acme/ai/Models.java",
        ),
        # a Kotlin file need not bear the name of what it holds
        (
            "shop/src/main/java/com/acme/Main.java",
            "com.acme.ai",
            "client",
            "shop/src/main/kotlin/com/acme/ai/clients.kt",
        ),
        # a package of this tree, without the class: generated code
        ("shop/src/main/java/com/acme/Main.java", "com.acme.ai", "Generated", ""),
        ("shop/src/main/java/com/acme/Main.java", "com.acme.ai", "*", ""),
        # packages from outside, also those that the tree's own begin like
        ("shop/src/main/java/com/acme/Main.java", "com.openai.client", "OpenAIClient", None),
        ("shop/src/main/java/com/acme/Main.java", "com.openai", "Client", None),
        (
            "shop/src/main/java/com/acme/Main.java",
            "com.openai.acme",
            "Own",
            "shop/src/main/java/com/openai/acme/Own.java",
        ),
        ("shop/src/main/java/com/acme/Main.java", "java.util", "Map", None),
    ],
)
def test_imports(path: str, module: str, name: str, expected: str | None) -> None:
    assert find(path, module, name) == expected


@pytest.mark.parametrize(
    ("folder", "package"),
    [
        ("shop/src/main/java/com/acme/ai", "com/acme/ai"),
        ("shop/src/main/kotlin/com/acme/ai", "com/acme/ai"),
        ("app/src/commonMain/kotlin/com/acme", "com/acme"),
        ("src/com/acme", "com/acme"),
        ("notes", "notes"),
    ],
)
def test_packages_of_folders(folder: str, package: str) -> None:
    assert package_of(folder) == package
