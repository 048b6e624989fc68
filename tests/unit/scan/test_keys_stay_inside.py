"""Random keys in every kind of file, whole, broken and unreadable: no output of any command holds one."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from click.testing import CliRunner

from aigov.catalogue import load_catalogue
from aigov.cli import cli
from aigov.scan.scan import scan_tree

_LETTERS = string.ascii_letters + string.digits
_HEX = "0123456789abcdef"
_FORMS = (
    ("sk-proj-", 48, _LETTERS, "T3BlbkFJ", 48),
    ("sk-ant-api03-", 93, _LETTERS, "AA", 0),
    ("hf_", 34, string.ascii_letters, "", 0),
    ("AIza", 35, _LETTERS, "", 0),
    ("gsk_", 52, _LETTERS, "", 0),
    ("sk-or-v1-", 64, _HEX, "", 0),
    ("r8_", 37, _LETTERS, "", 0),
    ("pplx-", 48, _LETTERS, "", 0),
    ("xai-", 80, _LETTERS, "", 0),
    ("lsv2_pt_", 32, _HEX, "_", 10),
)
_FILES = {
    "a.py": (
        "import os\n"
        "from openai import OpenAI\n"
        "@KEY@\n"
        'client = OpenAI(api_key="@KEY@", base_url="https://u:@KEY@@gw.example.com/v1?key=@KEY@")\n'
        'client.chat.completions.create(model="@KEY@", messages=[{"role":"user","content":"@KEY@"}])\n'
        'x = "@KEY@" if os.getenv("OPENAI_API_KEY", "@KEY@") else None\n'
    ),
    "broken.py": ("from openai import OpenAI\ndef f(:\n  OpenAI(api_key='@KEY@'\n"),
    "b.ts": (
        "import OpenAI from 'openai';\n"
        "export const c = new OpenAI({ apiKey: '@KEY@', baseURL: `https://@KEY@@h/v1` });\n"
        "c.chat.completions.create({model: '@KEY@', messages: [], user: '@KEY@'});\n"
        "fetch('https://api.openai.com/v1/chat/completions?k=@KEY@', {headers: {Authorization: 'Bearer @"
        "KEY@'}});\n"
    ),
    "c.go": (
        "package c\n"
        'import "github.com/sashabaranov/go-openai"\n'
        'var c = openai.NewClient("@KEY@")\n'
        'const Model = "@KEY@"\n'
    ),
    "d.java": (
        "package d;\n"
        "import dev.langchain4j.model.openai.OpenAiChatModel;\n"
        'class D { Object o = OpenAiChatModel.builder().apiKey("@KEY@").modelName("@KEY@").baseUrl("http'
        's://x/@KEY@").build(); }\n'
    ),
    "e.cs": ('using OpenAI.Chat;\nvar c = new ChatClient("@KEY@", "@KEY@");\n'),
    "f.rb": (
        'require "openai"\n'
        'c = OpenAI::Client.new(access_token: "@KEY@", uri_base: "https://x/@KEY@")\n'
        'c.chat(parameters: { model: "@KEY@" })\n'
    ),
    "g.php": ("<?php\n$c = OpenAI::client('@KEY@');\n$c->chat()->create(['model' => '@KEY@']);\n"),
    "h.rs": (
        "use async_openai::Client;\n"
        'fn f() { let k = "@KEY@"; let c = async_openai::config::OpenAIConfig::new().with_api_key("@KEY@'
        '").with_api_base("https://@KEY@/v1"); }\n'
    ),
    "app.yaml": (
        "openai:\n  api_key: @KEY@\n  model: @KEY@\n  base_url: https://api.openai.com/v1/@KEY@\n? @KEY@\n: x\n"
    ),
    "broken.yaml": ("openai:\n  api_key: '@KEY@\n  model: [@KEY@\n"),
    "appsettings.json": (
        '{"AzureOpenAI": {"Endpoint": "https://@KEY@.openai.azure.com", "ApiKey": "@KEY@", "DeploymentName": "@KEY@"}}'
    ),
    "broken.json": ('{"OPENAI_API_KEY": "@KEY@" "model": @KEY@}'),
    ".mcp.json": (
        '{"mcpServers": {"@KEY@": {"command": "npx", "args": ["-y", "@x/mcp@@KEY@", "--key", "@KEY@"], "'
        'env": {"@KEY@": "@KEY@"}}, "r": {"url": "https://x.com/@KEY@/mcp?k=@KEY@", "headers": {"Authori'
        'zation": "Bearer @KEY@"}}}}'
    ),
    ".env.example": (
        "OPENAI_API_KEY=@KEY@\n"
        "OPENAI_MODEL=@KEY@\n"
        "OPENAI_BASE_URL=https://@KEY@:x@y.com/v1\n"
        "export GROQ_API_KEY='@KEY@'\n"
    ),
    "Dockerfile": (
        "FROM ollama/ollama:@KEY@\n"
        "ENV OPENAI_API_KEY @KEY@\n"
        "ARG ANTHROPIC_API_KEY=@KEY@\n"
        "RUN curl -H 'Authorization: Bearer @KEY@' https://api.openai.com/v1/models\n"
    ),
    "compose.yaml": (
        "services:\n"
        "  a:\n"
        "    image: ollama/ollama\n"
        "    environment:\n"
        "      OPENAI_API_KEY: @KEY@\n"
        "      OPENAI_MODEL: @KEY@\n"
        "    command: [vllm, serve, --api-key, @KEY@, --model, @KEY@]\n"
    ),
    "main.tf": (
        'resource "azurerm_cognitive_deployment" "d" {\n'
        '  name = "@KEY@"\n'
        "  model {\n"
        ' name = "@KEY@"\n'
        ' format="OpenAI" }\n'
        "}\n"
        'variable "openai_api_key" { default = "@KEY@" }\n'
    ),
    "template.yaml": (
        "AWSTemplateFormatVersion: '2010-09-09'\n"
        "Resources:\n"
        "  F:\n"
        "    Type: AWS::Lambda::Function\n"
        "    Properties:\n"
        "      Handler: a.b\n"
        "      Environment: {Variables: {OPENAI_API_KEY: @KEY@, MODEL_ID: @KEY@}}\n"
    ),
    "main.bicep": (
        "param openaiKey string = '@KEY@'\n"
        "resource a 'Microsoft.CognitiveServices/accounts@2023-05-01' = { name: '@KEY@', kind: 'OpenAI' }\n"
    ),
    "run.sh": (
        "#!/bin/sh\n"
        "export OPENAI_API_KEY=@KEY@\n"
        "curl https://@KEY@@api.openai.com/v1/chat/completions?x=@KEY@ -H 'x-api-key: @KEY@' -d '{\"model"
        '":"@KEY@"}\'\n'
        "llm -m @KEY@ --key @KEY@\n"
    ),
    "requirements.txt": (
        "openai==@KEY@\n"
        "--extra-index-url https://u:@KEY@@pypi.corp/simple\n"
        "anthropic @ git+https://@KEY@@github.com/x/y.git@@KEY@\n"
    ),
    "package.json": (
        '{"dependencies": {"openai": "git+https://@KEY@@github.com/x/y.git#@KEY@", "ai": "@KEY@"}, "scri'
        'pts": {"x": "OPENAI_API_KEY=@KEY@ promptfoo eval --key @KEY@"}}'
    ),
    "go.mod": ("module x\nrequire github.com/sashabaranov/go-openai v1.0.0-@KEY@\n"),
    "pom.xml": (
        "<project><dependencies><dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-op"
        "en-ai</artifactId><version>@KEY@</version></dependency></dependencies><properties><openai.api.k"
        "ey>@KEY@</properties></project>"
    ),
    "pyproject.toml": (
        '[project]\nname="x"\ndependencies=["openai==@KEY@"]\n[tool.x]\nOPENAI_API_KEY = "@KEY@"\nmodel = "@KEY@\n'
    ),
    ".github/workflows/x.yml": (
        "on: push\n"
        "jobs:\n"
        "  x:\n"
        "    runs-on: x\n"
        "    env:\n"
        "      OPENAI_API_KEY: @KEY@\n"
        "    steps:\n"
        "      - run: curl https://api.openai.com/v1/models -H 'Authorization: Bearer @KEY@'\n"
        "      - uses: anthropics/claude-code-action@@KEY@\n"
        "        with: {anthropic_api_key: @KEY@, model: @KEY@}\n"
    ),
    "nb.ipynb": (
        '{"cells":[{"cell_type":"code","source":["from openai import OpenAI\\n","OpenAI(api_key=\\"@KEY@\\"'
        ')\\n","!export OPENAI_API_KEY=@KEY@"],"outputs":[{"text":["@KEY@"]}]}],"metadata":{"kernelspec":'
        '{"language":"python","name":"python3"}},"nbformat":4,"nbformat_minor":5}'
    ),
    "prompts/system.txt": ("You are a helpful assistant. @KEY@\n"),
    "litellm.yaml": (
        "model_list:\n"
        "  - model_name: @KEY@\n"
        "    litellm_params: {model: openai/@KEY@, api_key: @KEY@, api_base: https://@KEY@/v1}\n"
    ),
    "agent.py": (
        "from crewai import Agent\n"
        'a = Agent(role="@KEY@", goal="@KEY@", backstory="@KEY@", llm="openai/@KEY@")\n'
        "from openai import OpenAI\n"
        "def f(): OpenAI()\n"
    ),
    ".claude/agents/x.md": ("---\nname: @KEY@\nmodel: @KEY@\ntools: Bash, @KEY@\n---\nBe good. @KEY@\n"),
    "values.yaml": ("image:\n  repository: vllm/vllm-openai\n  tag: @KEY@\nextraArgs: [--api-key=@KEY@]\n"),
}
_BROKEN = ("utf-16", "cut", "bytes")


class Maker:
    """Keys of vendors' forms, and those that stand whole in a file."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.keys: set[str] = set()

    def key(self) -> str:
        head, count, alphabet, middle, rest = self._random.choice(_FORMS)
        return head + self._made(count, alphabet) + middle + self._made(rest, alphabet)

    def _made(self, count: int, alphabet: str) -> str:
        return "".join(self._random.choice(alphabet) for _ in range(count))

    def write(self, root: Path) -> None:
        for name, template in _FILES.items():
            first, *others = template.split("@KEY@")
            keys = [self.key() for _ in others]
            text = first + "".join(key + other for key, other in zip(keys, others, strict=True))
            data = self._broken(text) if self._random.random() < 0.25 else text.encode()
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            self.keys.update(key for key in keys if key.encode() in data or key.encode("utf-16-le") in data)

    def _broken(self, text: str) -> bytes:
        how = self._random.choice(_BROKEN)
        if how == "utf-16":
            return text.encode("utf-16")
        at = self._random.randrange(len(text))
        return text[:at].encode() + (b"" if how == "cut" else b"\xff\x00" + text[at:].encode())

    def shown(self, text: str) -> list[str]:
        """The keys of which some part stands in a text."""
        return sorted(key for key in self.keys if any(key[at : at + 14] in text for at in range(0, len(key) - 14, 3)))


