# METADATA
# title: Ways of responsible use are laid down
# description: >-
#   Every provider and model in the AI-BOM is on the register of approvals, and data reaches each provider only
#   in classes that its approval allows. A pass proves that the register covers what the code uses; not what
#   staff use elsewhere.
# custom:
#   control: A.9.2
package aigov.iso_42001.rules.a_9_2

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.data_classes
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, data_classes.needs)

_found := union({approvals.providers, approvals.models, data_classes.results})
