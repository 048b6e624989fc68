"""What code loads, trains on and pulls: pinned or not, safe or not; prompts in files; local look-alikes left alone."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.model import Asset
from aigov.policy.input import build_input
from aigov.scan.prompt_files import is_prompt
from aigov.scan.scan import scan_tree
from aigov.schema import violations

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def scan(root: Path, source: str, name: str = "app.py") -> tuple[Asset, ...]:
    (root / name).write_text(source, encoding="utf-8")
    inventory = scan_tree(root, catalogue=load_catalogue())
    assert [v for v in violations("inventory", inventory.to_dict()) if v.path[:1] == ("assets",)] == []
    return inventory.assets


@pytest.mark.parametrize(
    ("call", "unsafe"),
    [
        ('torch.load("m.pt")', True),
        ('torch.load("m.pt", weights_only=True)', False),
        ('torch.load("m.pt", weights_only=False)', True),
        ('pickle.load(open("m.pkl", "rb"))', True),
        ('joblib.load("m.joblib")', True),
        ('np.load("m.npy", allow_pickle=True)', True),
        ('np.load("m.npy")', False),
        ('keras.models.load_model("m.keras")', False),
        ('keras.models.load_model("m.keras", safe_mode=False)', True),
        ('AutoModel.from_pretrained("org/m")', False),
        ('AutoModel.from_pretrained("org/m", trust_remote_code=True)', True),
        ('load_dataset("org/d", trust_remote_code=True)', True),
        ('torch.hub.load("pytorch/vision", "resnet18")', True),
    ],
)
def test_what_runs_code_when_it_is_loaded(tmp_path: Path, call: str, unsafe: bool) -> None:
    head = (
        "import pickle\nimport joblib\nimport keras\nimport numpy as np\nimport torch\n"
        "from datasets import load_dataset\nfrom transformers import AutoModel\n"
    )
    (row,) = scan(tmp_path, f"{head}{call}\n")
    assert (row.unsafe is not None, row.line) == (unsafe, 8)


@pytest.mark.parametrize(
    ("call", "name", "pinned"),
    [
        ('AutoModel.from_pretrained("org/m")', "org/m", "no"),
        (f'AutoModel.from_pretrained("org/m", revision="{COMMIT}")', "org/m", "yes"),
        ('AutoModel.from_pretrained("org/m", revision="v1.0")', "org/m", "no"),
        ('AutoModel.from_pretrained("org/m", revision=sys.argv[1])', "org/m", "unresolved"),
        ('AutoModel.from_pretrained("./weights")', "./weights", None),
        ("AutoModel.from_pretrained(M)", "org/constant", "no"),
        (f'snapshot_download(repo_id="org/m", revision="{COMMIT}")', "org/m", "yes"),
        ('load_dataset("org/d")', "org/d", "no"),
        ('load_dataset("json", data_files="train.jsonl")', "train.jsonl", "no"),
        ('SentenceTransformer("org/e")', "org/e", "no"),
        ('pipeline("summarization", model="org/m")', "org/m", "no"),
        (f'pipeline("summarization", "org/m", revision="{COMMIT}")', "org/m", "yes"),
        ('pipeline("summarization")', None, "unresolved"),
        ('pipeline("summarization", model=AutoModel.from_pretrained("org/m"))', "org/m", "no"),
        ('hub.pull("rlm/rag-prompt")', "rlm/rag-prompt", "no"),
        ('hub.pull("rlm/rag-prompt:50442af133e61576")', "rlm/rag-prompt:50442af133e61576", "yes"),
    ],
)
def test_pinned_by_commit_alone(tmp_path: Path, call: str, name: str | None, pinned: str | None) -> None:
    head = (
        "import sys\nfrom transformers import AutoModel, pipeline\nfrom huggingface_hub import snapshot_download\n"
        "from datasets import load_dataset\nfrom sentence_transformers import SentenceTransformer\n"
        'from langchain import hub\nM = "org/constant"\n'
    )
    (row,) = scan(tmp_path, f"{head}{call}\n")
    assert (row.name, row.pinned) == (name, pinned)


@pytest.mark.parametrize(
    ("source", "what", "provider", "name", "data"),
    [
        (
            "from openai import OpenAI\nc = OpenAI()\n"
            'c.fine_tuning.jobs.create(model="gpt-4o-mini", training_file="f-1")\n',
            "tuning",
            "openai",
            "gpt-4o-mini",
            "f-1",
        ),
        (
            'from openai import OpenAI\nc = OpenAI()\nc.files.create(file="train.jsonl", purpose="fine-tune")\n',
            "upload",
            "openai",
            "train.jsonl",
            None,
        ),
        (
            'import boto3\nb = boto3.client("bedrock")\n'
            'b.create_model_customization_job(baseModelIdentifier="amazon.titan-text-express-v1")\n',
            "tuning",
            "aws-bedrock",
            "amazon.titan-text-express-v1",
            None,
        ),
        ('from trl import SFTTrainer\n\nSFTTrainer("org/base").train()\n', "tuning", None, "org/base", None),
        ("from transformers import Trainer\n\nTrainer(model=m)\n", "tuning", None, None, None),
    ],
)
def test_fine_tuning(
    tmp_path: Path, source: str, what: str, provider: str | None, name: str | None, data: str | None
) -> None:
    (row,) = scan(tmp_path, source)
    assert (row.what, row.provider, row.name, row.data, row.line) == (what, provider, name, data, 3)


@pytest.mark.parametrize(
    ("name", "source", "lines"),
    [
        (
            "app.py",
            "from langchain_core.prompts import ChatPromptTemplate, PromptTemplate\n"
            'SYSTEM = "Say {x}"\n'
            "PromptTemplate.from_template(SYSTEM)\n"
            'PromptTemplate(template="Say {x}", input_variables=["x"])\n'
            'ChatPromptTemplate.from_messages([("system", SYSTEM)])\n',
            {3: True, 4: True, 5: False},
        ),
        (
            "app.ts",
            'import { PromptTemplate } from "@langchain/core/prompts";\n'
            'export const prompt = PromptTemplate.fromTemplate("Say {x}");\n',
            {2: True},
        ),
        ("app.py", 'import langchain\nfrom own.prompts import PromptTemplate\n\nPromptTemplate("Say {x}")\n', {}),
    ],
)
def test_templates_of_prompts(tmp_path: Path, name: str, source: str, lines: dict[int, bool]) -> None:
    """With the digest of the text, where it is known; the text itself stays where it is."""
    digest = hashlib.sha256(b"Say {x}").hexdigest()
    rows = scan(tmp_path, source, name)
    assert {row.line: row.sha256 == digest for row in rows} == lines
    assert {(row.what, row.name, row.provider) for row in rows} <= {("prompt", None, None)}


@pytest.mark.parametrize(
    ("name", "source", "lines"),
    [
        (
            "app.py",
            "from openai import OpenAI\n\nROLE = 'You answer'\n"
            'SYSTEM_PROMPT = ROLE + " questions about invoices, briefly and in words."\n'
            'RANKING_PROMPT = "Rank the candidates for this vacancy by their CV."\n'
            'CONFIRM_PROMPT = "Do you really want to delete all of the invoices?"\n'
            'PROMPT = "> "\n'
            "def ask(system_prompt='You answer questions about invoices, briefly.'):\n    pass\n",
            {4, 5},
        ),
        (
            "app.ts",
            'import OpenAI from "openai";\n'
            "const systemPrompt = `You answer questions about invoices, briefly and in words.`;\n"
            'const installPrompt = "Put this page on the screen of your telephone, please.";\n',
            {2},
        ),
        ("app.py", 'import os\nSYSTEM_PROMPT = "You answer questions about invoices, briefly and in words."\n', set()),
    ],
)
def test_constants_that_are_prompts(tmp_path: Path, name: str, source: str, lines: set[int]) -> None:
    rows = scan(tmp_path, source, name)
    assert {row.line for row in rows} == lines
    assert all(row.what == "prompt" and row.sha256 and row.name is None for row in rows)


def test_fine_tuning_in_typescript(tmp_path: Path) -> None:
    (row,) = scan(
        tmp_path,
        'import OpenAI from "openai";\nconst c = new OpenAI();\n'
        'await c.fineTuning.jobs.create({ model: "gpt-4o-mini", training_file: "f-1" });\n',
        "a.ts",
    )
    assert (row.what, row.provider, row.name, row.data) == ("tuning", "openai", "gpt-4o-mini", "f-1")


@pytest.mark.parametrize(
    "source",
    [
        'import pickle\nfrom openai import OpenAI\ncache = pickle.load(open("session.bin", "rb"))\n',
        'from openai import OpenAI\nOpenAI().files.create(file="a.pdf", purpose="assistants")\n',
        'import json\nfrom transformers import AutoModel\njson.load(open("model.json"))\n',
        "from openai import OpenAI\nfrom .mine import Trainer\nTrainer(model=1)\n",
        'import yaml\nimport torch\nyaml.safe_load("model: x")\n',
    ],
)
def test_what_is_none(tmp_path: Path, source: str) -> None:
    assert scan(tmp_path, source) == ()


def test_a_pickle_that_is_called_a_model_needs_no_import_of_ml(tmp_path: Path) -> None:
    source = 'import pickle\nfrom openai import OpenAI\nm = pickle.load(open("churn_model.pkl", "rb"))\n'
    (row,) = scan(tmp_path, source)
    assert (row.what, row.line) == ("load", 3)


def test_prompts_in_files(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    text = "You are a helpful assistant.\n"
    (tmp_path / "prompts" / "system.md").write_text(text)
    (tmp_path / "prompts" / "README.md").write_text("how to write them\n")
    (row,) = scan(tmp_path, "import openai\n")
    assert (row.file, row.what, row.sha256) == (
        "prompts/system.md",
        "prompt",
        hashlib.sha256(text.encode()).hexdigest(),
    )


def test_no_prompts_without_ai(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "name.txt").write_text("What is your name?\n")
    assert scan(tmp_path, "print(1)\n") == ()


def test_names_of_prompt_files() -> None:
    for path in ("a.prompt", "x/y.prompty", "app/prompts/chat/a.jinja2", "system_prompt.txt", "agent.prompt.yaml"):
        assert is_prompt(path), path
    for path in ("prompts/a.py", "prompts/index.md", "prompts/README.md", "prompt.ts", "docs/prompting.md", "a.txt"):
        assert not is_prompt(path), path


def test_a_cell_of_a_notebook_is_named(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": ["import torch\n", 'torch.load("m.pt")\n']}
    (row,) = scan(tmp_path, json.dumps({"cells": [cell]}, indent=1), "a.ipynb")
    assert (row.cell, row.line) == (1, 7)


def test_bom_and_policy_input(tmp_path: Path) -> None:
    scan(
        tmp_path,
        'import torch\nfrom transformers import AutoModel\ntorch.load("m.pt")\nAutoModel.from_pretrained("o/m")\n',
    )
    document = write_bom(scan_tree(tmp_path, catalogue=load_catalogue()), load_catalogue())
    policy = build_input(document, None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC))
    rows = {row["what"]: row for row in policy["assets"]}
    assert rows["load"]["unsafe"]
    assert rows["load"]["occurrences"] == [{"file": "app.py", "line": 3, "symbol": "torch.load"}]
    assert (rows["hub"]["name"], rows["hub"]["pinned"]) == ("o/m", "no")


def test_a_run_that_only_settings_describe(tmp_path: Path) -> None:
    text = "base_model: meta-llama/Meta-Llama-3-8B\nmicro_batch_size: 1\ndatasets:\n  - path: tatsu-lab/alpaca\n"
    assert [(row.what, row.line, row.name, row.pinned) for row in scan(tmp_path, text, "tune.yml")] == [
        ("hub", 1, "meta-llama/Meta-Llama-3-8B", "no"),
        ("tuning", 1, "meta-llama/Meta-Llama-3-8B", None),
        ("dataset", 4, "tatsu-lab/alpaca", "no"),
    ]
