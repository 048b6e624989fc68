# METADATA
# title: EU AI Act
# description: The results of every control that has a rule or a statement, by slug. The list of controls is data.
# scope: subpackages
# schemas:
#   - input: schema["policy-input.schema"]
package aigov.eu_ai_act

import data.aigov.lib.eu

# METADATA
# title: Report
# description: '{slug: results}, the one answer that engines ask for.'
# entrypoint: true
report[slug] := results if {
	some slug, control in data.aigov.eu_ai_act.controls
	control.rule == "own"
	results := data.aigov.eu_ai_act.rules[slug].results
}

report[slug] := results if {
	some slug, control in data.aigov.eu_ai_act.controls
	control.rule == "attested"
	results := eu.attested(control.id, object.get(_duties, slug, {}))
}

# Whom a stated duty binds, where that is not everybody: roles, and whether only high-risk systems.
_duties := {
	"art_9": {"roles": {"provider"}, "high_risk": true},
	"art_13": {"roles": {"provider"}, "high_risk": true},
	"art_26_7": {"roles": {"deployer"}, "high_risk": true},
}
