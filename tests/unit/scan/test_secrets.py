"""Keys of providers: found in every kind of file, told from placeholders, and never written down."""

from __future__ import annotations

import json
import random
import string
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from aigov.catalogue import load_catalogue
from aigov.cli import cli
from aigov.model import Inventory, Problem
from aigov.scan.scan import scan_tree
from aigov.scan.secrets import HIDDEN, Redactor, hide_keys, is_key
from aigov.schema import violations

_RANDOM = random.Random(3)
_HEX = "0123456789abcdef"


def made(count: int, alphabet: str = string.ascii_letters + string.digits) -> str:
    return "".join(_RANDOM.choice(alphabet) for _ in range(count))


OPENAI = f"sk-proj-{made(60)}T3BlbkFJ{made(60)}"
ANTHROPIC = f"sk-ant-api03-{made(90)}"
HUGGINGFACE = f"hf_{made(34, string.ascii_letters)}"
GEMINI = f"AIza{made(35)}"
MISTRAL = made(32)
COHERE = made(40)
DEEPSEEK = f"sk-{made(32, _HEX)}"
AZURE = made(32, _HEX)
KEYS = (OPENAI, ANTHROPIC, HUGGINGFACE, GEMINI, MISTRAL, COHERE, DEEPSEEK, AZURE)

