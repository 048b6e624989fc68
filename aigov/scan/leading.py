"""Which names that the tree's own modules hand out can lead to AI, so that only their importers' calls are resolved.

A name leads to AI where the text of what it is bound to mentions a vendor's import, a place that was found to use AI,
or another name that leads there. That is more than what really gives back or holds a client, and never less, as long as
the name is imported as such: constants and data classes of a module that also makes a client are told apart from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Expr, Import, Name, Subscript
from aigov.scan.files import Document
from aigov.scan.modules import ModuleGraph
from aigov.scan.triage import Triage

_HANDED_ON = 2
"""Modules between the one that makes a client and the one that calls it."""
_ROUNDS = 4
"""Times that names of modules which import one another are looked at again."""
_BY_NAME = frozenset(("python", "javascript"))
"""Families of which a module binds what it imports by name; of the others a file counts as a whole."""

_BY_FILE = frozenset(("java", "kt", "scala", "cs", "php", "swift"))
"""Endings of files that are named after the class that they hold."""

_QUOTES = "\"'`"
_SCRIPTS = frozenset(("javascript", "typescript", "tsx"))
_REEXPORT = re.compile(
    rb"\bexport\s*(?:type\s*)?(?:\*|\{[^{}]*\}\s*(?:from\b|;|\n|$))|\bmodule\.exports\b|\bexports\.\w"
)
_EVERY_NAME = (b"export *", b"import *")
_WORD = re.compile(rb"[\w$\x80-\xff]")
_WORDS = re.compile(rb"[\w$\x80-\xff]+")
_NEWLINE = re.compile(rb"\n")


def roots_of(expr: Expr) -> Iterator[str]:
    """The names that an expression for a class begins with: ``Base``, ``module.Base``, ``Base[T]``, ``mixed(Base)``."""
    if isinstance(expr, Name):
        yield expr.name
    elif isinstance(expr, (Attribute, Subscript)):
        yield from roots_of(expr.base)
    elif isinstance(expr, CallExpr):
        for part in (expr.callee, *expr.args):
            yield from roots_of(part)
    elif isinstance(expr, Choice):
        for part in expr.options:
            yield from roots_of(part)


class Leading:
    """The names of one tree that lead to AI."""

    def __init__(
        self, facts: Mapping[str, FileFacts | None], modules: ModuleGraph, brings: Callable[[FileFacts, Import], bool]
    ) -> None:
        """
        :param facts: the files that were read so far, by path; may grow.
        :param modules: tells which file an import means.
        :param brings: whether an import brings in something of a vendor's.
        """
        self._facts = facts
        self._modules = modules
        self._brings = brings
        self._files: dict[str, _Names | None] = {}

    def __bool__(self) -> bool:
        return bool(self._files)

    def __contains__(self, path: str) -> bool:
        """Whether a file uses AI by name, or hands on what such a file defines."""
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def importers(self, sources: Iterable[Document], only: Collection[str] | None = None) -> Iterator[Document]:
        """Those of ``sources``, told by their bytes, that may import a name that leads to AI.

        :param only: paths of the modules to import it from; None for all.
        """
        modules: dict[bytes, set[bytes] | None] = {}
        for path, names in self._files.items():
            if only is not None and path not in only:
                continue
            others = ((f"{spelled}{end}", None) for spelled in self._modules.spelled(path) for end in _QUOTES)
            for spelled, own in (*_spellings(path), *others):
                token = spelled.lower().encode()
                wanted = (
                    {own.encode()}
                    if own
                    else {name.encode() for name in names.leading}
                    if names and not names.opens
                    else None
                )
                held = modules.setdefault(token, set())
                modules[token] = None if held is None or wanted is None else held | wanted
        if not modules:
            return
        triage = Triage(modules, searches_all=True)
        for source in sources:
            named = [modules[token] for token in triage.hits(source.data)] if triage.hit(source.data) else ()
            every = bool(named) and any(word in source.data for word in _EVERY_NAME)
            if every or any(names is None or any(_holds(source.data, name) for name in names) for names in named):
                yield source

    def add(self, uses: Mapping[str, Iterable[int]], mates: Callable[[Iterable[str]], set[str]]) -> None:
        """Follow names out of the files that use AI.

        :param uses: path -> lines of the uses found there.
        :param mates: the files that share their names with those at the given paths.
        """
        self._include(uses, mates(uses))
        for _ in range(_HANDED_ON):
            self._settle()
            more = [
                path
                for path, facts in tuple(self._facts.items())  # finding a module may read another file
                if facts is not None and path not in self._files and self.reached(facts)
            ]
            if not more:
                break
            self._include(dict.fromkeys(more, ()), mates(more))
        self._settle()

    def reached(self, facts: FileFacts) -> bool:
        """Whether a file imports a name that leads to AI."""
        return any(self.leads(facts, imported) for imported in facts.imports)

    def leads(self, facts: FileFacts, imported: Import) -> bool:
        """Whether an import of a first-party module brings a name that leads to AI."""
        target = self._modules.find(facts.path, facts.row.family, imported)
        if not target:
            return False
        if target in self._files and self._hands_out(target, imported.name, set()):
            return True
        # ``from package import module``
        inner = self._modules.submodule(target, imported.name) if imported.name else None
        return inner in self._files

    def _hands_out(self, path: str, name: str | None, asked: set[str], *, unknown: bool = True) -> bool:
        """Whether ``name`` of a module leads to AI.

        :param unknown: the answer where nothing tells what it is.
        """
        names = self._files.get(path)
        # ``from package import module`` names the file itself.
        if names is None or name in (None, "*", "default", path.rpartition("/")[2].partition(".")[0]):
            return path in self._files
        if name in names.leading:
            return True
        if names.defines(name) or path in asked:
            return False
        asked.add(path)
        known = False
        for imported in names.facts.imports:
            everything = imported.name == "*"
            if not everything and name not in (imported.alias, imported.export):
                continue
            target = self._modules.find(path, names.facts.row.family, imported)
            if target is None and self._brings(names.facts, imported):
                return True
            if target and target in self._files:
                if self._hands_out(target, name if everything else imported.name, asked, unknown=not everything):
                    return True
                known = True
            known = known or not everything
        return unknown and not known

    def _include(self, lines: Mapping[str, Iterable[int]], mates: Iterable[str]) -> None:
        for path in mates:
            self._files.setdefault(path, None)
        for path, places in lines.items():
            facts = self._facts.get(path)
            if path in self._files:
                continue
            if facts is None or facts.row.family not in _BY_NAME:
                self._files[path] = None
                continue
            names = self._files[path] = _Names(facts)
            vendors = {found.alias for found in facts.imports if found.alias and self._brings(facts, found)}
            names.grow(vendors, places)

    def _settle(self) -> None:
        """Follow names between the files that are known, some of which import one another."""
        for _ in range(_ROUNDS):
            changed = False
            for names in self._files.values():
                if names is None:
                    continue
                brought = {
                    imported.alias
                    for imported in names.facts.imports
                    if imported.alias and imported.alias not in names.leading and self.leads(names.facts, imported)
                }
                if brought:
                    names.grow(brought, ())
                    changed = True
            if not changed:
                return


def hands_on_names(document: Document) -> bool:
    """Whether a module may hand on what it imports itself: a barrel file, the file of a Python package."""
    if document.path.endswith("__init__.py"):
        return b"import" in document.data
    return document.kind.name in _SCRIPTS and _REEXPORT.search(document.data) is not None


def _holds(data: bytes, name: bytes) -> bool:
    """Whether a name stands in ``data`` as a word."""
    return next(_words_at(data, name), None) is not None


def _words_at(data: bytes, name: bytes) -> Iterator[int]:
    """Where a name stands as a word."""
    at = data.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and _WORD.match(data, at - 1)) and not _WORD.match(data, end):
            yield at
        at = data.find(name, end)


def _spellings(path: str) -> Iterator[tuple[str, str | None]]:
    """How other files of its language name a module of their tree in an import, or the class that bears its name; and
    the name by which the module itself is imported, where it is not one of its own names."""
    folder, _, name = path.rpartition("/")
    parent = folder.rpartition("/")[2]
    stem, _, suffix = name.partition(".")
    if suffix == "py":
        stem, parent = (parent, folder.rpartition("/")[0].rpartition("/")[2]) if stem == "__init__" else (stem, parent)
        yield from (
            (spelled, None) for spelled in (f"{parent}.{stem}", f" .{stem}", f"..{stem}", f"from {stem} import")
        )
        yield from ((f"{package} import ", stem) for package in (parent, " .", " .."))
    elif suffix == "go":
        yield f'/{parent}"', parent
    elif suffix in ("rb", "ex", "exs"):
        yield "".join(word.capitalize() for word in stem.split("_")), None
    elif suffix == "dart":
        yield name, None
    elif suffix == "rs":
        own = stem if stem != "mod" else parent
        yield from ((spelled, own) for spelled in (f"{own}::", f"::{own}"))
    elif suffix in _BY_FILE:
        # Callers may name the interface alone, which is not in the file.
        named = (stem, f"I{stem}") if suffix == "cs" else (stem, stem.removesuffix("Impl"))
        yield from ((own, own) for own in dict.fromkeys(named))
    else:
        yield from ((f"/{stem if stem != 'index' else parent}{end}", None) for end in (*_QUOTES, "."))


class _Names:
    """The names of one module that lead to AI."""

    def __init__(self, facts: FileFacts) -> None:
        self.facts = facts
        self.leading: set[str] = set()
        self.opens = any(imported.name == "*" and imported.export for imported in facts.imports)
        """Whether it hands on all that another module has, of which its own text names nothing."""
        self._own = facts.bindings.get(0, {})
        self._bound = sorted(
            (binding.offset, facts.end_of(binding), name) for name, held in self._own.items() for binding in held
        )
        self._tops = [scope for scope in facts.scopes if scope.parent == 0]
        self._starts: list[int] = []
        before = 0
        for scope in self._tops:
            # Decorators stand before the function.
            ends = (end for _, end, _ in self._bound if scope.decorators and end <= scope.start)
            self._starts.append(max((before, *ends)) if scope.decorators else scope.start)
            before = scope.end
        self._seen: set[int] = set()

    def defines(self, name: str) -> bool:
        """Whether the module itself binds a name."""
        return name in self._own or self.facts.defined(0, name) is not None

    def grow(self, names: Iterable[str], lines: Iterable[int]) -> None:
        """More names lead to AI, and what stands on some lines; so does what mentions them."""
        waiting = {name for line in lines for name in self._on_line(line)}
        waiting.update(names)
        while waiting:
            name = waiting.pop()
            if name not in self.leading:
                self.leading.add(name)
                for offset in _words_at(self.facts.source, name.encode()):
                    waiting.update(self._around(offset, offset + len(name)))

    def _on_line(self, line: int) -> set[str]:
        first, last = self._lines[line - 1 : line + 1] if line < len(self._lines) else (0, 0)
        return self._around(first, last) | self._around(max(first, last - 1), last)

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins, and the end."""
        return [0, *(match.end() for match in _NEWLINE.finditer(self.facts.source)), len(self.facts.source)]

    def _around(self, start: int, end: int) -> set[str]:
        """Names of the module of which the definition holds ``start``, or the statement there."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._tops[at].end <= start:
            return self._assigned(start, end)
        top = self._tops[at]
        if top.index in self._seen:
            return set()
        self._seen.add(top.index)
        # A function may assign outside of itself: ``global client``.
        found = {
            name
            for scope in takewhile(lambda scope: scope.start < top.end, self.facts.scopes[top.index :])
            for name in self.facts.bindings.get(scope.index, ())
            if name in self._own
        }
        return found | ({top.name} if top.name else self._assigned(top.start, top.end))

    def _assigned(self, start: int, end: int) -> set[str]:
        found = {name for first, last, name in self._bound if first < end and start < last}
        if found:
            return found
        source = self.facts.source
        stop = source.find(b"\n", start)
        line = source[source.rfind(b"\n", 0, start) + 1 : stop if stop >= 0 else len(source)]
        return self._own.keys() & {word.decode("utf-8", "replace") for word in _WORDS.findall(line)}
