# METADATA
# title: No statement has lapsed, and the facts are fresh
# description: >-
#   Reads who makes every statement in aigov.yaml and until when, and the day of the facts that aigov brings. What
#   nobody stands by fails, as what has lapsed does. A pass proves that each review date lies ahead; not that the
#   review was done well.
package aigov.lib.checks.statements

import data.aigov.lib.clock
import data.aigov.lib.facts
import data.aigov.lib.result
import data.aigov.lib.said
import data.aigov.lib.text

needs := ["context/evaluated_at_ns"]

# Facts on providers and models older than this are not relied on.
_facts_fresh_for_ns := 120 * clock.day_ns

# Every dated statement: where it stands in the input, whose it is, what people and what aigov.yaml call it.
_all_statements contains {
	"path": sprintf("/declarations/providers/%d", [i]),
	"name": sprintf("The approval of the provider %s by %s", [record.provider, record.approved_by]),
	"entry": sprintf("approvals.providers: {provider: %s}", [record.provider]),
	"record": record,
} if {
	some i, record in input.declarations.providers
}

_all_statements contains {
	"path": sprintf("/declarations/models/%d", [i]),
	"name": sprintf("The approval of the model %s by %s", [record.model, record.approved_by]),
	"entry": sprintf("approvals.models: {model: %s}", [record.model]),
	"record": record,
} if {
	some i, record in input.declarations.models
}

_all_statements contains {
	"path": sprintf("/declarations/attestations/%d", [i]),
	"name": sprintf("The statement on %s/%s by %s", [record.framework, record.control, record.by]),
	"entry": sprintf("attestations: {control: %s/%s}", [record.framework, record.control]),
	"record": record,
} if {
	some i, record in input.declarations.attestations
}

_all_statements contains {
	"path": sprintf("/declarations/evaluations/%d", [i]),
	"name": sprintf("The evaluation of the model %s by %s", [record.model, record.by]),
	"entry": sprintf("evaluations: {model: %s}", [record.model]),
	"record": record,
} if {
	some i, record in input.declarations.evaluations
}

_all_statements contains {
	"path": sprintf("/declarations/logs/%d", [i]),
	"name": sprintf("The retention of logs in %s by %s", [record.kept_in, record.by]),
	"entry": sprintf("logs: {kept_in: %s}", [record.kept_in]),
	"record": record,
} if {
	some i, record in input.declarations.logs
}

_all_statements contains {
	"path": sprintf("/declarations/licences/%d", [i]),
	"name": sprintf("The licence %s of %s by %s", [record.licence, concat(", ", record.covers), record.by]),
	"entry": sprintf("licences: {licence: %s}", [record.licence]),
	"record": record,
} if {
	some i, record in input.declarations.licences
}

_all_statements contains {
	"path": "/declarations/system/stated",
	"name": sprintf("What %s says of the system", [record.by]),
	"entry": "system.stated",
	"record": record,
} if {
	record := input.declarations.system.stated
}

_all_statements contains {
	"path": sprintf("/declarations/owners/%d/stated", [i]),
	"name": sprintf("What %s says of the owner %s", [record.by, owner.name]),
	"entry": sprintf("owners: {name: %s}", [owner.name]),
	"record": record,
} if {
	some i, owner in input.declarations.owners
	record := owner.stated
}

_all_statements contains {
	"path": "/declarations/system/risk_class",
	"name": sprintf("The risk class declared by %s", [record.by]),
	"entry": "system.risk_class",
	"record": record,
} if {
	record := input.declarations.system.risk_class
}

results contains result.pass(
	"system", "in-force",
	sprintf("Every dated statement of aigov.yaml is in force (%d); the next ends on %s.", [count(_all_statements), next]),
	[{"path": "/declarations"}],
) if {
	count(_all_statements) > 0
	every statement in _all_statements {
		clock.current(statement.record)
		_named(statement.record)
	}
	next := min({statement.record.expires | some statement in _all_statements})
}

results contains result.fail(
	"system", "lapsed",
	sprintf("%s %s.", [statement.name, clock.lapse(statement.record)]),
	[{"path": statement.path}], [sprintf("aigov.yaml: new on and expires for %s", [statement.entry])],
) if {
	some statement in _all_statements
	not clock.current(statement.record)
}

results contains result.fail(
	"system", "nameless",
	sprintf("aigov.yaml names nobody who stands by %s.", [statement.entry]),
	[{"path": statement.path}], [sprintf("aigov.yaml: %s for %s", [_name_field(statement.record), statement.entry])],
) if {
	some statement in _all_statements
	not _named(statement.record)
}

results contains result.fail(
	"system", "unsigned",
	sprintf("Nobody stands by what aigov.yaml says of the system (%s) until a day.", [concat(", ", sort(unsigned))]),
	[{"path": "/declarations/system"}], said.signature_wanted,
) if {
	not input.declarations.system.stated
	unsigned := object.keys(input.declarations.system) - {"name", "risk_class"}
	count(unsigned) > 0
}

results contains result.fail(
	"system", "unsigned",
	sprintf("Nobody stands by the owner %s until a day.", [owner.name]),
	[{"path": sprintf("/declarations/owners/%d", [i])}],
	[sprintf("aigov.yaml: owners: {name: %s, stated: {by, on, expires}}", [owner.name])],
) if {
	some i, owner in input.declarations.owners
	not owner.stated
}

results contains result.fail(
	"system", "no-statements",
	"aigov.yaml holds no dated statement, so no review is planned.",
	[], ["aigov.yaml: approvals and attestations, each with on and expires (`aigov init` drafts them)"],
) if {
	count(_all_statements) == 0
}

results contains result.undetermined(
	"system", "stale-facts",
	sprintf("aigov's facts on providers and models are of %s, older than 120 days.", [_facts_day]),
	[], ["a newer release of aigov"],
) if {
	not _facts_fresh
}

default _facts_day := "an unknown day"

_facts_day := facts.as_of

_facts_fresh if facts.as_of_ns + _facts_fresh_for_ns >= clock.now

_named(record) if text.filled(record[_name_field(record)])

# Where a statement says whose it is.
_name_field(record) := "approved_by" if {
	record.approved_by
} else := "by"
