"""Write down what a call site shows: calls, endpoints, what is missing."""

from __future__ import annotations

import re
from typing import Literal

from aigov.addresses import exposure_of
from aigov.catalogue.entry import Entry
from aigov.model import Call, Endpoint, How, Secret, Unresolved
from aigov.scan import arguments
from aigov.scan.context import Context
from aigov.scan.endpoints import Url, region_of
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import CallExpr
from aigov.scan.secrets import KEY_ARGUMENTS, is_key
from aigov.scan.values import NotKnown, Place, Text

_LONGEST_SYMBOL = 80
_LONGEST_CALLEE = 4000
_COMMENT = re.compile(r"^[ \t]*//[^\n]*$", re.MULTILINE)


def add_endpoint(
    context: Context,
    facts: FileFacts,
    text: Text,
    url: Url | None,
    provider: Entry,
    how: How,
    deployment: Text | None = None,
    region: Text | None = None,
) -> None:
    """One endpoint at the line that spells it."""
    if url is None and ("@" in text.value or "?" in text.value):
        return  # not read as a URL, so what is secret in it cannot be told
    host = url.host if url else ""
    named = deployment.value if deployment and deployment.complete else None
    if named is None and url is not None and (match := re.search(r"/deployments/([^/{}]+)", url.path)):
        named = match[1]
    context.rows.endpoint(
        Endpoint(
            file=text.file,
            line=text.line,
            url=url.text if url else text.value,
            provider=provider.id,
            scope=context.scope(text.file),
            exposure=exposure_of(host) if host else "unknown",
            how=how,
            region=region.value if region and region.complete else region_of(host),
            deployment=named,
            variable=text.variable,
            steps=text.steps,
        )
    )


def note_call(
    context: Context, facts: FileFacts, site: CallSite, symbol: str, names: set[str], *, local: bool = False
) -> None:
    """One call, once for each vendor that it concerns.

    :param local: whether what is called works within the process.
    """
    for name in sorted(names):
        context.rows.call(
            Call(
                file=facts.path,
                line=site.line,
                name=name,
                symbol=symbol,
                scope=context.scope(facts.path),
                enclosing=facts.enclosing(site.offset),
                runs="local" if local else None,
            )
        )


def note_missing(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    what: Literal["model", "endpoint", "provider"],
    provider: Entry,
    value: NotKnown,
    symbol: str,
) -> None:
    """Something that a call uses and that the source does not name."""
    context.rows.unresolved(missing_at(context, facts, site, what, provider, value, symbol))


def missing_at(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    what: Literal["model", "endpoint", "provider"],
    provider: Entry,
    value: NotKnown,
    symbol: str,
) -> Unresolved:
    """The row of what a call uses and the source does not name."""
    return Unresolved(
        file=facts.path,
        line=site.line,
        what=what,
        name=provider.id,
        reason=value.reason,
        scope=context.scope(facts.path),
        symbol=symbol,
        variable=value.variable,
    )


def first_text(context: Context, expr: CallExpr, place: Place, names: tuple[str, ...]) -> Text | None:
    """The first string that one of the arguments can be."""
    for name in names:
        for value in arguments.argument(context.resolver, expr, name, place):
            if isinstance(value, Text) and value.value:
                return value
    return None


def note_key(context: Context, expr: CallExpr, place: Place, provider: Entry) -> None:
    """A key that a client is given as a text of the source, also as what stands in for a variable."""
    for name in KEY_ARGUMENTS:
        for value in arguments.argument(context.resolver, expr, name, place):
            if isinstance(value, Text) and value.complete and is_key(value.value):
                row = Secret(
                    file=value.file,
                    line=value.line,
                    name=provider.id,
                    how="argument",
                    scope=context.scope(value.file),
                    variable=value.variable,
                )
                context.rows.secret(row, value.value)


def symbol_of(site: CallSite) -> str:
    """The callee as the source spells it, on one line, without arguments: they may hold a key."""
    callee = site.node.child_by_field_name("function") or site.node.child_by_field_name("constructor")
    written = node_text(callee) if callee is not None else site.callee or site.tail
    text = re.sub(r"\s+", "", _names_of(_COMMENT.sub("", written)))
    return text if len(text) <= _LONGEST_SYMBOL else f"…{text[1 - _LONGEST_SYMBOL :]}"


def _names_of(text: str) -> str:
    """``text`` with nothing left inside its brackets."""
    kept: list[str] = []
    depth = 0
    for char in text[-_LONGEST_CALLEE:]:
        if char in ")]}":
            depth -= 1
        if depth <= 0 and char not in "\"'`":
            kept.append(char)
        if char in "([{":
            depth += 1
    return "".join(kept) if depth == 0 else re.split(r"[^\w.$]", text)[-1]
