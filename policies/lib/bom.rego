# METADATA
# title: Subjects of the AI-BOM
# description: >-
#   What ships (scopes app and build), and where it was seen. Test, documentation and example code is not judged.
package aigov.lib.bom

shipped_scopes := {"app", "build"}

# Occurrences shown with one result.
shown := 5

libraries contains item if {
	some item in input.libraries
	item.scope in shipped_scopes
	item.slug
}

# AI services that the catalogue knows.
providers contains item if {
	some item in input.providers
	item.scope in shipped_scopes
	item.slug
}

# Services of a BOM made elsewhere that may or may not be AI.
unknown_services contains item if {
	some item in input.providers
	item.scope in shipped_scopes
	not item.slug
}

models contains item if {
	some item in input.models
	item.scope in shipped_scopes
}

mcp_servers contains item if {
	some item in input.mcp_servers
	item.scope in shipped_scopes
}

flows contains item if {
	some item in input.flows
	item.scope in shipped_scopes
}

indicators contains item if {
	some item in input.indicators
	item.scope in shipped_scopes
}

unresolved contains item if {
	some item in input.unresolved
	item.scope in shipped_scopes
}

# Name under which aigov.yaml speaks of a provider or library: the catalogue id, else the BOM's own name.
key(item) := object.get(item, "slug", item.name)

# The bom-ref of the service that a flow or an unresolved use belongs to, else `system`.
service_ref(slug) := min(refs) if {
	refs := {item.ref | some item in providers; key(item) == slug}
	count(refs) > 0
} else := "system"

# Where an item was seen, as evidence: the first places of its list.
evidence(ref, item) := [place(ref, occurrence) | some occurrence in array.slice(item.occurrences, 0, shown)] if {
	count(item.occurrences) > 0
} else := [{"ref": ref}]

place(ref, occurrence) := {"ref": ref, "file": occurrence.file, "line": occurrence.line}

place(ref, occurrence) := {"ref": ref, "file": occurrence.file} if not occurrence.line

# The first place as people write it: ` at app.py:12`, or nothing.
at(item) := sprintf(" at %s:%d", [item.occurrences[0].file, item.occurrences[0].line]) if {
	item.occurrences[0].line
} else := sprintf(" in %s", [item.occurrences[0].file]) if {
	count(item.occurrences) > 0
} else := ""
