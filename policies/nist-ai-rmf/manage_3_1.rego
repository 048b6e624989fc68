# METADATA
# title: Third-party resources are monitored and controlled
# description: >-
#   Every provider in use is approved, and its agreement and documentation are on file. A pass proves that a
#   place is named for each; not what the papers say.
# custom:
#   control: MANAGE 3.1
package aigov.nist_ai_rmf.rules.manage_3_1

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.supplier_records
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, supplier_records.needs)

_found := union({approvals.providers, supplier_records.agreements, supplier_records.documentation})
