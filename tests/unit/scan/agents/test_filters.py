"""Which calls stand behind a filter of content."""

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.filter_rules import load_filter_rules
from aigov.scan.scan import scan_tree

HEAD = """\
from llm_guard import scan_prompt
from openai import OpenAI
client = OpenAI()
SCANNERS = []
def ask(text):
    return client.responses.create(model="gpt-4o-2024-08-06", input=text)
def clean(text):
    sanitized, valid, score = scan_prompt(SCANNERS, text)
    return sanitized
"""


def _filtered(folder: Path, files: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """File and line of each call -> what filters it."""
    (folder / "requirements.txt").write_text("openai==1.55.0\nllm-guard==0.3.16\n")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    flows = scan_tree(folder, catalogue=load_catalogue()).flows
    return {f"{flow.file}:{flow.line}": flow.filtered_by for flow in flows}


@pytest.mark.parametrize(
    ("body", "filtered"),
    [
        ("    return client.responses.create(model='gpt-4o', input=clean(q))\n", True),
        ("    safe = clean(q)\n    return client.responses.create(model='gpt-4o', input=safe)\n", True),
        ("    clean(q)\n    return client.responses.create(model='gpt-4o', input=[{'content': f'Hi {q}'}])\n", True),
        (
            "    rows = []\n    rows.append({'content': q})\n    clean(q)\n"
            "    return client.responses.create(model='gpt-4o', input=rows)\n",
            True,
        ),
        (
            "    reply = client.responses.create(model='gpt-4o', input=q)\n"
            "    text = reply.output_text\n    clean(text)\n    return text\n",
            True,
        ),
        ("    clean(other)\n    return client.responses.create(model='gpt-4o', input=q)\n", False),
        ("    clean(model)\n    return client.responses.create(model=model, input=q)\n", False),
        ("    return client.responses.create(model='gpt-4o', input=q)\n", False),
    ],
)
def test_a_filter_counts_where_it_shares_data_with_the_call(tmp_path: Path, body: str, filtered: bool) -> None:
    found = _filtered(tmp_path, {"app.py": f"{HEAD}def go(q, other, model):\n{body}"})
    line = 10 + next(n for n, text in enumerate(body.splitlines(), 1) if "client.responses" in text)
    assert found[f"app.py:{line}"] == (("llm-guard",) if filtered else ())


def test_every_caller_must_filter(tmp_path: Path) -> None:
    one = f"{HEAD}def go(q):\n    return ask(clean(q))\n"
    assert _filtered(tmp_path, {"app.py": one})["app.py:6"] == ("llm-guard",)
    other = f"{one}def wild(q):\n    return ask(q)\n"
    assert _filtered(tmp_path, {"app.py": other})["app.py:6"] == ()


def test_a_function_that_others_may_call_is_judged_by_itself(tmp_path: Path) -> None:
    routed = HEAD.replace("def ask", "@app.post('/ask')\ndef ask") + "def go(q):\n    return ask(clean(q))\n"
    assert _filtered(tmp_path, {"app.py": routed})["app.py:7"] == ()


def test_a_filter_in_another_service_filters_nothing_here(tmp_path: Path) -> None:
    found = _filtered(
        tmp_path,
        {
            "desk/app.py": f"{HEAD}def go(q):\n    return ask(clean(q))\n",
            "billing/app.py": "from openai import OpenAI\nclient = OpenAI()\n"
            "def ask(text):\n    return client.responses.create(model='gpt-4o', input=text)\n",
        },
    )
    assert found == {"desk/app.py:6": ("llm-guard",), "billing/app.py:4": ()}


def test_a_helper_in_another_file_filters(tmp_path: Path) -> None:
    guard = "from llm_guard import scan_prompt\ndef clean(text):\n    return scan_prompt([], text)[0]\n"
    app = (
        "from openai import OpenAI\nfrom guard import clean\nclient = OpenAI()\n"
        "def go(q):\n    safe = clean(q)\n    return client.responses.create(model='gpt-4o', input=safe)\n"
    )
    assert _filtered(tmp_path, {"guard.py": guard, "app.py": app}) == {"app.py:6": ("llm-guard",)}


def test_a_moderation_is_a_filter_and_filters_what_it_is_given(tmp_path: Path) -> None:
    page = (
        'import OpenAI from "openai";\nconst client = new OpenAI();\n'
        "export async function go(q) {\n  const verdict = await client.moderations.create({ input: q });\n"
        "  if (verdict.results[0].flagged) throw new Error();\n"
        '  return client.responses.create({ model: "gpt-4o", input: q });\n}\n'
        "export async function wild(q) {\n"
        '  return client.responses.create({ model: "gpt-4o", input: q });\n}\n'
    )
    assert _filtered(tmp_path, {"app.mjs": page}) == {
        "app.mjs:4": ("openai",),
        "app.mjs:6": ("openai",),
        "app.mjs:9": (),
    }


def test_an_argument_has_the_provider_filter_one_call(tmp_path: Path) -> None:
    app = (
        'import boto3\nbedrock = boto3.client("bedrock-runtime")\n'
        "def go(q):\n    return bedrock.converse(modelId='amazon.nova-pro-v1:0', messages=q, guardrailConfig=G)\n"
        "def wild(q):\n    return bedrock.converse(modelId='amazon.nova-pro-v1:0', messages=q)\n"
    )
    assert _filtered(tmp_path, {"app.py": app}) == {"app.py:4": ("aws-bedrock",), "app.py:6": ()}


@pytest.mark.parametrize(
    ("spelled", "slug"),
    [
        ("llm_guard.input_scanners.Toxicity().scan", "llm-guard"),
        ("guardrails.Guard()", "guardrails-ai"),
        ("guardrails.Guard().use().validate", "guardrails-ai"),
        ("guardrails.Guard", None),
        ("guardrails.Guard().use", None),
        ("nemoguardrails.LLMRails().generate", "nemo-guardrails"),
        ("nemoguardrails.RailsConfig.from_path", None),
        ("presidio_analyzer.AnalyzerEngine().analyze", "presidio"),
        ("mine.AnalyzerEngine().analyze", None),
    ],
)
def test_making_a_guard_filters_nothing(spelled: str, slug: str | None) -> None:
    assert load_filter_rules().of_call(spelled) == slug
