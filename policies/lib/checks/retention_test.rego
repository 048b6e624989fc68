package aigov_test.lib.checks.retention

import data.aigov.lib.checks.retention
import data.aigov.lib.gate
import data.aigov_test.testing

judged contains answer if {
	some answer in retention.results("eu-ai-act", "Art. 19", 184) with data.aigov.lib.facts as testing.facts
}

kept(pairs) := answers if answers := judged with input as testing.altered(testing.desk, pairs)

having(changes) := kept([["declarations/logs", [object.union(testing.logs, changes)]]])

message(answers) := concat("; ", {answer.message | some answer in answers})

test_pass_with_the_place_and_the_days if {
	answers := kept([])
	testing.answers(answers) == {["pass", "service:openai", "kept"]}
	message(answers) == concat(" ", [
		"Records of the calls to openai are kept in langfuse for 400 days,",
		"as Jo Keller states until 2026-12-31.",
	])
	some answer in answers
	answer.evidence[0].path == "/declarations/logs/0"
	answer.evidence[1].file == "desk/answer.py"
}

test_as_many_days_as_asked_for_are_enough if {
	testing.statuses(having({"retention_days": 184})) == {"pass"}
	testing.answers(having({"retention_days": 183})) == {["fail", "service:openai", "too-short"]}
}

test_the_shortest_of_several_decides if {
	short := object.union(testing.logs, {"kept_in": "the log server", "retention_days": 30})
	answers := kept([["declarations/logs", [testing.logs, short]]])
	testing.answers(answers) == {["fail", "service:openai", "too-short"]}
	some answer in answers
	answer.evidence == [{"path": "/declarations/logs/1"}]
}

test_words_contradict_nothing if testing.statuses(having({"kept_in": "our own database"})) == {"pass"}

test_another_recorder_than_the_code_uses_fails if {
	answers := having({"kept_in": "langsmith"})
	testing.answers(answers) == {["fail", "service:openai", "contradicted"]}
	some answer in answers
	answer.missing == ["aigov.yaml: logs: kept_in: langfuse"]
}

test_a_recorder_that_is_nowhere_in_the_code_is_undetermined if {
	answers := kept([["observers", []]])
	testing.answers(answers) == {["undetermined", "service:openai", "not-recorded"]}
	of_another := kept([["flows/0/recorded_by", []]])
	testing.answers(of_another) == {["undetermined", "service:openai", "not-recorded"]}
}

test_evidence_is_the_observer_that_sees_the_calls if {
	other := object.union(testing.observer, {
		"slug": "opik", "providers": ["mistral"],
		"occurrences": [{"file": "desk/other.py", "line": 2}],
	})
	answers := kept([["observers", [testing.observer, other]]])
	some answer in answers
	answer.evidence == [
		{"path": "/declarations/logs/0"},
		{"ref": "service:openai", "file": "desk/answer.py", "line": 12},
	]
}

test_undetermined_for_a_provider_that_is_not_covered if {
	answers := having({"covers": ["provider:anthropic"]})
	testing.answers(answers) == {["undetermined", "service:openai", "no-retention"]}
	endswith(message(answers), "how long records of the calls to openai are kept.")
	some answer in answers
	answer.missing == [`aigov.yaml: logs: {covers: ["provider:openai"], kept_in, retention_days, by, on, expires}`]
}

test_a_glob_covers if testing.statuses(having({"covers": ["provider:open*"]})) == {"pass"}

test_a_statement_that_ended_counts_as_none if {
	answers := having(testing.lapsed)
	testing.answers(answers) == {["undetermined", "service:openai", "no-retention"]}
	endswith(message(answers), "are kept (the statement by Jo Keller was valid until 2026-09-30).")
	testing.answers(having({"by": " "})) == {["undetermined", "service:openai", "no-retention"]}
}

test_without_a_provider_a_statement_on_the_control_decides if {
	answers := kept([["providers", []]])
	testing.answers(answers) == {["undetermined", "system", "no-statement"]}
}

gated contains answer if {
	some answer in gate.over_ai_use(retention.needs, retention.results("eu-ai-act", "Art. 19", 184))
}

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "providers", "flows", "observers", "unresolved"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}

test_a_provider_that_the_source_does_not_name_is_open if {
	alone := judged with input as testing.only_handing_on
	testing.answers(alone) == {["undetermined", testing.framework.ref, "handed-on"]}
	also := judged with input as testing.handing_on
	testing.statuses(also) == {"pass", "undetermined"}
}
