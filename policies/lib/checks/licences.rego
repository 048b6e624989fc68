# METADATA
# title: Components come with version and licence
# description: >-
#   Reads the version of each AI library, and the licence of each library, of each model file and of each model that an
#   own server runs: from the AI-BOM, else from `licences` of aigov.yaml. One that contradicts the other fails, and so
#   does a licence that the lists of the organization leave out; sources that differ are undetermined. A pass proves
#   that both are on record and admitted; not that the licence allows this use.
#   Models behind a provider's API are governed by the agreement with the provider, and are left out.
package aigov.lib.checks.licences

import data.aigov.lib.bom
import data.aigov.lib.clock
import data.aigov.lib.gate
import data.aigov.lib.pattern
import data.aigov.lib.result
import data.aigov.lib.text as words

needs := ["context/evaluated_at_ns", "libraries", "artifacts", "models", "providers"]

# METADATA
# description: >-
#   One answer for the version of each library and for the licence of each part. `lists` has the patterns `allowed`
#   (empty: all that are known) and `denied`.
# scope: document
results(lists) := {gate.none_found("AI library or model file")} if {
	count(_parts) == 0
} else := {_version(item) | some item in bom.libraries} | {_licence(part, lists) | some part in _parts}

_parts contains {
	"item": item, "title": sprintf("the library %s", [item.name]),
	"covers": {sprintf("library:%s", [name]) | some name in {item.name, item.slug}},
	"wanted": sprintf(
		concat("", [
			"a folder where %s is installed (--installed DIR), or an SBOM that names it (--sbom FILE), ",
			`or aigov.yaml: licences: {covers: ["library:%s"], licence, by, on, expires}`,
		]),
		[_exact(item), item.name],
	),
} if {
	some item in bom.libraries
}

_parts contains {
	"item": item, "title": sprintf("the model file %s", [item.name]), "covers": {sprintf("model:%s", [item.name])},
	"wanted": sprintf("a model card or licence file beside %s that names the licence", [item.name]),
} if {
	some item in bom.artifacts
}

_parts contains {
	"item": item, "title": sprintf("the model %s", [item.id]), "covers": {sprintf("model:%s", [item.id])},
	"wanted": sprintf(`aigov.yaml: licences: {covers: ["model:%s"], licence, by, on, expires}`, [item.id]),
} if {
	some item in bom.models
	some host in bom.providers
	host.kind == "model-host"
	bom.key(host) == item.provider
}

_exact(item) := sprintf("%s %s", [item.name, item.version]) if {
	item.version
} else := item.name

_version(item) := result.pass(
	item.ref, "version",
	sprintf("The library %s is used at version %s.", [item.name, item.version]),
	bom.evidence(item.ref, item),
) if {
	item.version
} else := result.undetermined(
	item.ref, "no-version",
	sprintf("Which version of the library %s is used is not known.", [item.name]),
	bom.evidence(item.ref, item), [sprintf("a lock file or an exact version for the library %s", [item.name])],
)

# What aigov.yaml says of a part, and is in force.
_declared(part) := [{"record": record, "path": sprintf("/declarations/licences/%d", [i])} |
	some i, record in input.declarations.licences
	words.filled(record.by)
	clock.current(record)
	some covered in record.covers
	some name in part.covers
	pattern.matches(covered, name)
]

_found(part) := object.get(part.item, "licenses", [])

# Whether a statement says what the AI-BOM says, takes one of its choices, or picks one of the sources that differ.
_agrees(part, record) if record.licence in _found(part)

_agrees(part, record) if count({option | some option in record.options} - _options(part)) == 0

_options(part) := {option | some option in part.item.licence_options}

# Whether places that aigov read name different licences. What another tool lists is not known to differ.
_differ(part) if {
	count(_found(part)) > 1
	count(object.get(part.item, "licence_sources", [])) > 1
}

