# METADATA
# title: Results
# description: The one shape that rules answer in. A result always says which subject it is about, and why.
package aigov.lib.result

# METADATA
# description: The rule's fact is there and holds.
pass(subject, code, message, evidence) := {
	"status": "pass",
	"subject": subject,
	"code": code,
	"message": message,
	"evidence": evidence,
	"missing": [],
}

# METADATA
# description: A fact contradicts the rule, or a record that the project itself must keep is not there.
fail(subject, code, message, evidence, missing) := {
	"status": "fail",
	"subject": subject,
	"code": code,
	"message": message,
	"evidence": evidence,
	"missing": missing,
}

# METADATA
# description: A fact that decides is absent, stale or unresolved. Never counted as a pass.
undetermined(subject, code, message, evidence, missing) := {
	"status": "undetermined",
	"subject": subject,
	"code": code,
	"message": message,
	"evidence": evidence,
	"missing": missing,
}

# METADATA
# description: The message names the scope fact that puts the subject outside the rule.
not_applicable(subject, code, message, evidence) := {
	"status": "not_applicable",
	"subject": subject,
	"code": code,
	"message": message,
	"evidence": evidence,
	"missing": [],
}
