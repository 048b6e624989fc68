"""Who calls a name: in the files that reach AI, and in those further away that are read when it is asked for."""

from __future__ import annotations

import pytest

from aigov.scan.callers import Callers
from aigov.scan.facts.engine import FileFacts
from aigov.scan.files import Document
from aigov.scan.kinds import classify

NEAR = "def ask(x): ...\nask(1)\nitems.update(2)\n"


def known(far: dict[str, str], near: str = NEAR) -> tuple[Callers, list[str]]:
    """The callers of a tree, and the paths of what is read of ``far`` from then on."""
    read: list[str] = []

    def load(path: str) -> FileFacts | None:
        read.append(path)
        return FileFacts(path, "python", far[path].encode())

    documents = [
        Document(path=path, kind=classify(path), scope="app", data=text.encode(), size=len(text), candidate=False)
        for path, text in far.items()
    ]
    callers = Callers(load)
    callers.know([FileFacts("near.py", "python", near.encode())], documents)
    return callers, read


def places(callers: Callers, name: str) -> list[tuple[str, int]]:
    return [(facts.path, site.line) for facts, site in callers.named(name)]


def test_a_file_further_away_is_read_once_and_only_for_a_name_that_it_calls() -> None:
    callers, read = known({"a.py": "ask(3)\ntell(4)\n", "b.py": "task(5)\nask = 6\n", "c.py": "tell(7)\n"})
    assert places(callers, "ask") == [("near.py", 2), ("a.py", 1)]
    assert read == ["a.py"]
    assert places(callers, "tell") == [("a.py", 2), ("c.py", 1)]
    assert places(callers, "ask") == [("near.py", 2), ("a.py", 1)]
    assert read == ["a.py", "c.py"]
    assert [facts.path for facts in callers.joined] == read


def test_methods_of_collections_lead_nowhere_else() -> None:
    callers, read = known({"a.py": "held.update(1)\n"})
    assert places(callers, "update") == [("near.py", 3)]
    assert read == []


@pytest.mark.parametrize(("calls", "found"), [(400, 400), (401, 0)])
def test_a_name_that_is_called_everywhere_tells_nothing(calls: int, found: int) -> None:
    callers, _ = known({}, "ask()\n" * calls)
    assert len(callers.named("ask")) == found


def test_what_was_asked_before_the_files_were_known_is_answered_anew() -> None:
    callers = Callers(lambda _: None)
    assert callers.named("ask") == []
    callers.know([FileFacts("near.py", "python", NEAR.encode())], [])
    assert places(callers, "ask") == [("near.py", 2)]


def test_nothing_is_held_after_the_end() -> None:
    callers, _ = known({"a.py": "ask(3)\n"})
    callers.named("ask")
    callers.close()
    assert (callers.near, callers.joined, callers.named("ask")) == ([], [], [])
