# METADATA
# title: Documents are under control
# description: >-
#   The AI-BOM belongs to one commit, every dated statement in aigov.yaml is in force, and the facts that aigov brings
#   are young enough. A pass proves that the version of the AI-BOM can be told and that no record in use has lapsed;
#   not how records are handed out or kept.
# custom:
#   control: "7.5.3"
package aigov.iso_42001.rules.clause_7_5_3

import data.aigov.lib.checks.inventory
import data.aigov.lib.checks.statements
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(inventory.needs, statements.needs)

_found := inventory.versioned | statements.results
