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
import data.aigov.lib.result
import data.aigov.lib.text
import data.aigov.lib.unresolved

needs := ["context/evaluated_at_ns", "models", "providers", "unresolved"]

# Facts older than this cannot say that a model is still served.
fresh_for_ns := 90 * clock.day_ns

# What the retirement facts say of their own age; a bundle without them says so.
default facts_day := "an unknown day"

facts_day := facts.as_of

# A retirement this near is named in the message.
soon_days := 90

results contains answer(model) if some model in bom.models

results contains unsure if some unsure in unresolved.results({"model"})

results contains gate.none_found("model") if {
	count(bom.models) == 0
	count(unresolved.results({"model"})) == 0
}

answer(model) := result.fail(
	model.ref, "retired",
	sprintf("%s was retired on %s on %s (facts of %s).", [
		model.id, model.platform, fact(model).latest_date, fact_day(model),
	]),
	bom.evidence(model.ref, model), [sprintf("a model in place of %s", [model.id])],
) if {
	retired(model)
} else := result.not_applicable(
	model.ref, "own-host",
	sprintf("%s runs on %s, a host of one's own: no vendor retires it.", [model.id, model.provider]),
	bom.evidence(model.ref, model),
) if {
	on_own_host(model)
} else := result.undetermined(
	model.ref, "no-platform",
	sprintf("The BOM does not say which platform serves %s.", [model.id]),
	bom.evidence(model.ref, model), [sprintf("the provider of %s", [model.id])],
) if {
	not model.platform
	not model.provider
} else := result.undetermined(
	model.ref, "stale-facts",
	sprintf("The retirement facts are of %s, too old to say whether %s is still served.", [facts_day, model.id]),
	bom.evidence(model.ref, model), ["retirement facts of the last 90 days: a newer aigov"],
) if {
	not fresh
} else := result.not_applicable(
	model.ref, "no-facts",
	sprintf("No retirement dates are kept for %s, so nothing is known of %s.", [host(model), model.id]),
	bom.evidence(model.ref, model),
) if {
	not dated_platform(model)
} else := result.not_applicable(
	model.ref, "no-date-known",
	sprintf("No retirement date of %s on %s is known as of %s; that is no assurance.", [
		model.id, model.platform, facts_day,
	]),
	bom.evidence(model.ref, model),
) if {
	not fact(model)
} else := result.pass(
	model.ref, "served",
	sprintf("%s is not retired on %s before %s%s (facts of %s).", [
		model.id, model.platform, fact(model).earliest_date, soon_note(model), fact_day(model),
	]),
	bom.evidence(model.ref, model),
) if {
	clock.now < fact(model).earliest_ns
} else := result.undetermined(
	model.ref, "disputed",
	sprintf("%s may be retired on %s: %s (%s, facts of %s).", [
		model.id, model.platform, dates(fact(model)), kind(fact(model)), fact_day(model),
	]),
	bom.evidence(model.ref, model), [sprintf("a retirement date of %s that its platform confirms", [model.id])],
)

dated_platform(model) if facts.lifecycle[model.platform]

fact(model) := facts.lifecycle[model.platform][model.id]

fact_day(model) := object.get(fact(model), "as_of", facts_day)

# Every known date is over, the source speaks of a shutdown, and it is not a weak one.
retired(model) if {
	fact(model).date_kind == "shutdown"
	fact(model).confidence in {"high", "medium"}
	fact(model).latest_ns + clock.day_ns <= clock.now
}

on_own_host(model) if {
	some provider in bom.providers
	provider.slug == model.provider
	provider.kind == "model-host"
}

host(model) := object.get(model, "platform", object.get(model, "provider", "its provider"))

fresh if facts.as_of_ns + fresh_for_ns >= clock.now

dates(known) := sprintf("%s or %s", [known.earliest_date, known.latest_date]) if {
	known.earliest_date != known.latest_date
} else := known.latest_date if {
	known.latest_date
} else := "no date given"

kind(known) := replace(object.get(known, "date_kind", "unknown"), "_", " ")

soon_note(model) := sprintf(", in %s", [text.counted(days, "day")]) if {
	days := clock.days_until(fact(model).earliest_ns)
	days <= soon_days
} else := ""
