"""What every detector needs: the catalogue, the resolver, the rows, and the file at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry, ModelPattern
from aigov.catalogue.signs import Signs
from aigov.model import How, ModelUse, Scope, Step, Use
from aigov.scan.ai_services import names_of
from aigov.scan.chosen import MODEL_ID
from aigov.scan.clients import Clients
from aigov.scan.facts.engine import FileFacts
from aigov.scan.modules.tree import root_of
from aigov.scan.published import published_tokens
from aigov.scan.resolve import Resolver
from aigov.scan.rows import Rows
from aigov.scan.scopes import scope_of
from aigov.scan.triage import Triage
from aigov.scan.values import Text


@dataclass
class Context:
    """The scan of one tree."""

    catalogue: Catalogue
    resolver: Resolver
    rows: Rows
    headers: dict[str, list[tuple[int, Entry]]] = field(default_factory=dict)
    """By file, where the name of a header stands that requests to one vendor alone have, and whose it is."""
    _clients: dict[str, Clients] = field(default_factory=dict)
    _owners: dict[str, tuple[Entry, ModelPattern] | None] = field(default_factory=dict)
    _imports: dict[tuple[str, str, str | None], tuple[Entry, ...]] = field(default_factory=dict)

    @cached_property
    def vendor_roots(self) -> frozenset[tuple[str, str]]:
        """Language family and first name of every module that the catalogue knows, and of every constructor."""
        found = {
            (rule.language, root_of(rule.module.rstrip("*")))
            for entry in self.catalogue.entries.values()
            for rule in entry.imports
        }
        found |= {
            (rule.language, root_of(rule.symbol))
            for entry in self.catalogue.entries.values()
            for rule in entry.constructors
        }
        return frozenset(found)

    @cached_property
    def telling(self) -> Triage:
        """Finds the strings of a file that can say something: they hold a vendor's token, or are a URL."""
        return Triage((*self.catalogue.string_tokens(), *published_tokens(self.catalogue), b"://"))

    @cached_property
    def signs(self) -> Signs:
        """Permissions and pieces of SQL that are a use."""
        return Signs(self.catalogue.entries.values())

    @cached_property
    def service_methods(self) -> frozenset[str]:
        """Names of the methods of interfaces that a framework implements."""
        return names_of(self.resolver.read_files(), self.resolver)

    def clients(self, family: str) -> Clients:
        """Recogniser of the constructors of a language family."""
        if family not in self._clients:
            self._clients[family] = Clients(self.catalogue, self.resolver, family)
        return self._clients[family]

    def model_owner(self, value: str) -> tuple[Entry, ModelPattern] | None:
        """``Catalogue.model_owner``, remembered: the same strings come again and again."""
        if value not in self._owners:
            self._owners[value] = self.catalogue.model_owner(value)
        return self._owners[value]

    def entries(self, family: str, module: str, name: str | None) -> tuple[Entry, ...]:
        """``Catalogue.imports``, remembered."""
        key = (family, module, name)
        if key not in self._imports:
            self._imports[key] = self.catalogue.imports(family, module, name)
        return self._imports[key]

    def add_use(
        self, entry: Entry, facts: FileFacts, line: int, how: How, symbol: str | None = None, package: str | None = None
    ) -> None:
        """One use of ``entry`` in the file at hand."""
        self.rows.use(self._use(entry, facts, line, how, symbol, package))

    def suggest_use(self, entry: Entry, facts: FileFacts, line: int, model: str) -> None:
        """A use that the spelling of a model id suggests, unless a call gives that id to another provider."""
        self.rows.suggestion(self._use(entry, facts, line, "config", model, None))

    @staticmethod
    def _use(entry: Entry, facts: FileFacts, line: int, how: How, symbol: str | None, package: str | None) -> Use:
        return Use(
            file=facts.path,
            line=line,
            name=entry.id,
            kind=entry.kind,
            how=how,
            scope=scope_of(facts.path),
            symbol=symbol,
            package=package,
        )

    def add_model(self, text: Text, model: str, provider: Entry, how: How, symbol: str | None, *, called: bool) -> None:
        """One model id, at the line that spells it.

        :param called: whether a call is seen to take it; else the row is a mention.
        """
        if MODEL_ID.fullmatch(model):
            self.rows.model(self._model(text, model, provider, how, symbol, called=called), called=called)

    def add_open_model(self, text: Text, provider: Entry) -> None:
        """One model id whose form tells who made it; ``provider`` holds where the tree does not say who serves it."""
        self.rows.open_model(self._model(text, text.value, provider, "config", None, called=False))

    def _model(
        self, text: Text, model: str, provider: Entry, how: How, symbol: str | None, *, called: bool
    ) -> ModelUse:
        return ModelUse(
            file=text.file,
            line=text.line,
            model=model,
            provider=provider.id,
            how=how,
            scope=self.scope(text.file),
            symbol=symbol,
            publisher=self.catalogue.publisher(provider.id, model),
            pinned=self.catalogue.pinned(provider.id, model),
            variable=text.variable,
            mention=None if called else True,
            steps=text.steps,
        )

    @staticmethod
    def scope(path: str) -> Scope:
        """Scope of a file."""
        return scope_of(path)


def call_step(facts: FileFacts, line: int, what: str) -> Step:
    """The first link of a chain: the call that uses a value."""
    return Step(file=facts.path, line=line, what=what)
