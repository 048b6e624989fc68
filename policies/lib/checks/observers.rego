# METADATA
# title: Copies of prompts go only where approved
# description: >-
#   Reads where observability copies prompts, and the approval of whoever gets them, by the catalogue id of the
#   observer. A copy that leaves the own network without an approval in force that allows its classes fails. A pass
#   proves the approval of all that is sent, that the copies stay in the own network, or that text is left out; not what
#   the observer does with them.
package aigov.lib.checks.observers

import data.aigov.lib.approval
import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "observers", "flows"]

results contains answer if {
	some item in bom.observers
	answer := _judged(item)
}

results contains gate.none_found("observer that copies prompts") if count(bom.observers) == 0

_ref(item) := bom.service_ref(item.slug)

# Classes in the copies themselves, and in the calls that are copied.
_classes(item) := {class |
	some flow in bom.flows
	flow.provider in ({item.slug} | {slug | some slug in item.providers})
	some class in flow.classes
}

# Why data in these calls could not be told; what is not known may be more than is approved.
_untold(item) := {flow.unresolved |
	some flow in bom.flows
	flow.provider in ({item.slug} | {slug | some slug in item.providers})
	flow.unresolved
} | {flow.partial |
	not _allows_all(item)
	some flow in bom.flows
	flow.provider in ({item.slug} | {slug | some slug in item.providers})
	flow.partial
}

_allows_all(item) if {
	some found in _allowing(item)
	count(bom.any_class - {class | some class in found.record.data_classes}) == 0
}

_allowing(item) := [found |
	some found in approval.current(approval.for_provider({"slug": item.slug, "name": item.slug}))
	count(_classes(item) - {class | some class in found.record.data_classes}) == 0
]

_judged(item) := result.pass(
	_ref(item), "no-text",
	sprintf("%s is switched on without the text of prompts.", [item.slug]),
	bom.evidence(_ref(item), item),
) if {
	item.content == "off"
} else := result.pass(
	_ref(item), "own-network",
	sprintf("Copies of prompts for %s stay in the own network: %s.", [item.slug, url]),
	bom.evidence(_ref(item), item),
) if {
	item.exposure in {"private", "loopback"}
	url := item.url # where a value is missing in the head of one branch, engines differ on the next
} else := result.pass(
	_ref(item), "approved",
	sprintf("Copies of prompts go to %s, as %s approved until %s.", [
		item.slug, first.record.approved_by, first.record.expires,
	]),
	array.concat(bom.evidence(_ref(item), item), approval.evidence(_allowing(item))),
) if {
	count(_untold(item)) == 0
	first := _allowing(item)[0]
} else := _unapproved(item)

_unapproved(item) := result.undetermined(
	_ref(item), "content-unknown",
	sprintf("Whether the text of prompts goes to %s cannot be told.", [item.slug]),
	bom.evidence(_ref(item), item), _wanted(item),
) if {
	item.content == "unresolved"
} else := result.undetermined(
	_ref(item), "data-unresolved",
	sprintf("What the prompts hold that are copied to %s cannot be told: %s.", [
		item.slug, concat("; ", sort(_untold(item))),
	]),
	bom.evidence(_ref(item), item), ["in the source names that tell what is sent"],
) if {
	count(_allowing(item)) > 0
} else := result.fail(
	_ref(item), "copied",
	sprintf("Prompts are copied to %s, and no approval in force allows it.", [item.slug]),
	bom.evidence(_ref(item), item), _wanted(item),
)

_wanted(item) := [sprintf(
	"aigov.yaml: approvals.providers: {provider: %s, approved_by, on, expires, %s}",
	[item.slug, approval.classes_wanted(_classes(item))],
)]
