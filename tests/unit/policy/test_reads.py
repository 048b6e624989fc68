"""Which parts of the input a rule reads, found without running it."""

from __future__ import annotations

import pytest

from aigov.policy.reads import Reads, find_reads

HEAD = "package a.rules.r\n\nimport data.a.lib\n\n"
LIB = """\
package a.lib

models contains item if {
	some item in input.models
	item.scope == "app"
}

name(item) := object.get(item, "slug", item.name)

absent(needs) := [need | some need in needs; object.get(input, split(need, "/"), null) == null]

parts := {{"item": server, "kind": "mcp"} | some server in input.mcp_servers}

owners := {[i, owner] | some i, owner in input.declarations.owners}

loop(x) := loop(x)
"""


def reads(rule: str) -> Reads:
    return find_reads([("r.rego", HEAD + rule), ("lib.rego", LIB)], ("a", "rules", "r"), "results")


@pytest.mark.parametrize(
    ("rule", "paths"),
    [
        ("results := input.coverage.known", ["coverage.known"]),
        ('results := input["coverage"]["known"]', ["coverage.known"]),
        ("results contains m.pinned if some m in lib.models", ["models[].pinned", "models[].scope"]),
        (
            "results contains lib.name(p) if some p in input.providers",
            ["providers[].name", "providers[].slug"],
        ),
        ('results := lib.absent(["bom/commit", "flows"])', ["bom.commit", "flows"]),
        ("results contains p.item.url if some p in lib.parts", ["mcp_servers[].url"]),
        ("results contains o.contact if some [_, o] in lib.owners", ["declarations.owners[].contact"]),
        ("results if every m in input.models { m.id }", ["models[].id"]),
        ("results if not input.models[0].version", ["models[].version"]),
        ("results := {m.id: m.ref | some m in input.models}", ["models[].ref"]),
        ("results := x if { x := [f.classes | some f in input.flows] }", ["flows[].classes"]),
        ("results := input.nothing_of_the_kind", []),
        ("results := lib.loop(input.ai_use)", ["ai_use"]),
        ("results := 1 if { 1 == 1 } else := input.ai_use", ["ai_use"]),
        ("default results := 3\n\nresults := input.ai_use", ["ai_use"]),
    ],
)
def test_paths_are_followed(rule: str, paths: list[str]) -> None:
    assert list(reads(rule).input) == paths


def test_facts_of_the_catalogue_are_told_apart() -> None:
    rule = "package aigov.x.rules.r\n\nimport data.aigov.lib.facts\n\nresults := facts.terms[input.bom.commit]\n"
    assert find_reads([("r.rego", rule)], ("aigov", "x", "rules", "r"), "results") == Reads(
        input=("bom.commit",), facts=("terms",)
    )
