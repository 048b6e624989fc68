# METADATA
# title: Persons are told, and generated media is marked
# description: >-
#   Reads whether text of users reaches a model (`persons`) and whether a model makes images, sound or video
#   (`media`) against a statement on the control. Found without a statement it fails: how persons are told stands in
#   no source that a scan reads. A pass proves that somebody stands by a statement in force; not that the notice is
#   clear.
package aigov.lib.checks.disclosure

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.mention
import data.aigov.lib.pattern
import data.aigov.lib.result

# METADATA
# description: What `persons` reads.
needs_of_persons := ["context/evaluated_at_ns", "flows"]

# METADATA
# description: What `media` reads.
needs_of_media := ["context/evaluated_at_ns", "models", "providers"]

# METADATA
# description: The statement on a control, or the calls that carry text of users.
# scope: document
persons(framework, control) := {result.fail(
	bom.service_ref(flow.provider), "not-told",
	sprintf("Text of users reaches %s%s, and no statement in force says how they are told that they deal with AI%s.", [
		flow.provider, bom.at(flow), attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(bom.service_ref(flow.provider), flow), [attestation.wanted(framework, control)],
) |
	some flow in bom.flows
	"user-content" in flow.classes
} if {
	not _stated(framework, control)
	_user_content
} else := attestation.results(framework, control)

# METADATA
# description: The statement on a control, or the models and services that make media.
# scope: document
media(framework, control) := {_unmarked(item, framework, control) | some item in _makers} if {
	not _stated(framework, control)
	count(_makers) > 0
} else := attestation.results(framework, control)

_stated(framework, control) if count(attestation.current(attestation.about(framework, control))) > 0

_user_content if {
	some flow in bom.flows
	"user-content" in flow.classes
}

_unmarked(item, framework, control) := mention.judge(item, result.fail(
	item.ref, "not-marked",
	sprintf("%s makes images, sound or video, and no statement in force says how that is marked%s.", [
		_name(item), attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(item.ref, item), [attestation.wanted(framework, control)],
))

_name(item) := sprintf("The model %s", [item.id]) if {
	item.id
} else := sprintf("The provider %s", [bom.key(item)])

_makers := {model |
	some model in bom.models
	some known in _media_models
	pattern.matches(known, model.id)
} | {provider |
	some provider in bom.providers
	provider.slug in _media_providers
}

# Families whose models make nothing but media, by their makers' own names.
_media_models := {
	"dall-e*", "gpt-image*", "sora*", "tts-1*", "gpt-4o-mini-tts*", "imagen*", "veo-*", "lyria*", "*stable-diffusion*",
	"*sdxl*", "*FLUX.1*", "*flux-*", "amazon.nova-canvas*", "amazon.nova-reel*", "amazon.titan-image*", "eleven_*",
	"stability.*", "*-image-preview", "*-flash-image*",
}

_media_providers := {"black-forest-labs", "cartesia", "elevenlabs", "fal", "heygen", "luma", "runway", "stability"}
