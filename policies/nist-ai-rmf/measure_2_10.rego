# METADATA
# title: Privacy risk is examined
# description: >-
#   Data reaches each provider only in classes that its approval allows; personal and special-category data
#   only with a data processing agreement, a retention and no training. A pass proves this for the classes that
#   names and fields give away.
# custom:
#   control: MEASURE 2.10
package aigov.nist_ai_rmf.rules.measure_2_10

import data.aigov.lib.checks.data_classes
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(data_classes.needs, data_classes.results)