@pytest.mark.parametrize("seed", [2])
def test_no_command_shows_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    root, out = tmp_path / "tree", tmp_path / "out"
    maker = Maker(seed)
    maker.write(root)
    (root / "c.go").chmod(0)
    monkeypatch.chdir(tmp_path)
    commands = [["scan", "tree"], ["scan", "tree", "--format", "json"], ["scan", "tree", "--format", "table"]]
    commands += [["check", "tree", "--format", name, "--out-dir", "out"] for name in ("sarif",)]
    commands += [["explain", f"tree/{name}", "--root", "tree"] for name in (".mcp.json", "broken.py", "a.py")]
    commands += [
        ["explain", f"tree/{name}:2", "--root", "tree"] for name in ("broken.yaml", "app.yaml", ".env.example")
    ]
    commands += [["init", "tree", "-o", "draft.yaml"]]
    for command in commands:
        result = CliRunner().invoke(cli, command)
        said = result.output + str(result.exception or "")
        assert not maker.shown(said), (command, [line for line in said.splitlines() if maker.shown(line)])
    for path in (*out.glob("*"), tmp_path / "draft.yaml"):
        assert not path.is_file() or not maker.shown(path.read_text(encoding="utf-8")), path


def test_what_only_has_the_form_of_a_key_is_hidden_and_no_finding(tmp_path: Path) -> None:
    key = f"AIza{Maker(3)._made(35, _LETTERS)}"  # of any of Google's services, where no word tells Gemini's
    (tmp_path / "a.py").write_text(f"from openai import OpenAI\n\nOpenAI().chat.completions.create(model={key!r})\n")
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert inventory.secrets == ()
    assert [row.model for row in inventory.models] == ["[key]"]


def test_a_key_within_a_longer_name_is_hidden(tmp_path: Path) -> None:
    key = f"sk-or-v1-{Maker(4)._made(64, _HEX)}"
    (tmp_path / "go.mod").write_text(f"module x\n\nrequire github.com/sashabaranov/go-openai v1.0.0-{key}\n")
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    assert key[:14] not in str(inventory.to_dict())


def test_a_line_of_a_file_that_is_not_read_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import openai\n")
    (tmp_path / "b.bin.py").write_bytes(b"import openai\n\x00\x01\x02\n")
    result = CliRunner().invoke(cli, ["explain", f"{tmp_path}/b.bin.py:3", "--root", str(tmp_path)])
    assert result.exit_code == 0, result.exception
