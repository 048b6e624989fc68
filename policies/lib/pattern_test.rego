package aigov_test.lib.pattern

import data.aigov.lib.pattern

test_matches if {
	every pair in [
		["gpt-4o", "gpt-4o"], ["*", "anything"], ["gpt-4o*", "gpt-4o-2024-08-06"], ["*-latest", "claude-latest"],
		["gpt-*-mini", "gpt-4o-mini"], ["*4o*", "gpt-4o-mini"], ["a*b*c", "abc"], ["a*b*c", "a1b2c"],
	] {
		pattern.matches(pair[0], pair[1])
	}
}

test_no_other_matches if {
	every pair in [
		["gpt-4o", "gpt-4o-mini"], ["gpt-4o*", "xgpt-4o"], ["", "gpt"], ["ab*ba", "aba"], ["a*b*c", "acb"],
		["*4o*", "gpt-35"], ["a*b*c*", "abc"], ["gpt-4?", "gpt-4o"], ["[a-z]*", "gpt"], ["ab*b*ba", "abba"],
		["gpt-*-mini", "gpt-4o"], ["gpt-*-mini", "gpt-4o-mini-x"],
		["a*b*c", "xbc"], ["a*b*c", "xabc"], ["a*b*c", "abx"], ["ab*b*", "xxab"], ["*a*bc", "bca"], ["ab**ba", "aba"],
	] {
		not pattern.matches(pair[0], pair[1])
	}
}
