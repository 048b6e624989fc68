"""Dependency injection: the functions that supply what a field or parameter of a type receives.

``@Bean ChatClient chat(OpenAiChatModel model) { … }`` in one file is what ``private final ChatClient chat`` of another
holds. Without such a function the framework makes the object itself, and its type alone tells what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Choice, Expr, Name, Scope
from aigov.scan.scopes import scope_of
from aigov.scan.values import FunctionValue, Symbol

_SUPPLIES = frozenset(("Bean", "Produces", "Provides", "Singleton", "ApplicationScoped", "Factory"))
_MAX_BEANS = 8


class Beans:
    """Functions of one tree that supply objects, by the last name of what they say that they give back."""

    def __init__(self, files: Callable[[], Iterable[FileFacts]], reaches: Callable[[str, str], bool]) -> None:
        """
        :param files: the files that can reach AI.
        :param reaches: whether code in one file can be given what another makes.
        """
        self._files = files
        self._reaches = reaches
        self._by_type: dict[str, list[FunctionValue]] | None = None

    def supplying(self, wanted: Symbol, path: str) -> tuple[FunctionValue, ...]:
        """Functions that may supply an object of a vendor's type to code in the file ``path``."""
        if self._by_type is None:
            files = tuple(self._files())
            if not files:
                return ()  # asked before it is known which files can reach AI
            self._by_type = {}
            for facts in files:
                for scope in facts.scopes if facts.row.accessors else ():
                    if scope.kind == "function" and scope.result is not None and _supplies(scope):
                        name = _type_name(scope.result)
                        self._by_type.setdefault(name, []).append(FunctionValue(facts, scope.index))
        tested = scope_of(path) == "test"
        found = self._by_type.get(wanted.names[-1] if wanted.names else "", [])
        near = (bean for bean in found if tested or scope_of(bean.facts.path) != "test")
        return tuple(bean for bean in near if self._reaches(path, bean.facts.path))[:_MAX_BEANS]


def _supplies(scope: Scope) -> bool:
    for decorator in scope.decorators:
        callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
        if isinstance(callee, (Name, Attribute)) and callee.name in _SUPPLIES:
            return True
    return False


def _type_name(expr: Expr) -> str:
    if isinstance(expr, Choice) and expr.options:
        expr = expr.options[0]
    return expr.name if isinstance(expr, (Name, Attribute)) else ""
