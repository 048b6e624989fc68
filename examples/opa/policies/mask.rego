# METADATA
# title: What a decision log keeps
# description: >-
#   The input tells where keys, prompts and personal data are, names people, and quotes addresses and files. So a list
#   of what stays, not of what goes: which BOM was judged and when, and of each answer its status, code and subject.
#   A field that a later version adds stays out until it is listed. Of decisions that are not aigov's nothing stays.
package system.log

# METADATA
# description: Replaces the input and the answer by what may be kept.
mask contains {"op": "upsert", "path": "/input", "value": _input}

mask contains {"op": "upsert", "path": "/result", "value": _result} if input.result

mask contains "/nd_builtin_cache"

default _input := {}

_input := {
	"bom": object.filter(input.input.bom, {"serial_number", "commit", "dirty"}),
	"context": object.filter(input.input.context, {"evaluated_at", "evaluated_at_ns"}),
} if {
	_is_aigov
	is_object(input.input.bom)
	is_object(input.input.context)
}

default _result := {}

_result := {"revision": input.result.revision, "report": _report} if {
	_is_aigov
	is_object(input.result.report)
}

_report[slug] := {_answer(result) | some result in results} if some slug, results in input.result.report

_answer(result) := object.filter(result, {"status", "code", "subject"})

_is_aigov if startswith(input.path, "aigov/")
