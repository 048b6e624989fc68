# METADATA
# title: Pre-trained models are under control
# description: >-
#   Every model id in the AI-BOM names a fixed version.
# custom:
#   control: MANAGE 3.2
package aigov.nist_ai_rmf.rules.manage_3_2

import data.aigov.lib.checks.pinned
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(pinned.needs, pinned.results)