_licence(part, lists) := _contradicted(part, wrong[0]) if {
	count(_found(part)) > 0
	wrong := [said | some said in _declared(part); not _agrees(part, said.record)]
	count(wrong) > 0
} else := _judged(options, lists, _stated(part, said)) if {
	said := _declared(part)[0]
	options := said.record.options
} else := _unclear(part) if {
	_differ(part)
} else := _judged(object.get(part.item, "licence_options", [_found(part)]), lists, _known(part)) if {
	count(_found(part)) > 0
} else := _unknown(part)

_contradicted(part, said) := result.fail(
	part.item.ref, "contradicted",
	sprintf("%s states that %s is under %s, and the AI-BOM says %s.", [
		said.record.by, part.title, said.record.licence, concat(", ", _found(part)),
	]),
	array.concat([{"path": said.path}], bom.evidence(part.item.ref, part.item)),
	[sprintf("aigov.yaml: licences: licence: %s", [_found(part)[0]])],
)

_stated(part, said) := result.pass(
	part.item.ref, "licence-stated",
	sprintf("%s states that %s is under %s, until %s.", [
		said.record.by, part.title, said.record.licence, said.record.expires,
	]),
	[{"path": said.path}],
)

_unclear(part) := result.undetermined(
	part.item.ref, "sources-differ",
	sprintf("Under which licence %s may be used is not clear: %s.", [part.title, _told(part)]),
	bom.evidence(part.item.ref, part.item),
	[sprintf("aigov.yaml: licences: licence: %s", [concat(" or ", _found(part))])],
)

_known(part) := result.pass(
	part.item.ref, "licence",
	sprintf("The AI-BOM says that %s is under %s%s.", [part.title, concat(", ", _found(part)), _read_in(part)]),
	bom.evidence(part.item.ref, part.item),
)

_unknown(part) := result.undetermined(
	part.item.ref, "no-licence",
	sprintf("Under which licence %s may be used is not known%s.", [part.title, _instead(part)]),
	bom.evidence(part.item.ref, part.item), [part.wanted],
)

# The answer `good`, if the lists admit one way to meet the licence.
_judged(options, lists, good) := good if {
	some option in options
	count(option) > 0
	every name in option {
		_admitted(name, lists)
	}
} else := result.fail(
	good.subject, "not-admitted",
	sprintf("%s The lists allowed_licences and denied_licences do not admit it.", [good.message]),
	good.evidence,
	["a component under another licence, a person who knows the licence to be another, or a wider list"],
)

_admitted(name, lists) if {
	not _listed(name, lists.denied)
	count(lists.allowed) == 0
}

_admitted(name, lists) if {
	not _listed(name, lists.denied)
	_listed(name, lists.allowed)
}

_listed(name, patterns) if {
	some listed in patterns
	pattern.matches(_small(listed), _small(name))
}

# People write mit where SPDX has MIT. Only ASCII: engines may differ on the rest, and ids have nothing else.
_small(text) := strings.replace_n(_letters, text)

_letters := {
	"A": "a", "B": "b", "C": "c", "D": "d", "E": "e", "F": "f", "G": "g", "H": "h", "I": "i",
	"J": "j", "K": "k", "L": "l", "M": "m", "N": "n", "O": "o", "P": "p", "Q": "q", "R": "r",
	"S": "s", "T": "t", "U": "u", "V": "v", "W": "w", "X": "x", "Y": "y", "Z": "z",
}

_told(part) := concat(", ", sort([sprintf("%s in %s", [licence, file]) |
	some source in part.item.licence_sources
	licence := source.licence
	file := source.file
]))

_read_in(part) := sprintf(" (%s)", [part.item.licence_sources[0].file]) if {
	part.item.licence_sources[0].file
} else := ""

_instead(part) := sprintf(": %s is of version %s", [file, version]) if {
	other := part.item.licence_other_versions[0]
	file := other.file
	version := other.version # as in the head of any branch, what may be absent
} else := ""
