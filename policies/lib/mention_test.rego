package aigov_test.lib.mention

import data.aigov.lib.mention
import data.aigov.lib.result

failure := result.fail("model:a/b", "alias", "It fails.", [], ["a remedy"])

test_a_mention_is_undetermined_and_keeps_code_and_remedy if {
	judged := mention.judge({"mention": true}, failure)
	judged.status == "undetermined"
	judged.message == "It fails. It is only named: no call is seen to take it."
	judged.code == "alias"
	judged.missing == ["a remedy"]
}

test_what_is_called_or_not_said_fails if {
	mention.judge({}, failure) == failure
	mention.judge({"mention": false}, failure) == failure
}
