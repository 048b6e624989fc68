"""What one agent is given, while it is gathered; and where in an expression it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aigov.reach import Reference
from aigov.scan import classes
from aigov.scan.facts.types import CallExpr, Constant, Expr, Sequence, Table
from aigov.scan.values import ClassValue, Evaluator, FunctionValue, ObjectValue, Place, Text

MAX_TOOLS = 200


@dataclass(slots=True)
class Toolset:
    """What one agent is given."""

    tools: dict[Reference, None] = field(default_factory=dict)
    servers: dict[tuple[str, int], None] = field(default_factory=dict)
    """Lines (file, line) of the calls and tables that name MCP servers."""
    agents: dict[Reference, None] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)
    of_agents: bool = False
    """Whether agents are read that may be handed over to: a text is the name of one, and no tool."""
    followed: set[tuple[str, int]] = field(default_factory=set)
    """Functions whose lists were read, by file and scope."""

    @property
    def reached(self) -> bool:
        """Whether MCP servers or other agents are named."""
        return bool(self.servers or self.agents)

    @property
    def unresolved(self) -> str | None:
        """Why not all tools are known."""
        return "; ".join(list(self.reasons)[:3]) or None


def variable_of(call: CallExpr | None, place: Place) -> str | None:
    """The variable or key that receives what a call makes."""
    if call is None:
        return None
    for held in place.facts.bindings.values():
        for bindings in held.values():
            for binding in bindings:
                if binding.path != ("_",) and binding.line <= call.line and place.facts.value(binding) is call:
                    return binding.path[-1]
    return None


def lines_of(expr: Expr) -> Iterator[int]:
    """Lines of the tables and constants in an expression, however deep."""
    waiting: list[Expr] = [expr]
    for _ in range(MAX_TOOLS):
        if not waiting:
            return
        part = waiting.pop()
        if isinstance(part, Constant):
            yield part.line
        elif isinstance(part, Sequence):
            waiting += part.items
        elif isinstance(part, Table):
            waiting += [value for _, value in part.pairs]
            yield part.line
        elif isinstance(part, CallExpr):
            waiting += [*part.args, *(value for _, value in part.keywords)]
            yield part.line


def named_method(resolver: Evaluator, value: ClassValue, call: CallExpr, place: Place) -> FunctionValue | None:
    """The method of a class that a text names beside it: ``FunctionTool.create(Clock.class, "now")``."""
    for text in (found for expr in call.args for found in resolver.eval(expr, place)):
        if isinstance(text, Text) and text.complete and text.value.isidentifier():
            return classes.method(resolver, ObjectValue(value, None, place), text.value)
    return None
