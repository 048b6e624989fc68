"""What has functions of AWS Lambda run: addresses, websockets, queues and clocks that templates bind to them.

Read are templates of CloudFormation and SAM, ``serverless.yml`` and programs of the CDK, and only where a tree has
functions that ask a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from posixpath import normpath

from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.resolve import Resolver
from aigov.scan.surface_cdk import cdk_functions
from aigov.scan.surface_trigger import Handler, Trigger

_TEMPLATE = re.compile(
    r"(?:.*/)?[\w.-]*(?:template|serverless|cloudformation|(?:sam|stack|function|lambda)(?!.*\.json))[\w.-]*"
    r"\.(?:ya?ml|json|template)",
    re.IGNORECASE,
)
_FUNCTION = ("AWS::Serverless::Function", "AWS::Lambda::Function")
_BUILT = re.compile(r"^(?:\.?/)*(?:(?:dist|build|out|\.build|\.aws-sam)/)?")
_MOST = 400
"""Templates of one tree."""


class Triggers:
    """By file and function, what has it run; empty where no template names it."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def of(self, path: str) -> Mapping[str, tuple[Trigger, ...]]:
        """What has the functions of one file run, by their names; of a class ``Class.method``."""
        stem, _, ending = path.rpartition(".")
        found: dict[str, tuple[Trigger, ...]] = {}
        for handler, triggers in self._bound:
            if handler.fits(stem, ending):
                found[handler.function] = (*found.get(handler.function, ()), *triggers)
        return found

    @cached_property
    def _bound(self) -> tuple[tuple[Handler, tuple[Trigger, ...]], ...]:
        paths = sorted(path for path in self._resolver.modules.files if _TEMPLATE.fullmatch(path))[:_MOST]
        found = [row for path in paths for row in _read(path, self._resolver.modules.text(path))]
        return (*found, *cdk_functions(self._resolver))


def _read(path: str, text: str) -> Iterator[tuple[Handler, tuple[Trigger, ...]]]:
    folder = path.rpartition("/")[0]
    serverless = "handler:" in text and "functions:" in text
    if not serverless and not any(kind in text for kind in _FUNCTION):
        return
    try:
        documents = [parse_json(text)] if path.endswith(".json") else parse_yaml(text, functions=True)
    except SyntaxFault:
        return  # the readers of manifests and of infrastructure have said so
    for document in documents:
        if document.get("Resources") is not None:
            yield from _template(document, folder)
        elif serverless:
            yield from _serverless(document, folder)


# --- SAM, CloudFormation --------------------------------------------------------------------------------------------


def _template(document: Node, folder: str) -> Iterator[tuple[Handler, tuple[Trigger, ...]]]:
    shared = document.get("Globals", "Function")
    for label, resource in document.members("Resources").items():
        if resource.text("Type") not in _FUNCTION:
            continue
        properties = resource.get("Properties")
        if properties is None:
            continue
        code = _either("CodeUri", properties, shared)
        entries = resource.get("Metadata", "BuildProperties", "EntryPoints")
        entry = entries.value[0].value if entries and isinstance(entries.value, list) and entries.value else None
        handler = handler_of(_either("Handler", properties, shared), _joined(folder, code), str(entry or ""))
        triggers = [_event(event) for event in properties.members("Events").values()]
        if properties.get("FunctionUrlConfig") is not None:
            triggers.append(Trigger(how="http", label=label))
        if handler is not None and triggers:
            yield handler, tuple(triggers)


def _either(key: str, *nodes: Node | None) -> str:
    return next((text for node in nodes if node is not None and (text := node.text(key))), "")


def _event(event: Node) -> Trigger:
    kind = event.text("Type")
    if kind in ("Api", "HttpApi"):
        return Trigger(how="http", route=event.text("Properties", "Path") or "")
    return Trigger(how="other")


# --- Serverless Framework -------------------------------------------------------------------------------------------


def _serverless(document: Node, folder: str) -> Iterator[tuple[Handler, tuple[Trigger, ...]]]:
    for label, function in document.members("functions").items():
        handler = handler_of(function.text("handler") or "", folder, "")
        triggers = [trigger for event in function.elements("events") for trigger in _events(event)]
        if function.get("url") is not None and function.text("url") != "false":
            triggers.append(Trigger(how="http", label=label))
        if handler is not None and triggers:
            yield handler, tuple(triggers)


def _events(event: Node) -> Iterator[Trigger]:
    """``- http: POST /chat``, ``- httpApi: {path: /chat, method: post}``, ``- websocket: $default``, ``- sqs: …``."""
    for kind in event.members() or ({event.value: event} if isinstance(event.value, str) else {}):
        if kind in ("http", "httpApi", "alb"):
            spelled = event.text(kind) or event.text(kind, "path") or ""
            yield Trigger(how="http", route="/" + spelled.rpartition(" ")[2].strip("/*"))
        else:
            yield Trigger(how="websocket" if kind == "websocket" else "other")


# --- handlers -------------------------------------------------------------------------------------------------------


def handler_of(spelled: str, folder: str, entry: str) -> Handler | None:
    """What ``src/chat.handler``, ``app.ask.handler``, ``com.acme.Chat::handleRequest`` name.

    :param folder: where the code of the function is; what is spelled stands below it.
    :param entry: the file that a bundler begins with, where the template names it.
    """
    if "::" in spelled:
        holder, _, method = spelled.rpartition("::")
        cls = re.split(r"[.:]", holder)[-1]
        return Handler(stem=cls, function=f"{cls}.{method}", exact=False)
    module, _, function = spelled.rpartition(".")
    if not module:
        return None
    if entry:
        module = entry.rpartition(".")[0]
    plain = _BUILT.sub("", module)
    places = {_joined(folder, place) for place in (module, plain, plain.replace(".", "/"), f"src/{plain}")}
    return Handler(stem=sorted(places)[0], others=frozenset(places), function=function)


def _joined(folder: str, below: str) -> str:
    path = normpath(f"{folder}/{below}" if folder else below or ".")
    return "" if path == "." else path


def triggered(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Those that a person's request is behind."""
    return tuple(trigger for trigger in triggers if trigger.how != "other")
