package system.log_test

import data.system.log

_event := {
	"path": "aigov/nist_ai_rmf/decision",
	"input": {
		"bom": {"serial_number": "urn:uuid:1", "commit": "abc", "generator": "x"},
		"context": {"evaluated_at": "2026-11-23T00:00:00Z", "evaluated_at_ns": 1},
		"secrets": [{"name": "sk-live-1"}],
		"prompts": [{"text": "You are"}],
		"declarations": {"owners": [{"name": "Ana"}]},
	},
	"result": {
		"revision": "r",
		"report": {"govern_1_6": {{
			"status": "fail",
			"code": "alias",
			"subject": "model:x",
			"message": "sk-live-1",
			"evidence": [{"file": "app.py"}],
		}}},
	},
}

_kept(event) := {rule.path: rule.value | some rule in _rules(event); is_object(rule)}

_rules(event) := rules if rules := log.mask with input as event

test_only_what_is_listed_stays if {
	_kept(_event) == {
		"/input": {
			"bom": {"serial_number": "urn:uuid:1", "commit": "abc"},
			"context": {"evaluated_at": "2026-11-23T00:00:00Z", "evaluated_at_ns": 1},
		},
		"/result": {
			"revision": "r",
			"report": {"govern_1_6": {{"status": "fail", "code": "alias", "subject": "model:x"}}},
		},
	}
}

test_what_a_builtin_was_told_goes if "/nd_builtin_cache" in _rules(_event)

test_nothing_of_other_decisions_stays if {
	event := object.union(_event, {"path": "house/allow"})
	_kept(event) == {"/input": {}, "/result": {}}
}

test_nothing_of_an_input_of_another_shape_stays if {
	_kept({"path": "aigov/x/decision", "input": "sk-live-1"}) == {"/input": {}}
	_kept({"path": "aigov/x/decision", "input": {"bom": "sk-live-1"}, "result": "sk-live-1"}) == {
		"/input": {},
		"/result": {},
	}
	_kept({"input": {"bom": {}, "context": {}}}) == {"/input": {}}
}
