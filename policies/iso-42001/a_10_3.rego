# METADATA
# title: Suppliers fit the approach to AI
# description: >-
#   Reads the approval and agreement of each provider, and the barred vendors of aigov.yaml. A pass proves that the
#   records are there and in force, and that no barred name or seat is in use; not the due diligence behind them.
# custom:
#   control: A.10.3
package aigov.iso_42001.rules.a_10_3

import data.aigov.lib.checks.approvals
import data.aigov.lib.checks.supplier_records
import data.aigov.lib.checks.vendors
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(array.concat(approvals.needs, supplier_records.needs), vendors.needs)

_found := union({approvals.providers, supplier_records.agreements, vendors.results})
