# METADATA
# title: No retired models
# description: >-
#   Reads the dated retirement facts of the model's platform. Fails only when every known date is past and the source
#   is not weak; disputed, weak or stale facts are undetermined. A model without a known date is outside the check:
#   that no date is known is no assurance that it is served.
package aigov.lib.checks.lifecycle

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.facts
import data.aigov.lib.gate
import data.aigov.lib.mention
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "models", "providers", "unresolved"]

# Facts older than this cannot say that a model is still served.
_fresh_for_ns := 90 * clock.day_ns

# What the retirement facts say of their own age; a bundle without them says so.
default _facts_day := "an unknown day"

_facts_day := facts.as_of

# A retirement this near is named in the message.
_soon_days := 90

results contains answer if {
	some model in bom.models
	answer := _answer(model)
}

results contains unsure if some unsure in unresolved.results({"model"})

results contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

_answer(model) := mention.judge(model, result.fail(
	model.ref, "retired",
	sprintf("The model %s was retired on %s on %s (facts of %s).", [
		model.id, model.platform, _fact(model).latest_date, _fact_day(model),
	]),
	bom.evidence(model.ref, model),
	[sprintf("in the source a model that %s still serves, in place of %s", [model.platform, model.id])],
)) if {
	_retired(model)
} else := found if {
	found := _not_judged(model)
} else := _by_date(model)

# Undefined where dates decide.
_not_judged(model) := result.not_applicable(
	model.ref, "own-host",
	sprintf("The model %s runs on %s, a host of one's own: no vendor retires it.", [model.id, model.provider]),
	bom.evidence(model.ref, model),
) if {
	_on_own_host(model)
} else := result.undetermined(
	model.ref, "no-platform",
	sprintf("The BOM does not say which platform serves the model %s.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("the provider of %s", [model.id])],
) if {
	not model.platform
	not model.provider
} else := found if {
	found := _without_facts(model)
}

_without_facts(model) := result.undetermined(
	model.ref, "stale-facts",
	sprintf("The retirement facts are of %s, too old to say whether the model %s is still served.", [
		_facts_day, model.id,
	]),
	bom.evidence(model.ref, model), ["retirement facts of the last 90 days: a newer aigov"],
) if {
	not _fresh
} else := result.not_applicable(
	model.ref, "no-facts",
	sprintf("No retirement dates are kept for %s, so nothing is known of the model %s.", [_host(model), model.id]),
	bom.evidence(model.ref, model),
) if {
	not _dated_platform(model)
} else := result.not_applicable(
	model.ref, "no-date-known",
	sprintf("No retirement date of the model %s on %s is known as of %s; that is no assurance.", [
		model.id, model.platform, _facts_day,
	]),
	bom.evidence(model.ref, model),
) if {
	not _fact(model)
}

_by_date(model) := result.pass(
	model.ref, "served",
	sprintf("The model %s is not due to retire on %s before %s%s (facts of %s).", [
		model.id, model.platform, _fact(model).earliest_date, _soon_note(model), _fact_day(model),
	]),
	bom.evidence(model.ref, model),
) if {
	clock.now < _fact(model).earliest_ns
} else := result.undetermined(
	model.ref, "disputed",
	sprintf("The model %s may be retired on %s: %s (%s, facts of %s).", [
		model.id, model.platform, _dates(_fact(model)), _kind(_fact(model)), _fact_day(model),
	]),
	bom.evidence(model.ref, model), [sprintf("a retirement date of %s that %s confirms", [model.id, model.platform])],
)

_dated_platform(model) if facts.lifecycle[model.platform]

# Facts may know a model under another id than the code: a Bedrock profile stands for the model behind it.
_fact(model) := facts.lifecycle[model.platform][object.get(model, "lifecycle_id", model.id)]

_fact_day(model) := object.get(_fact(model), "as_of", _facts_day)

# Every known date is over, the source speaks of a shutdown, and it is not a weak one.
_retired(model) if {
	_fact(model).date_kind == "shutdown"
	_fact(model).confidence in {"high", "medium"}
	_fact(model).latest_ns + clock.day_ns <= clock.now
}

_on_own_host(model) if {
	some provider in bom.providers
	provider.slug == model.provider
	provider.kind == "model-host"
}

_host(model) := object.get(model, "platform", object.get(model, "provider", "its provider"))

_fresh if facts.as_of_ns + _fresh_for_ns >= clock.now

_dates(known) := sprintf("%s or %s", [known.earliest_date, known.latest_date]) if {
	known.earliest_date != known.latest_date
} else := known.latest_date if {
	known.latest_date
} else := "no date given"

_kind(known) := replace(object.get(known, "date_kind", "unknown"), "_", " ")

_soon_note(model) := sprintf(", in %s", [text.counted(days, "day")]) if {
	days := clock.days_until(_fact(model).earliest_ns)
	days <= _soon_days
} else := ""
