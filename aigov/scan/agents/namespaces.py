"""Which qualified names a call of C# may mean: a ``using`` brings a namespace, and no name of it.

Only of the language's own namespaces, whose types are told one by one: that any name within a vendor's namespace is
the vendor's would make every helper of the file one.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.facts.engine import FileFacts

_IMPLICIT = ("System", "System.IO", "System.Net.Http", "System.Linq", "System.Threading.Tasks")
"""What a project imports by itself (https://learn.microsoft.com/dotnet/core/project-sdk/overview, "implicit using")."""


def qualified(facts: FileFacts, callee: str) -> Iterator[str]:
    """Names that ``callee`` may stand for: ``System.IO.File.Delete`` for ``File.Delete``; of other languages none."""
    if facts.row.family != "csharp" or not callee[:1].isalpha() or "(" in callee:
        return
    yield callee
    imported = (found.module for found in facts.imports if found.module.partition(".")[0] == "System")
    yield from (f"{namespace}.{callee}" for namespace in dict.fromkeys((*imported, *_IMPLICIT)))
