# METADATA
# title: Reviews are planned, dated and kept
# description: >-
#   Each provider and model found bears a dated approval, whose end is the day of its next review; every dated statement
#   in aigov.yaml is in force, and the facts that aigov brings are young enough. A pass proves that each review date
#   lies ahead; not that the reviews are done well.
# custom:
#   control: GOVERN 1.5
package aigov.nist_ai_rmf.rules.govern_1_5

import data.aigov.lib.checks.reviewed
import data.aigov.lib.checks.statements
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(reviewed.needs, statements.needs)

_found := reviewed.results | statements.results
