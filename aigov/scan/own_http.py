"""Requests that go through a function of the tree's own: ``$this->request($url . 'chat/completions', $body)``.

The function stands in a file that names no AI, else its request is found where it is sent. So it is looked up from the
call: which request of an HTTP client it makes, and what of that the call gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.context import Context
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.http_calls import detect_http, http_form
from aigov.scan.http_forms import own_form
from aigov.scan.values import Frame, FunctionValue, Made, Place, Symbol

_PATH = re.compile(
    rb"chat/completions|/api/(?:generate|chat|embed)|v1/(?:messages|embeddings|responses|images/generations|audio)"
    rb"|:(?:streamG|g)enerateContent|/completions[\"'`?]"
)
"""What the text of an address holds that a model answers at."""
_DEEP = 2
"""Functions of one's own between the call and the request."""
_MOST = 40


def detect_own_http(context: Context, facts: FileFacts) -> None:
    """Note the calls of one file that hand an address of a model to a function which sends a request there."""
    spans = [found.span() for found in _PATH.finditer(facts.source)][:_MOST]
    if not spans:
        return
    read = {other.path for other in context.resolver.read_files()}
    texts, templates = facts.strings_at(spans)
    places = sorted({text.offset for text in texts} | {site.offset for site in templates})
    sites: dict[int, CallSite] = {}
    for offset in places:
        around = [site for site in facts.calls if site.after <= offset < site.node.end_byte]
        for site in around[-2:]:
            sites.setdefault(site.node.id, site)
    for site in sites.values():
        _site(context, facts, site, read)


def _site(context: Context, facts: FileFacts, site: CallSite, read: set[str]) -> None:
    expr = facts.call(site)
    if expr is None:
        return
    place = Place(facts, facts.scope_at(site.offset))
    for value in context.resolver.resolve(expr.callee, place):
        if not isinstance(value, FunctionValue) or value.facts.path in read:
            continue
        frame = Frame(value.facts, value.scope, expr, place, value.receiver)
        if _sends(context, facts, site, Place(value.facts, value.scope, frame), 0):
            return


def _sends(context: Context, facts: FileFacts, site: CallSite, at: Place, depth: int) -> bool:
    """Whether a function sends a request to a model, for what a call gives it; then it is noted at that call."""
    for inner in _calls(at):
        expr = at.facts.call(inner)
        if expr is None:
            continue
        own = own_form(at.facts, inner)
        if own is not None and detect_http(context, facts, site, expr, at, None, own):
            return True
        for value in context.resolver.resolve(expr.callee, at):
            if isinstance(value, (Symbol, Made)):
                form = http_form(at.facts, inner, value)
                if form is not None and detect_http(context, facts, site, expr, at, value, form):
                    return True
            elif isinstance(value, FunctionValue) and depth < _DEEP:
                frame = Frame(value.facts, value.scope, expr, at, value.receiver)
                if _sends(context, facts, site, Place(value.facts, value.scope, frame), depth + 1):
                    return True
    return False


def _calls(at: Place) -> Iterator[CallSite]:
    scope = at.facts.scopes[at.scope]
    return (site for site in at.facts.calls if scope.start <= site.offset < scope.end)
