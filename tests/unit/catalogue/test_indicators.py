"""Indicators ask for intent: they fire on prompts that judge people, and stay silent on ordinary ones."""

import re
import tomllib
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.resources import catalogue_dir
from aigov.schema import violations

_FIXTURE = tomllib.loads((Path(__file__).parent / "fixtures" / "indicators.toml").read_text())
_POSITIVE = [(id, prompt) for id, prompts in _FIXTURE["fires"].items() for prompt in prompts]


def fired(text: str) -> set[str]:
    """Ids of the indicators whose prompt words are in the text."""
    return {entry.id for entry, _ in load_catalogue().prompt_indicators(text)}


@pytest.mark.parametrize(("id", "prompt"), _POSITIVE)
def test_a_prompt_that_asks_for_the_practice_fires(id: str, prompt: str) -> None:
    assert id in fired(prompt)


@pytest.mark.parametrize("prompt", _FIXTURE["silent"]["prompts"])
def test_an_ordinary_prompt_is_silent(prompt: str) -> None:
    assert fired(prompt) == set()


def test_the_quick_search_finds_what_the_regexes_find() -> None:
    indicators = load_catalogue().indicators.values()
    for text in [prompt for _, prompt in _POSITIVE] + _FIXTURE["silent"]["prompts"]:
        slow = {i.id for i in indicators if any(re.search(term, text, re.IGNORECASE) for term in i.prompt_terms)}
        assert fired(text) == slow, text


def test_a_match_says_which_words_fired() -> None:
    ((entry, match),) = load_catalogue().prompt_indicators("Hello.\nPlease score each applicant from 1 to 10.")
    assert entry.id == "recruitment"
    assert match[0] == "score each applicant"


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("recruitment", "shortlist_candidates"),
        ("recruitment", "screenResumes"),
        ("credit-scoring", "credit_score"),
        ("emotion-recognition", "detect_emotion"),
        ("education-assessment", "grade_essay"),
        ("remote-biometric-identification", "face_recognition"),
        ("social-scoring", "compute_social_score"),
        ("exam-proctoring", "proctoring"),
    ],
)
def test_a_telling_name_fires(id: str, name: str) -> None:
    terms = load_catalogue().indicators[id].name_terms
    assert any(re.search(term, name, re.IGNORECASE) for term in terms)


@pytest.mark.parametrize(
    "name",
    [
        "score_documents",
        "credit_card",
        "resume_download",
        "grade",
        "rank_results",
        "candidate_tokens",
        "evaluate",
        "face",
        "detect_language",
        "student",
        "visa_card",
        "train_test_split",
        "monitor_jobs",
        "filter_candidates_by_prefix",
        "rank_candidates",
        "resumeJob",
    ],
)
def test_an_ordinary_name_is_silent(name: str) -> None:
    loud = [
        (indicator.id, term)
        for indicator in load_catalogue().indicators.values()
        for term in indicator.name_terms
        if re.search(term, name, re.IGNORECASE)
    ]
    assert loud == []


def test_the_file_is_valid_and_its_regexes_compile() -> None:
    document = tomllib.loads((catalogue_dir() / "indicators.toml").read_text())
    assert violations("indicators", document) == []
    for indicator in load_catalogue().indicators.values():
        for term in (*indicator.prompt_terms, *indicator.name_terms):
            re.compile(term, re.IGNORECASE)


def test_each_call_belongs_to_an_entry_whose_import_would_be_found() -> None:
    catalogue = load_catalogue()
    unknown = [
        call
        for indicator in catalogue.indicators.values()
        for call in indicator.calls
        if not call.startswith(".")
        and not catalogue.imports("javascript" if call.startswith("@") else "python", _module(call), _name(call))
    ]
    assert unknown == []


def _module(call: str) -> str:
    return call.rpartition(".")[0] if call.startswith("@") else call.split(".")[0]


def _name(call: str) -> str | None:
    return call.split(".")[1] if not call.startswith("@") else None