FILES = {
    "app.py": f"""import os
from openai import OpenAI
from mistralai import Mistral
KEY = "{OPENAI}"
OpenAI(api_key=KEY)
Mistral(api_key="{MISTRAL}")
os.environ["COHERE_API_KEY"] = "{COHERE}"
OpenAI(api_key=os.getenv("DEEPSEEK_API_KEY", "{DEEPSEEK}"), base_url="https://api.deepseek.com")
u = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent?key={GEMINI}"
OpenAI().chat.completions.create(model="{OPENAI}", messages=[{{"role": "user", "content": "{ANTHROPIC}"}}])
""",
    ".env": f"OPENAI_MODEL={OPENAI}\nAZURE_OPENAI_API_KEY={AZURE}\nOPENAI_BASE_URL=https://x.example/{OPENAI}\n",
    "README.md": f"export HF_TOKEN={HUGGINGFACE}\n",
    "run.sh": f"curl -H 'Authorization: Bearer {OPENAI}' 'https://api.openai.com/v1/models?key={OPENAI}'\n",
    ".vscode/mcp.json": json.dumps(
        {
            "servers": {
                "openai": {"command": "npx", "args": ["-y", "x", f"--key={OPENAI}"], "env": {"A_API_KEY": ANTHROPIC}},
                "far": {"url": f"https://mcp.example/sse?key={COHERE}&openai={OPENAI}"},
            }
        },
        indent=1,
    ),
    ".cursor/mcp.json": f'{{"mcpServers": {{"openai": {{"command": {ANTHROPIC}}}}}}}',
    "a.ipynb": json.dumps(
        {
            "cells": [
                {
                    "cell_type": "code",
                    "outputs": [{"text": [HUGGINGFACE]}],
                    "source": ["import openai\n", f'openai.api_key = "{OPENAI}"\n'],
                }
            ]
        },
        indent=1,
    ),
    "k8s.yaml": f"kind: Pod\nspec:\n  containers:\n  - env:\n    - name: MISTRAL_API_KEY\n      value: {MISTRAL}\n",
    "Dockerfile": f"FROM python\nENV COHERE_API_KEY {COHERE}\n",
    "view.vue": f"<script>\nimport OpenAI from 'openai'\nnew OpenAI({{ apiKey: '{DEEPSEEK}' }})\n</script>\n",
}
EXPECTED = {
    ("app.py", 4, "openai", "form"),
    ("app.py", 6, "mistral", "argument"),
    ("app.py", 7, "cohere", "variable"),
    ("app.py", 8, "deepseek", "variable"),
    ("app.py", 9, "google-gemini", "form"),
    ("app.py", 10, "anthropic", "form"),
    ("app.py", 10, "openai", "form"),
    (".env", 1, "openai", "form"),
    (".env", 2, "azure-openai", "variable"),
    (".env", 3, "openai", "form"),
    ("README.md", 1, "huggingface", "form"),
    ("run.sh", 1, "openai", "form"),
    (".vscode/mcp.json", 8, "openai", "form"),
    (".vscode/mcp.json", 11, "anthropic", "form"),
    (".vscode/mcp.json", 15, "openai", "form"),
    (".cursor/mcp.json", 1, "anthropic", "form"),
    ("a.ipynb", 8, "huggingface", "form"),
    ("a.ipynb", 14, "openai", "form"),
    ("k8s.yaml", 6, "mistral", "variable"),
    ("Dockerfile", 2, "cohere", "variable"),
    ("view.vue", 3, "openai", "argument"),
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "app"


def scan(root: Path) -> Inventory:
    return scan_tree(root, catalogue=load_catalogue())


def clean(text: str) -> None:
    """No key stands in the text, nor a part of one that would help to guess it."""
    for key in KEYS:
        for at in range(0, len(key) - 12, 4):
            assert key[at : at + 12] not in text or key[at : at + 12] in "sk-ant-api03-", key[:6]


def test_every_kind_of_file(tree: Path) -> None:
    inventory = scan(tree)
    found = {(row.file, row.line, row.name, row.how) for row in inventory.secrets}
    assert found == EXPECTED
    assert violations("inventory", inventory.to_dict()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("scan", ".", "--format", "json"),
        ("scan", ".", "--format", "table"),
        ("scan", "."),
        ("scan", ".", "--spec-version", "1.7"),
        ("check", ".", "--format", "json", "--out-dir", "../out"),
        ("check", ".", "--all", "--out-dir", "../out"),
        ("init", "."),
        *(("explain", f"{file}:{line}") for file, line, _, _ in sorted(EXPECTED)),
        ("explain", "app.py", "--format", "json"),
    ],
    ids=" ".join,
)
def test_no_output_holds_a_key(tree: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(tree)
    result = CliRunner().invoke(cli, arguments, env={"NO_COLOR": "1"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.output
    clean(result.output)
    for path in (tree / "../out").glob("*"):
        clean(path.read_text(encoding="utf-8"))
    if (tree / "aigov.yaml").exists():
        clean((tree / "aigov.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        'OPENAI_API_KEY = "sk-..."\n',
        'OPENAI_API_KEY = "your-openai-api-key-goes-here-0"\n',
        "OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
        "OPENAI_API_KEY=<your key 1234 of openai>\n",
        "OPENAI_API_KEY=${OPENAI_API_KEY}\n",
        "OPENAI_API_KEY=$(cat /run/secrets/openai_key_2024)\n",
        'from openai import OpenAI\nOpenAI(api_key="not-needed")\n',
        'from openai import OpenAI\nOpenAI(api_key="sk-1234567890abcdef1234567890abcdef")\n',
        'from openai import OpenAI\nOpenAI(api_key="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1")\n',
        "OPENAI_API_KEY = settings.openai_api_key_v2_of_team\n",
        "import os\nOPENAI_API_KEY = os.environ['OPENAI_API_KEY_2']\n",
        f'MAPS = "{GEMINI}"  # openai beside it, and no word of the vendor\n',
        f'OTHER_API_KEY = "{COHERE}"  # openai\n',
        f'sha = "{AZURE}"  # openai\n',
    ],
)
@pytest.mark.parametrize("name", ["a.py", ".env", "README.md"])
def test_what_is_no_key(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert scan(tmp_path).secrets == ()


def test_a_key_of_a_test_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(f'KEY = "{ANTHROPIC}"\n')
    (row,) = scan(tmp_path).secrets
    assert (row.scope, row.name) == ("test", "anthropic")


def test_utf_16_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.ps1").write_bytes(f"$env:OPENAI_API_KEY = '{OPENAI}'\n".encode("utf-16"))
    assert [(row.name, row.line) for row in scan(tmp_path).secrets] == [("openai", 1)]


def test_is_key() -> None:
    assert is_key(MISTRAL)
    assert is_key(AZURE)
    assert not is_key("https://api.example.com/v1")
    assert not is_key("a sentence of 7 words, not a key")
    assert not is_key("abcdefghijklmnop")
    assert not is_key("gpt-3.5-turbo-instruct")
    assert not is_key("gpt3.5turbo_16k_description")
    assert not is_key("")


def test_the_beginning_of_a_key_is_taken_out_too() -> None:
    cleaned = Redactor(frozenset({ANTHROPIC})).everything(
        Problem(file="a", reason="x", message=f"unexpected '{ANTHROPIC[:40]}'")
    )
    assert cleaned.message == f"unexpected '{HIDDEN}'"
    same = replace(cleaned, message="plain")
    assert Redactor(frozenset()).everything(same) is same


def test_hidden_lines_keep_the_rest() -> None:
    assert hide_keys(f'client = OpenAI(api_key="{OPENAI}")') == f'client = OpenAI(api_key="{HIDDEN}")'
