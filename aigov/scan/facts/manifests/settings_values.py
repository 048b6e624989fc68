"""What one value of a settings file says: which variables it reads, which address it is, which model it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.catalogue.arns import model_in_arn
from aigov.catalogue.settings_keys import squashed, words_of
from aigov.scan.endpoints import Url, entry_of_host, entry_of_path, is_api, is_host, read_url, server_at
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.settings_words import is_priced, is_word
from aigov.scan.facts.manifests.variables import public_url
from aigov.scan.published import published_at

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_REFERENCE = re.compile(
    r"\$\{\{?\s*(?:(?:secrets|vars|env|inputs)\.)?(?P<braced>[A-Za-z_][\w.]*)\s*(?:(?:::?[-=?]?|[-=?])(?P<default>[^{}$]*))?\}?\}"
    r"|os\.environ/(?P<litellm>\w+)"
    r"|\$env:(?P<shell>\w+)|\$\((?P<make>[A-Za-z_]\w*)\)|\$(?P<bare>[A-Za-z_]\w*)"
    r"|%(?P<windows>[A-Z][A-Z0-9_]+)%"
    r"|\{\{-?\s*(?:env(?:\s*[.(]\s*|\s+))?[\"']?(?P<mustache>[A-Z][A-Z0-9_]{3,})[\"']?\s*(?:\)\s*)?-?\}\}"
    r"|\{env:(?P<named>\w+)\}|^env[:/](?P<scheme>[A-Z]\w+)$|ENV\[[\"'](?P<ruby>\w+)[\"']\]|%env\((?:\w+:)*(?P<symfony>\w+)\)%"
    r"|^env\((?P<call>[A-Za-z_]\w*)\)$"
)
_EXPRESSION = re.compile(r"\$\{\{\s*(?P<first>[\w.-]+)(?P<others>(?:\s*\|\|\s*(?:[\w.-]+|'[^']*'))+)\s*\}\}")
_QUOTED = re.compile(r"'([^']*)'")
_HOLE = re.compile(r"\$?\{\{[^{}\n]*\}\}|<[\w -]+>")
"""What another fills in."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_MODEL_ID = re.compile(r"[A-Za-z0-9@][\w.:/@+-]{1,120}")
_NO_ID = re.compile(
    r"your|change.?me|example|placeholder|todo|xxx|<|>|\.\.\.|^(?:true|false|none|null|auto|default|on|off|yes|no|custom|local|latest"
    r"|\d+(?:\.\d+)*|v\d+|https?:.*|.*\.(?:ya?ml|json|py|js|ts|md|txt|toml|sh|html?|xml|csv|png|svg|pdf|jinja2?|prompty?))$|://",
    re.IGNORECASE,
)
_TELLS = frozenset(
    """api key token endpoint url base host model deployment embedding embeddings llm region org organization project
    resource service index secret instance chat version gpt""".split()  # noqa: SIM905 - a word list reads better
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A model id with who serves it."""

    model: str
    provider: Entry
    certain: bool
    """Whether the id itself tells its provider, rather than the settings around it."""


def with_choices(text: str) -> str:
    """The expressions of CI services that choose the first that is set, in the notation of the shell:
    ``${{ inputs.MODEL || 'gpt-4o' }}`` is ``${MODEL:-gpt-4o}``."""

    def spelled(found: re.Match[str]) -> str:
        default = _QUOTED.search(found["others"])
        name = re.sub(r"\W", "_", found["first"].rpartition(".")[2])
        return f"${{{name}:-{default[1]}}}" if default is not None else f"${{{name}}}"

    return _EXPRESSION.sub(spelled, text) if "||" in text else text


def references(value: str) -> Iterator[str]:
    """The environment variables that a value reads, in whatever notation."""
    for found in _REFERENCE.finditer(value):
        name = next((text for key, text in found.groupdict().items() if text and key != "default"), None)
        if name:
            yield name


def with_defaults(value: str) -> str:
    """The value when no variable is set: ``${MODEL:gpt-4o}`` is ``gpt-4o``, and ``${HOST}`` the hole ``{HOST}``."""

    def default(found: re.Match[str]) -> str:
        if found["default"]:
            return found["default"].strip().strip("'\"")
        return next((f"{{{text}}}" for key, text in found.groupdict().items() if text and key != "default"), "")

    return _REFERENCE.sub(default, value).strip()


def variable_entry(catalogue: Catalogue, name: str) -> Entry | None:
    """The entry of an environment variable. One known by its prefix alone must also say what AI settings say."""
    entry, name = catalogue.variable(name)
    if entry is None or name in entry.env:
        return entry
    return entry if not _TELLS.isdisjoint(name.lower().split("_")[1:]) else None


def is_variable(value: str) -> bool:
    """Whether the whole value is spelled like the name of a variable (``api-key-env: OPENAI_API_KEY``)."""
    return _VARIABLE.fullmatch(value) is not None


def address(catalogue: Catalogue, value: str, *, about_ai: bool = True) -> tuple[Url, Entry | None] | None:
    """The URL that a value is, and whose API it is; None where the value is no URL, or links to a site.

    :param about_ai: whether the place speaks of AI, so that a port on an own machine tells the server.
    """
    text = value if "://" in value else f"https://{value}"
    url = read_url(text) if "://" in value or (is_host(value) and value.count(".") > 1) else None
    if url is None or "{" in url.host.rpartition(".")[2] or public_url(url.text) is None:
        return None
    entry = entry_of_host(catalogue, url.host)
    if entry is not None:
        return (url, entry) if is_api(url) else None
    entry = server_at(catalogue, url, about_ai=about_ai) if exposure_of(url.host) != "unknown" else None
    entry = entry or entry_of_path(catalogue, url.text)
    return (url, entry) if "://" in value else None


_RESOURCE_PATH = re.compile(r"^(?:projects/[^/]+/locations/[^/]+/)?publishers/[\w-]+/models/(?=.)")
"""What Vertex AI puts before an id."""


def model_of(
    catalogue: Catalogue, value: str, served: Entry | None, *, free: bool, gateway: bool = False
) -> Named | None:
    """The model that a value names.

    :param served: who serves models here, as the settings around the value say.
    :param free: whether the place takes nothing but models, so that any id of ``served`` will do.
    :param gateway: whether the place takes a gateway's model strings, so that a routing prefix proves the rest.
    """
    value = _RESOURCE_PATH.sub("", value)
    if value.startswith("arn:"):
        bedrock, id = catalogue.get("aws-bedrock"), model_in_arn(value)
        return Named(model=id, provider=bedrock, certain=True) if id is not None and bedrock is not None else None
    if not _MODEL_ID.fullmatch(value) or _NO_ID.search(value) or not re.search(r"[A-Za-z]", value):
        return None
    routed, rest = catalogue.route(value)
    if served is not None and (free or is_known(catalogue, value) or routed is served or _listed(served, value)):
        return Named(model=rest if routed is served else value, provider=served, certain=False)
    if routed is not None and (
        gateway
        or is_known(catalogue, rest)
        or any(re.fullmatch(p.regex, rest) for p in routed.models)
        or (routed.kind == "model-host" and re.search(r"[A-Za-z]-?\d", rest) is not None)  # a server's are anybody's
    ):
        return Named(model=rest, provider=routed, certain=True)
    owner = catalogue.model_owner(value)
    if owner is not None:
        return Named(model=value, provider=owner[0], certain=True)
    short = catalogue.exact_model_owner(value) if free and re.search(r"[\d-]", value) else None
    if short is not None:
        return Named(model=value, provider=short, certain=True)
    hub = published_at(catalogue, value)
    return Named(model=value, provider=hub, certain=False) if hub is not None else None


_HUB_KEYS = frozenset(
    """modelnameorpath pretrainedmodelnameorpath tokenizernameorpath hfmodel hfmodelid hfmodelname hfrepo
    hfrepoid""".split()  # noqa: SIM905 - a word list reads better
)
_HUB_TASKS = frozenset(
    """text-generation text2text-generation text-classification token-classification zero-shot-classification
    question-answering feature-extraction sentence-similarity fill-mask image-to-text image-text-to-text
    image-classification object-detection visual-question-answering text-to-speech audio-classification
    automatic-speech-recognition""".split()  # noqa: SIM905 - a word list reads better
)
"""https://huggingface.co/docs/transformers/main_classes/pipelines; kept apart from words that other programs use."""
_REPOSITORY = re.compile(
    r"(?!(?:models?|checkpoints?|ckpts?|weights|outputs?|results?|data|tmp|saved_models?|runs|path|artifacts)/)"
    r"[A-Za-z0-9][\w.-]*/[\w.-]+(?<!\.gguf)(?<!\.bin)(?<!\.pt)(?<!\.onnx)",
    re.IGNORECASE,
)


def on_hub(key: str, value: str) -> bool:
    """Whether a key that only Hugging Face's libraries take names a repository of its hub, and no folder."""
    return squashed(key) in _HUB_KEYS and _REPOSITORY.fullmatch(value) is not None


def hub_task(members: Mapping[str, Node]) -> bool:
    """Whether a mapping is about a pipeline of Transformers, and names a repository of the hub to run in it."""
    task = next((node.text() for key, node in members.items() if squashed(key) in ("task", "taskname")), None)
    named = members["model"].text() if "model" in members else None
    asks = task in _HUB_TASKS or "huggingface_pipeline_kwargs" in members
    return asks and _REPOSITORY.fullmatch(named or "") is not None


def is_spoken(value: str) -> bool:
    """Whether a value is words for people: several of them, not counting those of an expression or of a placeholder
    (``${{ secrets.KEY }}``, ``https://<your name>.openai.azure.com``)."""
    return " " in (_HOLE.sub("x", value) if "{{" in value or "<" in value else value).strip()


def filled(value: str) -> str:
    """An address of which the reader must fill in a part: ``https://<your-name>.openai.azure.com``."""
    return re.sub(r"<[\w -]+>", "x", value)


def _listed(served: Entry, value: str) -> bool:
    """Whether a gateway lists ids of this form: ``publisher/name``."""
    return "/" in value and any(rule.shared and re.fullmatch(rule.regex, value) for rule in served.models)


def lists_models(catalogue: Catalogue, key: str, members: Mapping[str, Node]) -> bool:
    """Whether the keys of a table are ids of models, as its own key or they themselves say."""
    if words_of(key)[-1:] in (("models",), ("llms",)):
        return True
    ids = [name for name in members if not is_word(name) and catalogue.model_owner(name) is not None]
    return len(ids) > 1 or (len(ids) == 1 and len(members) == 1)


def priced_by(catalogue: Catalogue, members: Mapping[str, Node]) -> Entry | None:
    """Whose models a table lists by their ids: each tells what it costs or can do, and some are known."""
    if not members or not all(isinstance(node.value, dict) and is_priced(node.members()) for node in members.values()):
        return None
    owners = (catalogue.model_owner(name) for name in members if not name.isalpha())
    return next((owner[0] for owner in owners if owner is not None), None)


def is_known(catalogue: Catalogue, model: str) -> bool:
    """Whether an id is some entry's own."""
    return catalogue.model_owner(model) is not None or catalogue.exact_model_owner(model) is not None
