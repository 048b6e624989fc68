"""Where persons meet models: chats in user interfaces, bots and routes that reach a model, calls that make media.

A component of a chat counts as it stands, for what answers it is usually behind an address. A handler of a messenger or
of a request counts only where what it calls is seen to reach a model: within the function, through functions of the
file, and through names that come from a file that reaches one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Literal

from aigov.catalogue.media import media_made
from aigov.catalogue.surface_rules import ComponentRule, HandlerRule, ServerRule, load_surface_rules
from aigov.model import Call, Flow, ModelUse, Surface
from aigov.scan.context import Context
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import CallExpr
from aigov.scan.surface_bots import listeners
from aigov.scan.surface_files import may_bind
from aigov.scan.surface_functions import lambda_answers, named_answers
from aigov.scan.surface_handlers import Handler, Span, decorated, exported, named, passed, sites_in, streaming, written
from aigov.scan.surface_reach import asks, reached
from aigov.scan.surface_scala import scala_answers
from aigov.scan.surface_servers import SCREENS, Answer, Code, answers, streamed
from aigov.scan.surface_triggers import Triggers
from aigov.terms import Step

_FAMILIES = ("python", "javascript")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CHAT_PATH = re.compile(
    r"(?<![a-z])(?:chat|chats|chatbot|messages?|conversations?|converse|ask|assistant|copilot|completions?|prompt"
    r"|agent|talk|dialog(?:ue)?)(?![a-z])",
    re.IGNORECASE,
)
_Bounded = Callable[[FileFacts], AbstractContextManager[None]]
_FAR = 3
"""Modules between a handler and the one that calls a model."""
_DEEP = 5
"""Functions of one file between a handler and the call."""


class Surfaces:
    """Finds the surfaces of one scan."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._catalogue = context.catalogue
        self._rules = load_surface_rules()
        self._found: dict[tuple[str, int, str, str], Surface] = {}
        self._matching: dict[tuple[str, str], tuple[ComponentRule, ...]] = {}
        self._asking: dict[str, dict[int, str]] = {}
        self._files: Mapping[str, FileFacts | None] = {}
        self._known: Collection[str] = ()
        self._reaching: dict[str, Step | None] = {}

    def close(self) -> None:
        """Let go of the scan: what is left to do needs the rows alone."""
        del self._context
        self._files = {}

    # --- components -------------------------------------------------------------------------------------------------

    def components(self, facts: FileFacts) -> None:
        """Parts of a user interface that are a chat, in one file."""
        family = facts.row.family
        for imported in facts.imports if family in self._rules.components else ():
            matching = () if imported.level else self._of_module(family, imported.module)
            if not matching or self._own(facts, imported.module):
                continue
            direct = {rule.symbol: rule for rule in matching}
            name = imported.name
            if name not in (None, "*", "default") and "." not in name:
                if rule := direct.get(name) or direct.get("*"):
                    self._component(facts, imported.line, rule, f"{imported.module}.{name}")
                    continue
            elif whole := direct.get("default") or direct.get("*"):
                self._component(facts, imported.line, whole, imported.module)
                continue
            self._called(facts, imported.alias, name, matching)

    def _of_module(self, family: str, module: str) -> tuple[ComponentRule, ...]:
        """The rules of a module, remembered: the same few are imported again and again."""
        key = (family, module)
        if key not in self._matching:
            rules = self._rules.components[family]
            self._matching[key] = tuple(rule for rule in rules if rule.module.fullmatch(module))
        return self._matching[key]

    def _called(self, facts: FileFacts, alias: str | None, name: str | None, rules: Iterable[ComponentRule]) -> None:
        """``st.chat_input`` of a module that is imported whole, ``ui.chat_message`` of a part of it."""
        if alias is None:
            return
        wanted: dict[str, ComponentRule] = {}
        for rule in rules:
            first, _, rest = rule.symbol.partition(".")
            wanted[f"{alias}.{rule.symbol}"] = rule
            if rest and name == first:
                wanted[f"{alias}.{rest}"] = rule
        for line, spelled in self._spelled(facts):
            if (called := wanted.get(spelled)) is not None:
                self._component(facts, line, called, spelled)

    @staticmethod
    def _spelled(facts: FileFacts) -> Iterator[tuple[int, str]]:
        """What is called or decorates, as written."""
        for site in facts.calls:
            yield site.line, site.callee.removeprefix("new ")
        for scope in facts.scopes:
            for decorator in scope.decorators:
                callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
                yield getattr(callee, "line", scope.line), written(callee)

    def _component(self, facts: FileFacts, line: int, rule: ComponentRule, symbol: str) -> None:
        self._keep(
            Surface(
                file=facts.path,
                line=line,
                what="chat",
                how="component",
                name=rule.name,
                scope=self._context.scope(facts.path),
                symbol=symbol,
                weak=True if rule.weak else None,
            )
        )

    def _own(self, facts: FileFacts, module: str) -> bool:
        """Whether a module is the tree's own, so that its name says nothing."""
        return any(
            imported.module == module
            and self._context.resolver.modules.find(facts.path, facts.row.family, imported) is not None
            for imported in facts.imports
        )

    def _keep(self, row: Surface) -> None:
        first = next((known for key, known in self._found.items() if _same(known, row)), None)
        if first is None:
            self._found[row.file, row.line, row.how, row.name] = row
        elif row.line < first.line or (first.weak and not row.weak):
            del self._found[first.file, first.line, first.how, first.name]
            self._found[row.file, row.line, row.how, row.name] = row

    # --- handlers ---------------------------------------------------------------------------------------------------

    def handlers(self, calling: Iterable[FileFacts], files: Mapping[str, FileFacts | None], bounded: _Bounded) -> None:
        """Bots and routes of the files whose calls can reach a vendor, once those calls are known.

        :param files: every file that was read.
        :param bounded: ends the look at one file where its calls lead deeper than is followed.
        """
        self._files = files
        self._known = {facts.path for facts in calling}
        for file, line, symbol in asks(self._context.rows.flows, self._context.rows.calls):
            self._asking.setdefault(file, {}).setdefault(line, symbol)
        if not self._asking:
            return
        triggers = Triggers(self._context.resolver)
        for facts in calling:
            with bounded(facts):
                self._bots(facts)
                self._functions(facts, triggers)
                if facts.row.family in _FAMILIES:
                    self._routes(facts)
                    self._streams(facts)
        self._servers(calling, bounded)

    def _servers(self, calling: Iterable[FileFacts], bounded: _Bounded) -> None:
        """What answers requests in the languages that have a server row."""
        resolver = self._context.resolver
        families = {facts.row.family for path in self._asking if (facts := self._files.get(path)) is not None}
        found: list[Answer] = []
        for facts in (*calling, *may_bind(resolver, self._rules.servers, families, self._asking, self._known)):
            rule = self._rules.servers.get(facts.row.family)
            with bounded(facts):
                if rule is not None and facts.row.family in families:
                    found += (*answers(facts, rule, resolver), *scala_answers(facts))
                elif rule is None and facts.path not in self._known:
                    self._routes(facts)
        bound: set[tuple[str, int]] = set()
        shown: set[str] = set()
        for answer in sorted(found, key=lambda answer: answer.convention):
            code = answer.code
            if answer.convention:
                code = tuple((facts, scope) for facts, scope in code if (facts.path, scope.index) not in bound)
            step = None
            if code and answer.facts.path not in shown:
                with bounded(answer.facts):
                    step = self._talks(answer, code)
            if step is None:
                continue
            if answer.name in SCREENS:
                shown.add(answer.facts.path)
            if not answer.convention:
                bound.update((facts.path, scope.index) for facts, scope in answer.code)
            self._answer(answer, "route", answer.name, step)

    def _talks(self, answer: Answer, code: tuple[Code, ...]) -> Step | None:
        """The call of a model behind an answer that is a chat."""
        rule = self._rules.servers[answer.facts.row.family]
        told = answer.name == "websocket" or _CHAT_PATH.search(_CAPITAL.sub("-", answer.route)) is not None
        if not (told or answer.name in SCREENS or streamed(answer, rule)):
            return None
        step = reached(self._context.resolver, self._asking, code, rule.later)
        # What a part of a page shows is a chat, too, where the model's answer comes piece by piece.
        quiet = step is not None and not told and answer.name in SCREENS and "stream" not in step.what.lower()
        return None if quiet else step

    def _bots(self, facts: FileFacts) -> None:
        for rule in self._rules.bots:
            modules = rule.modules.get(facts.row.family, ())
            if not any(_below(imported.module, modules) for imported in facts.imports if not imported.level):
                continue
            if facts.row.family not in _FAMILIES:
                self._listeners(facts, rule)
                continue
            found = (*decorated(facts, rule), *passed(facts, rule), *named(facts, rule))
            steps = [(handler, step) for handler in found if (step := self._reach(handler))]
            for handler, step in steps:
                self._handler(handler, "bot", step)
            if not steps and self._file_reaches(facts.path, _FAR):
                for handler in found:
                    self._handler(handler, "bot", None)

    def _listeners(self, facts: FileFacts, rule: HandlerRule) -> None:
        found = [
            (answer, reached(self._context.resolver, self._asking, answer.code, {}))
            for answer in listeners(facts, rule, self._context.resolver)
        ]
        seen = any(step is not None for _, step in found)
        for answer, step in found:
            if step is not None or (not seen and facts.path in self._asking):
                self._answer(answer, "bot", rule.name, step)

    def _answer(self, answer: Answer, how: Literal["bot", "route"], name: str, step: Step | None) -> None:
        self._keep(
            Surface(
                file=answer.facts.path,
                line=answer.line,
                what="chat",
                how=how,
                name=name,
                scope=self._context.scope(answer.facts.path),
                symbol=answer.symbol,
                route=answer.route or None,
                asks=step,
                weak=None if step is not None else True,
            )
        )

    def _functions(self, facts: FileFacts, triggers: Triggers) -> None:
        """What a cloud runs for each request."""
        rule = self._rules.servers.get(facts.row.family, ServerRule())
        for answer in (*lambda_answers(facts, triggers), *named_answers(facts, self._rules.functions)):
            if answer.name == "websocket" or _CHAT_PATH.search(answer.route) or streamed(answer, rule):
                step = reached(self._context.resolver, self._asking, answer.code, rule.later)
                if step is not None:
                    self._answer(answer, "route", answer.name, step)

    def _routes(self, facts: FileFacts) -> None:
        rule = self._rules.routes
        for handler in (*decorated(facts, rule), *passed(facts, rule), *exported(facts, rule)):
            if handler.route is None:
                continue
            if not _CHAT_PATH.search(handler.route) and not streaming(handler):
                continue
            step = self._reach(handler)
            if step is not None:
                self._handler(handler, "route", step)

    def _streams(self, facts: FileFacts) -> None:
        for site in facts.calls:
            library = self._rules.streams.get(site.tail)
            if library is not None and not self._has_route(facts):
                asked = self._asking.get(facts.path)
                first = min(asked) if asked else None
                self._keep(
                    Surface(
                        file=facts.path,
                        line=site.line,
                        what="chat",
                        how="route",
                        name=library,
                        scope=self._context.scope(facts.path),
                        symbol=site.callee.rpartition(".")[2] or site.tail,
                        asks=Step(file=facts.path, line=first, what=asked[first]) if asked and first else None,
                    )
                )

    def _has_route(self, facts: FileFacts) -> bool:
        return any(row.file == facts.path and row.how == "route" for row in self._found.values())

    def _handler(self, handler: Handler, how: Literal["bot", "route"], step: Step | None) -> None:
        said = Answer(facts=handler.facts, line=handler.line, symbol=handler.symbol, code=(), route=handler.route or "")
        self._answer(said, how, handler.rule.name, step)

    def _reach(self, handler: Handler) -> Step | None:
        """The call of a model that a handler comes to."""
        facts = handler.facts
        seen: set[Span] = set()
        spans = list(handler.spans)
        for _ in range(_DEEP):
            inner: list[Span] = []
            for span in spans:
                if span in seen:
                    continue
                seen.add(span)
                for site in sites_in(facts, span):
                    if site.line in self._asking.get(facts.path, ()):
                        return Step(file=facts.path, line=site.line, what=self._asking[facts.path][site.line])
                    root = site.callee.removeprefix("new ").split(".")[0].split("(")[0]
                    for imported in facts.imported_as(root):
                        target = self._context.resolver.modules.find(facts.path, facts.row.family, imported)
                        if target and (step := self._file_reaches(target, _FAR)):
                            return step
                    inner += [
                        (scope.start, scope.end)
                        for scope in facts.scopes
                        if scope.kind == "function" and scope.name == site.tail
                    ]
            spans = inner
        code = [(facts, scope) for scope in facts.scopes if (scope.start, scope.end) in handler.spans]
        return reached(self._context.resolver, self._asking, code, {}, self._known)

    def _file_reaches(self, path: str, left: int) -> Step | None:
        """A call of a model in a file, or in one that it imports."""
        if asked := self._asking.get(path):
            line = min(asked)
            return Step(file=path, line=line, what=asked[line])
        if path in self._reaching or left == 0:
            return self._reaching.get(path)
        self._reaching[path] = None
        facts = self._files.get(path)
        for imported in facts.imports if facts is not None else ():
            target = self._context.resolver.modules.find(path, facts.row.family, imported) if facts else None
            if target and target != path and (step := self._file_reaches(target, left - 1)):
                self._reaching[path] = step
                return step
        return None

    # --- media ------------------------------------------------------------------------------------------------------

    def finish(self, flows: Iterable[Flow], calls: Iterable[Call], models: Iterable[ModelUse]) -> tuple[Surface, ...]:
        """Every surface, sorted: those that were found, and the calls that make media."""
        rows = list(self._found.values()) + list(self._media(flows, calls, models))
        distinct = {(row.file, row.line, row.what, row.name): row for row in reversed(rows)}
        return tuple(sorted(distinct.values(), key=lambda row: (row.file, row.line, row.what, row.name)))

    def _media(self, flows: Iterable[Flow], calls: Iterable[Call], models: Iterable[ModelUse]) -> Iterator[Surface]:
        catalogue = self._catalogue
        by_place: dict[tuple[str, int], tuple[str, str, str | None]] = {}
        for call in calls:
            if self._rules.medium(call.symbol):
                by_place.setdefault((call.file, call.line), (call.name, call.symbol, None))
        made_for: dict[tuple[str, int], str] = {}
        for flow in flows:
            if flow.copied is None and (self._rules.medium(flow.symbol) or media_made(catalogue, flow.model or "")):
                by_place[flow.file, flow.line] = (flow.provider, flow.symbol, flow.model)
        for model in models:
            if not model.mention and media_made(catalogue, model.model):
                made_for[model.file, model.line] = model.model
        scopes = {(flow.file, flow.line): flow.scope for flow in flows}
        scopes |= {(call.file, call.line): call.scope for call in calls}
        for (file, line), (name, symbol, told) in by_place.items():
            id = told or made_for.get((file, line))
            media = media_made(catalogue, id or "")
            if medium := self._rules.medium(symbol):
                media = (medium,)
            for what in media:
                yield Surface(
                    file=file,
                    line=line,
                    what=what,
                    how="call",
                    name=name,
                    scope=scopes[file, line],
                    symbol=symbol,
                    model=id,
                )


def _same(known: Surface, row: Surface) -> bool:
    """Whether two rows are one finding: a component once a file, a handler once a line."""
    if (known.file, known.how, known.name) != (row.file, row.how, row.name):
        return False
    return known.how == "component" or known.line == row.line


@lru_cache(maxsize=1 << 14)
def _below(module: str, names: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith((f"{name}.", f"{name}/", f"{name}\\")) for name in names)
