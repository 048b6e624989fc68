# METADATA
# title: A general-purpose model is not turned to a high-risk purpose unawares
# description: >-
#   A call to a general-purpose model in a system with signals of an Annex III area may make its deployer a provider
#   (Art. 25(1)(c)). Such a signal asks for a statement. A pass proves that somebody stands by one, not that it holds.
package aigov.lib.checks.repurposed

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.checks.indicators
import data.aigov.lib.gate
import data.aigov.lib.result

needs := ["context/evaluated_at_ns", "system/ref", "indicators", "providers", "models", "unresolved"]

_control := "Art. 25(1)(c)"

_statements := attestation.about("eu-ai-act", _control)

_signals := indicators.found("Annex III")

# Models, who serves them, and whatever stands for one that the source does not name.
_general_purpose := ((bom.models | bom.onward) | {item |
	some item in bom.unresolved
	item.what in {"model", "provider"}
}) | {provider |
	some provider in bom.providers
	provider.kind in {"provider", "model-host"}
}

# METADATA
# description: The statement on it, or what asks for one.
# scope: document
results := attestation.results("eu-ai-act", _control) if {
	count(attestation.current(_statements)) > 0
} else := {gate.none_found("general-purpose model")} if {
	count(_general_purpose) == 0
} else := {result.undetermined(
	"system", "not-looked-for",
	"aigov knows no sign of an Annex III area, so it cannot have looked for one.",
	[], [_wanted],
)} if {
	count(indicators.touching("Annex III")) == 0
} else := {gate.none_found("sign of an Annex III area")} if {
	count(_signals) == 0
} else := {indicators.unexplained(item, _message(item), [], [_wanted]) | some item in _signals}

_wanted := attestation.wanted("eu-ai-act", _control)

_message(item) := sprintf(
	"%s points to a high-risk purpose of a general-purpose model, and no statement in force explains it%s.",
	[indicators.described(item), attestation.lapse_note(_statements)],
)
