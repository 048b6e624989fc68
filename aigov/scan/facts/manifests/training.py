"""Settings of training runs, told by their shape: base model, data, adapter.

axolotl (https://docs.axolotl.ai/docs/config-reference.html), LLaMA-Factory
(https://llamafactory.readthedocs.io/en/latest/getting_started/sft.html), TRL and the alignment handbook, AutoTrain,
Ludwig, mlx-lm, mergekit, kohya's scripts; and what such runs leave: a model's ``config.json``, ``adapter_config.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aigov.model import Asset, Pinned, Scope
from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.variables import merge
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class _Shape:
    """The settings of one tool."""

    tool: str
    model: tuple[str, ...]
    """Keys of which one must name the base model."""
    beside: frozenset[str]
    """Keys of which one must stand beside it."""
    tunes: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHAPES = (
    _Shape(
        "axolotl",
        ("base_model",),
        _words("micro_batch_size sequence_len lora_r load_in_8bit load_in_4bit val_set_size"),
    ),
    _Shape("AutoTrain", ("base_model",), _words("backend")),
    _Shape("Ludwig", ("base_model",), _words("input_features")),
    _Shape("mergekit", ("base_model",), _words("merge_method"), tunes=False),
    _Shape("mergekit", ("merge_method",), _words("slices models"), tunes=False),
    _Shape("LLaMA-Factory", ("model_name_or_path",), _words("stage finetuning_type template")),
    _Shape(
        "TRL", ("model_name_or_path",), _words("dataset_mixer dataset_name learning_rate num_train_epochs use_peft")
    ),
    _Shape("mlx-lm", ("model",), _words("fine_tune_type lora_layers num_layers lora_parameters")),
    _Shape("sd-scripts", ("pretrained_model_name_or_path",), _words("network_module train_data_dir network_dim")),
    _Shape("peft", ("base_model_name_or_path",), _words("peft_type"), tunes=False),
    _Shape("transformers", ("_name_or_path",), _words("architectures model_type"), tunes=False),
)
_DATA = (
    "datasets",
    "dataset",
    "dataset_name",
    "dataset_mixer",
    "train_data_dir",
    "data",
    "data_path",
    "pretraining_dataset",
)
_DATA_KEYS = ("path", "name", "source", "id")
_REVISIONS = ("revision_of_model", "model_revision", "revision")
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?")
_SHARE = re.compile(r"\d+(?:\.\d+)?")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_LOCAL = re.compile(
    r"\.{0,2}/|~|.*\.(?:jsonl?|csv|parquet|txt|arrow|gguf|bin|safetensors)$|.*[/\\].*[/\\]", re.IGNORECASE
)


def read_training(path: str, root: Node, scope: Scope, catalogue: Catalogue) -> Findings:
    """The base model, the data and the run that the settings describe; nothing where they describe none."""
    members = root.members()
    shape = next((shape for shape in _SHAPES if _fits(shape, members)), None)
    if shape is None:
        return Findings()
    collected, runtime = Collected(path, scope, catalogue), catalogue.get("transformers")
    assets: list[Asset] = []
    key = next(key for key in shape.model if key in members)
    models = sorted(_models(shape, key, members), key=lambda named: named[1])
    for model, line in models:
        if runtime is not None and is_repository(model):
            collected.use(runtime, line, key)
            collected.model(model, line, runtime)
            assets.append(_asset(path, line, "hub", key, scope, model, pinned=_pinned(members)))
    data = [(name, line, key) for key in _DATA for name, line in _named(members.get(key)) if key in members]
    for name, line, symbol in data if shape.tunes else ():
        assets.append(_asset(path, line, "dataset", symbol, scope, name, pinned="no" if is_repository(name) else None))
    if shape.tunes and models:
        trained = ", ".join(name for name, _, _ in data) or None
        assets.append(_asset(path, models[0][1], "tuning", shape.tool, scope, models[0][0], data=trained))
    return merge([collected.findings(), Findings(assets=tuple(assets))])


def is_repository(name: str) -> bool:
    """Whether a name is that of a repository on the hub, and no path."""
    return _REPOSITORY.fullmatch(name) is not None and _LOCAL.match(name) is None


def _fits(shape: _Shape, members: Mapping[str, Node]) -> bool:
    return any(members[key].text() for key in shape.model if key in members) and not shape.beside.isdisjoint(members)


def _models(shape: _Shape, key: str, members: Mapping[str, Node]) -> Iterator[tuple[str, int]]:
    if key != "merge_method":
        yield members[key].text() or "", members[key].line
    if shape.tool == "mergekit":
        found = [*(members.get("models") or Node([], 1)).elements()]
        for part in (members.get("slices") or Node([], 1)).elements():
            found += part.elements("sources")
        for item in found:
            node = item.get("model")
            if node is not None and node.text():
                yield node.text() or "", node.line


def _named(node: Node | None) -> Iterator[tuple[str, int]]:
    """Names of data sets: a text (several with commas between), a list of texts or mappings, a mapping by name."""
    if node is None:
        return
    text = node.text()
    if text:
        yield from ((part.strip(), node.line) for part in text.split(",") if part.strip())
    for item in node.elements():
        named = next((found for key in _DATA_KEYS if (found := item.get(key)) is not None), item)
        if named.text():
            yield named.text() or "", named.line
    members = node.members()
    chosen = next((members[key] for key in _DATA_KEYS if key in members), None)
    if chosen is not None and chosen.text():
        yield chosen.text() or "", chosen.line
    elif members and all(_SHARE.fullmatch(str(item.value)) for item in members.values()):
        yield from ((name, item.line) for name, item in members.items())  # a mixture: {name: share}


def _pinned(members: Mapping[str, Node]) -> Pinned:
    revision = next((members[key].text() or "" for key in _REVISIONS if key in members), "")
    return "yes" if _COMMIT.fullmatch(revision) else "no"


def _asset(
    path: str,
    line: int,
    what: Literal["hub", "dataset", "tuning"],
    symbol: str,
    scope: Scope,
    name: str,
    *,
    pinned: Pinned | None = None,
    data: str | None = None,
) -> Asset:
    return Asset(
        file=path,
        line=line,
        what=what,
        symbol=symbol,
        scope=scope,
        name=name,
        data=data,
        pinned=pinned,
    )
