"""Parts cut out of an AI-BOM of aigov are missed; of other tools' documents nothing of the kind is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigov.errors import UsageError

Bom = dict[str, Any]
Build = Callable[..., dict[str, Any]]
Prop = Callable[[str, Any], dict[str, str]]
Cover = Callable[..., dict[str, Any]]


@pytest.fixture
def whole(bom: Bom) -> Bom:
    """With the dependencies of its parts."""
    services = [part["bom-ref"] for part in bom["services"]]
    bom["dependencies"] = [
        {"ref": "app:desk", "dependsOn": [part["bom-ref"] for part in bom["components"]] + services},
        *({"ref": ref} for ref in services),
    ]
    return bom


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (lambda bom: bom["services"].pop(0), "which is not in it"),
        (lambda bom: bom.pop("services"), "which is not in it"),
        (lambda bom: bom["components"].pop(), "which is not in it"),
        (lambda bom: bom["services"][0].pop("properties"), "does not say its scope"),
        (lambda bom: bom["metadata"]["properties"].pop(), "gaps and of being complete does not agree"),
    ],
)
def test_what_is_cut_out_of_an_own_bom_does_not_read_as_not_found(
    cut: Any, said: str, whole: Bom, build: Build
) -> None:
    build(whole)
    cut(whole)
    with pytest.raises(UsageError, match="is not as aigov wrote it") as caught:
        build(whole)
    assert said in str(caught.value)


@pytest.mark.parametrize("left", [0, 2])
def test_findings_that_are_cut_out_are_missed(left: int, bom: Bom, build: Build, prop: Prop) -> None:
    bom["metadata"]["properties"].append(prop("aigov:findings", "3"))
    build(bom)
    subject = bom["metadata"]["component"]
    subject["properties"] = subject["properties"][:left]
    with pytest.raises(UsageError, match="does not hold as many findings as it says"):
        build(bom)


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ([{"reason": "too-large", "files": 2, "suspects": 1}], "files seen, scanned and left do not add up"),
        ([{"reason": "too-large", "files": 1, "suspects": 0}], "unread files that name AI do not add up"),
    ],
)
def test_an_account_of_the_files_that_does_not_add_up_is_refused(
    gaps: list[dict[str, Any]], said: str, bom: Bom, build: Build, prop: Prop, with_coverage: Cover
) -> None:
    bom = with_coverage(bom, gap=None)
    bom["metadata"]["properties"] += [prop("aigov:coverage:gap", gap) for gap in gaps]
    with pytest.raises(UsageError, match=said):
        build(bom)


def test_files_that_were_left_for_good_count_too(bom: Bom, build: Build, prop: Prop, with_coverage: Cover) -> None:
    bom = with_coverage(bom, **{"files-seen": "12"})
    bom["metadata"]["properties"] += [
        prop("aigov:coverage:skipped", {"reason": "binary", "files": 2}),
        prop("aigov:coverage:gap", {"reason": "parse-error", "language": "python", "files": 3}),
    ]
    assert build(bom)["coverage"]["files_seen"] == 12


def test_a_bom_by_another_tool_may_refer_to_what_it_does_not_hold(build: Build) -> None:
    bom = {
        "specVersion": "1.6",
        "dependencies": [{"ref": "a", "dependsOn": ["b"]}],
        "services": [{"name": "x", "bom-ref": "service:x"}],
    }
    assert build(bom)["providers"][0]["ref"] == "service:x"
