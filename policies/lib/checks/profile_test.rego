package aigov_test.lib.checks.profile

import data.aigov.lib.checks.profile
import data.aigov.lib.gate
import data.aigov_test.testing

test_pass_on_purpose_and_users if {
	found := profile.results with input as testing.desk
	testing.answers(found) == {["pass", "system", "purpose"], ["pass", "system", "users"]}
}

test_fail_on_what_nobody_stands_by if {
	stated := object.union(testing.stated, testing.lapsed)
	lapsed := testing.altered(testing.desk, [["declarations/system/stated", stated]])
	every document in [lapsed, testing.lacking("declarations/system/stated")] {
		found := profile.results with input as document
		testing.answers(found) == {["fail", "system", "no-purpose"], ["fail", "system", "no-users"]}
	}
	over := profile.results with input as lapsed
	{[answer.message, answer.missing] | some answer in over} == {
		[
			"aigov.yaml does not say what desk is for (what Jo Keller says of it was valid until 2026-09-30).",
			["aigov.yaml: new on and expires for system.stated"],
		],
		[
			"aigov.yaml does not say who uses desk (what Jo Keller says of it was valid until 2026-09-30).",
			["aigov.yaml: new on and expires for system.stated"],
		],
	}
}

test_what_is_said_is_told_with_who_says_it if {
	found := profile.results with input as testing.desk
	{answer.message | some answer in found} == {
		"desk is for: Drafts answers to tickets. (Jo Keller until 2026-12-31)",
		"Used by support staff (Jo Keller until 2026-12-31).",
	}
	some answer in found
	answer.evidence == [{"path": "/declarations/system/purpose"}, {"path": "/declarations/system/stated"}]
}

gated contains answer if some answer in gate.over_ai_use(profile.needs, profile.results)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "system/name"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_fail_without_a_purpose if {
	every blank in ["", " "] {
		empty := profile.results with input as testing.having("declarations/system/purpose", blank)
		testing.answers(empty) == {["fail", "system", "no-purpose"], ["pass", "system", "users"]}
	}
	silent := profile.results with input as testing.lacking("declarations/system/purpose")
	testing.answers(silent) == {["fail", "system", "no-purpose"], ["pass", "system", "users"]}
}

test_fail_without_users if {
	every blank in [[], ["", " "]] {
		empty := profile.results with input as testing.having("declarations/system/users", blank)
		testing.answers(empty) == {["pass", "system", "purpose"], ["fail", "system", "no-users"]}
	}
	silent := profile.results with input as testing.lacking("declarations/system/users")
	testing.answers(silent) == {["pass", "system", "purpose"], ["fail", "system", "no-users"]}
}
