# METADATA
# title: Who may ask this server for what
# description: >-
#   Everything is refused but three things: the decisions of aigov for those who hold a client's token, the state of the
#   bundles for operators, and the health check for everybody. Nobody uploads policies: they come as signed bundles.
#   Tokens are known by their SHA-256 only (clients.json).
package system.authz

# METADATA
# description: Whether OPA answers the request.
# entrypoint: true
default allow := false

allow if {
	_role in {"check", "operate"}
	input.method == "POST"
	["v1", "data", "aigov", package_name, "decision"] = input.path
	package_name in data.aigov_server.frameworks
}

allow if {
	_role == "operate"
	input.method == "GET"
	input.path == ["v1", "status"]
}

allow if {
	input.method == "GET"
	input.path == ["health"]
}

_role := data.aigov_server.clients[crypto.sha256(input.identity)].role
