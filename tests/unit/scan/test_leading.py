"""Which names of a tree's own modules lead to AI."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.engine import FileFacts
from aigov.scan.files import Document
from aigov.scan.kinds import classify
from aigov.scan.leading import Leading
from aigov.scan.modules import ModuleGraph
from aigov.scan.scan import scan_tree

VENDOR = "from openai import OpenAI\n"


def leading(files: dict[str, str], uses: dict[str, list[int]]) -> tuple[Leading, dict[str, FileFacts]]:
    """What is found when ``openai`` is the only vendor and ``uses`` the lines that prove one."""
    languages = {".py": "python", ".ts": "typescript"}
    facts = {path: FileFacts(path, languages[Path(path).suffix], text.encode()) for path, text in files.items()}
    modules = ModuleGraph(
        files,
        read=lambda path: files[path].encode(),
        vendor=lambda _, module: module == "openai",
        defines=lambda path, name: (
            facts[path].defined(0, name) is not None or bool(facts[path].named_bindings(0, name))
        ),
    )
    found = Leading(facts, modules, lambda _, imported: imported.module == "openai")
    found.add(uses, lambda _: set())
    return found, facts


def led(files: dict[str, str], uses: dict[str, list[int]]) -> set[str]:
    """The files ``use_….py`` whose imports lead to AI."""
    found, facts = leading(files, uses)
    return {
        path.partition(".")[0].removeprefix("use_") for path in files if "use_" in path and found.reached(facts[path])
    }


@pytest.mark.parametrize(
    ("module", "reached"),
    [
        ("one = OpenAI()\ntwo = 3\n", {"one"}),
        ("def one():\n    return OpenAI()\ndef two():\n    return 3\n", {"one"}),
        ("def make():\n    return OpenAI()\nclass one:\n    client = make()\nclass two:\n    pass\n", {"one"}),
        ("one = None\ntwo = None\ndef start():\n    global one\n    one = OpenAI()\n", {"one"}),
        ("held = {}\nheld['x'] = OpenAI()\ndef one():\n    return held['x']\ndef two(): pass\n", {"one"}),
        ("def traced(f): return OpenAI().wrap(f)\n@traced\ndef one(): pass\ndef two(): pass\n", {"one"}),
        ("two = 'no OpenAIs'\none = [\n  3,\n  OpenAI(),\n]\n", {"one"}),
        ("two = 1\nfrom elsewhere import one\n", set()),
        ("from openai import OpenAI as one\ntwo = 1\n", {"one"}),
        ("two = 1\n", {"one"}),  # nothing tells what the module hands out as ``one``
    ],
)
def test_names_that_mention_the_vendor_lead_to_it(module: str, reached: set[str]) -> None:
    files = {
        "llm.py": VENDOR + module,
        "elsewhere.py": "one = 1\n",
        "use_one.py": "from llm import one\n",
        "use_two.py": "from llm import two\n",
    }
    assert led(files, {"llm.py": [1]}) == reached


def test_a_line_that_proves_a_use_makes_its_function_lead_there() -> None:
    text = 'import requests\nLIMIT = 1\ndef ask():\n    requests.post("https://api.openai.com/v1")\n'
    files = {"a.py": text, "use_ask.py": "from a import ask\n", "use_limit.py": "from a import LIMIT\n"}
    assert led(files, {"a.py": [4]}) == {"ask"}


def test_names_are_followed_through_barrels_wrappers_and_modules_named_by_their_package() -> None:
    files = {
        "pkg/__init__.py": "from .llm import client, LIMIT\nfrom .more import *\n",
        "pkg/llm.py": VENDOR + "client = OpenAI()\nLIMIT = 1\n",
        "pkg/more.py": VENDOR + "other = OpenAI()\n",
        "pkg/wrap.py": "from pkg import client\ndef ask(): return client.ask()\nSIZE = 2\n",
        "use_client.py": "from pkg import client\n",
        "use_limit.py": "from pkg import LIMIT\n",
        "use_other.py": "from pkg import other\n",
        "use_module.py": "from pkg import llm\n",
        "use_ask.py": "from pkg.wrap import ask\n",
        "use_size.py": "from pkg.wrap import SIZE\n",
    }
    assert led(files, {"pkg/llm.py": [1], "pkg/more.py": [1]}) == {"client", "other", "module", "ask"}


def test_exports_of_javascript() -> None:
    files = {
        "llm.ts": 'import OpenAI from "openai"\nconst made = new OpenAI()\nexport { made as client }\n'
        "export const limit = 1\n"
        "export default made\n",
        "index.ts": 'export { client, limit } from "./llm"\nexport { default as main } from "./llm"\n',
        "use_client.ts": 'import { client } from "./index"\n',
        "use_limit.ts": 'import { limit } from "./index"\n',
        "use_main.ts": 'import { main } from "./index"\n',
        "use_default.ts": 'import llm from "./llm"\n',
        "use_direct.ts": 'import { limit } from "./llm"\n',
    }
    assert led(files, {"llm.ts": [1]}) == {"client", "main", "default"}


def test_modules_that_import_one_another_end() -> None:
    files = {
        "a.py": VENDOR + "from b import two\ndef one(): return two()\nclient = OpenAI()\n",
        "b.py": VENDOR + "from a import one, client\ndef two(): return client\ndef three(): return one()\n",
        "use_three.py": "from b import three\n",
    }
    assert led(files, {"a.py": [1], "b.py": [1]}) == {"three"}


def test_nothing_of_a_scan_waits_for_the_collector(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(VENDOR + "client = OpenAI()\nclient.responses.create(model='gpt-5')\n")
    enabled = gc.isenabled()
    gc.disable()
    try:
        assert scan_tree(tmp_path, catalogue=load_catalogue()).calls
        assert not [found for found in gc.get_objects() if isinstance(found, FileFacts)]
    finally:
        if enabled:
            gc.enable()


@pytest.mark.parametrize(
    ("path", "text", "imports"),
    [
        ("app/use.py", "from app.llm import ask\nask(1)\n", True),
        ("app/use.py", "from .llm import (\n    other,\n    ask,\n)\n", True),
        ("app/use.py", "from app import llm\nllm.ask(1)\n", True),
        ("app/use.py", "from app.llm import other\n", False),
        ("app/use.py", "from app.tasks import ask\n", False),
        ("web/use.ts", "import { ask } from '@/web/client';\n", True),
        ("web/use.ts", "import { other } from './client';\n", False),
        ("web/use.ts", "const ask = 'client';\n", False),
    ],
)
def test_files_that_may_import_a_name_are_told_by_their_bytes(path: str, text: str, imports: bool) -> None:
    files = {
        "app/llm.py": VENDOR + "def ask(): return OpenAI()\ndef other(): return 1\n",
        "web/client.ts": "import OpenAI from 'openai';\nexport const ask = new OpenAI();\nexport const other = 1;\n",
    }
    found, _ = leading(files, {"app/llm.py": [1], "web/client.ts": [1]})
    document = Document(path=path, kind=classify(path), scope="app", data=text.encode(), size=len(text), candidate=True)
    assert list(found.importers([document])) == ([document] if imports else [])
