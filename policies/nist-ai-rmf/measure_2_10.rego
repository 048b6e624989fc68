# METADATA
# title: Privacy risk is examined
# description: >-
#   Reads the classes of data that reach each provider against its approval, what was agreed against the provider's
#   standard terms, and the copies of prompts that observability makes. Personal and special-category data need an
#   agreement, a retention and no training. A pass proves this for the classes that names and fields give away; not
#   for data that hides behind neutral names.
# custom:
#   control: MEASURE 2.10
package aigov.nist_ai_rmf.rules.measure_2_10

import data.aigov.lib.checks.data_classes
import data.aigov.lib.checks.observers
import data.aigov.lib.checks.terms
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(_needs, _found)

_found := union({data_classes.results, terms.results, observers.results})

_needs := array.concat(data_classes.needs, array.concat(terms.needs, observers.needs))
