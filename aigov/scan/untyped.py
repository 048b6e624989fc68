"""Calls of a chat model that cannot be told apart from any other: ``self.llm.ainvoke(messages)``.

In a file that uses LangChain the method and the name of the receiver say that data goes to a model, and nothing says to
whose. That is what the inventory then states: a flow of the framework's, and a provider that is not resolved.
"""

from __future__ import annotations

import re

from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.context import Context
from aigov.scan.data_classes import words_of
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import CallExpr
from aigov.scan.flow import add_flow
from aigov.scan.notes import note_call, note_missing, symbol_of
from aigov.scan.values import NotKnown, Place, Values

_FRAMEWORK = "langchain"
_METHODS = frozenset(("invoke", "ainvoke", "stream", "astream", "astream_events", "streamEvents", "batch", "abatch"))
_RECEIVER = re.compile(r"([A-Za-z_$][\w$]*)(?:\([^()]*\))?\s*[?!]?\.\s*[\w$]+$")
_MODEL_WORDS = frozenset(("llm", "chat", "model", "chain", "agent", "graph", "runnable", "gpt", "claude", "gemini"))


def detect_untyped(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, values: Values
) -> None:
    """Record the call if it runs a model that nobody knows.

    :param values: what the callee can be.
    """
    unknown = next((value for value in values if isinstance(value, NotKnown)), None)
    if unknown is None or site.tail not in _METHODS or not _may_be_model(site.callee) or not _uses(context, facts):
        return
    entry = context.catalogue.get(_FRAMEWORK)
    method = context.catalogue.method(facts.row.family, _FRAMEWORK, site.tail)
    if entry is None or method is None:
        return
    if not any(argument_exprs(context, expr, name, place) for name in method.data_args):
        return
    symbol = symbol_of(site)
    note_call(context, facts, site, symbol, {entry.id})
    note_missing(context, facts, site, "provider", entry, unknown, symbol)
    add_flow(context, facts, site, expr, place, method.data_args, entry, symbol, None)


def _may_be_model(callee: str) -> bool:
    """Whether the receiver's name says that it is a model: ``llm_with_tools`` is one, ``model_tool`` is none."""
    match = _RECEIVER.search(callee)
    words = words_of(match[1]) if match else []
    if "with" in words:
        words = words[: words.index("with")]
    return bool(words) and words[-1].rstrip("s") in _MODEL_WORDS


def _uses(context: Context, facts: FileFacts) -> bool:
    return any(
        entry.id == _FRAMEWORK
        for imported in facts.imports
        if not imported.level
        for entry in context.entries(facts.row.family, imported.module, imported.name)
    )
