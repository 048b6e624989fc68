package system.authz_test

import data.system.authz

_server := {
	"frameworks": ["nist_ai_rmf"],
	"clients": {
		crypto.sha256("ci-token"): {"role": "check"},
		crypto.sha256("ops-token"): {"role": "operate"},
		crypto.sha256("old-token"): {},
	},
}

_decision := ["v1", "data", "aigov", "nist_ai_rmf", "decision"]

_allowed(request) if authz.allow with input as request with data.aigov_server as _server

test_a_client_may_ask_for_decisions if {
	_allowed({"identity": "ci-token", "method": "POST", "path": _decision})
	_allowed({"identity": "ops-token", "method": "POST", "path": _decision})
}

test_a_stranger_may_not if {
	not _allowed({"identity": "other", "method": "POST", "path": _decision})
	not _allowed({"identity": "old-token", "method": "POST", "path": _decision})
	not _allowed({"identity": "", "method": "POST", "path": _decision})
	not _allowed({"method": "POST", "path": _decision})
}

test_without_clients_nobody_may if {
	not authz.allow with input as {"identity": "ci-token", "method": "POST", "path": _decision}
}

test_nothing_else_is_answered if {
	every path in [
		["v1", "data"],
		["v1", "data", "aigov_server"],
		["v1", "data", "aigov", "nist_ai_rmf"],
		["v1", "data", "aigov", "other", "decision"],
		["v1", "data", "aigov", "nist_ai_rmf", "decision", "report"],
		["v1", "query"],
		["v1", "compile"],
		["v1", "config"],
		["v1", "policies"],
		[""],
	] {
		every method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
			not _allowed({"identity": "ops-token", "method": method, "path": path})
		}
	}
	not _allowed({"identity": "ops-token", "method": "PUT", "path": _decision})
	not _allowed({"identity": "ops-token", "method": "GET", "path": _decision})
}

test_only_operators_see_the_status if {
	_allowed({"identity": "ops-token", "method": "GET", "path": ["v1", "status"]})
	not _allowed({"identity": "ci-token", "method": "GET", "path": ["v1", "status"]})
}

test_everybody_sees_the_health if {
	_allowed({"method": "GET", "path": ["health"]})
	not _allowed({"method": "POST", "path": ["health"]})
}
