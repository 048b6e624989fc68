# METADATA
# title: The tasks and methods of the AI are defined
# description: >-
#   Reads the model id and the provider of each use. One that the source does not name is undetermined. A pass proves
#   that each model in use is known by id and provider; the task that it serves is not read.
# custom:
#   control: MAP 2.1
package aigov.nist_ai_rmf.rules.map_2_1

import data.aigov.lib.checks.identified
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(identified.needs, identified.results)
