# METADATA
# title: AI is taken out of service in an orderly way
# description: >-
#   Fails on a model whose retirement date is past on its platform by every trusted source. Disputed, weak or
#   stale dates are undetermined; a model without a known date is outside the check. A pass proves that the
#   known date lies ahead, not that the platform is up.
# custom:
#   control: GOVERN 1.7
package aigov.nist_ai_rmf.rules.govern_1_7

import data.aigov.lib.checks.lifecycle
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(lifecycle.needs, lifecycle.results)
