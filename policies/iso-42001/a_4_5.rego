# METADATA
# title: Systems and computing are documented
# description: >-
#   Every endpoint is in a region that aigov.yaml declares, and reached over TLS. A pass proves the address in
#   the source; not where the provider processes data behind it.
# custom:
#   control: A.4.5
package aigov.iso_42001.rules.a_4_5

import data.aigov.lib.checks.endpoints
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(endpoints.needs, _found)

_found := endpoints.regions | endpoints.transport
