package aigov_test.lib.clock

import data.aigov.lib.clock
import data.aigov_test.testing

statement := {"on_ns": 100, "expires": "1970-01-01", "expires_ns": 200}

at(instant) := {"context": {"evaluated_at_ns": instant}}

test_current_from_the_first_instant_to_before_the_end if {
	clock.current(statement) with input as at(100)
	clock.current(statement) with input as at(199)
	not clock.current(statement) with input as at(99)
	not clock.current(statement) with input as at(200)
}

test_never_current_without_a_clock_or_a_day if {
	not clock.current(statement) with input as {}
	not clock.current({"on_ns": 100}) with input as at(150)
	not clock.current({"expires_ns": 200}) with input as at(150)
}

test_lapse_says_why if {
	clock.lapse(statement) == "was valid until 1970-01-01" with input as at(200)
	clock.lapse(statement) == "is not in force yet" with input as at(99)
	not clock.lapse(statement) with input as at(150)
}

test_full_days_are_whole_and_never_rounded_up if {
	clock.full_days(0) == 0
	clock.full_days(clock.day_ns - 1) == 0
	clock.full_days(clock.day_ns) == 1
	clock.full_days((747 * clock.day_ns) - 1) == 746
}

test_days_until_are_full_days if {
	then := (testing.now + (2 * clock.day_ns)) + 1
	clock.days_until(then) == 2 with input as testing.desk
}
