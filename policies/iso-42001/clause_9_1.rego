# METADATA
# title: Performance is watched, measured and evaluated
# description: >-
#   Reads the evaluations of each model version, and what records calls. A pass proves that a performance result is on
#   record for the version in use and that calls are recorded, or that somebody states it; not that results are acted
#   on.
# custom:
#   control: "9.1"
package aigov.iso_42001.rules.clause_9_1

import data.aigov.lib.checks.evaluations
import data.aigov.lib.checks.logging
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(evaluations.needs, logging.needs)

_found := evaluations.results("iso-42001", "9.1", "performance") | logging.results("iso-42001", "9.1")
