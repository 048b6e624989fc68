"""docs/reading.md lists what the scanner reads, and what it does not: each kind of file, each language."""

from __future__ import annotations

import re
from pathlib import Path

from aigov.scan.facts.languages import LANGUAGES
from aigov.scan.facts.manifests.inline import kinds
from aigov.scan.facts.manifests.readers import READERS
from aigov.scan.kinds import kind_table

PAGE = Path(__file__).parent.parent / "docs" / "reading.md"


def test_every_reader_and_language_is_listed() -> None:
    read, _, unread = PAGE.read_text("utf-8").partition("Not read, a visible gap:")
    gaps, _, rest = unread.partition("\n\n")
    listed = set(re.findall(r"`([^`\n]+)`", read + rest))
    assert {reader.kind for reader in READERS} <= listed
    assert LANGUAGES.keys() <= listed
    unsupported = {kind.name for kind in kind_table().by_extension.values() if kind.role == "unsupported-language"}
    assert unsupported <= set(re.findall(r"`([^`\n]+)`", gaps))


def test_what_names_dependencies_of_its_own_is_a_kind_of_file() -> None:
    table = kind_table()
    assert kinds() <= {kind.name for kind in (*table.by_extension.values(), *table.by_name.values())}
