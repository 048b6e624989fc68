# METADATA
# title: Third-party AI is used under a policy
# description: >-
#   Reads the approvals and the barred vendors of aigov.yaml against every provider, model and library. One without
#   an approval, or from a barred vendor, fails. A pass proves that the register covers what the code uses and that
#   no barred name or seat is among it; not the due diligence behind it.
# custom:
#   control: GOVERN 6.1
package aigov.nist_ai_rmf.rules.govern_6_1

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.vendors
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, vendors.needs)

_found := union({approvals.providers, approvals.models, vendors.results})
