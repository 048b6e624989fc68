# METADATA
# title: The model version in use was evaluated
# description: >-
#   Reads evaluations of aigov.yaml against the models found, by exact id. A record of another version only contradicts
#   the code and fails; a record of an alias proves nothing of what the alias stands for today. A pass proves that a
#   named person recorded a result for this version, or states one; not that the result is good.
package aigov.lib.checks.evaluations

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "models", "unresolved"]

# METADATA
# description: The statement on a control, or every model against the evaluations that cover a topic.
# scope: document
results(framework, control, _) := attestation.results(framework, control) if {
	count(attestation.current(attestation.about(framework, control))) > 0
} else := {gate.none_found("model")} if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

results(framework, control, topic) := judged | unresolved.results({"model"}) if {
	count(attestation.current(attestation.about(framework, control))) == 0
	count(bom.models | unresolved.results({"model"})) > 0
	judged := {_judged(model, topic) | some model in bom.models}
}

_records(topic) := [{"record": record, "path": sprintf("/declarations/evaluations/%d", [i])} |
	some i, record in input.declarations.evaluations
	text.filled(record.by)
	text.filled(record.result)
	topic in record.covers
	clock.current(record)
]

_of(model, topic) := [item | some item in _records(topic); item.record.model == model.id]

_judged(model, topic) := _recorded(model, topic, _of(model, topic)[0]) if {
	count(_of(model, topic)) > 0
} else := mention.judge(model, result.fail(
	model.ref, "other-version",
	sprintf("The %s of %s was evaluated; the code uses %s, of which no evaluation in force is recorded.", [
		topic, concat(", ", sort({item.record.model | some item in _records(topic)})), model.id,
	]),
	array.concat(bom.evidence(model.ref, model), [{"path": item.path} | some item in _records(topic)]),
	[_wanted(model, topic)],
)) if {
	count(_records(topic)) > 0
} else := result.undetermined(
	model.ref, "not-evaluated",
	sprintf("No evaluation in force is recorded on the %s of the model %s.", [topic, model.id]),
	bom.evidence(model.ref, model), [_wanted(model, topic)],
)

_recorded(model, topic, item) := result.pass(
	model.ref, "evaluated",
	sprintf("The %s of %s was evaluated by %s, valid until %s: %s.", [
		topic, model.id, item.record.by, item.record.expires, item.record.result,
	]),
	array.concat(bom.evidence(model.ref, model), [{"path": item.path}]),
) if {
	model.pinned == "yes"
} else := result.undetermined(
	model.ref, "evaluated-alias",
	sprintf("%s was evaluated, but whether it still is the model that was evaluated is not fixed.", [model.id]),
	array.concat(bom.evidence(model.ref, model), [{"path": item.path}]),
	[sprintf("in the source a dated or numbered version of %s, and its evaluation", [model.id])],
)

_wanted(model, topic) := sprintf(
	"aigov.yaml: evaluations: {model: \"%s\", covers: [%s], result, by, on, expires}",
	[model.id, topic],
)
