# METADATA
# title: No statement has lapsed, and the facts are fresh
# description: >-
#   Reads the days of every statement in aigov.yaml, and the day of the facts that aigov brings. A pass proves that
#   each review date lies ahead; not that the review was done well.
package aigov.lib.checks.statements

import data.aigov.lib.clock
import data.aigov.lib.facts
import data.aigov.lib.result
import data.aigov.lib.text

needs := ["context/evaluated_at_ns"]

# Facts on providers and models older than this are not relied on.
facts_fresh_for_ns := 120 * clock.day_ns

all_statements contains {"path": sprintf("/declarations/providers/%d", [i]), "name": name, "record": record} if {
	some i, record in input.declarations.providers
	name := sprintf("the approval of provider %s", [record.provider])
}

all_statements contains {"path": sprintf("/declarations/models/%d", [i]), "name": name, "record": record} if {
	some i, record in input.declarations.models
	name := sprintf("the approval of model %s", [record.model])
}

all_statements contains {"path": sprintf("/declarations/attestations/%d", [i]), "name": name, "record": record} if {
	some i, record in input.declarations.attestations
	name := sprintf("the attestation of %s/%s", [record.framework, record.control])
}

all_statements contains {"path": "/declarations/system/risk_class", "name": "the risk class", "record": record} if {
	record := input.declarations.system.risk_class
}

results contains result.pass(
	"system", "in-force",
	sprintf("%s of aigov.yaml in force; the next ends on %s.", [text.counted(count(all_statements), "statement"), next]),
	[{"path": "/declarations"}],
) if {
	count(all_statements) > 0
	every statement in all_statements {
		clock.current(statement.record)
	}
	next := min({statement.record.expires | some statement in all_statements})
}

results contains result.fail(
	"system", "lapsed",
	sprintf("%s, by %s, %s.", [statement.name, person(statement.record), clock.lapse(statement.record)]),
	[{"path": statement.path}], [sprintf("aigov.yaml: renew %s", [statement.name])],
) if {
	some statement in all_statements
	not clock.current(statement.record)
}

results contains result.fail(
	"system", "no-statements",
	"aigov.yaml holds no dated statement, so no review is planned.",
	[], ["aigov.yaml: approvals and attestations, with on and expires"],
) if {
	count(all_statements) == 0
}

results contains result.undetermined(
	"system", "stale-facts",
	sprintf("aigov's facts on providers and models are of %s, older than 120 days.", [facts_day]),
	[], ["a newer release of aigov"],
) if {
	not facts_fresh
}

default facts_day := "an unknown day"

facts_day := facts.as_of

facts_fresh if facts.as_of_ns + facts_fresh_for_ns >= clock.now

person(record) := object.get(record, "approved_by", object.get(record, "by", "nobody"))
