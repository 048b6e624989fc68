"""Models that the name of their place tells: ``EMBEDDING_MODEL = "acme-embed-2"``, ``model_name: str = "acme-8b"``.

No catalogue knows every id. What stands under a name that takes a model of AI, in a file that uses one vendor of them,
is an id of that vendor's; a name that others have, too (``model``), takes only what looks like an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import SettingKeys, settings_keys, words_of
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.nodes import node_text, part_of

_PLACE = re.compile(rb"model(?:_?-?(?:name|id))?s?(?![a-z])")
_REACH, _REACH_OF_LIST, _MOST_PLACES = 160, 2000, 400
"""Bytes behind a name in which what it is given begins, and names of a file that are looked at."""
_ENDS = (("model",), ("model", "name"), ("model", "id"), ("model", "names"), ("model", "ids"))
_KINDS = frozenset(
    """
    ai llm gpt chat embedding embeddings embed embedder completion completions language text vision image audio speech
    tts stt asr transcription transcribe rerank reranker reranking ranking summary summarization summarizer classifier
    classification reasoning thinking moderation inference generation generator generative multimodal vlm judge
    planner coder router fast smart strategic cheap fallback foundation sentence transformer encoder
    """.split()  # noqa: SIM905 - a word list reads better
)
"""What of AI a model is for: of the word before ``model``."""
_ROLES = frozenset("default small large big main primary secondary base local query answer agent my the".split())  # noqa: SIM905
"""What may stand before ``model`` and says nothing."""
_ID = re.compile(r"(?=.*[\d-])[A-Za-z][\w.:@+-]{2,80}")
_VERSIONED = re.compile(r"(?=.*\d)(?=.*[.:-])[A-Za-z][\w.:@+-]{3,80}")
_MADE_BY = re.compile(
    r"(?!(?:models?|checkpoints?|ckpts?|weights|outputs?|results?|data|tmp|src|assets|public|static|app|api|v\d)/)"
    r"(?=[^/]*[A-Za-z]{2})[A-Za-z0-9][\w-]*/[\w.-]*[\d-][\w.-]*(?::[\w-]+)?",
    re.IGNORECASE,
)
_NO_ID = re.compile(
    r"(?:your|my|the|custom|default|other|some|test|fake|mock|dummy|example|sample|unknown|invalid|new|old)(?:[-_.].*)?"
    r"|(?:.*[-_.])?models?(?:[-_.]?\w{0,4})?|.*[-_](?:default|custom|other|model|name|id|key)|(?:.*[-_.])?not[-_].*|[a-z]{2}[-_][A-Z]{2}"
    r"|[a-z]{2}(?:-gov|-iso\w?)?-(?:north|south|east|west|central)\w{0,5}-?\d|[a-z]{5,12}-(?:north|south|east|west|central)\w{0,5}\d"
    r"|.*\.(?:py|[jt]sx?|json|ya?ml|toml|md|txt|gguf|bin|onnx|pkl|pt|pth|h5|png|jpe?g|svg|css|html?|safetensors|joblib|\w*model)",
    re.IGNORECASE,
)
FAMILIES = frozenset(
    """
    llama llama2 llama3 mistral mixtral phi phi3 phi4 gemma gemma2 gemma3 qwen qwen2 qwen3 codellama llava bakllava
    vicuna falcon starcoder starcoder2 zephyr dolphin openhermes solar yi deepseek moondream tinyllama stablelm2
    wizardcoder
    """.split()  # noqa: SIM905
)
"""Names without a number under which servers of open models list them (https://ollama.com/library)."""
_MAKERS = {
    "gpt-": "openai",
    "claude-": "anthropic",
    "gemini-": "google-gemini",
    "mistral-": "mistral",
    "codestral-": "mistral",
    "command-": "cohere",
    "deepseek-": "deepseek",
    "grok-": "xai",
    "sonar-": "perplexity",
    "qwen-": "dashscope",
    "glm-": "zhipu",
    "kimi-": "moonshot",
    "ernie-": "baidu-ernie",
}
"""With what the ids of a vendor's models begin, be they his own or tuned from his."""
_WARES = frozenset("provider vendor brand make manufacturer carrier year sku color colour serial device os".split())  # noqa: SIM905
"""Beside which ``model`` is that of a thing that is sold, or that somebody else provides."""
_READS = re.compile(r"env|conf|setting|option|param|get|fetch|lookup|default|unwrap_or|^or|dig|var", re.IGNORECASE)
_SETS = re.compile(r"(?:(?:set|with|use|add)_?(?=[\w]*[Mm]odel))|(?=[\w]*[Mm]odel)")
_BEFORE = re.compile(
    r"([A-Za-z_][\w.-]*)[\"'`]\s*(?:,|\)\s*(?:\?\s*)?\.\s*\w+\((?:\s*\|\w*\|)?|\)\s*(?:\|\||\?\?|or))\s*$"
)
_CLIMB = 10


def named_models(
    catalogue: Catalogue, facts: FileFacts, data: bytes, serving: Sequence[Entry]
) -> Iterator[tuple[Literal, Entry | None]]:
    """Strings that stand where a model of AI is named, and whose they are; None for a name that its maker gave and that
    anyone may serve.

    :param serving: the vendors and servers of models that the file is known to use.
    """
    lower = data.lower()
    spans: list[tuple[int, int]] = []
    for match in _PLACE.finditer(lower):
        reach = _REACH_OF_LIST if match[0].endswith(b"s") else _REACH
        spans.append((match.end(), min(match.end() + reach, len(data))))
        if len(spans) == _MOST_PLACES:
            break
    keys = settings_keys(catalogue) if spans else None
    for text in facts.strings_at(spans)[0] if spans else ():
        value = text.value
        if keys is None or len(value) > 100 or " " in value or _NO_ID.fullmatch(value) or value.isupper():
            continue
        if "-" in value and catalogue.get(value.lower()) is not None:
            continue  # who serves it, not what: model_name: "azure-openai"
        name = _name(facts, text)
        entry = _of_list(keys, name, value) if name else None
        if entry is not None:
            yield text, entry
            continue
        words = _before_model(name) if name else None
        if words is None or not (_strong(keys, words) or not words or words[-1] in _ROLES):
            continue
        strong = _strong(keys, words)
        if _MADE_BY.fullmatch(value):
            if strong or (serving and any(character.isdigit() for character in value)):
                yield text, None
            continue
        entry = _named(keys, words) or _whose(catalogue, facts, keys, text, serving)
        if entry is None or (not strong and _is_ware(facts, text.node)):
            continue
        open_server = entry.kind == "model-host"
        form = _ID if strong or open_server else _VERSIONED
        if form.fullmatch(value) or (open_server and value.lower() in FAMILIES):
            yield text, entry


def _name(facts: FileFacts, text: Literal) -> str | None:
    """The name of the place where a string stands."""
    position = facts.position(text)
    if position.kind in ("assign", "default", "value", "keyword"):
        return position.name
    if position.kind != "argument" or not position.name:
        return None
    if words_of(position.name)[-1:] in (("model",), ("name",), ("id",)) and _SETS.match(position.name):
        return _SETS.sub("", position.name)  # .modelName("…"), WithModel("…")
    if not _READS.search(position.name):
        return None
    source = facts.source
    line = source[max(source.rfind(b"\n", 0, text.offset), text.offset - 200, 0) : text.offset]
    found = _BEFORE.search(line.decode("utf-8", "replace"))
    return found[1] if found is not None else None


def _before_model(name: str) -> tuple[str, ...] | None:
    """The words of a name before ``model``; None where it does not end so."""
    words = words_of(name)
    for end in _ENDS:
        if words[-len(end) :] == end:
            return words[: -len(end)]
    return None


def _of_list(keys: SettingKeys, name: str, value: str) -> Entry | None:
    """The vendor after whom a list of models is called: ``iflytekModels = ["generalv3.5"]``."""
    words = words_of(name)
    if len(words) < 2 or words[-1] != "models" or not re.fullmatch(r"(?=.*[\d-])[A-Za-z0-9][\w.:@+-]{2,80}", value):
        return None
    return _named(keys, words[:-1])


def _is_ware(facts: FileFacts, node: Node) -> bool:
    """Whether a string is a field of a record about something else: ``{ make: "Acme", model: "T-800" }``."""
    field = node.parent
    pairs = facts.row.pair
    while field is not None and field.type not in pairs:
        if field.type in facts.row.blocks:
            return False
        field = field.parent
    if field is None or field.parent is None:
        return False
    keys = (part_of(other, pairs[other.type][0]) for other in field.parent.named_children[:40] if other.type in pairs)
    return any(key is not None and node_text(key).strip(":\"'` ").lower() in _WARES for key in keys)


def _strong(keys: SettingKeys, words: tuple[str, ...]) -> bool:
    """Whether the words before ``model`` speak of AI."""
    return bool(words) and (words[-1] in _KINDS or _named(keys, words) is not None)


def _named(keys: SettingKeys, words: Sequence[str]) -> Entry | None:
    """The vendor or server that some words name."""
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            name = "".join(words[start : start + length])
            entry = (keys.named(name) or keys.vendor(name)) if len(name) > 3 else None
            if entry is not None and entry.kind in ("provider", "model-host"):
                return entry
    return None


def _whose(
    catalogue: Catalogue, facts: FileFacts, keys: SettingKeys, text: Literal, serving: Sequence[Entry]
) -> Entry | None:
    """Whose id a string is: with what it begins, else who alone serves models here, else the one of them after whom a
    class, function or table around it is called."""
    maker = maker_of(catalogue, text.value)
    if maker is not None:
        return maker
    if len(serving) == 1:
        return serving[0]
    return _around(facts, keys, text.node, serving) if serving else None


def maker_of(catalogue: Catalogue, value: str) -> Entry | None:
    """The vendor with whose name for his models an id begins."""
    value = value.lower()
    return next((catalogue.get(id) for begin, id in _MAKERS.items() if value.startswith(begin)), None)


def _around(facts: FileFacts, keys: SettingKeys, node: Node, serving: Sequence[Entry]) -> Entry | None:
    current = node.parent
    for _ in range(_CLIMB):
        if current is None:
            return None
        if current.type in facts.row.pair:
            name = part_of(current, facts.row.pair[current.type][0])
        else:
            name = current.child_by_field_name("name")
        entry = _named(keys, words_of(node_text(name).strip(":\"'`"))) if name is not None else None
        if entry is not None and entry in serving:
            return entry
        current = current.parent
    return None
