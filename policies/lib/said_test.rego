package aigov_test.lib.said

import data.aigov.lib.said
import data.aigov_test.testing

stated_as(fields) := testing.having("declarations/system/stated", object.union(testing.stated, fields))

unsigned := testing.lacking("declarations/system/stated")

test_in_force_names_who_and_until_when if {
	said.by == "Jo Keller until 2026-12-31" with input as testing.desk
	said.signature_wanted == [] with input as testing.desk
	said.lapse("users") == "" with input as testing.desk
	said.evidence("users") == [{"path": "/declarations/system/users"}, {"path": "/declarations/system/stated"}]
}

test_nobody_says_it_without_a_name_or_a_day_in_force if {
	changes := [{"by": ""}, {"by": " "}, testing.lapsed, testing.ahead]
	every document in array.concat([unsigned], [stated_as(fields) | some fields in changes]) {
		not said.in_force with input as document
		not said.by with input as document
	}
	not said.in_force with input as testing.lacking("declarations")
	not said.in_force with input as testing.lacking("context/evaluated_at_ns")
}

test_what_is_wanted_is_the_fact_and_the_signature if {
	whole := ["the users", "aigov.yaml: system.stated: {by, on, expires}"]
	said.wanted("users", "the users") == whole with input as testing.lacking("declarations")
	said.wanted("users", "the users") == [whole[1]] with input as unsigned
	said.wanted("users", "the users") == [whole[1]] with input as stated_as({"by": ""})
	said.wanted("users", "the users") == ["the users"] with input as testing.lacking("declarations/system/users")
	every hollow in [[], [""], [" "]] {
		said.wanted("users", "the users") == ["the users"] with input as testing.having("declarations/system/users", hollow)
	}
	said.wanted("purpose", "it") == ["it"] with input as testing.having("declarations/system/purpose", " ")
	renewed := ["aigov.yaml: new on and expires for system.stated"]
	said.wanted("users", "the users") == renewed with input as stated_as(testing.lapsed)
	said.wanted("users", "the users") == renewed with input as stated_as(testing.ahead)
}

test_the_lapse_is_told_of_what_is_written if {
	over := " (what Jo Keller says of it was valid until 2026-09-30)"
	said.lapse("users") == over with input as stated_as(testing.lapsed)
	said.lapse("users") == " (what Jo Keller says of it is not in force yet)" with input as stated_as(testing.ahead)
	said.lapse("users") == " (no person says so, until a day)" with input as unsigned
	bare := json.patch(unsigned, [{"op": "remove", "path": "/declarations/system/users"}])
	said.lapse("users") == "" with input as bare
	said.lapse("users") == "" with input as testing.lacking("declarations")
	lapsed_and_bare := json.patch(stated_as(testing.lapsed), [{"op": "remove", "path": "/declarations/system/users"}])
	said.lapse("users") == "" with input as lapsed_and_bare
}
