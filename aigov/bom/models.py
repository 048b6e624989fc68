"""Which models the app names, as machine-learning-model components with a card of what the source proves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from aigov.bom import properties as p
from aigov.bom.document import (
    Component,
    Evidence,
    InputOutput,
    ModelCard,
    ModelParameters,
    Occurrence,
    Organization,
)
from aigov.catalogue import Catalogue
from aigov.catalogue.media import MEDIA, media_made
from aigov.model import Inventory, ModelUse, Pinned, Scope

_DATE = re.compile(r"[-@](20\d\d-?[01]\d-?[0-3]\d)(?:-v\d+(?::\d+)?)?$")
"""The date by which vendors version a model id: ``gpt-4o-2024-08-06``, ``anthropic.claude-…-20241022-v2:0``."""

_TASKS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "text-generation",
        (),  # chats also take images and audio: the call alone does not tell
        ("text",),
        (
            "chat.completions.create",
            "chat.completions.parse",
            "chat.completions.stream",
            "chat.complete",
            "messages.create",
            "messages.stream",
            "responses.create",
            "responses.parse",
            "responses.stream",
            "generateText",
            "streamText",
            "generateObject",
            "streamObject",
            "litellm.completion",
            "litellm.acompletion",
            "ChatOpenAI",
            "AzureChatOpenAI",
            "ChatAnthropic",
            "ChatMistralAI",
            "ChatCohere",
            "ChatGroq",
            "ChatOllama",
            "ChatBedrock",
            "ChatBedrockConverse",
            "ChatVertexAI",
            "ChatGoogleGenerativeAI",
        ),
    ),
    (
        "feature-extraction",
        (),
        ("embedding",),
        (
            "embeddings.create",
            "embed_content",
            "embedContent",
            "embedMany",
            "OpenAIEmbeddings",
            "AzureOpenAIEmbeddings",
            "BedrockEmbeddings",
            "CohereEmbeddings",
            "VoyageAIEmbeddings",
            "HuggingFaceEmbeddings",
            "SentenceTransformer",
            "litellm.embedding",
            "litellm.aembedding",
        ),
    ),
    ("text-to-image", ("text",), ("image",), ("images.generate", "generateImage")),
    ("automatic-speech-recognition", ("audio",), ("text",), ("audio.transcriptions.create", "transcribe")),
    ("text-to-speech", ("text",), ("audio",), ("audio.speech.create", "generateSpeech")),
)
"""Task (a name of https://huggingface.co/tasks), input and output formats, and the calls that do nothing else."""


def model_ref(provider: str, model: str) -> str:
    """``bom-ref`` of a model."""
    return f"model:{provider}/{model}"


def model_components(inventory: Inventory, catalogue: Catalogue) -> tuple[Component, ...]:
    """One component for each (provider, bare model id), sorted."""
    calls: dict[tuple[str, str], list[str]] = {}
    for flow in inventory.flows:
        if flow.model:
            calls.setdefault((flow.provider, catalogue.bare_id(flow.provider, flow.model)), []).append(flow.symbol)

    def key(use: ModelUse) -> tuple[str, str]:
        return use.provider, catalogue.bare_id(use.provider, use.model)

    rows = sorted(inventory.models, key=lambda use: (key(use), use.file, use.line))
    return tuple(
        _component(provider, model, list(uses), calls.get((provider, model), []), catalogue)
        for (provider, model), uses in groupby(rows, key=key)
    )


def _component(provider: str, model: str, uses: list[ModelUse], symbols: list[str], catalogue: Catalogue) -> Component:
    host = catalogue.get(provider)
    publisher = _publisher(provider, model, uses, catalogue)
    maker = catalogue.get(publisher) if publisher else None
    maker_name = (maker.vendor or maker.title if maker else publisher) if publisher else None
    scope = p.strongest(use.scope for use in uses)
    # The scan judges an id as it is spelled; what stands before it says nothing of its version.
    pinned = _weakest(use.pinned if use.model == model else catalogue.pinned(provider, model) for use in uses)
    date = _DATE.search(model)
    parameters = _parameters({*symbols, *(use.symbol for use in uses if use.symbol)})
    known = [name for name in ("task", "inputs", "outputs") if parameters and getattr(parameters, name)]
    return Component(
        type="machine-learning-model",
        bom_ref=model_ref(provider, model),
        manufacturer=Organization(name=maker_name) if maker_name else None,
        publisher=maker_name,
        name=model,
        version=date.group(1) if date and pinned == "yes" else None,
        scope="required" if scope == "app" else "excluded",
        model_card=ModelCard(
            model_parameters=parameters, properties=p.state(p.CARD_KNOWN, " ".join(known) or "nothing")
        ),
        evidence=Evidence(occurrences=tuple(_occurrence(use, model) for use in uses)),
        properties=(
            *p.state(p.MODEL_PROVIDER, provider),
            *p.state(p.MODEL_PUBLISHER, publisher),
            *p.state(p.MODEL_PLATFORM, host.lifecycle_platform if host else None),
            *p.state(p.MODEL_PINNED, pinned),
            *p.state_each(p.MODEL_VARIABLE, (use.variable for use in uses)),
            *p.state_each(p.MODEL_MAKES, {*media_made(catalogue, model), *_media_of(parameters)}),
            *p.state(p.MODEL_MENTION, "true" if _is_mention(uses, scope) else None),
            *p.state(p.SCOPE, scope),
            *p.state_each(p.HOW, (use.how for use in uses)),
        ),
    )


def _media_of(parameters: ModelParameters | None) -> set[str]:
    return {output.format for output in parameters.outputs} & {*MEDIA} if parameters else set()


def _is_mention(uses: list[ModelUse], scope: Scope) -> bool:
    """Whether nothing of the strongest scope is known to call it: what a test calls, the app need not."""
    return all(use.mention for use in uses if use.scope == scope)


def _publisher(provider: str, model: str, uses: list[ModelUse], catalogue: Catalogue) -> str | None:
    """Slug of the maker, as the scan or the catalogue says; None if not known: Groq alone has such ids of Llama, and
    made none."""
    said = {use.publisher for use in uses if use.publisher}
    return min(said, default=None) or catalogue.maker(provider, model)


def _weakest(each: Iterable[Pinned]) -> Pinned:
    states = set(each)
    return "no" if "no" in states else "unresolved" if "unresolved" in states else "yes"


def _parameters(symbols: Iterable[str]) -> ModelParameters | None:
    """What the calls with this model prove of it; None where they prove nothing, or several things."""
    proven = {task for symbol in symbols for task in _TASKS if _calls(symbol, task[3])}
    if len(proven) != 1:
        return None
    task, inputs, outputs, _ = proven.pop()
    return ModelParameters(
        task=task,
        inputs=tuple(InputOutput(format=name) for name in inputs),
        outputs=tuple(InputOutput(format=name) for name in outputs),
    )


def _calls(symbol: str, methods: tuple[str, ...]) -> bool:
    return any(symbol == method or symbol.endswith(f".{method}") for method in methods)


def _occurrence(use: ModelUse, bare: str) -> Occurrence:
    context = f"how={use.how} scope={use.scope}"
    if use.cell:
        context += f" cell={use.cell}"
    if use.model != bare:
        context += f" spelled={use.model}"
    if use.steps:
        context += " via " + ", ".join(f"{step.file}:{step.line} ({step.what})" for step in use.steps)
    return Occurrence(location=use.file, line=use.line, symbol=use.symbol, additional_context=context)
