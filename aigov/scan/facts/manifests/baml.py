"""BAML: the clients of ``*.baml`` files, what they call, and functions that name a model themselves.

https://docs.boundaryml.com/ref/baml/client-llm. Prompts are text between ``#"`` and ``"#`` and name nothing; of
functions only their clients are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node
from aigov.scan.facts.manifests.settings_values import variable_entry
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "baml"

_TOKEN = re.compile(
    r"""(?P<skip>//[^\n]*|\{//.*?(?://\}|\Z)|[\s,]+)
      |(?P<prompt>(?P<marks>\#+)".*?(?:"(?P=marks)|\Z))
      |"(?P<text>(?:[^"\\\n]|\\.)*)(?:"|(?=\n)|\\?\Z)
      |(?P<sign>[{}\[\]():])
      |(?P<word>[^\s{}\[\]():,"]+)""",
    re.VERBOSE | re.DOTALL,
)
_PROVIDERS = {
    "openai-responses": "openai",
    "openai-generic": "openai-compatible",
    "google-ai": "google-gemini",
    "vertex-ai": "google-vertex",
    "azure": "azure-openai",
}
"""BAML's names where the catalogue has others."""
_STRATEGIES = frozenset(("fallback", "round-robin"))
_MODELS = ("model", "model_id", "deployment_id")
_ADDRESSES = ("base_url", "endpoint_url")
_OLD = re.compile(r"baml-([\w-]+?)(?:-chat|-completion)?")
_VARIABLE = re.compile(r"env\.([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def wants(path: str) -> bool:
    """By extension."""
    return path.endswith(".baml")


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Clients with their providers, models and addresses."""
    if not document.candidate and b"client" not in document.data:
        return Findings()
    tokens = list(_tokens(document.data.decode("utf-8", "replace")))
    rows = _Rows(Collected(document.path, scope_of(document.path), catalogue), catalogue)
    at = 0
    while at + 1 < len(tokens):
        token, following = tokens[at], tokens[at + 1]
        at += 1
        if token.kind == "word" and token.text in ("client<llm>", "client"):
            if at + 1 < len(tokens) and following.kind == "word" and tokens[at + 1].text == "{":
                body, at = _block(tokens, at + 2, 0)
                rows.client(following.text, body, token.line)
            elif following.kind == "text" and token.text == "client":
                rows.shorthand(following.text, following.line)
    return rows.collected.findings()


class _Rows:
    def __init__(self, collected: Collected, catalogue: Catalogue) -> None:
        self.collected, self._catalogue = collected, catalogue

    def client(self, name: str, body: Node, line: int) -> None:
        """One ``client<llm> NAME { provider … options { … } }``."""
        provider = body.text("provider")
        if provider is None:
            return
        self.collected.use(self._catalogue.get("baml"), line, f"client {name}")
        options = body.get("options") or Node({}, line)
        for node in options.elements("strategy"):
            self.shorthand(node.text() or "", node.line)
        for node in options.members().values():
            variable = _VARIABLE.fullmatch(node.text() or "")
            entry = variable_entry(self._catalogue, variable[1]) if variable else None
            self.collected.use(entry, node.line, variable[1] if variable else None)
        if provider in _STRATEGIES:
            return
        entry = self._provider(provider)
        for key in _ADDRESSES:
            address = options.get(key)
            if address is not None and address.text():
                entry = self.collected.url(address.text() or "", address.line, entry)
        if entry is None:
            return
        self.collected.use(entry, (body.get("provider") or body).line, f"provider {provider}")
        for key in _MODELS:
            model = options.get(key)
            if model is not None and model.text():
                self._model(model.text() or "", model.line, entry)

    def shorthand(self, text: str, line: int) -> None:
        """``"openai/gpt-4o"``: a client without a name."""
        provider, slash, model = text.partition("/")
        entry = self._provider(provider) if slash else None
        if entry is not None:
            self.collected.use(self._catalogue.get("baml"), line, f"client {text}")
            self.collected.use(entry, line, f"client {text}")
            self._model(model, line, entry)

    def _model(self, value: str, line: int, entry: Entry) -> None:
        if variable := _VARIABLE.fullmatch(value):
            self.collected.unresolved(entry, line, variable[1])
        else:
            self.collected.model(value, line, entry)

    def _provider(self, name: str) -> Entry | None:
        old = _OLD.fullmatch(name)
        name = old[1] if old else name
        return self._catalogue.get(_PROVIDERS.get(name, name))


def _tokens(text: str) -> Iterator[_Token]:
    line, at = 1, 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            at += 1  # a quote that nothing closes
            continue
        for kind in ("prompt", "text", "sign", "word"):
            if found[kind] is not None:
                yield _Token(kind, found[kind], line)
        line += found[0].count("\n")
        at = found.end()


def _block(tokens: list[_Token], at: int, depth: int) -> tuple[Node, int]:
    """The members of a block from behind its ``{`` on, and where it ends: a key and its value stand on one line."""
    members: dict[str, Node] = {}
    node = Node(members, tokens[at - 1].line)
    while at < len(tokens) and tokens[at].text != "}":
        key = tokens[at]
        value, at = _value(tokens, at + 1, depth + 1)
        if value is not None and key.kind in ("word", "text"):
            members.setdefault(key.text, Node(value.value, key.line))
    return node, at + 1


def _value(tokens: list[_Token], at: int, depth: int) -> tuple[Node | None, int]:
    if at < len(tokens) and tokens[at].text == ":" and tokens[at].kind == "sign":
        at += 1
    if at >= len(tokens) or depth > MAX_DEPTH:
        return None, len(tokens)
    token = tokens[at]
    if token.kind != "sign":
        return Node(token.text, token.line), at + 1
    if token.text == "{":
        return _block(tokens, at + 1, depth)
    if token.text == "[":
        items: list[Node] = []
        at += 1
        while at < len(tokens) and tokens[at].text != "]":
            item, at = _value(tokens, at, depth + 1)
            if item is not None:
                items.append(item)
        return Node(items, token.line), at + 1
    return None, at if token.text == "}" else at + 1
