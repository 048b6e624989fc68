# METADATA
# title: Suppliers fit the approach to AI
# description: >-
#   Every provider in use is approved, and its agreement is on file, in an approval that is in force. A pass
#   proves that the records are there and current; not the due diligence behind them.
# custom:
#   control: A.10.3
package aigov.iso_42001.rules.a_10_3

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.supplier_records
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(approvals.needs, supplier_records.needs)

_found := approvals.providers | supplier_records.agreements
