# METADATA
# title: Duties are shared out along the chain
# description: >-
#   Reads the agreement of each provider, and what its approval records of training, retention and data processing
#   against the standard terms known of it. A pass proves that an agreement is named and that the record fits the
#   terms or the contract; not how duties are shared in it.
# custom:
#   control: A.10.2
package aigov.iso_42001.rules.a_10_2

import data.aigov.lib.checks.supplier_records
import data.aigov.lib.checks.terms
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_needs := array.concat(supplier_records.needs, terms.needs)

_found := supplier_records.agreements | terms.results
