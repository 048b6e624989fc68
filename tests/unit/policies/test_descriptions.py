"""What a rule's description speaks of, the rule reads: found in its syntax tree and that of all that it calls.

That nothing which it reads is left unsaid is not for prose: docs/controls lists it, made from the same trees.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from aigov import pipeline, workbench
from aigov.policy.explained import Explained

HOUSE = Path(__file__).parents[3] / "examples" / "house-rules"

SPEAKS_OF = {
    r"owners?\b": r"declarations\.owners",
    r"approv(al|als|ed)\b": r"declarations\.(providers|models)",
    r"contact\b": r"declarations\.(system\.incident_contact|owners)",
    r"evaluat\w+": r"declarations\.evaluations",
    r"agreements?\b": r"declarations\.providers\[\]\.(agreement|dpa)",
    r"barred\b": r"declarations\.system\.restricted",
    r"statements?\b": r"declarations\..*expires",
    r"risk class\b": r"declarations\.system\.risk_class",
    r"data classes\b": r"flows\[\]\.classes|declarations\.system\.data_classes",
    r"regions?\b": r"endpoints\[\]\.region",
    r"endpoints?\b": r"providers\[\]\.endpoints",
    r"TLS\b": r"endpoints\[\]\.tls",
    r"licen[cs]es?\b": r"licenses",
    r"signals?\b": r"indicators",
    r"keys?\b": r"secrets",
    r"model files?\b": r"artifacts",
    r"data sets?\b": r"assets",
    r"tuning\b": r"assets",
    r"tools of each agent\b": r"tools|agents\[\]",
    r"an agent\b": r"agents",
    r"observers?\b": r"observers",
    r"retirement\b": r"\Alifecycle",
    r"fixed version\b": r"models\[\]\.pinned",
}
"""Words of a description, and the path of the input, or the name among the catalogue's facts, that they stand for."""


@cache
def explained() -> dict[str, Explained]:
    policies = pipeline.plan_policies(folders=(HOUSE,))
    pages = workbench.explain(policies, datetime(2026, 11, 23, tzinfo=UTC))
    return {f"{page.framework.id}/{page.control.slug}": page for page in pages if page.rule_file}


def claims(description: str) -> str:
    """What it says that the rule reads and a pass proves, without what a pass does not prove."""
    before, _, proof = description.partition("A pass proves ")
    return before + re.split(r"; |, (?=not )", proof, maxsplit=1)[0]


@pytest.mark.parametrize("name", sorted(explained()))
def test_a_rule_reads_what_its_description_speaks_of(name: str) -> None:
    page = explained()[name]
    assert page.reads
    read = (*page.reads.input, *page.reads.facts)
    for words, path in SPEAKS_OF.items():
        if found := re.search(rf"\b{words}", claims(page.description)):
            assert any(re.search(path, each) for each in read), f"speaks of {found[0]!r} and reads nothing of it"


def test_every_word_is_used_by_some_rule() -> None:
    said = [claims(page.description) for page in explained().values()]
    assert [words for words in SPEAKS_OF if not any(re.search(rf"\b{words}", each) for each in said)] == []
