# METADATA
# title: Suppliers' papers are on file
# description: >-
#   Reads the agreement and the documentation named in each provider's approval. A pass proves that a place is named,
#   not what the paper says.
package aigov.lib.checks.supplier_records

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "providers", "unresolved"]

# METADATA
# description: Answers on the contract or terms that were accepted.
agreements contains answer if some answer in _recorded("agreement", "agreement")

# METADATA
# description: Answers on the provider's technical documentation.
documentation contains answer if some answer in _recorded("documentation", "technical documentation")

_recorded(field, name) := {gate.none_found("provider")} if {
	count(bom.providers) == 0
	count(_open) == 0
} else := {_filed(provider, field, name) | some provider in bom.providers} | _open

# Who the supplier is, where the source does not tell.
_open := unresolved.results({"provider"}) | unresolved.answered_by_anyone

_filed(provider, field, name) := result.pass(
	provider.ref, "on-file",
	sprintf("The %s of the provider %s is on file: %s.", [name, bom.key(provider), records[0].record[field]]),
	approval.evidence(records),
) if {
	records := _holding(provider, field)
	count(records) > 0
} else := result.fail(
	provider.ref, "not-on-file",
	sprintf("The provider %s has no approval in force that names its %s%s.", [
		bom.key(provider), name, approval.lapse_note(approval.for_provider(provider)),
	]),
	array.concat(bom.evidence(provider.ref, provider), approval.evidence(approval.for_provider(provider))),
	[sprintf("aigov.yaml: approvals.providers: {provider: %s, %s}", [bom.key(provider), field])],
)

_holding(provider, field) := [item |
	some item in approval.current(approval.for_provider(provider))
	text.filled(object.get(item.record, field, ""))
]
