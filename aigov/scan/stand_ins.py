"""Clients of which only the type is known, and those that stand behind them."""

from __future__ import annotations

from dataclasses import replace

from aigov.scan.clients import Client
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.values import Made, NotKnown

_FRAMEWORKS = ("framework", "agent-framework")


def standing_in(context: Context, facts: FileFacts, client: Client, made: Made) -> list[tuple[Client, Made]]:
    """``client``, or what the program registers as the service of its type (``aigov/scan/services.py``)."""
    named = client.addresses or client.inner or client.routed or client.provider is not client.entry
    framework = client.entry.kind in _FRAMEWORKS and client.constructor is not None and not named
    if not facts.row.opens or not (framework or made.call is None):
        return [(client, made)]
    clients = context.clients(facts.row.family)
    found: list[tuple[Client, Made]] = []
    for other in context.resolver.behind(made, facts.path):
        behind = clients.client(other)
        if behind is not None and behind.entry.kind not in _FRAMEWORKS:
            found.append((behind, other))
    if not found and framework and client.constructor is not None and client.constructor.returns == "client":
        client = replace(client, unconfigured=NotKnown("the service behind this type is registered elsewhere"))
    return found or [(client, made)]
