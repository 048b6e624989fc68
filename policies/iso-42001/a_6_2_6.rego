# METADATA
# title: Running systems are operated and monitored
# description: >-
#   Fails on a model whose retirement date is past on its platform by every trusted source. Disputed, weak or
#   stale dates are undetermined; a model without a known date is outside the check. A pass proves that the
#   known date lies ahead, not that the platform is up.
# custom:
#   control: A.6.2.6
package aigov.iso_42001.rules.a_6_2_6

import data.aigov.lib.checks.lifecycle
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(lifecycle.needs, lifecycle.results)
