# METADATA
# title: What was agreed holds against the provider's terms
# description: >-
#   Reads what the approval of each provider records (agreement, training, retention) against the provider's
#   standard terms as the catalogue knows them. Terms that train by default without an opt-out or a contract, a
#   retention shorter than the standard without a contract, and a data processing agreement where the provider
#   offers none fail. A pass proves that the record fits the known terms, or names the contract that departs from
#   them; not what the contract says.
package aigov.lib.checks.terms

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "unresolved"]

results contains answer if {
	some provider in bom.providers
	some answer in _about(provider, approval.current(approval.for_provider(provider)))
}

results contains unsure if some unsure in _open

results contains gate.none_found("provider") if {
	count(bom.providers) == 0
	count(_open) == 0
}

# Who gets the data, where the source does not tell.
_open := unresolved.results({"provider"}) | unresolved.answered_by_anyone

_about(provider, records) := {result.fail(
	provider.ref, "not-approved",
	sprintf("The provider %s has no approval in force that records what was agreed%s.", [
		bom.key(provider), approval.lapse_note(approval.for_provider(provider)),
	]),
	bom.evidence(provider.ref, provider), [approval.provider_wanted(provider, approval.for_provider(provider))],
)} if {
	count(records) == 0
} else := {result.fail(
	provider.ref, gap.code,
	sprintf("%s, by its terms of %s; the approval names no contract that says otherwise.", [
		gap.message, object.get(_terms(provider), "as_of", "an unknown day"),
	]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(records)),
	[sprintf("aigov.yaml: approvals.providers: {provider: %s, %s}", [bom.key(provider), gap.field])],
) |
	some gap in _gaps(provider, records[0].record)
} if {
	count(_gaps(provider, records[0].record)) > 0
} else := {_fitting(provider, records)}

_fitting(provider, records) := result.undetermined(
	provider.ref, "terms-unknown",
	sprintf("Whether %s trains on data by default, or how long it keeps it, is not known.", [bom.key(provider)]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(records)),
	[sprintf("aigov.yaml: approvals.providers: {provider: %s, agreement}", [bom.key(provider)])],
) if {
	not _known(provider)
	not _contract(records[0].record)
} else := result.pass(
	provider.ref, "fits-terms",
	sprintf("What was agreed with %s fits its terms, or a contract is named: %s.", [
		bom.key(provider), object.get(records[0].record, "agreement", "standard terms"),
	]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(records)),
)

_terms(provider) := object.get(facts.terms, bom.key(provider), {})

_known(provider) if {
	is_boolean(_terms(provider).trains_by_default)
	is_number(_terms(provider).default_retention_days)
}

_contract(record) if text.filled(object.get(record, "agreement", ""))

_gaps(provider, record) := {gap |
	not _contract(record)
	some gap in _departures(provider, record)
} | {gap | some gap in _impossible(provider, record)}

_departures(provider, record) := {{
	"code": "trains-by-default",
	"message": sprintf("The provider %s trains on data unless told otherwise", [bom.key(provider)]),
	"field": "training: opted-out, agreement",
} |
	_terms(provider).trains_by_default == true
	object.get(record, "training", "allowed") != "opted-out"
} | {{
	"code": "retention",
	"message": sprintf("The provider %s keeps data for %d days, not %d", [
		bom.key(provider), _terms(provider).default_retention_days, record.retention_days,
	]),
	"field": "agreement",
} |
	record.retention_days < _terms(provider).default_retention_days
}

_impossible(provider, record) := {{
	"code": "no-dpa-offered",
	"message": sprintf("The provider %s offers no data processing agreement", [bom.key(provider)]),
	"field": "agreement",
} |
	record.dpa
	_terms(provider).dpa_available == false
	not _contract(record)
}
