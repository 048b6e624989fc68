"""What strings alone prove: model ids, provider hosts, environment variables, routing strings.

Only strings that are data count (a constant, a default, a table, an argument). Comments, docstrings and prose never
reach this module or do not match as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from aigov.catalogue.arns import model_in_arn
from aigov.catalogue.entry import Entry
from aigov.scan.choices import only_texts
from aigov.scan.context import Context
from aigov.scan.endpoints import (
    Url,
    entry_of_host,
    entry_of_path,
    is_api,
    is_host,
    is_model_server,
    is_open,
    named_server,
    read_url,
    server_at,
)
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.types import CallExpr
from aigov.scan.http_models import model_in_query
from aigov.scan.inner_texts import inner_texts, tag_defaults
from aigov.scan.model_texts import ModelTexts
from aigov.scan.notes import add_endpoint
from aigov.scan.values import Place, Text
from aigov.scan.variables import add_named_variables, add_shared_variable, add_tagged_variables, add_variable

_VERB = re.compile(r"%[sdvq]")
_HOLES = re.compile(r"\$?\{[^{}]*\}")
_BEHIND_HOST = re.compile(r"(://[\w.-]{1,200}\.[A-Za-z]{2,20})(?=[\0{])")
"""A host with a hole right behind it: a path, which brings its own slash."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_ODD_ESCAPE = re.compile(rb"\\[^nrt\\'\"]")
"""An escape that may spell a part of a name."""
_LONGEST, _SHORTEST, _CLIMB = 120, 2, 12
_SHOWN = frozenset(
    "placeholder href label title description helpertext link docs docsurl docs_url homepage tooltip".split()  # noqa: SIM905
)
_SAMPLE_HOST = re.compile(r"<|(?:your|my|example|sample|changeme|xxx+)[-_.a-z0-9]*\.", re.IGNORECASE)
_IMAGE = re.compile(r"[\w.-]+(?:/[\w.-]+)+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?")
_QUOTE = r'(?:\\?"|"")'
_IN_BODY = re.compile(rf"{_QUOTE}model{_QUOTE}\s*:\s*{_QUOTE}(?P<model>[\w.:/@-]{{2,100}}){_QUOTE}")
"""The model in a body that is written as text, in whatever way the language escapes a quote."""
_ANSWERED = re.compile(rf"{_QUOTE}(?:choices|usage|finish_reason|stop_reason|total_duration){_QUOTE}\s*:")
"""What only answers hold."""
_ASKS = re.compile(rf"{_QUOTE}(?:messages|prompt|input|max_tokens|temperature|stream){_QUOTE}\s*:")
"""What a request holds beside the model."""
_RUNS_IMAGE = re.compile(r"image|container", re.IGNORECASE)


def detect_literals(context: Context, facts: FileFacts, data: bytes) -> None:
    """Everything that the strings of one file prove."""
    if facts.row.tag is not None and context.telling.hit(data):
        add_tagged_variables(context, facts)
    models = ModelTexts(context, facts, data)
    spans = [*context.telling.spans(data), *(match.span() for match in _ODD_ESCAPE.finditer(data))]
    texts, templates = facts.strings_at(sorted(spans))
    for text in _written(facts, texts, data):
        value = text.value
        if "://" in value:
            _address(context, facts, text)
        _sign(context, facts, value, text.line, text.offset)
        if "model" in value and ":" in value:
            _model_in_body(context, facts, text.node, text.line)
        if value.startswith("arn:") and (id := model_in_arn(value)) is not None:
            models.in_arn(text, id)
            continue
        if len(value) > _LONGEST or " " in value or len(value) < _SHORTEST:
            continue
        if "." in value and is_host(value):
            _address(context, facts, text)
        if _image(context, facts, text):
            continue
        if value.isupper() and _VARIABLE.fullmatch(value):
            add_variable(context, facts, text)
        else:
            models.read(text)
    for site in templates:
        if b"://" in (site.node.text or b""):
            _template(context, facts, site)
        _model_in_body(context, facts, site.node, site.line)
        _model_in_arn(context, facts, site)
        _sign(context, facts, node_text(site.node), site.line, site.offset)
    models.finish()
    if facts.row.object_arguments:
        add_named_variables(context, facts, data)
    add_shared_variable(context, facts, data)


def _written(facts: FileFacts, texts: list[Literal], data: bytes) -> Iterator[Literal]:
    """The strings of a file, with what is written within one in its place."""
    for text in texts:
        yield from inner_texts(facts, text)
    if facts.row.family == "go" and b"efault" in data:
        yield from tag_defaults(facts)


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


def _model_in_body(context: Context, facts: FileFacts, node: Node, line: int) -> None:
    """Note the model that a text names which is the body of a request, in JSON."""
    text = node_text(node)
    first = _IN_BODY.search(text)
    if (
        first is None
        or not _ASKS.search(text)
        or _ANSWERED.search(text)
        or position_of(node, facts.row).kind == "compare"
    ):
        return
    for found in _IN_BODY.finditer(text):
        owner = context.model_owner(found["model"])
        if owner is not None:
            written = Text(found["model"], facts.path, line)
            context.add_model(written, found["model"], owner[0], "config", None, called=False)


def _model_in_arn(context: Context, facts: FileFacts, site: CallSite) -> None:
    """Note the model of Bedrock that a text with holes names, where none of them is within the id."""
    written = node_text(site.node)
    if ":bedrock:" not in written or any(hole in written.rpartition("/")[2] for hole in "{}$()#%"):
        return
    id = model_in_arn(_with_holes_filled(site.node, facts.row).replace("\0", "x").strip("f`\"'rRF"))
    owner = context.model_owner(id) if id is not None else None
    if id is not None and owner is not None and position_of(site.node, facts.row).kind != "compare":
        context.add_model(Text(id, facts.path, site.line), id, owner[0], "config", None, called=False)
        context.suggest_use(owner[0], facts, site.line, id)


# --- hosts ----------------------------------------------------------------------------------------------------------


def _address(context: Context, facts: FileFacts, text: Literal) -> None:
    value = _VERB.sub("{x}", text.value) if facts.row.formats else text.value
    url = read_url(value if "://" in value else f"https://{value}")
    if url is None:
        return
    entry = entry_of_host(context.catalogue, url.host)
    own = entry is None
    if own and "://" in text.value:
        entry = _own_server(context, facts, text, url)
    if entry is None or not (own or is_api(url)):
        return
    position = facts.position(text)
    if position.kind == "compare" or (position.name or "").lower() in _SHOWN:
        return
    if _SAMPLE_HOST.match(url.host) and url.host.lower() not in entry.hosts:
        return
    context.add_use(entry, facts, text.line, "http", url.host)
    for full in _formatted(context, facts, text) if value != text.value else ():
        add_endpoint(context, facts, full, read_url(full.value), entry, "http")
    if "://" in text.value and value == text.value:
        add_endpoint(context, facts, Text(url.text, facts.path, text.line), url, entry, "http")
        _model_in_query(context, Text(text.value, facts.path, text.line), entry)


def _model_in_query(context: Context, text: Text, entry: Entry) -> None:
    """Note the model that the address of an API asks for, mostly of a web socket."""
    id = model_in_query(text.value) if entry.kind in ("provider", "model-host") else None
    if id is not None:
        context.add_model(replace(text, value=id, complete=True), id, entry, "http", None, called=True)


def _own_server(context: Context, facts: FileFacts, text: Literal, url: Url) -> Entry | None:
    """The server that an address of nobody known leads to: its port tells, or its port and the lines around."""
    catalogue = context.catalogue
    told = server_at(catalogue, url, about_ai=is_model_server(url))
    if told is None and url.port is not None:
        data = facts.source
        begin = data.rfind(b"\n", 0, max(0, data.rfind(b"\n", 0, text.offset)))
        lines = data[max(0, begin) : text.node.end_byte].decode("utf-8", "replace")
        told = named_server(catalogue, url.port, facts.path.rpartition("/")[2] + lines)
    return told or entry_of_path(catalogue, url.text)


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
    filled = _BEHIND_HOST.sub(r"\1/", _with_holes_filled(node, facts.row)).replace("\0", "x")
    bare = read_url(filled.strip("f`\"'rRF"))
    if bare is None or (entry_of_host(context.catalogue, bare.host) or _server(context, bare)) is None:
        return
    expr = facts.expr(node)
    for text in only_texts(context.resolver.resolve(expr, Place(facts, facts.scope_at(site.offset)))):
        if not isinstance(text, Text):
            continue
        url = read_url(_BEHIND_HOST.sub(r"\1/", text.value))
        entry = entry_of_host(context.catalogue, url.host) if url and not url.host.startswith("{") else None
        entry = entry or (entry_of_host(context.catalogue, url.host) if url and "." in url.host else None)
        own = _server(context, url) if url is not None else None
        entry = entry or own
        if url is not None and entry is not None and (own is not None or is_api(url)):
            context.add_use(entry, facts, node.start_point[0] + 1, "http", url.host)
            add_endpoint(context, facts, text, url, entry, "http")
            _model_in_query(context, text, entry)


def _server(context: Context, url: Url) -> Entry | None:
    """The server that a port alone tells, where the host is whatever the program is given, or that the path tells with
    it."""
    server = is_model_server(url)
    unknown = is_open(url) or url.host == "x" or server
    told = context.catalogue.port(url.port, about_ai=server) if unknown and url.port is not None else None
    return told or entry_of_path(context.catalogue, url.text)


def _with_holes_filled(node: Node, row: Language) -> str:
    """The text of a string, with a ``\\0`` for each hole."""
    text, holes = node.text or b"", [child for child in node.named_children if child.type in row.holes]
    if holes and any(child.type in row.text for child in node.named_children):
        # Where what stands between holes is a node, the marks of a hole are none: \(name).
        parts = (child for child in node.children if child.type in row.text | row.escape | row.holes)
        return "".join("\0" if part.type in row.holes else node_text(part) for part in parts)
    for hole in reversed(holes):
        text = text[: hole.start_byte - node.start_byte] + b"\0" + text[hole.end_byte - node.start_byte :]
    return text.decode("utf-8", "replace") if holes else _HOLES.sub("\0", node_text(node))


def _sign(context: Context, facts: FileFacts, value: str, line: int, offset: int) -> None:
    found = context.signs.find(value, facts.source)
    # What is spelled as a whole address was looked at as one: whose host is known is that vendor's.
    if found is not None and (found[1].how != "http" or read_url(value) is None):
        if found[1].how == "http" and "/" not in value and _is_anothers(context, facts, offset, found[0]):
            return
        context.add_use(found[0], facts, line, found[1].how)
        if found[1].how == "http" and "/" not in value:
            context.headers.setdefault(facts.path, []).append((offset, found[0]))


def _is_anothers(context: Context, facts: FileFacts, offset: int, entry: Entry) -> bool:
    """Whether a header is given to the client of another: ``ollama.Client(headers={"anthropic-version": …})``."""
    node, within = facts.node_at(offset, offset + 1), 0
    while node is not None and within < _CLIMB and node.type not in facts.row.blocks:
        form = facts.row.forms.get(node.type)
        if form is not None and form.kind == "call" and (callee := node.child_by_field_name("function")) is not None:
            root, _, member = node_text(callee).partition(".")
            for imported in facts.imports:
                if root == (imported.alias or imported.name or imported.module):
                    entries = context.entries(facts.row.family, imported.module, imported.name or member or None)
                    kinds = {other.kind for other in entries if other is not entry}
                    return entry not in entries and not kinds.isdisjoint(("provider", "model-host"))
        node, within = node.parent, within + 1
    return False


def literal_values(facts: FileFacts) -> Iterator[str]:
    """Every string of a file, for indicators."""
    for text in facts.texts:
        yield text.value
