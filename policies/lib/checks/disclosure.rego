# METADATA
# title: Persons are told, and generated media is marked
# description: >-
#   Reads where persons meet a model: chats in user interfaces, bots and routes that reach one, and text of users on
#   its way to one (`persons`); and which calls, models and services make images, sound or video (`media`). Both
#   against a statement on the control. Found without a statement it fails: how persons are told stands in no source
#   that a scan reads. What may as well be for persons among themselves, or is only named, is undetermined. A pass
#   proves that somebody stands by a statement in force; not that the notice is clear.
package aigov.lib.checks.disclosure

import data.aigov.lib.attestation
import data.aigov.lib.bom
import data.aigov.lib.mention
import data.aigov.lib.result

# METADATA
# description: What `persons` reads.
needs_of_persons := ["context/evaluated_at_ns", "system/ref", "flows", "surfaces"]

# METADATA
# description: What `media` reads.
needs_of_media := ["context/evaluated_at_ns", "models", "providers", "surfaces"]

# METADATA
# description: The statement on a control, or each chat; where none is found, the calls that carry text of users.
# scope: document
persons(framework, control) := {_untold(chat, framework, control) | some chat in _chats} if {
	not _stated(framework, control)
	count(_chats) > 0
} else := {result.fail(
	bom.service_ref(flow.provider), "not-told",
	sprintf("Text of users reaches %s%s, and no statement in force says how they are told that they deal with AI%s.", [
		flow.provider, bom.at(flow), attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(bom.service_ref(flow.provider), flow), [attestation.wanted(framework, control)],
) |
	some flow in _user_content
} if {
	not _stated(framework, control)
	count(_user_content) > 0
} else := attestation.results(framework, control)

# METADATA
# description: The statement on a control, or the calls, models and services that make media.
# scope: document
media(framework, control) := {_unmarked(item, framework, control) | some item in _makers} if {
	not _stated(framework, control)
	count(_makers) > 0
} else := attestation.results(framework, control)

_stated(framework, control) if count(attestation.current(attestation.about(framework, control))) > 0

_chats contains item if {
	some item in bom.surfaces
	item.what == "chat"
}

_user_content contains flow if {
	some flow in bom.flows
	"user-content" in flow.classes
}

_untold(chat, framework, control) := result.undetermined(
	input.system.ref, "may-not-be-told",
	sprintf("%s%s may be a chat with a model, and no statement in force says how persons are told%s.", [
		_described(chat), bom.at(chat), attestation.lapse_note(attestation.about(framework, control)),
	]),
	_evidence(chat), [attestation.wanted(framework, control)],
) if {
	chat.weak
} else := result.fail(
	input.system.ref, "not-told",
	sprintf("%s%s lets persons talk with a model, and no statement in force says how they are told%s.", [
		_described(chat), bom.at(chat), attestation.lapse_note(attestation.about(framework, control)),
	]),
	_evidence(chat), [attestation.wanted(framework, control)],
)

# The chat, and after it the calls that carry text of users: what persons write there goes somewhere.
_evidence(chat) := array.slice(
	array.concat(
		bom.evidence(input.system.ref, chat),
		[place |
			some flow in _user_content
			some place in bom.evidence(bom.service_ref(flow.provider), flow)
		],
	),
	0, bom.shown,
)

_described(chat) := sprintf("The address %s", [chat.route]) if {
	chat.how == "route"
	chat.route
} else := sprintf("The %s %s", [chat.how, chat.name])

_unmarked(item, framework, control) := mention.judge(item, result.fail(
	_ref(item), "not-marked",
	sprintf("%s makes images, sound or video, and no statement in force says how that is marked%s.", [
		_name(item), attestation.lapse_note(attestation.about(framework, control)),
	]),
	bom.evidence(_ref(item), item), [attestation.wanted(framework, control)],
))

_ref(item) := item.ref

_ref(item) := bom.service_ref(item.name) if not item.ref

_name(item) := sprintf("The model %s", [item.id]) if {
	item.id
} else := sprintf("The provider %s", [bom.key(item)]) if {
	item.ref
} else := sprintf("The call of %s%s", [item.name, bom.at(item)])

_makers := _made_by | {item |
	some item in bom.surfaces
	item.what != "chat"
	not _judged_already(item)
}

_judged_already(call) if {
	some maker in _made_by
	maker.id == call.model
}

_judged_already(call) if {
	some maker in _services
	bom.key(maker) == call.name
}

_made_by contains model if {
	some model in bom.models
	count(model.makes) > 0
}

_made_by contains provider if some provider in _services

_services contains provider if {
	some provider in bom.providers
	"makes-media" in provider.traits
}
