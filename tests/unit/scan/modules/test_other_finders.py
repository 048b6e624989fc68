"""Which file an import of PHP, Dart or Elixir means."""

from __future__ import annotations

import pytest

from aigov.scan.facts.types import Import
from aigov.scan.modules import ModuleGraph

PHP = {
    "app/Ai/Client.php": "<?php\nnamespace App\\Ai;\nclass Client {}\n",
    "lib/OpenAI/Client.php": "<?php\n\nnamespace Acme\\OpenAI;\n\nclass Client {}\n",
    "app/Ask.php": "<?php\nnamespace App;\n",
}
DART = {
    "pubspec.yaml": "name: shop\n",
    "lib/shop.dart": "",
    "lib/src/chat.dart": "",
    "packages/ai/pubspec.yaml": "name: 'shop_ai'\n",
    "packages/ai/lib/model.dart": "",
}
ELIXIR = {
    "lib/shop/chat_server.ex": "defmodule Shop.ChatServer do\nend\n",
    "lib/other/chat_server.ex": "defmodule Other.ChatServer do\nend\n",
}


def find(files: dict[str, str], family: str, path: str, module: str, name: str | None = None) -> str | None:
    graph = ModuleGraph(
        files,
        read=lambda p: files[p].encode() if p in files else None,
        vendor=lambda _, __: False,
        defines=lambda _, __: False,
    )
    return graph.find(path, family, Import(module=module, line=1, name=name))


@pytest.mark.parametrize(
    ("module", "name", "expected"),
    [
        ("App\\Ai", "Client", "app/Ai/Client.php"),
        ("Acme\\OpenAI", "Client", "lib/OpenAI/Client.php"),
        ("OpenAI", "Client", None),
        ("App\\Ai", "Gone", None),
    ],
)
def test_a_php_class_is_where_its_namespace_is_declared(module: str, name: str, expected: str | None) -> None:
    assert find(PHP, "php", "app/Ask.php", module, name) == expected


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("shop", "lib/shop.dart"),
        ("shop/src/chat.dart", "lib/src/chat.dart"),
        ("shop/src/chat.g.dart", ""),
        ("src/chat.dart", "lib/src/chat.dart"),
        ("../lib/src/chat.dart", "lib/src/chat.dart"),
        ("./gone.dart", ""),
        ("shop_ai/model.dart", "packages/ai/lib/model.dart"),
        ("openai_dart", None),
        ("dart:io", None),
    ],
)
def test_a_dart_library_is_of_the_tree_where_a_pubspec_names_its_package(module: str, expected: str | None) -> None:
    assert find(DART, "dart", "lib/shop.dart", module) == expected


@pytest.mark.parametrize(
    ("module", "name", "expected"),
    [
        ("Shop.ChatServer", None, "lib/shop/chat_server.ex"),
        ("Other", "ChatServer", "lib/other/chat_server.ex"),
        ("LangChain.ChatServer", None, None),
    ],
)
def test_an_elixir_module_is_where_it_is_defined(module: str, name: str | None, expected: str | None) -> None:
    assert find(ELIXIR, "elixir", "lib/shop.ex", module, name) == expected


def test_the_nearest_settings_file_counts() -> None:
    files = {"config/ai.php": "", "apps/a/config/ai.php": "", "apps/a/app/Ask.php": "", "apps/b/app/Ask.php": ""}
    graph = ModuleGraph(files, read=lambda _: None, vendor=lambda _, __: False, defines=lambda _, __: False)
    assert graph.nearest("apps/a/app/Ask.php", "config/ai.php") == "apps/a/config/ai.php"
    assert graph.nearest("apps/b/app/Ask.php", "config/ai.php") == "config/ai.php"
    assert graph.nearest("x.php", "config/gone.php") is None
