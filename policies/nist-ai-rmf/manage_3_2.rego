# METADATA
# title: Pre-trained models are monitored and maintained
# description: >-
#   Every model id names a fixed version that its platform still serves, as far as dates are known. A pass
#   proves what the source says; a setting can replace a default at run time, and the message then says so.
# custom:
#   control: MANAGE 3.2
package aigov.nist_ai_rmf.rules.manage_3_2

import data.aigov.lib.checks.lifecycle
import data.aigov.lib.checks.pinned
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(lifecycle.needs, pinned.needs)

_found := pinned.results | lifecycle.results
