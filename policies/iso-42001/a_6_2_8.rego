# METADATA
# title: Events are logged
# description: >-
#   Reads which calls an observer records, or the statement on event logs. None seen is undetermined: logs may be kept
#   elsewhere. A pass proves that recording is switched on in the code for each call that was seen, or that somebody
#   states how it is done; not that logs are kept.
# custom:
#   control: A.6.2.8
package aigov.iso_42001.rules.a_6_2_8

import data.aigov.lib.checks.logging
import data.aigov.lib.gate

results contains answer if some answer in gate.over_ai_use(logging.needs, logging.results("iso-42001", "A.6.2.8"))
