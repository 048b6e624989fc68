package aigov_test.lib.checks.incidents

import data.aigov.lib.checks.incidents
import data.aigov.lib.gate
import data.aigov_test.testing

test_pass_on_a_contact if {
	found := incidents.results with input as testing.desk
	testing.answers(found) == {["pass", "app:desk", "contact"]}
	some answer in found
	answer.message == "Incidents go to on-call@example.com (Jo Keller until 2026-12-31)."
}

test_fail_without_one if {
	every blank in ["", " "] {
		empty := incidents.results with input as testing.having("declarations/system/incident_contact", blank)
		testing.answers(empty) == {["fail", "app:desk", "no-contact"]}
	}
	silent := incidents.results with input as testing.lacking("declarations")
	testing.answers(silent) == {["fail", "app:desk", "no-contact"]}
}

test_fail_on_a_contact_that_nobody_stands_by if {
	unsigned := incidents.results with input as testing.lacking("declarations/system/stated")
	testing.answers(unsigned) == {["fail", "app:desk", "no-contact"]}
	{[answer.message, answer.missing] | some answer in unsigned} == {[
		"aigov.yaml names nobody who is told of incidents (no person says so, until a day).",
		["aigov.yaml: system.stated: {by, on, expires}"],
	]}
	lapsed := object.union(testing.stated, testing.lapsed)
	over := incidents.results with input as testing.having("declarations/system/stated", lapsed)
	testing.answers(over) == {["fail", "app:desk", "no-contact"]}
}

gated_contact contains answer if some answer in gate.over_ai_use(incidents.needs, incidents.results)

test_no_contact_is_judged_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "system/ref"] {
		testing.misses(gated_contact, need) with input as testing.lacking(need)
	}
}

reporting contains answer if some answer in incidents.stated("iso-42001", "A.8.3", "how they report harm")

unsaid(pairs) := answers if answers := reporting with input as testing.altered(testing.desk, pairs)

test_fail_where_persons_meet_the_system_and_nothing_is_stated if {
	on_page := unsaid([["surfaces", [testing.chat]], ["flows", []]])
	testing.answers(on_page) == {["fail", "app:desk", "persons-without"]}
	some answer in on_page
	answer.message == concat(" ", [
		"Persons meet the system at desk/page.py:6,",
		"and no statement in force says how they report harm.",
	])
	answer.evidence == [{"ref": "app:desk", "file": "desk/page.py", "line": 6}]
}

test_fail_where_text_of_users_reaches_a_model if {
	found := unsaid([])
	testing.answers(found) == {["fail", "service:openai", "persons-without"]}
	some answer in found
	startswith(answer.message, "Text of users reaches openai at desk/answer.py:12, and no statement in force says how")
}

test_a_statement_that_ended_is_named if {
	lapsed := testing.altered(testing.attested("iso-42001/A.8.3"), [
		["declarations/attestations/0/expires", testing.lapsed.expires],
		["declarations/attestations/0/expires_ns", testing.lapsed.expires_ns],
	])
	found := reporting with input as lapsed
	some answer in found
	endswith(answer.message, "how they report harm (the statement by Jo Keller was valid until 2026-09-30).")
}

test_undetermined_where_nobody_is_seen_to_meet_it if {
	no_text := unsaid([["flows/0/classes", ["personal"]]])
	testing.answers(no_text) == {["undetermined", "system", "no-statement"]}
	weak := object.union(testing.chat, {"weak": true})
	perhaps := unsaid([["surfaces", [weak]], ["flows", []]])
	testing.answers(perhaps) == {["undetermined", "system", "no-statement"]}
}

test_pass_on_a_statement if {
	found := reporting with input as testing.attested("iso-42001/A.8.3")
	testing.answers(found) == {["pass", "system", "stated"]}
}

gated contains answer if some answer in gate.over_ai_use(incidents.needs_of_stated, reporting)

test_nothing_is_told_without_what_it_reads if {
	every need in ["context/evaluated_at_ns", "system/ref", "flows", "surfaces"] {
		testing.misses(gated, need) with input as testing.lacking(need)
	}
}
