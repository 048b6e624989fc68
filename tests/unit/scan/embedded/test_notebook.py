"""Notebooks: cells and lines kept, commands told apart, outputs never read as code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.embedded import Unprojectable
from aigov.scan.embedded.notebook import project, read_notebook
from aigov.scan.scan import scan_tree
from aigov.schema import violations

PROSE = {"cell_type": "markdown", "source": ["# import anthropic\n"]}
INSTALL = {
    "cell_type": "code",
    "outputs": [{"output_type": "stream", "text": ["import cohere\n"]}],
    "source": ["%pip install openai==1.40.0\n", "!ollama pull llama3.1:8b\n", "from openai import OpenAI"],
}
CALL = {
    "cell_type": "code",
    "source": [
        "%%time\n",
        "files = !ls\n",
        "OpenAI().chat.completions.create(\n",
        '    model="gpt-4o-2024-08-06", messages=[])\n',
        "import boto3\n",
        'boto3.client("bedrock-runtime")\n',
    ],
}
SHELL = {"cell_type": "code", "source": ["%%bash\n", "curl https://api.groq.com/openai/v1/models\n"]}


def notebook(*cells: dict[str, Any], language: str = "python", **layout: Any) -> bytes:
    root = {"cells": list(cells), "metadata": {"language_info": {"name": language}}, "nbformat": 4}
    return json.dumps(root, **layout).encode()


def scan(tmp_path: Path, data: bytes) -> Inventory:
    (tmp_path / "a.ipynb").write_bytes(data)
    return scan_tree(tmp_path, catalogue=load_catalogue())


def found(inventory: Inventory) -> set[tuple[str, str, int | None]]:
    return {(use.name, use.how, use.cell) for use in inventory.uses}


ALL = {
    ("openai", "manifest", 2),
    ("ollama", "sdk-call", 2),
    ("openai", "import", 2),
    ("aws-bedrock", "sdk-call", 3),
    ("groq", "http", 4),
}


def test_cells_and_lines_of_the_file_are_kept(tmp_path: Path) -> None:
    data = notebook(PROSE, INSTALL, CALL, SHELL, indent=1)
    inventory = scan(tmp_path, data)
    assert found(inventory) == ALL
    lines = data.decode().splitlines()
    model = next(row for row in inventory.models if row.provider == "openai")
    assert "gpt-4o-2024-08-06" in lines[model.line - 1]
    assert (model.cell, model.pinned) == (3, "yes")
    imported = next(use for use in inventory.uses if use.how == "import")
    assert "from openai import OpenAI" in lines[imported.line - 1]
    assert all("ls" not in (row.symbol or "") for row in inventory.uses)
    assert violations("inventory", inventory.to_dict()) == []
    assert inventory.coverage.complete


def test_a_notebook_on_one_line_loses_only_the_line(tmp_path: Path) -> None:
    cells = [{**cell, "source": "".join(cell["source"])} for cell in (PROSE, INSTALL, CALL, SHELL)]
    inventory = scan(tmp_path, notebook(*cells))
    assert found(inventory) == ALL
    assert {use.line for use in inventory.uses} == {1}


def test_the_bom_names_the_cell(tmp_path: Path) -> None:
    document = write_bom(scan(tmp_path, notebook(PROSE, INSTALL, CALL, indent=1)), load_catalogue())
    contexts = {
        occurrence["additionalContext"]
        for component in document["components"]
        for occurrence in component["evidence"]["occurrences"]
    }
    assert "how=sdk-call scope=app cell=3" in contexts
    assert "how=import scope=app cell=2" in contexts


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline\n",
        "?openai\n",
        "openai?\n",
        "%%html\n<p>import openai</p>\n",
        "%%writefile x.md\nimport openai\n",
        "!echo pip install openai\n",
        "x = 7 \\\n  % y\n",
    ],
)
def test_magics_that_run_no_ai(tmp_path: Path, source: str) -> None:
    inventory = scan(tmp_path, notebook({"cell_type": "code", "source": source.splitlines(keepends=True)}, indent=1))
    assert inventory.uses == ()
    assert inventory.coverage.complete, inventory.problems


@pytest.mark.parametrize(
    ("line", "code", "shell"),
    [
        ("%pip install openai", "pass", "pip install openai"),
        ("    !pip install -q openai", "    pass", "pip install -q openai"),
        ("!{sys.executable} -m pip install openai", "pass", "python -m pip install openai"),
        ("pip install openai", "", "pip install openai"),
        ("out = !ollama list", "out = None", "ollama list"),
        ("%env OPENAI_API_KEY=x", "pass", "export OPENAI_API_KEY=x"),
        ("%timeit -n 10 ask()", "ask()", ""),
        ("%load_ext mlflow", "import mlflow", ""),
        ("a != b", "a != b", ""),
        ("x = y % z", "x = y % z", ""),
    ],
)
def test_lines_of_ipython(line: str, code: str, shell: str) -> None:
    read = read_notebook(notebook({"cell_type": "code", "source": [line]}))
    assert (read.code, read.shell) == ((code,), (shell,))


def test_a_command_goes_on_behind_a_backslash() -> None:
    read = read_notebook(notebook({"cell_type": "code", "source": "!pip install \\\n  openai\nx = 1"}))
    assert read.code == ("pass", "", "x = 1")
    assert read.shell == ("pip install \\", "  openai", "")


def test_the_kernel_decides_the_language() -> None:
    cell = {"cell_type": "code", "source": ['import OpenAI from "openai";']}
    projection = project(notebook(cell, language="typescript"), "a.ipynb")
    assert projection is not None
    assert projection.language == "typescript"
    assert projection.text.decode().strip() == cell["source"][0]


@pytest.mark.parametrize("data", [b"openai", b"[]", b'{"cells": [', notebook(CALL, language="R")])
def test_what_cannot_be_read_is_a_gap(tmp_path: Path, data: bytes) -> None:
    if data not in (b"openai", b"[]"):
        with pytest.raises(Unprojectable):
            project(data, "a.ipynb")
    inventory = scan(tmp_path, data + b" " + b"openai" * (data != notebook(CALL, language="R")))
    assert not inventory.coverage.complete
    assert inventory.uses == ()
    assert any(problem.file == "a.ipynb" for problem in inventory.problems)


def test_old_notebooks_keep_their_cells_in_worksheets(tmp_path: Path) -> None:
    root = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["import openai"]}]}], "nbformat": 3}
    assert found(scan(tmp_path, json.dumps(root).encode())) == {("openai", "import", 1)}


@pytest.mark.parametrize(
    "data",
    [
        b'{"cells": 3}',
        b'{"cells": [3, null, {"cell_type": "code", "source": {"a": 1}}]}',
        b'{"cells": [{"cell_type": "code", "source": [1, null, ["openai"]]}], "metadata": []}',
        b'{"cells": [{"cell_type": "code", "source": "\\ud800 openai"}]}',
    ],
)
def test_hostile_notebooks_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    assert scan(tmp_path, data + b"\n").uses == ()
