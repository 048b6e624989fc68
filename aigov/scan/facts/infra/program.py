"""Follow values through parameters, locals, loops and the modules of a tree to the texts that they can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from aigov.model import Step
from aigov.scan.facts.infra.values import (
    Choice,
    Item,
    Join,
    Loop,
    Module,
    Opaque,
    Ref,
    Select,
    Sequence,
    Table,
    Text,
    Unit,
    Value,
)

_DEEPEST = 40
_MOST = 64
"""Values that one expression may have; more are not looked at."""
_BUDGET = 400_000
"""Expressions that one tree may make the program look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value is read: its unit, and what the loops and the caller around it have bound."""

    unit: Unit
    bound: Mapping[str, Resolved] = field(default_factory=dict)
    """By name; that of a dotted name (``each.value``) as it is written."""
    callers: tuple[tuple[Module, Place], ...] | None = None
    """The calls of the unit's module that are meant; None for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """One value that an expression can have."""

    value: Text | Table | Sequence | Loop | Opaque
    place: Place
    variable: str | None = None
    """The parameter that replaces it."""
    offered: bool = False
    """Whether a parameter may only have it, and it is not known to."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """One use of a unit as a module, or a file that gives its parameters values."""

    module: Module
    unit: Unit
    sets: bool = False
    """Whether it is such a file: the parameters' own defaults stay possible."""


