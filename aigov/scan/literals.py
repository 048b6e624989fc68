"""What strings alone prove: model ids, provider hosts, environment variables, routing strings.

Only strings that are data count (a constant, a default, a table, an argument). Comments, docstrings and prose never
reach this module or do not match as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from aigov.addresses import exposure_of
from aigov.catalogue.entry import Entry
from aigov.scan.choices import only_texts
from aigov.scan.context import Context
from aigov.scan.declared import declared_models
from aigov.scan.endpoints import Url, entry_of_host, is_api, is_host, is_open, read_url
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import CallExpr, Position
from aigov.scan.notes import add_endpoint
from aigov.scan.values import Place, Text
from aigov.scan.variables import add_named_variables, add_tagged_variables, add_variable

_MODEL = re.compile(r"[A-Za-z0-9@][\w.@:/+-]{1,118}")
_VERB = re.compile(r"%[sdvq]")
_HOLES = re.compile(r"\$?\{[^{}]*\}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_ODD_ESCAPE = re.compile(rb"\\[^nrt\\'\"]")
"""An escape that may spell a part of a name."""
_LONGEST, _SHORTEST = 120, 2
_MODEL_WORD = re.compile(r"model|llm|engine|deployment|embed|gpt|claude|gemini", re.IGNORECASE)
_SHOWN = frozenset(
    [
        "placeholder",
        "href",
        "label",
        "title",
        "description",
        "helperText",
        "link",
        "docs",
        "docsUrl",
        "docs_url",
        "homepage",
        "tooltip",
    ]
)
_SAMPLE_HOST = re.compile(r"<|(?:your|my|example|sample|changeme|xxx+)[-_.a-z0-9]*\.", re.IGNORECASE)
_PART = re.compile(r"prefix|suffix|pattern|regex|family|families", re.IGNORECASE)
_SPEECH = frozenset(
    [
        "print",
        "log",
        "info",
        "debug",
        "warn",
        "warning",
        "error",
        "exception",
        "fatal",
        "critical",
        "trace",
        "echo",
        "startswith",
        "startsWith",
        "start_with?",
        "starts_with?",
        "str_starts_with",
        "str_contains",
        "hasPrefix",
        "hasSuffix",
        "contains",
        "contains?",
        "include?",
        "end_with?",
        "ends_with?",
        "puts",
        "raise",
        "gsub",
        "endswith",
        "endsWith",
        "includes",
        "replace",
        "split",
        "count",
        "join",
        "Error",
        "ValueError",
        "RuntimeError",
        "TypeError",
        "Exception",
        "describe",
        "it",
        "test",
        "skip",
        "skipif",
        "mark",
        "patch",
        "t",
        "i18n",
        "translate",
        "getByText",
        "match",
        "search",
        "fullmatch",
        "sub",
        "compile",
        "encoding_for_model",
        "indexOf",
        "println",
        "eprintln",
        "panic",
        "bail",
        "anyhow",
        "starts_with",
        "ends_with",
        "contains",
        "HasPrefix",
        "HasSuffix",
        "Contains",
        "Println",
        "Printf",
        "Errorf",
    ]
)
_IMAGE = re.compile(r"[\w.-]+(?:/[\w.-]+)+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?")
_RUNS_IMAGE = re.compile(r"image|container", re.IGNORECASE)
_COUNTS = frozenset(("argument", "keyword", "key", "value", "item", "assign", "default", "return", "compare"))
_PUBLISHERS = frozenset(
    [
        "openai",
        "anthropic",
        "google",
        "deepseek",
        "mistralai",
        "x-ai",
        "cohere",
        "perplexity",
        "qwen",
        "meta-llama",
        "nvidia",
        "microsoft",
        "amazon",
        "moonshotai",
        "z-ai",
        "minimax",
    ]
)


def detect_literals(context: Context, facts: FileFacts, data: bytes) -> None:
    """Everything that the strings of one file prove."""
    if facts.row.tag is not None and context.telling.hit(data):
        add_tagged_variables(context, facts)
    candidates: list[tuple[Literal, Position]] = []
    declared = declared_models(context, facts, data)
    for text, entry in declared.values():
        _add(context, facts, text, text.value, entry)
        if not (facts.position(text).name or "").endswith("_name_or_path"):  # what is fetched is told by its model
            context.suggest_use(entry, facts, text.line, text.value)
    spans = [*context.telling.spans(data), *(match.span() for match in _ODD_ESCAPE.finditer(data))]
    texts, templates = facts.strings_at(sorted(spans))
    for text in texts:
        value = text.value
        if "://" in value:
            _address(context, facts, text)
        _sign(context, facts, value, text.line)
        if len(value) > _LONGEST or " " in value or len(value) < _SHORTEST:
            continue
        if "." in value and is_host(value):
            _address(context, facts, text)
        if _image(context, facts, text):
            continue
        if value.isupper() and _VARIABLE.fullmatch(value):
            add_variable(context, facts, text)
        elif _MODEL.fullmatch(value) and text.offset not in declared:
            found = _model(context, facts, text)
            if found is not None:
                candidates.append(found)
    for site in templates:
        if b"://" in (site.node.text or b""):
            _template(context, facts, site)
        _sign(context, facts, node_text(site.node), site.line)
    _short_models(context, facts, candidates)
    if facts.row.object_arguments:
        add_named_variables(context, facts, data)


def _image(context: Context, facts: FileFacts, text: Literal) -> bool:
    """Note a server that a program starts as a container: ``.WithImage("ollama/ollama")``, Testcontainers, Pulumi."""
    if "/" not in text.value or _IMAGE.fullmatch(text.value) is None:
        return False
    entry = context.catalogue.image(text.value)
    place = facts.position(text).name if entry is not None else None
    if entry is None or place is None or not _RUNS_IMAGE.search(place):
        return False
    context.add_use(entry, facts, text.line, "container", text.value)
    return True


# --- hosts ----------------------------------------------------------------------------------------------------------


def _address(context: Context, facts: FileFacts, text: Literal) -> None:
    value = _VERB.sub("{x}", text.value) if facts.row.formats else text.value
    url = read_url(value if "://" in value else f"https://{value}")
    if url is None:
        return
    entry = entry_of_host(context.catalogue, url.host)
    near = exposure_of(url.host) in ("loopback", "private") or is_open(url)
    own = entry is None and url.port is not None and near
    if own and url.port is not None and "://" in text.value:
        entry = context.catalogue.port(url.port, about_ai=False)
    if entry is None or not (own or is_api(url)):
        return
    position = facts.position(text)
    if position.kind == "compare" or position.name in _SHOWN or _SAMPLE_HOST.match(url.host):
        return
    context.add_use(entry, facts, text.line, "http", url.host)
    for full in _formatted(context, facts, text) if value != text.value else ():
        add_endpoint(context, facts, full, read_url(full.value), entry, "http")
    if "://" in text.value and value == text.value:
        add_endpoint(context, facts, Text(url.text, facts.path, text.line), url, entry, "http")


def _formatted(context: Context, facts: FileFacts, text: Literal) -> list[Text]:
    """The addresses that a text with ``%`` verbs can become."""
    held = text.node.parent.parent if text.node.parent is not None else None
    expr = facts.expr(held) if held is not None else None
    place = Place(facts, facts.scope_at(text.offset))
    values = context.resolver.resolve(expr, place) if isinstance(expr, CallExpr) else ()
    return [value for value in values if isinstance(value, Text)]


def _template(context: Context, facts: FileFacts, site: CallSite) -> None:
    node = site.node
    # Without its holes the text must already name a vendor's host: following them costs more than it finds.
    bare = read_url(_with_holes_filled(node, facts.row).strip("f`\"'rRF"))
    if bare is None or (entry_of_host(context.catalogue, bare.host) or _server(context, bare)) is None:
        return
    expr = facts.expr(node)
    for text in only_texts(context.resolver.resolve(expr, Place(facts, facts.scope_at(site.offset)))):
        if not isinstance(text, Text):
            continue
        url = read_url(text.value)
        entry = entry_of_host(context.catalogue, url.host) if url and not url.host.startswith("{") else None
        entry = entry or (entry_of_host(context.catalogue, url.host) if url and "." in url.host else None)
        own = _server(context, url) if url is not None else None
        entry = entry or own
        if url is not None and entry is not None and (own is not None or is_api(url)):
            context.add_use(entry, facts, node.start_point[0] + 1, "http", url.host)
            add_endpoint(context, facts, text, url, entry, "http")


def _server(context: Context, url: Url) -> Entry | None:
    """The server that a port alone tells, where the host is whatever the program is given."""
    unknown = url.port is not None and (is_open(url) or url.host == "x")
    return context.catalogue.port(url.port, about_ai=False) if unknown and url.port is not None else None


def _with_holes_filled(node: Node, row: Language) -> str:
    """The text of a string, with an ``x`` for each hole."""
    text, holes = node.text or b"", [child for child in node.named_children if child.type in row.holes]
    if holes and any(child.type in row.text for child in node.named_children):
        # Where what stands between holes is a node, the marks of a hole are none: \(name).
        parts = (child for child in node.children if child.type in row.text | row.escape | row.holes)
        return "".join("x" if part.type in row.holes else node_text(part) for part in parts)
    for hole in reversed(holes):
        text = text[: hole.start_byte - node.start_byte] + b"x" + text[hole.end_byte - node.start_byte :]
    return text.decode("utf-8", "replace") if holes else _HOLES.sub("x", node_text(node))


def _model(context: Context, facts: FileFacts, text: Literal) -> tuple[Literal, Position] | None:
    """Record a model id; a short one is given back, for it counts only in company."""
    value = text.value
    catalogue = context.catalogue
    if value.isalpha() and not catalogue.exact_model_owner(value):
        return None  # a plain word: no pattern of a model id matches one
    owner = context.model_owner(value)
    if owner is None and ("/" in value or ":" in value):
        routed = _routed(context, value)
        if routed is not None:
            entry, model = routed
            if _is_data(facts.position(text)):
                _add(context, facts, text, model, entry)
                context.suggest_use(entry, facts, text.line, value)
        return None
    if owner is None:
        return (text, facts.position(text)) if catalogue.exact_model_owner(value) else None
    if _is_data(facts.position(text)):
        _add(context, facts, text, value, owner[0])
        if _names_platform(value, owner[0]):
            context.suggest_use(owner[0], facts, text.line, value)
    return None


def _routed(context: Context, value: str) -> tuple[Entry, str] | None:
    """A string that names provider and model."""
    entry, rest = context.catalogue.route(value)
    if entry is None:
        return None
    known = context.catalogue.model_owner(rest) is not None or context.catalogue.exact_model_owner(rest) is not None
    known = known or any(not pattern.shared and re.fullmatch(pattern.regex, rest) for pattern in entry.models)
    known = known or _is_listed(context, entry, rest)
    if not known:
        return None
    if value[: len(value) - len(rest)].rstrip("/") in _PUBLISHERS and value[len(value) - len(rest) - 1] == "/":
        # "deepseek/deepseek-chat": a publisher's name, which several gateways use; the id stays as it is spelled.
        return entry, value
    return entry, rest


def _is_listed(context: Context, entry: Entry, rest: str) -> bool:
    """Whether a gateway lists ids of this form: ``publisher/name``, the publisher being known."""
    publisher, slash, _ = rest.partition("/")
    if not slash or not any(pattern.shared and re.fullmatch(pattern.regex, rest) for pattern in entry.models):
        return False
    return publisher in _PUBLISHERS or context.catalogue.route(rest)[0] is not None


def _names_platform(value: str, entry: Entry) -> bool:
    """Whether the form of an id is one that only this platform uses (``anthropic.claude-…``, ``models/gemini-…``)."""
    return "/" in value or (entry.id == "aws-bedrock" and "." in value) or value.startswith("arn:")


def _short_models(context: Context, facts: FileFacts, candidates: list[tuple[Literal, Position]]) -> None:
    """Ids like ``o1``, where the place is one of models."""
    if not candidates or not context.rows.knows(facts.path):
        return
    for text, position in candidates:
        entry = context.catalogue.exact_model_owner(text.value)
        if entry is not None and text.value.isalpha() and not context.rows.tells_of(facts.path, entry.id):
            continue  # "small" is a size of many models
        if entry is not None and _is_data(position) and position.name and _MODEL_WORD.search(position.name):
            _add(context, facts, text, text.value, entry)


def _is_data(position: Position) -> bool:
    if position.kind not in _COUNTS or (position.name and _PART.search(position.name)):
        return False
    return not (position.kind == "argument" and position.name in _SPEECH)


def _add(context: Context, facts: FileFacts, text: Literal, model: str, entry: Entry) -> None:
    found = Text(text.value, facts.path, text.line)
    context.add_model(found, model, entry, "config", None, called=False)


def _sign(context: Context, facts: FileFacts, value: str, line: int) -> None:
    found = context.signs.find(value)
    if found is not None:
        context.add_use(found[0], facts, line, found[1].how)


def literal_values(facts: FileFacts) -> Iterator[str]:
    """Every string of a file, for indicators."""
    for text in facts.texts:
        yield text.value
