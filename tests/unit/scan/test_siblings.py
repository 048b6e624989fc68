"""What a list of models tells of its other items, and where it is not asked."""

from __future__ import annotations

from pathlib import Path

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree


def _models(tmp_path: Path, **files: str) -> dict[str, str]:
    for name, text in files.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    found = scan_tree(tmp_path, catalogue=load_catalogue()).models
    return {row.model: row.provider for row in found}


def test_most_items_must_be_models(tmp_path: Path) -> None:
    few = _models(tmp_path, a='ITEMS = ["gpt-4o", "gpt-4.1", "left-pad-1", "react-18", "vue-3", "next-15"]\n')
    assert set(few) == {"gpt-4o", "gpt-4.1"}


def test_data_in_code_are_left_alone(tmp_path: Path) -> None:
    items = ", ".join(f'"item-{number}"' for number in range(5000))
    assert set(_models(tmp_path, a=f'ITEMS = ["gpt-4o", "gpt-4.1", {items}]\n')) == {"gpt-4o", "gpt-4.1"}


def test_a_host_of_the_tree_serves_what_its_maker_published(tmp_path: Path) -> None:
    name = 'NAME = "Qwen/Qwen3-32B"\n'
    assert _models(tmp_path, a=name) == {"Qwen/Qwen3-32B": "huggingface"}
    assert _models(tmp_path, a=name, b="import together\ntogether.Together()\n") == {"Qwen/Qwen3-32B": "together"}


def test_of_several_hosts_none_is_chosen(tmp_path: Path) -> None:
    both = 'import together\ntogether.Together()\nBASE = "https://openrouter.ai/api/v1"\n'
    assert _models(tmp_path, a='NAME = "Qwen/Qwen3-32B"\n', b=both) == {"Qwen/Qwen3-32B": "huggingface"}


def test_an_id_of_a_list_is_theirs_after_whom_the_list_is_called(tmp_path: Path) -> None:
    found = _models(
        tmp_path, a='MODELS = {"groq": ["llama-3.1-8b-instant", "llama-3.3-70b-versatile", "luna-9b-new"]}\n'
    )
    assert found["luna-9b-new"] == "groq"
