"""Bicep (https://learn.microsoft.com/azure/azure-resource-manager/bicep/file) to ``values``.

A reader of our own: the published tree-sitter grammar knows neither ``import``, ``.?``, lambdas nor types with ``?``,
which most of today's files use, and loses the rest of the file with them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from aigov.scan.facts.infra.bicep_cursor import Fault
from aigov.scan.facts.infra.bicep_expressions import Expressions
from aigov.scan.facts.infra.values import (
    At,
    Item,
    Loop,
    Module,
    Parameter,
    Resource,
    Sequence,
    Table,
    Unit,
    Value,
)

_STATEMENT = re.compile(
    r"^(?:@|(?:param|var|resource|module|output|type|func|import|metadata|targetScope|using|extension|provider|assert|test)\b)",
    re.MULTILINE,
)
_WORD = re.compile(r"[A-Za-z_]\w*")


def read_bicep(path: str, data: bytes) -> tuple[Unit, int | None]:
    """The unit of a ``*.bicep`` file, and the line of the first syntax error."""
    reader = _Statements(path, data.decode("utf-8", "replace"))
    error = reader.read()
    return reader.unit, error


def read_parameters(path: str, data: bytes) -> tuple[Unit, str | None, Table, int | None]:
    """What a ``*.bicepparam`` file says: a unit whose parameters are the environment variables that it reads, the
    template that it is for, the values that it gives, and the line of the first syntax error."""
    reader = _Statements(path, data.decode("utf-8", "replace"))
    error = reader.read()
    unit = reader.unit
    items = tuple(
        Item(parameter.name, parameter.default, parameter.at)
        for parameter in unit.parameters.values()
        if parameter.default is not None
    )
    unit.parameters = dict(reader.variables)
    table = Table(items, At(path, 1))
    unit.settings.append(table)
    return unit, reader.using, table, error


class _Statements(Expressions):
    """Reads the declarations of one file."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(path, text)
        self.unit = Unit(key=path, dialect="bicep")
        self.using: str | None = None

    def read(self) -> int | None:
        """Read the whole file; what cannot be understood is left out up to the next declaration.

        :returns: the line of the first error.
        """
        starts = [match.start() for match in _STATEMENT.finditer(self.text)]
        error: int | None = None
        decorators: dict[str, tuple[Value, ...]] = {}
        while True:
            self.blank()
            if self.position >= len(self.text):
                return error
            begin = self.position
            try:
                if self.take("@"):
                    name, arguments = self._decorator()
                    decorators[name] = arguments
                    continue
                self._statement(decorators)
            except Fault:
                error = error or self.line(self.position)
                following = bisect_right(starts, max(begin, self.position - 1))
                if following < len(starts) and starts[following] <= begin:
                    following += 1
                self.position = starts[following] if following < len(starts) else len(self.text)
            decorators = {}

    def _decorator(self) -> tuple[str, tuple[Value, ...]]:
        name = self.word()
        while self.take("."):
            name = self.word()
        return name, self.arguments(0) if self.take("(") else ()

    def _statement(self, decorators: dict[str, tuple[Value, ...]]) -> None:
        at = self.at()
        keyword = self.word()
        if keyword == "param":
            self._parameter(at, decorators)
        elif keyword == "var":
            name = self.word()
            self.type()
            self.expect("=")
            self.unit.constants[name] = self.expression(0)
        elif keyword == "resource":
            self.resource(at, "", 0)
        elif keyword == "module":
            name, source = self.word(), self.literal()
            self.expect("=")
            arguments = _params(self.body(0))
            self.unit.modules.append(Module(name=name, source=source, at=at, arguments=arguments))
        elif keyword == "using":
            self.spaces()
            self.using = self.literal() if self.text.startswith("'", self.position) else None
        else:
            self.skip_statement()

    def _parameter(self, at: At, decorators: dict[str, tuple[Value, ...]]) -> None:
        name = self.word()
        listed = self.type()
        default = self.expression(0) if self.take("=") else None
        allowed: Value | None = next(iter(decorators.get("allowed", ())), None)
        if allowed is None and listed:
            allowed = Sequence(tuple(listed), at)
        self.unit.parameters[name] = Parameter(
            name=name, at=at, default=default, allowed=allowed, secret="secure" in decorators
        )

    def resource(self, at: At, parent: str, depth: int) -> None:
        """A resource declaration behind its keyword, also one that stands within another."""
        name, spelled = self.word(), self.literal()
        type = spelled.partition("@")[0]
        if parent and "." not in type.partition("/")[0]:
            type = f"{parent}/{type}"
        self.spaces()
        if self.text.startswith("existing", self.position):
            self.word()
        self.expect("=")
        outer, self.parent = self.parent, type
        try:
            body = self.body(depth)
        finally:
            self.parent = outer
        self.unit.resources.append(Resource(type=type, name=name, at=at, body=body))


def _params(body: Value) -> Table:
    """Arguments of a module: its ``params``, within the loop around them."""
    if isinstance(body, Loop):
        inner = _params(body.body)
        items = tuple(Item(item.key, Loop(body.names, body.over, item.value, item.at), item.at) for item in inner.items)
        return Table(items, inner.at)
    if isinstance(body, Table):
        found = next((item.value for item in body.items if item.key == "params"), None)
        return found if isinstance(found, Table) else Table((), body.at)
    return Table((), body.at)
