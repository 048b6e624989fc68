"""What a first-party class extends."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.partial import parts
from aigov.scan.values import ClassValue, Evaluator, Place, Symbol, Value


def ancestry(resolver: Evaluator, cls: ClassValue, depth: int = 0) -> Iterator[ClassValue]:
    """A first-party class and the first-party classes that it extends."""
    yield cls
    yield from parts(resolver, cls)
    if depth > 6:
        return
    for base in cls.facts.scopes[cls.scope].bases:
        for value in resolver.eval(base, Place(cls.facts, cls.facts.scopes[cls.scope].parent or 0)):
            if (isinstance(value, ClassValue) and value.facts is not cls.facts) or _other_class(value, cls):
                yield from ancestry(resolver, value, depth + 1)  # type: ignore[arg-type]


def _other_class(value: Value, cls: ClassValue) -> bool:
    return isinstance(value, ClassValue) and value.scope != cls.scope


def external_bases(resolver: Evaluator, cls: ClassValue) -> list[Symbol]:
    """Classes of packages that a first-party class extends, directly or through others."""
    found: list[Symbol] = []
    for ancestor in ancestry(resolver, cls):
        scope = ancestor.facts.scopes[ancestor.scope]
        for base in scope.bases:
            values = resolver.eval(base, Place(ancestor.facts, scope.parent or 0))
            found += [value for value in values if isinstance(value, Symbol)]
    return found
