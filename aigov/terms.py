"""The words that all rows of an inventory share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "provider",  # receives data over the network
    "model-host",  # runs models on own machines (ollama, vllm)
    "framework",
    "agent-framework",
    "mcp",
    "vector-db",
    "eval",  # observation, evaluation, guardrails, prompt gateways
    "ml-runtime",
]
How = Literal["import", "sdk-call", "http", "manifest", "lockfile", "iac", "config", "env", "container"]
Scope = Literal["app", "test", "doc", "example", "build"]
Exposure = Literal["public", "private", "loopback", "unknown"]
Pinned = Literal["yes", "no", "unresolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link of the chain from the source text to a claim, nearest the claim first."""

    file: str
    line: int
    what: str
