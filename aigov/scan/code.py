"""The code side of one scan: which files reach AI, and what their names and calls prove."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from aigov.catalogue import Catalogue
from aigov.catalogue.symbols import Symbols
from aigov.model import ParseLoss, Problem
from aigov.scan.agents.detect import Agents
from aigov.scan.agents.filters import Filters
from aigov.scan.agents.observers import Observers
from aigov.scan.ambient import Ambient
from aigov.scan.assets import detect_assets
from aigov.scan.beans import Beans
from aigov.scan.build_modules import BuildModules
from aigov.scan.callers import Callers
from aigov.scan.calls import detect_calls
from aigov.scan.context import Context
from aigov.scan.detect import brings, detect_names, may_call
from aigov.scan.dotnet_settings import DotnetSettings
from aigov.scan.embedded import Unprojectable, project
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.languages import LANGUAGES
from aigov.scan.facts.types import Attribute, Name
from aigov.scan.files import Discovered, Document, SourceFile
from aigov.scan.indicators import text_indicators
from aigov.scan.kinds import classify
from aigov.scan.leading import Leading, hands_on_names, roots_of
from aigov.scan.modules import ModuleGraph
from aigov.scan.prompt_constants import detect_prompt_constants
from aigov.scan.read import read_file
from aigov.scan.resolve import Resolver
from aigov.scan.rows import Rows
from aigov.scan.services import connect_services, own_extensions
from aigov.scan.shared_imports import SharedImports
from aigov.scan.surfaces import Surfaces
from aigov.scan.triage import CallTriage, Triage
from aigov.scan.type_names import detect_type_names
from aigov.scan.values import ClassValue

_CONFIG_LIMIT = 256 << 10
_PROMPT_FILE = re.compile(r"prompt|instruction|template|persona", re.IGNORECASE)
_MANY_CLASSES = 40


def code_of(document: Document, faults: list[ParseLoss]) -> Document | None:
    """The document as the facts engine reads it; None where it is no code. One that is not of its form is a fault."""
    if document.kind.role != "source":
        return None
    try:
        code = project(document)
    except Unprojectable:
        faults.append(
            ParseLoss(
                file=document.path,
                language=document.kind.name,
                bytes_lost=len(document.data),
                bytes_total=len(document.data),
                suspect=document.candidate,
            )
        )
        return None
    return code if code is not None and code.kind.name in LANGUAGES else None


_BARRELS = 2
"""Modules that hand a name on, one to another, without any of AI in them."""


class CodeScan:
    """The code side of one scan."""

    def __init__(self, discovered: Discovered, catalogue: Catalogue, triage: Triage, callers: CallTriage) -> None:
        self._root = discovered.root
        self._triage = triage
        self._calls = callers
        self._files: dict[str, SourceFile] = {file.path: file for file in discovered.files}
        self._facts: dict[str, FileFacts | None] = {}
        self._documents: dict[str, Document] = {}
        self._callers = Callers(self._load)
        self._derived: dict[str, list[ClassValue]] = {}
        self._calling: list[FileFacts] = []
        self._too_deep: dict[str, FileFacts] = {}
        self.rows = Rows()
        self._vendors = frozenset(
            (rule.language, rule.module.partition(".")[0].rstrip("*"))
            for entry in catalogue.entries.values()
            for rule in entry.imports
        )
        modules = ModuleGraph(
            self._files,
            read=self._read_config,
            vendor=self._is_vendor,
            defines=self._defines,
        )
        resolver = Resolver(modules, self._load)
        resolver.callers, resolver.read_sites = self._callers.named, self._callers.read
        resolver.derived = self._classes_extending
        resolver.makers = frozenset(
            rule.symbol for entry in catalogue.entries.values() for rule in entry.constructors if rule.when
        )
        resolver.wrappers = frozenset(
            rule.symbol
            for entry in catalogue.entries.values()
            for rule in entry.constructors
            if rule.returns == "argument"
        )
        ambient = Ambient(self._files, self._read_source, lambda: self._documents)
        resolver.peers = lambda facts, name: ambient.defining(facts.path, facts.row, name)
        build = BuildModules(self._files, self._read_config, catalogue)
        dotnet = DotnetSettings(self._files, self._read_config)
        resolver.setting = lambda path, key: (dotnet if dotnet.concerns(path) else build).setting(path, key)
        resolver.configured, resolver.configured_model = build.configured, build.model
        resolver.read_files = lambda: self._calling
        resolver.beans = Beans(resolver.read_files, build.reaches).supplying
        resolver.shared = SharedImports(self._files, lambda: self._documents, self._read_config).of
        connect_services(resolver, catalogue, self._files, self._callers.named)
        symbols = Symbols(catalogue)
        resolver.offers, resolver.constant = symbols.offers, symbols.model
        self.context = Context(catalogue, resolver, self.rows)
        self.agents, self.observers = Agents(self.context), Observers(self.context)
        self.filters = Filters(self.context)
        self.surfaces = Surfaces(self.context)

    def run(
        self, sources: Iterable[Document], quiet: Iterable[Document], others: list[Document]
    ) -> tuple[list[ParseLoss], list[Problem]]:
        """Detect in ``sources`` (files with a token), ``quiet`` ones (they may call a client made elsewhere) and those
        of ``others`` that may hand something on to a file that uses AI; the rest of them is let go of."""
        ordered = list(sources)
        for document in (*ordered, *quiet):
            self._documents[document.path] = document
        known = [(facts, document) for document in ordered if (facts := self._load(document.path)) is not None]
        for facts, document in known:
            detect_names(self.context, facts, document.data)
        leading = self._leading()
        more, far = list(quiet) if leading else [], list[Document]()
        # What tests pass says nothing of the app.
        for document in self._importers(leading, [o for o in others if o.candidate or o.scope != "test"]):
            # What holds no name of AI is read when somebody asks who calls a function that it names.
            (more if document.candidate else far).append(document)
            self._documents[document.path] = document
        others.clear()  # their text is as large as the tree
        known += [(facts, document) for document in more if (facts := self._load(document.path)) is not None]
        for facts, document in known:
            detect_type_names(self.context, facts, document.data)
        for facts, _ in known if leading else ():
            self.surfaces.components(facts)
        extended = self._extended(leading)
        self._calling = [
            facts for facts, _ in known if facts.path in extended or may_call(self.context, facts, leading)
        ]
        self._callers.know(self._calling, far)
        # Nothing is resolved before this: answers are remembered, and callers are known from here on.
        ml = {use.file for use in self.rows.uses if use.kind == "ml-runtime"}
        for read in {*self._facts.values()}.difference(self._calling):
            if read is not None:
                read.release()
        resolver = self.context.resolver
        resolver.own_methods = own_extensions(self._calling)
        for facts in self._calling:
            with self._bounded(facts):
                detect_calls(self.context, facts, leading)
                detect_assets(self.context, facts, self._documents[facts.path].data, ml=facts.path in ml)
                detect_prompt_constants(self.context, facts, self._documents[facts.path].data)
        for facts in self._calling:
            with self._bounded(facts):
                self.agents.detect(facts)
                self.observers.detect(facts)
        self.surfaces.handlers((*self._calling, *self._callers.joined), self._facts, self._bounded)
        self.agents.complete()
        self.observers.complete()
        self.filters.complete()
        self._indicators()
        losses: list[ParseLoss] = []
        problems: list[Problem] = []
        for path, read in sorted(self._facts.items()):
            if read is not None and read.bytes_lost and path not in self._too_deep:
                losses.append(
                    ParseLoss(
                        file=path,
                        language=read.row.name,
                        bytes_lost=read.bytes_lost,
                        bytes_total=read.size,
                        suspect=any(self._triage.hit(text) or self._calls.hit(text) for text in read.lines_lost),
                    )
                )
                problems.append(
                    Problem(
                        file=path,
                        reason="parse-error",
                        message=f"{read.bytes_lost} of {read.size} bytes could not be read as {read.row.name}",
                    )
                )
        for path, read in sorted(self._too_deep.items()):
            losses.append(
                ParseLoss(file=path, language=read.row.name, bytes_lost=read.size, bytes_total=read.size, suspect=True)
            )
            problems.append(Problem(file=path, reason="parse-error", message="its calls lead deeper than is followed"))
        return losses, problems

    @contextmanager
    def _bounded(self, facts: FileFacts) -> Iterator[None]:
        """What leads deeper than can be followed ends the look at one file, never the scan: it is a visible gap."""
        try:
            yield
        except RecursionError:
            self._too_deep[facts.path] = facts

    def close(self) -> None:
        """Let go of what was read. Resolver and scan hold each other, and only the collector would see it."""
        self._facts.clear()
        self._callers.close()
        self._derived.clear()
        self._calling.clear()
        self._too_deep.clear()
        self.agents.close()
        self.observers.close()
        self.filters.close()
        self.surfaces.close()
        self.context.resolver.close()
        del self.context

    def _leading(self) -> Leading:
        """The names of the tree that lead to AI, out of the files that use it by name."""
        leading = Leading(self._facts, self.context.resolver.modules, partial(brings, self.context))
        leading.add(self.rows.lines, self._package_mates)
        return leading

    def _importers(self, leading: Leading, others: list[Document]) -> list[Document]:
        """Those of ``others`` that may import a name that leads to AI, from modules too that only hand it on."""
        found = list(leading.importers(others))
        joined = found
        for _ in range(_BARRELS):
            barrels = [document for document in joined if hands_on_names(document)]
            known = set(leading)
            for document in barrels:
                self._documents[document.path] = document
                self._load(document.path)
            if not barrels:
                break
            leading.add({}, self._package_mates)
            held = {document.path for document in found}
            rest = (document for document in others if document.path not in held)
            joined = list(leading.importers(rest, set(leading) - known))
            found += joined
        return found

    def _package_mates(self, paths: Iterable[str]) -> set[str]:
        """The files that share their names with those at ``paths``, in languages where a folder is one package."""
        folders = {
            (path.rpartition("/")[0], facts.row.family)
            for path in paths
            if (facts := self._facts.get(path)) is not None and facts.row.ambient == "folder"
        }
        return {
            path
            for path in (self._files if folders else ())
            if (row := LANGUAGES.get(classify(path).name)) is not None
            and (path.rpartition("/")[0], row.family) in folders
        }

    def _extended(self, leading: Leading) -> frozenset[str]:
        """Modules of which a class that uses AI extends one: theirs may call what that one supplies."""
        find = self.context.resolver.modules.find
        found: set[str] = set()
        for path in leading:
            facts = self._facts.get(path)
            if facts is None:
                continue
            bases = {name for scope in facts.scopes for base in scope.bases for name in roots_of(base)}
            targets = (
                find(path, facts.row.family, imported)
                for imported in facts.imports
                if imported.alias is None or imported.alias in bases
            )
            found.update(target for target in targets if target)
        return frozenset(found)

    def _indicators(self) -> None:
        using = {use.file for use in self.rows.uses} | {flow.file for flow in self.rows.flows}
        reached: set[str] = set()
        for path in sorted(using):
            facts = self._facts.get(path)
            if facts is None:
                continue
            text_indicators(self.context, facts)
            for imported in facts.imports:
                target = self.context.resolver.modules.find(path, facts.row.family, imported)
                if target and target not in using and _PROMPT_FILE.search(target):
                    reached.add(target)
        for path in sorted(reached):
            facts = self._load(path)
            if facts is not None:
                text_indicators(self.context, facts)

    # --- reading on demand ------------------------------------------------------------------------------------------

    def _load(self, path: str) -> FileFacts | None:
        """Facts of a file of the tree; a file that triage dropped is read when a name leads to it."""
        if path not in self._facts:
            self._facts[path] = None
            document = self._documents.get(path)
            if document is None and path in self._files:
                item = read_file(self._root, self._files[path], self._triage)
                document = item if isinstance(item, Document) else None
            if document is not None and (document := code_of(document, [])) is not None:
                self._facts[path] = FileFacts(path, document.kind.name, document.data)
        return self._facts[path]

    def _read_source(self, path: str) -> bytes | None:
        document = self._documents.get(path)
        return document.data if document is not None else self._read_config(path)

    def _read_config(self, path: str) -> bytes | None:
        file = self._files.get(path)
        if file is None or file.size > _CONFIG_LIMIT:
            return None
        try:
            return (self._root / path).read_bytes()
        except OSError:
            return None

    def _is_vendor(self, family: str, module: str) -> bool:
        """Whether the top of a module's name is one that the catalogue knows."""
        top = module.partition(".")[0]
        return (family, top) in self._vendors or (family, f"{top.partition('_')[0]}_") in self._vendors

    def _defines(self, path: str, name: str) -> bool:
        facts = self._load(path)
        if facts is None:
            return False
        if facts.named_bindings(0, name) or facts.defined(0, name):
            return True
        # A wrapper that itself takes the name from the vendor does not define it.
        modules = self.context.resolver.modules
        return any(
            imported.alias == name and modules.find(path, facts.row.family, imported) is not None
            for imported in facts.imports
        )

    def _classes_extending(self, name: str) -> list[ClassValue]:
        """Classes with a base of that name in the files that can reach AI."""
        if not self._derived:
            for facts in self._calling:
                for scope in facts.scopes:
                    for base in scope.bases:
                        if isinstance(base, (Name, Attribute)):
                            self._derived.setdefault(base.name, []).append(ClassValue(facts, scope.index))
        return self._derived.get(name, [])[:_MANY_CLASSES]
