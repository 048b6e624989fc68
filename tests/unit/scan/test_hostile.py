"""Trees that nobody writes by accident: each scan ends, and says what it could not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aigov.bom.writer import dump_bom, write_bom
from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree

AI = "from openai import OpenAI\nclient = OpenAI()\n"
CALL = "client.chat.completions.create(model=M, messages=x)\n"
DEEP = 5000


def scan(root: Path, files: dict[str, str | bytes]) -> Inventory:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    inventory = scan_tree(root, catalogue=load_catalogue())
    dump_bom(write_bom(inventory, load_catalogue())).encode()
    return inventory


@pytest.mark.parametrize(
    "value",
    [
        "(" * DEEP + "'gpt-4o'" + ")" * DEEP,
        "[" * DEEP + "'gpt-4o'" + "]" * DEEP,
        "{'a':" * DEEP + "'gpt-4o'" + "}" * DEEP,
        "f(" * DEEP + "'gpt-4o'" + ")" * DEEP,
        "a" + ".b" * DEEP,
        "a" + "[0]" * DEEP,
        "'g'" + " + 'p'" * DEEP,
        "x or " * DEEP + "y",
        "lambda: " * DEEP + "'gpt-4o'",
        "'a' if x else " * DEEP + "y",
    ],
    ids=lambda value: value[:14],
)
def test_no_expression_is_too_deep(tmp_path: Path, value: str) -> None:
    assert [use.name for use in scan(tmp_path, {"a.py": f"{AI}M = {value}\n{CALL}"}).uses] == ["openai"]


@pytest.mark.parametrize(
    "source",
    [
        "A = A\nB = C\nC = B\nM = A or B\n",
        "def f(x=f()):\n    return f(f)\nM = f(f(f))\n",
        "class A(B):\n    m = B.m\nclass B(A):\n    m = A.m\nM = A().m\n",
        "A0 = 'x'\n" + "".join(f"A{n + 1} = f'{{A{n}}}{{A{n}}}'\n" for n in range(60)) + "M = A60\n",
        "def f0(x):\n    return x\n"
        + "".join(f"def f{n + 1}(x):\n    return f{n}(f{n}(x)) if x else f{n}(x)\n" for n in range(40))
        + "M = f40('a')\n",
    ],
    ids=["names", "defaults", "classes", "texts", "calls"],
)
def test_what_refers_to_itself_or_doubles_at_each_step_comes_to_an_end(tmp_path: Path, source: str) -> None:
    (row,) = scan(tmp_path, {"a.py": AI + source + CALL}).unresolved
    assert row.what == "model"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("package.json", '{"a":' * DEEP + "1" + "}" * DEEP),
        ("package.json", '{"name": "\\ud800", "dependencies": {"openai": "\\udfff", "@x/": "1", "/": "1"}}'),
        ("package.json", '{"name": "@x/", "dependencies": [], "version": 9' + "9" * DEEP + "}"),
        ("pyproject.toml", "[project]\nname = 'x'\ndependencies = " + "[" * DEEP + "]" * DEEP),
        ("pyproject.toml", "[" + ".".join("a" * DEEP) + "]\nopenai = 1\n"),
        ("pyproject.toml", "[project]\nname = '/'\nversion = 9" + "9" * DEEP),
        ("setup.py", "setup(name=" + "-" * 10 * DEEP + "1, install_requires=['openai'])\n"),
        ("setup.cfg", "[metadata]\nname = a/\nversion = %(x)s\n"),
        ("requirements.txt", "openai; " + "(" * DEEP + "\n-r requirements.txt\n-r ../../../etc/passwd\n-c /dev/zero\n"),
        ("Dockerfile", "FROM a/\nFROM x.y/\nRUN npm i @x/ openai/ && pip install /\nCMD npx @x/\n"),
        ("environment.yml", 'dependencies:\n - openai/\n - "::"\n - pip:\n   - /\n'),
        ("docker-compose.yml", "x: &x\n  <<: *x\nservices:\n  a: *x\n  b: {image: [1], environment: 5}\n"),
        (
            "docker-compose.yml",
            "a0: &a0 [ollama]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
            + "services: *a11\n",
        ),
        (
            ".mcp.json",
            '{"mcpServers": {"\\ud800": {"command": "npx", "args": ["@x/\\udfff"], "url": "http://\\ud800"}}}',
        ),
        (".mcp.json", '{"mcpServers": {"a": {"command": 1, "args": 5, "env": [1]}, "b": [], "c": null}}'),
        (".env", "OPENAI_API_KEY=" + "sk-" * DEEP + "\nOPENAI_BASE_URL=" + "http://" * DEEP + "\n"),
    ],
)
def test_no_manifest_stops_a_scan(tmp_path: Path, name: str, content: str) -> None:
    inventory = scan(tmp_path, {name: content, "a.py": AI})
    assert "openai" in {use.name for use in inventory.uses if use.file == "a.py"}


def test_half_characters_in_source_reach_no_document(tmp_path: Path) -> None:
    source = "OpenAI(base_url='http://h\\udc00/').responses.create(model='gpt-4o\\ud800', input='\\udfff')\n"
    inventory = scan(tmp_path, {"a.py": AI + source, "b.js": "import OpenAI from 'openai'; f('\\ud83d\\ude00 gpt-4o')"})
    assert "'gpt-4o\N{REPLACEMENT CHARACTER}' names no model" in {row.reason for row in inventory.unresolved}
    json.dumps([row.reason for row in inventory.unresolved], ensure_ascii=False).encode()


@pytest.mark.parametrize("model", ["my model", "gpt-4o" + "x" * 200, "a\\nb", "default"])
def test_a_text_that_is_no_model_id_is_not_passed_over(tmp_path: Path, model: str) -> None:
    inventory = scan(tmp_path, {"a.py": f"{AI}M = '{model}'\n{CALL}"})
    assert [row.what for row in inventory.unresolved] == ["model"]


def test_a_placeholder_beside_a_model_is_passed_over(tmp_path: Path) -> None:
    inventory = scan(tmp_path, {"a.py": f"{AI}M = 'gpt-4o' if x else 'default'\n{CALL}"})
    assert ([use.model for use in inventory.models], inventory.unresolved) == (["gpt-4o"], ())


@pytest.mark.parametrize(
    ("name", "front", "open_", "close"),
    [
        ("A.java", "import com.openai.client.OpenAIClient;\nclass A { Object m = ", "(", ")"),
        ("A.java", "import com.openai.client.OpenAIClient;\nclass A { Object m = ", "f(", ")"),
        ("A.java", "import com.openai.client.OpenAIClient;\nclass A { Object m = X.builder()", ".model(1)", ""),
        ("A.java", "import com.openai.client.OpenAIClient;\nclass A { ", "@B(", ""),
        ("A.kt", "import com.openai.client.OpenAIClient\nval m = ", "(", ")"),
        ("A.kt", "import com.openai.client.OpenAIClient\nval m = f", " { f", ""),
        ("A.kt", 'import com.openai.client.OpenAIClient\nval m = "', "$a", ""),
        ("A.scala", "import com.openai.client.OpenAIClient\nval m = ", "f(", ")"),
        ("A.scala", "import com.openai.client.OpenAIClient\nval m = ", 's"${', ""),
        ("A.scala", "import com.openai.client.OpenAIClient\nimport a.", "{b => ", ""),
    ],
    ids=lambda value: value[-12:],
)
def test_no_source_of_the_jvm_is_too_deep(tmp_path: Path, name: str, front: str, open_: str, close: str) -> None:
    source = f"{front}{open_ * 1500}1{close * 1500}\n"
    assert "openai" in {use.name for use in scan(tmp_path, {name: source}).uses}


def test_what_leads_too_deep_is_a_gap_in_one_file(tmp_path: Path) -> None:
    """A chain of tables that are spread into one another, longer than Python's stack."""
    chain = "".join(f"k{number} = {{**k{number - 1}}}\n" for number in range(1, 1500))
    call = "OpenAI().chat.completions.create(model='gpt-4o', "
    (tmp_path / "deep.py").write_text(f"from openai import OpenAI\nk0 = {{'n': 1}}\n{chain}{call}**k1499)\n")
    (tmp_path / "plain.py").write_text(f"from openai import OpenAI\n{call}messages=[])\n")
    found = scan_tree(tmp_path, catalogue=load_catalogue())
    assert [loss.file for loss in found.coverage.parse_losses] == ["deep.py"]
    assert not found.coverage.complete
    assert {model.file for model in found.models} >= {"plain.py"}


@pytest.mark.parametrize(
    ("name", "front", "piece"),
    [
        ("a.ex", "alias LangChain.ChatModels.ChatOpenAI\n", "new "),
        ("a.swift", "import OpenAI\n", "a,"),
        ("A.java", "import com.openai.client.OpenAIClient;\n", "a => "),
        ("a.fs", "module A\nopen OpenAI\nlet x = ", "a, "),
        ("a.py", "from openai import OpenAI\n", "f(\n"),
    ],
    ids=lambda value: value[:12],
)
def test_what_takes_more_work_than_any_program_is_a_gap(tmp_path: Path, name: str, front: str, piece: str) -> None:
    found = scan(tmp_path, {name: front + piece * (40_000 // len(piece)), "plain.py": AI})
    assert [loss.file for loss in found.coverage.parse_losses] == [name]
    assert not found.coverage.complete
    assert "openai" in {use.name for use in found.uses if use.file == "plain.py"}


def test_a_text_of_thousands_of_parts_is_no_gap(tmp_path: Path) -> None:
    found = scan(tmp_path, {"a.js": "import OpenAI from 'openai';\nconst m = " + " +\n".join(["a"] * 3000) + ";\n"})
    assert found.coverage.parse_losses == ()
