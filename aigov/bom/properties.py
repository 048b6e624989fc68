"""The ``aigov:*`` properties of an AI-BOM. What each means is in docs/aibom.md, where every name here is listed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from aigov.bom.document import Property
from aigov.catalogue import Catalogue
from aigov.model import Flow, Scope

SCHEMA = "aigov:schema"
SCAN_COMMIT = "aigov:scan:commit"
SCAN_DIRTY = "aigov:scan:dirty"
CATALOGUE_OWN = "aigov:catalogue:own"
FINDINGS = "aigov:findings"
COVERAGE_COMPLETE = "aigov:coverage:complete"
COVERAGE_FILES_SEEN = "aigov:coverage:files-seen"
COVERAGE_FILES_SCANNED = "aigov:coverage:files-scanned"
COVERAGE_BYTES_SEEN = "aigov:coverage:bytes-seen"
COVERAGE_SUSPECTS = "aigov:coverage:suspects"
COVERAGE_LANGUAGE = "aigov:coverage:language"
COVERAGE_GAP = "aigov:coverage:gap"
COVERAGE_SKIPPED = "aigov:coverage:skipped"
COVERAGE_UNLISTED = "aigov:coverage:unlisted"
COVERAGE_NOT_AI = "aigov:coverage:not-ai"
COVERAGE_SCOPE = "aigov:coverage:scope"
COVERAGE_STATED = "aigov:coverage:stated"
COVERAGE_PROBLEM = "aigov:coverage:problem"
INDICATOR = "aigov:indicator"
UNRESOLVED = "aigov:unresolved"
ASSET = "aigov:asset"
SECRET = "aigov:secret"  # noqa: S105 - the name of a property
NAME = "aigov:name"
KIND = "aigov:kind"
TRAIT = "aigov:trait"
SCOPE = "aigov:scope"
HOW = "aigov:how"
JURISDICTION = "aigov:jurisdiction"
DIRECT = "aigov:direct"
LOCKED = "aigov:locked"
CONSTRAINT = "aigov:constraint"
UNDECLARED = "aigov:undeclared"
LICENCE_SOURCE = "aigov:licence:source"
LICENCE_OTHER = "aigov:licence:other-version"
MODEL_PROVIDER = "aigov:model:provider"
MODEL_PUBLISHER = "aigov:model:publisher"
MODEL_PLATFORM = "aigov:model:platform"
MODEL_PINNED = "aigov:model:pinned"
MODEL_VARIABLE = "aigov:model:variable"
MODEL_MENTION = "aigov:model:mention"
MODEL_MAKES = "aigov:model:makes"
CARD_KNOWN = "aigov:card:known"
ENDPOINT = "aigov:endpoint"
ENDPOINT_OUTSIDE_APP = "aigov:endpoint:outside-app"
FLOW = "aigov:flow"
EVIDENCE = "aigov:evidence"
OCCURRENCE = "aigov:occurrence"
ARTIFACT_FORMAT = "aigov:artifact:format"
ARTIFACT_SIZE = "aigov:artifact:size"
ARTIFACT_STORED = "aigov:artifact:stored"
ARTIFACT_ARCHITECTURE = "aigov:artifact:architecture"
ARTIFACT_QUANTIZATION = "aigov:artifact:quantization"
ARTIFACT_BASE_MODEL = "aigov:artifact:base-model"
ARTIFACT_PRODUCER = "aigov:artifact:producer"
ARTIFACT_ADAPTER = "aigov:artifact:adapter"
ARTIFACT_RUNS_CODE = "aigov:artifact:runs-code"
ARTIFACT_UNSAFE = "aigov:artifact:unsafe"
ARTIFACT_NOTE = "aigov:artifact:note"
MCP_TRANSPORT = "aigov:mcp:transport"
MCP_PACKAGE = "aigov:mcp:package"
MCP_VERSION = "aigov:mcp:version"
MCP_PINNED = "aigov:mcp:pinned"
MCP_ENV = "aigov:mcp:env"
MCP_ABILITY = "aigov:mcp:capability"
AGENT_FRAMEWORK = "aigov:agent:framework"
AGENT_MODEL = "aigov:agent:model"
AGENT_TOOL = "aigov:agent:tool"
AGENT_SERVER = "aigov:agent:mcp-server"
AGENT_HANDOVER = "aigov:agent:agent"
AGENT_ABILITY = "aigov:agent:capability"
AGENT_COMBINATION = "aigov:agent:combination"
AGENT_UNRESOLVED = "aigov:agent:unresolved"
TOOL_ORIGIN = "aigov:tool:origin"
TOOL_SYMBOL = "aigov:tool:symbol"
TOOL_ABILITY = "aigov:tool:capability"
TOOL_OFFERED = "aigov:tool:offered"
TOOL_UNRESOLVED = "aigov:tool:unresolved"
APPROVAL = "aigov:approval"
OBSERVER = "aigov:observer"
SURFACE = "aigov:surface"

SHIPPED: tuple[Scope, ...] = ("app", "build")
"""The scopes that policies judge: what runs in production, and what makes it."""

SCOPES: tuple[Scope, ...] = ("app", "build", "test", "doc", "example")
"""All scopes, strongest first."""


def state(name: str, value: str | int | bool | None) -> tuple[Property, ...]:
    """One property, or none where the value is not known."""
    if value is None:
        return ()
    if isinstance(value, bool):
        value = "true" if value else "false"
    return (Property(name=name, value=str(value)),)


def state_each(name: str, values: Iterable[str | None]) -> tuple[Property, ...]:
    """One property for each distinct known value, sorted."""
    return tuple(Property(name=name, value=value) for value in sorted({value for value in values if value}))


def state_json(name: str, rows: Iterable[dict[str, Any]]) -> tuple[Property, ...]:
    """One property for each distinct row, as compact JSON with the keys in the order given, sorted by value.

    Keys whose value is None are left out: absent means not known.
    """
    texts = {
        json.dumps({k: v for k, v in row.items() if v is not None}, separators=(",", ":"), ensure_ascii=False)
        for row in rows
    }
    return tuple(Property(name=name, value=text) for text in sorted(texts, key=_numerically))


def state_traits(slugs: Iterable[str], catalogue: Catalogue) -> tuple[Property, ...]:
    """What the catalogue says of these entries beyond their kind, ``langfuse records-calls``."""
    entries = (entry for slug in slugs if (entry := catalogue.get(slug)))
    return state_each(TRAIT, (f"{entry.id} {trait}" for entry in entries for trait in entry.traits))


def state_flows(flows: Iterable[Flow], catalogue: Catalogue) -> tuple[Property, ...]:
    """Data that leaves at one call each, on the service that gets it, or on the library that hands it on."""
    return state_json(
        FLOW,
        (
            {
                "classes": list(flow.data),
                "unresolved": flow.unresolved,
                "partial": flow.partial,
                "copied": flow.copied,
                "recorded_by": list(flow.recorded_by) or None,
                "filtered_by": list(flow.filtered_by) or None,
                "model": catalogue.bare_id(flow.provider, flow.model) if flow.model else None,
                "scope": flow.scope,
                "file": flow.file,
                "line": flow.line,
                "symbol": flow.symbol,
                "sources": [f"{step.file}:{step.line} {step.what}" for step in flow.sources] or None,
            }
            for flow in flows
        ),
    )


def _numerically(text: str) -> str:
    """A sort key under which line 9 comes before line 10."""
    return re.sub(r"\d+", lambda match: match[0].zfill(12), text)


def strongest(scopes: Iterable[Scope]) -> Scope:
    """The scope of something seen in several: in the app and in tests is in the app.

    :raises ValueError: there are none.
    """
    return min(scopes, key=SCOPES.index)
