# METADATA
# title: The role for each system is settled
# description: >-
#   aigov.yaml declares the role for this system. A pass proves that a role is declared; which role is right is
#   a question of law.
# custom:
#   control: Art. 3
package aigov.eu_ai_act.rules.art_3

import data.aigov.lib.eu
import data.aigov.lib.result

results contains answer if some answer in eu.in_union([], {stated})

stated := result.pass(
	"system", "declared",
	sprintf("aigov.yaml declares the role %s.", [input.declarations.system.role]),
	[{"path": "/declarations/system/role"}],
) if {
	input.declarations.system.role
} else := result.undetermined(
	"system", "no-role",
	"aigov.yaml does not declare the role under the EU AI Act.",
	[], ["aigov.yaml: system.role"],
)
