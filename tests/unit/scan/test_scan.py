"""The whole scan: on-demand reading, determinism, coverage, what it must not do."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.errors import UsageError
from aigov.model import Inventory
from aigov.scan.scan import scan_tree
from aigov.schema import violations


def scan(root: Path, files: dict[str, str]) -> Inventory:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return scan_tree(root, catalogue=load_catalogue())


CHAT = "from openai import OpenAI\nfrom names import M\nOpenAI().responses.create(model=M, input=question)\n"


def test_a_constant_in_a_file_without_a_token_is_read_on_demand(tmp_path: Path) -> None:
    inventory = scan(tmp_path, {"chat.py": CHAT, "names.py": "M = 'house-7'\n"})
    (model,) = inventory.models
    assert (model.file, model.line, model.model, model.provider) == ("names.py", 1, "house-7", "openai")
    assert [step.file for step in model.steps] == ["chat.py", "names.py"]


def test_the_same_tree_gives_the_same_inventory(tmp_path: Path) -> None:
    files = {"chat.py": CHAT, "names.py": "M = 'gpt-4o'\n", "b/x.ts": "import OpenAI from 'openai';\nnew OpenAI();\n"}
    first = scan(tmp_path, files).to_dict()
    assert json.dumps(first) == json.dumps(scan_tree(tmp_path, catalogue=load_catalogue()).to_dict())
    assert violations("inventory", first) == []


def test_one_use_a_file_and_name_at_the_first_line(tmp_path: Path) -> None:
    source = "import os\nimport openai\nfrom openai import OpenAI\nos.environ['OPENAI_API_KEY']\n"
    (use,) = scan(tmp_path, {"a.py": source}).uses
    assert (use.line, use.how, use.package) == (2, "import", "pkg:pypi/openai")


def test_syntax_errors_are_told_and_do_not_hide_the_rest(tmp_path: Path) -> None:
    inventory = scan(tmp_path, {"a.py": "from openai import OpenAI\nx = = (\n"})
    assert [use.name for use in inventory.uses] == ["openai"]
    assert not inventory.coverage.complete
    assert inventory.coverage.parse_losses[0].file == "a.py"
    assert inventory.problems[0].reason == "parse-error"


@pytest.mark.parametrize(
    ("lost", "suspect"),
    [
        ('x = ((("""\nimport openai\nopenai.OpenAI().chat.completions.create(model=\'gpt-4o\')\n', True),
        ("import openai\nx = = desk.chat.completions.create(messages=m)\n", True),
        ("import openai\nx = = (\n", False),
    ],
)
def test_ai_that_a_syntax_error_hides_is_a_suspect(tmp_path: Path, lost: str, suspect: bool) -> None:
    (loss,) = scan(tmp_path, {"a.py": lost}).coverage.parse_losses
    assert loss.suspect is suspect


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"app.py": "# @generated\nimport openai\n"}, "generated"),
        ({"app.js": "import OpenAI from 'openai';" + "var a = 1;" * 1000}, "generated"),
        ({"dist/index.js": "import OpenAI from 'openai';", "package.json": "{}"}, "generated"),
        ({"vendor/app.py": "import openai\n"}, "vendored"),
        ({"app.py": "import openai\n", ".aigovignore": "app.py\n"}, "ignored"),
        ({"lib/app.py": "import openai\n", ".gitignore": "lib\n"}, "ignored"),
    ],
)
def test_no_name_or_word_in_a_tree_hides_ai(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    coverage = scan(tmp_path, {"other.py": "x = 1\n", **files}).coverage
    assert not coverage.complete
    assert [(skip.reason, skip.suspects) for skip in coverage.skipped if skip.gap] == [(reason, 1)]


@pytest.mark.parametrize("files", [{"vendor/app.py": "x = 1\n"}, {"node_modules/openai/index.js": "import 'openai'"}])
def test_what_others_wrote_leaves_a_scan_complete(tmp_path: Path, files: dict[str, str]) -> None:
    assert scan(tmp_path, {"other.py": "x = 1\n", **files}).coverage.complete


def test_the_text_of_a_key_never_reaches_the_inventory(tmp_path: Path) -> None:
    secret = "sk-proj-abcdefghijklmnop0123456789"
    source = (
        f"from openai import OpenAI\nOpenAI(api_key='{secret}').responses.create(model='gpt-4o', input=q)\n"
        f"OpenAI(base_url='https://me:{secret}@llm.example/v1?key={secret}')\nx = 'https://api.openai.com/v1?k={secret}'\n"
    )
    assert secret not in json.dumps(scan(tmp_path, {"a.py": source}).to_dict())


def test_what_tests_pass_says_nothing_of_the_app(tmp_path: Path) -> None:
    files = {
        "llm.py": "from openai import OpenAI\ndef ask(m):\n    OpenAI().responses.create(model=m, input=m)\n",
        "tests/test_llm.py": "from llm import ask\nask('gpt-4-test-only')\n",
    }
    inventory = scan(tmp_path, files)
    assert [row.what for row in inventory.unresolved] == ["model"]
    assert all(model.scope == "test" for model in inventory.models)


def test_the_collector_runs_again_after_a_scan(tmp_path: Path) -> None:
    assert gc.isenabled()
    scan(tmp_path, {"a.py": "x = 1\n"})
    assert gc.isenabled()
    with pytest.raises(UsageError):
        scan_tree(tmp_path / "gone", catalogue=load_catalogue())
    assert gc.isenabled()


def test_a_tree_without_ai_has_no_findings(tmp_path: Path) -> None:
    files = {
        "app.py": "import requests\n\ndef get(model):\n    return requests.get('https://example.com/api', timeout=3)\n",
        "view.vue": "<template><input v-model='x'/></template>",
        "i18n.ts": "export default { model: 'Modell', llm: 'Sprachmodell' };\n",
    }
    document = scan(tmp_path, files).to_dict()
    assert not any(
        document[key] for key in ("uses", "models", "endpoints", "calls", "flows", "indicators", "unresolved")
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("M = [" + ", ".join(f"'gpt-4o-{n}'" for n in range(41)) + "][x]\n", "it is one of more than 40"),
        (
            "def ask(M):\n    return OpenAI().responses.create(model=M, input=q)\n"
            + "".join(f"ask('gpt-4o-{n}')\n" for n in range(13))
            + "M = 'gpt-5'\n",
            "it is passed by more than 12 calls",
        ),
    ],
)
def test_models_beyond_those_that_are_kept_are_not_passed_over(tmp_path: Path, source: str, reason: str) -> None:
    call = "OpenAI().responses.create(model=M, input=q)\n"
    inventory = scan(tmp_path, {"a.py": f"from openai import OpenAI\n{source}{call}"})
    assert len(inventory.models) > 12
    assert [(row.what, row.reason) for row in inventory.unresolved] == [("model", reason)]