class Program:
    """All units of a tree."""

    def __init__(self, callers: Mapping[str, tuple[Caller, ...]]) -> None:
        """
        :param callers: of each unit, by its key.
        """
        self._callers = callers
        self._budget = _BUDGET

    def resolve(self, value: Value, place: Place) -> list[Resolved]:
        """What ``value`` can be; never empty: what cannot be told is ``Opaque``."""
        found: list[Resolved] = []
        for item in self._resolve(value, place, 0):
            found.append(item)
            if len(found) == _MOST:
                break
        return found or [Resolved(value=Opaque("nothing is known of it", value.at), place=place)]

    def at(self, value: Value, path: str, place: Place) -> list[Resolved]:
        """What stands below a dotted path of keys; empty where nothing does."""
        found = [Resolved(value=value, place=place)] if isinstance(value, Table) else self.resolve(value, place)
        for name in path.split("."):
            found = [inner for item in found for inner in self._member(item, name, 0)][:_MOST]
        return found

    def instances(self, value: Value, place: Place) -> list[Resolved]:
        """Like ``resolve``, with what every round of a loop gives in its place."""
        found: list[Resolved] = []
        for item in self.resolve(value, place):
            if isinstance(item.value, Loop):
                found += [element for _, element in self._elements(item)][:_MOST]
            else:
                found.append(item)
        return found or [Resolved(value=Opaque("it is made for nothing that is known", value.at), place=place)]

    def each(self, over: Value | None, place: Place) -> list[Place]:
        """The place of every element that something is made for; ``place`` itself where it is made once."""
        if over is None:
            return [place]
        places = [
            self._bind(place, ("each.key", "each.value"), key, element)
            for item in self.resolve(over, place)
            for key, element in self._elements(item)
        ]
        return places[:_MOST] or [place]

    # --- one value --------------------------------------------------------------------------------------------------

    def _resolve(self, value: Value, place: Place, depth: int) -> Iterator[Resolved]:
        self._budget -= 1
        if depth > _DEEPEST or self._budget < 0:
            yield Resolved(value=Opaque("followed too far", value.at), place=place)
        elif isinstance(value, (Text, Table, Sequence, Loop, Opaque)):
            yield Resolved(value=value, place=place)
        elif isinstance(value, Choice):
            for option in value.options:
                yield from self._resolve(option, place, depth + 1)
        elif isinstance(value, Ref):
            yield from self._name(value, place, depth)
        elif isinstance(value, Select):
            yield from self._below(list(self._resolve(value.base, place, depth + 1)), value.names, depth)
        else:
            yield self._joined(value, place, depth)

    def _joined(self, value: Join, place: Place, depth: int) -> Resolved:
        """The text of all parts; what is not known of it stands in braces."""
        text, known = "", True
        variable: str | None = None
        steps: tuple[Step, ...] = ()
        for part in value.parts:
            first = next(self._resolve(part, place, depth + 1), None)
            if first is not None and isinstance(first.value, Text):
                text += first.value.value
                variable, steps = variable or first.variable, steps or first.steps
            else:
                known = False
                text += "{" + (name_of(part) or "unknown") + "}"
        result: Text | Opaque = Text(text, value.at)
        if not known:
            result = Opaque("only a part of the text is known", value.at, (Text(text, value.at),))
        return Resolved(value=result, place=place, variable=variable, steps=steps)

    def _elements(self, item: Resolved) -> Iterator[tuple[Text | None, Resolved]]:
        if isinstance(item.value, Table):
            for member in item.value.items:
                for inner in self._resolve(member.value, item.place, 1):
                    yield Text(member.key, member.at), self._through(inner, item)
        elif isinstance(item.value, Sequence):
            for element in item.value.items:
                for inner in self._resolve(element, item.place, 1):
                    yield None, self._through(inner, item)
        elif isinstance(item.value, Loop):
            for inner in self._rounds(item.value, item.place, 1):
                yield None, self._through(inner, item)

    def _rounds(self, loop: Loop, place: Place, depth: int) -> Iterator[Resolved]:
        """What the body of a loop is in each of its rounds."""
        for item in list(self._resolve(loop.over, place, depth + 1)):
            for key, element in self._elements(item):
                yield from self._resolve(loop.body, self._bind(place, loop.names, key, element), depth + 1)

    @staticmethod
    def _bind(place: Place, names: tuple[str, str], key: Text | None, element: Resolved) -> Place:
        bound = {**place.bound, names[1]: element}
        if names[0]:
            shown: Text | Opaque = key if key is not None else Opaque("the number of an element", element.value.at)
            if names[0] == "each.key" and key is None:
                bound[names[0]] = element  # of a set, key and value are the same
            else:
                bound[names[0]] = Resolved(value=shown, place=element.place)
        return replace(place, bound=bound)

    # --- names ------------------------------------------------------------------------------------------------------

    def _name(self, ref: Ref, place: Place, depth: int) -> Iterator[Resolved]:
        names = ref.names
        for width in (2, 1):
            bound = place.bound.get(".".join(names[:width]))
            if bound is not None and len(names) >= width:
                yield from self._below([bound], names[width:], depth)
                return
        unit = place.unit
        if unit.dialect == "terraform":
            head, rest = names[0], names[1:]
            if head == "var" and rest:
                yield from self._parameter(rest[0], ref, rest[1:], place, depth)
                return
            names = rest if head == "local" and rest else names
        elif names[0] in unit.parameters:
            yield from self._parameter(names[0], ref, names[1:], place, depth)
            return
        constant = unit.constants.get(names[0])
        if constant is not None and (unit.dialect != "terraform" or ref.names[0] == "local"):
            plain = replace(place, bound={})
            step = Step(file=ref.at.file, line=ref.at.line, what=f"named {'.'.join(ref.names)}")
            found = [replace(item, steps=(step, *item.steps)) for item in self._resolve(constant, plain, depth + 1)]
            yield from self._below(found, names[1:], depth)
            return
        yield from self._attribute(ref, place, depth)

    def _parameter(self, name: str, ref: Ref, rest: tuple[str, ...], place: Place, depth: int) -> Iterator[Resolved]:
        unit = place.unit
        parameter = unit.parameters.get(name)
        spelled = f"var.{name}" if unit.dialect == "terraform" else name
        step = Step(file=ref.at.file, line=ref.at.line, what=f"read from parameter {name}")
        found: list[Resolved] = []
        callers = self._callers.get(unit.key, ())
        modules = [caller for caller in callers if not caller.sets]
        silent = not modules
        for caller in callers:
            given = [item.value for item in caller.module.arguments.items if item.key == name]
            silent = silent or not given
            for value in given:
                for outer in self.each(caller.module.each, Place(unit=caller.unit)):
                    found += [
                        replace(item, steps=(step, *item.steps)) for item in self._resolve(value, outer, depth + 1)
                    ]
        if parameter is not None and parameter.default is not None and (silent or not found):
            variable = spelled if not modules else None
            found += [
                replace(item, variable=item.variable or variable, steps=(step, *item.steps))
                for item in self._resolve(parameter.default, replace(place, bound={}), depth + 1)
            ]
        if parameter is not None and parameter.allowed is not None and not modules:
            known = {item.value.value for item in found if isinstance(item.value, Text)}
            for item in list(self._resolve(parameter.allowed, place, depth + 1)):
                found += [
                    replace(element, variable=spelled, offered=True, steps=(step,))
                    for _, element in self._elements(item)
                    if isinstance(element.value, Text) and element.value.value not in known
                ]
        if not found:
            reason = f"parameter {name} has no default, and nothing in the tree gives it a value"
            found = [Resolved(value=Opaque(reason, ref.at), place=place, variable=spelled)]
        yield from self._below(found, rest, depth)

    def _attribute(self, ref: Ref, place: Place, depth: int) -> Iterator[Resolved]:
        """What a resource of the same unit is given: its name, its model."""
        names = ref.names
        for resource in place.unit.resources:
            if place.unit.dialect == "terraform":
                prefix = (*resource.type.split("."), resource.name)
                if names[: len(prefix)] != prefix:
                    continue
                rest = tuple(name for name in names[len(prefix) :] if name != "*")
            elif names[0] == resource.name:
                rest = names[1:]
            else:
                continue
            found = self.at(resource.body, ".".join(rest), replace(place, bound={})) if rest and depth < 8 else []
            if found:
                yield from found
                return
            break
        reason = f"{'.'.join(names)} is known only once it is deployed"
        yield Resolved(value=Opaque(reason, ref.at), place=place)

    def _below(self, found: list[Resolved], names: tuple[str, ...], depth: int) -> Iterator[Resolved]:
        for name in names:
            found = [inner for item in found for inner in self._member(item, name, depth)][:_MOST]
        yield from found

    def _member(self, item: Resolved, name: str, depth: int) -> Iterator[Resolved]:
        value = item.value
        if isinstance(value, Sequence):
            for element in value.items:
                for inner in self._resolve(element, item.place, depth + 1):
                    through = self._through(inner, item)
                    if name == "*":
                        yield through
                    else:
                        yield from self._member(through, name, depth + 1)
        elif isinstance(value, Loop):
            for inner in self._rounds(value, item.place, depth):
                through = self._through(inner, item)
                if name == "*":
                    yield through
                else:
                    yield from self._member(through, name, depth + 1)
        elif isinstance(value, Table):
            members: list[Item] = [member for member in value.items if name in ("*", member.key)]
            for member in members:
                for inner in self._resolve(member.value, item.place, depth + 1):
                    yield self._through(inner, item)
        elif isinstance(value, Opaque) and (name != "*" or value.parts):
            yield item

    @staticmethod
    def _through(inner: Resolved, outer: Resolved) -> Resolved:
        """What stands within a value that a parameter replaces is replaced with it."""
        if outer.variable is None and not outer.offered and not outer.steps:
            return inner
        return replace(
            inner,
            variable=inner.variable or outer.variable,
            offered=inner.offered or outer.offered,
            steps=(*outer.steps, *inner.steps),
        )


def name_of(value: Value) -> str | None:
    """How a name is spelled; None for what is none."""
    return ".".join(value.names) if isinstance(value, Ref) else None
