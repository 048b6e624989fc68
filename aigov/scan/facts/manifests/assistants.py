"""Models that editors and coding assistants of a repository are told to use: OpenCode, Zed, Continue.

https://opencode.ai/docs/config/; https://zed.dev/docs/ai/configuration; https://docs.continue.dev/reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigov.model import ModelUse, Scope, Unresolved, Use
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_values import is_known
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_OPENCODE = re.compile(r"(?:.*/)?\.?opencode\.jsonc?")
_ZED = re.compile(r"(?:.*/)?\.zed/settings\.json")
_CONTINUE = re.compile(r"(?:.*/)?\.continue/.+\.ya?ml")
_OPENCODE_MODELS = ("model", "small_model")
_ZED_MODELS = (
    "default_model",
    "inline_assistant_model",
    "commit_message_model",
    "thread_summary_model",
    "subagent_model",
    "editor_model",
)
_ZED_PROVIDERS = {
    "google": "google-gemini",
    "copilot_chat": "github-copilot",
    "open_router": "openrouter",
    "x_ai": "xai",
}
"""https://zed.dev/docs/ai/llm-providers, where they are not called as elsewhere."""


def configures(path: str) -> bool:
    """The settings that name their models in ways of their own."""
    return any(pattern.fullmatch(path) for pattern in (_OPENCODE, _ZED, _CONTINUE))


def read_models(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """Models and who serves them, as far as the settings say."""
    rows = _Rows(path, scope, catalogue)
    if _OPENCODE.fullmatch(path):
        for node in _opencode(root):
            entry, rest = catalogue.route(node.text() or "")
            rows.chosen(entry or _owner(catalogue, node.text() or ""), rest, node.line)
    elif _ZED.fullmatch(path):
        for node in _zed(root):
            said, model = node.text("provider") or "", node.get("model")
            entry = catalogue.get(_ZED_PROVIDERS.get(said, said)) or _prefixed(catalogue, said)
            if model is not None and (id := model.text()):
                rows.chosen(entry or _owner(catalogue, id), id, model.line)
    else:
        for block in root.elements("models"):
            used = block.get("uses")
            if used is not None and (spelled := used.text()) and "/" in spelled:
                rows.block(spelled, used.line)
    return rows.findings()


def _opencode(root: Node) -> Iterator[Node]:
    parts = [root]
    for key in ("agent", "mode", "command"):
        parts += root.members(key).values()
    for part in parts:
        for key in _OPENCODE_MODELS:
            node = part.get(key)
            if node is not None and node.text():
                yield node


def _zed(root: Node) -> Iterator[Node]:
    for part in ("agent", "assistant"):
        for key in _ZED_MODELS:
            node = root.get(part, key)
            if node is not None and node.text("provider"):
                yield node


def _prefixed(catalogue: Catalogue, name: str) -> Entry | None:
    return catalogue.route(f"{name}/x")[0] if re.fullmatch(r"[\w-]+", name) else None


def _owner(catalogue: Catalogue, id: str) -> Entry | None:
    owner = catalogue.model_owner(id)
    return owner[0] if owner is not None else None


class _Rows:
    def __init__(self, path: str, scope: Scope, catalogue: Catalogue) -> None:
        self._path, self._scope, self._catalogue = path, scope, catalogue
        self._uses: list[Use] = []
        self._models: list[ModelUse] = []
        self._unresolved: list[Unresolved] = []

    def findings(self) -> Findings:
        return Findings(uses=tuple(self._uses), models=tuple(self._models), unresolved=tuple(self._unresolved))

    def chosen(self, entry: Entry | None, id: str, line: int) -> None:
        """A model that the settings choose."""
        if entry is None:
            return
        self._use(entry, line, id)
        self._models.append(
            ModelUse(
                file=self._path,
                line=line,
                model=id,
                provider=entry.id,
                how="config",
                scope=self._scope,
                publisher=self._catalogue.publisher(entry.id, id),
                pinned=self._catalogue.pinned(entry.id, id),
            )
        )

    def block(self, spelled: str, line: int) -> None:
        """A block of Continue's hub, ``anthropic/claude-3-7-sonnet``: its name is often the model's."""
        owner, _, name = spelled.partition("/")
        entry = self._catalogue.get(owner) or _prefixed(self._catalogue, owner)
        if entry is None or entry.kind not in ("provider", "model-host"):
            return
        if is_known(self._catalogue, name):
            self.chosen(entry, name, line)
            return
        self._use(entry, line, spelled)
        self._unresolved.append(
            Unresolved(
                file=self._path,
                line=line,
                what="model",
                name=entry.id,
                reason=f"the block {spelled} of Continue's hub decides it",
                scope=self._scope,
            )
        )

    def _use(self, entry: Entry, line: int, symbol: str) -> None:
        self._uses.append(
            Use(
                file=self._path,
                line=line,
                name=entry.id,
                kind=entry.kind,
                how="config",
                scope=self._scope,
                symbol=symbol,
            )
        )
