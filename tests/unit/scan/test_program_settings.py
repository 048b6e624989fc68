"""Settings of Elixir and Rails programs, and raw HTTP, where what is written leads round in circles or is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree

CATALOGUE = load_catalogue()


def _scan(root: Path, files: dict[str, str]) -> Inventory:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return scan_tree(root, catalogue=CATALOGUE)


_ASK = """defmodule Shop do
  def ask(question), do: OpenAI.chat_completion(model: Application.get_env(:shop, :model), messages: question)
end
"""
_CHAT = """class Chat
  def ask(question)
    client = OpenAI::Client.new(access_token: "x")
    client.chat(parameters: { model: %s, messages: question })
  end
end
"""


@pytest.mark.parametrize(
    "config",
    [
        "import Config\nconfig :shop, model: Application.get_env(:shop, :model)\n",
        "import Config\nconfig :shop, :model\nconfig :shop\nconfig\nconfig :shop, Shop.A.B.C, [1, 2]\n",
        "import Config\n" + "config :shop, other: 1\n" * 3000,
        "config(:shop, [[[[",
    ],
)
def test_a_config_file_that_gives_no_model_leaves_it_unknown(tmp_path: Path, config: str) -> None:
    found = _scan(tmp_path, {"config/config.exs": config, "lib/shop.ex": _ASK})
    assert [(row.what, row.name) for row in found.unresolved] == [("model", "openai")]
    assert not found.models


def test_the_application_of_a_setting_counts(tmp_path: Path) -> None:
    config = 'import Config\nconfig :other, model: "gpt-4o"\n'
    found = _scan(tmp_path, {"config/config.exs": config, "lib/shop.ex": _ASK})
    assert [row.what for row in found.unresolved] == ["model"]
    assert [flow.model for flow in found.flows] == [None]


@pytest.mark.parametrize(
    ("setting", "files"),
    [
        ("Rails.configuration.x.model", {"config/application.rb": "config.x.model = Rails.configuration.x.model\n"}),
        ("Rails.application.config_for(:llm)[:model]", {"config/llm.yml": "production:\n  model: [a, {b: c}]\n"}),
        ("Rails.application.config_for(:llm)[:model]", {"config/llm.yml": "production: {model: &a [*a]}\n"}),
        ("Rails.application.config_for(:llm)[:model]", {"config/llm.yml": "production:\n  model: <% a %>\n"}),
        ("Rails.application.config_for(name)[:model]", {"config/llm.yml": "production:\n  model: gpt-4o\n"}),
        ("Settings.model", {"config/settings.yml": "- a\n- b\n"}),
        ("Rails.configuration", {}),
    ],
)
def test_a_rails_setting_that_nothing_gives_leaves_the_model_unknown(
    tmp_path: Path, setting: str, files: dict[str, str]
) -> None:
    found = _scan(tmp_path, {"app/chat.rb": _CHAT % setting, "config/application.rb": "", **files})
    assert [flow.model for flow in found.flows] == [None]


def test_a_class_of_the_tree_is_no_program_setting(tmp_path: Path) -> None:
    own = 'module Settings\n  def self.model = "gpt-4o"\nend\n'
    shipped = {"config/settings.yml": "model: gpt-3.5-turbo\n"}
    found = _scan(tmp_path, {"app/chat.rb": _CHAT % "Settings.model", "lib/settings.rb": own, **shipped})
    assert [flow.model for flow in found.flows] == ["gpt-4o"]


def test_options_of_another_handle_are_not_those_of_the_call(tmp_path: Path) -> None:
    found = _scan(
        tmp_path,
        {
            "ask.php": """<?php
function ask($question) {
    $other = curl_init('https://shop.example');
    curl_setopt($other, CURLOPT_POSTFIELDS, json_encode(['model' => 'gpt-4o', 'messages' => $question]));
    $ch = curl_init('https://api.openai.com/v1/models');
    curl_exec($ch);
    curl_exec($unknown);
    curl_exec();
}
"""
        },
    )
    assert found.flows == ()


def test_many_calls_that_look_like_a_client_s_own_are_looked_at_in_time(tmp_path: Path) -> None:
    calls = "\n".join(f'    post "/orders/{number}", body' for number in range(2000))
    text = f'class A\n  URL = "https://api.openai.com/v1"\n  def a(body)\n{calls}\n  end\nend\n'
    found = _scan(tmp_path, {"a.rb": text})
    assert found.flows == ()
