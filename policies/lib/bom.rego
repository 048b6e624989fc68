# METADATA
# title: Subjects of the AI-BOM
# description: >-
#   What ships (scopes app and build), and where it was seen. Test, documentation and example code is not judged.
package aigov.lib.bom

_shipped_scopes := {"app", "build"}

# METADATA
# description: Number of occurrences shown with one result.
shown := 5

# METADATA
# description: AI libraries that the catalogue knows.
libraries contains item if {
	some item in input.libraries
	item.scope in _shipped_scopes
	item.slug
}

# METADATA
# description: AI services that the catalogue knows.
providers contains item if {
	some item in input.providers
	item.scope in _shipped_scopes
	item.slug
}

# METADATA
# description: Services of a BOM made elsewhere that may or may not be AI.
unknown_services contains item if {
	some item in input.providers
	item.scope in _shipped_scopes
	not item.slug
}

# METADATA
# description: Models that are called by their id.
models contains item if {
	some item in input.models
	item.scope in _shipped_scopes
}

# METADATA
# description: MCP servers that the project starts or calls.
mcp_servers contains item if {
	some item in input.mcp_servers
	item.scope in _shipped_scopes
}

# METADATA
# description: Models that are given tools.
agents contains item if {
	some item in input.agents
	item.scope in _shipped_scopes
}

# METADATA
# description: Model files of the tree.
artifacts contains item if {
	some item in input.artifacts
	item.scope in _shipped_scopes
}

# METADATA
# description: What code loads, trains on, uploads and pulls.
assets contains item if {
	some item in input.assets
	item.scope in _shipped_scopes
}

# METADATA
# description: Where observability is switched on.
observers contains item if {
	some item in input.observers
	item.scope in _shipped_scopes
}

# METADATA
# description: Where persons meet what models make.
surfaces contains item if {
	some item in input.surfaces
	item.scope in _shipped_scopes
}

# METADATA
# description: Keys of providers that stand in files, of whatever scope; a key in a test opens the same account.
secrets contains item if some item in input.secrets

# METADATA
# description: Calls that send data to a provider.
flows contains item if {
	some item in input.flows
	item.scope in _shipped_scopes
}

# METADATA
# description: Signals of regulated purposes.
indicators contains item if {
	some item in input.indicators
	item.scope in _shipped_scopes
}

# METADATA
# description: Uses whose model, endpoint or provider the source does not name.
unresolved contains item if {
	some item in input.unresolved
	item.scope in _shipped_scopes
}

# METADATA
# description: Name of a provider or library in aigov.yaml, which is the catalogue id, else the BOM's own name.
key(item) := object.get(item, "slug", item.name)

# METADATA
# description: Frameworks that are given data, and hand it on to a provider that the source does not name.
onward contains {"ref": flow.ref, "slug": flow.provider, "name": flow.provider, "occurrences": []} if {
	some flow in flows
	flow.ref in {library.ref | some library in libraries}
	not flow.copied
	not flow.provider in {key(provider) | some provider in providers}
}

# METADATA
# description: Calls that send data to one provider.
flows_to(provider) := [flow | some flow in flows; flow.provider == key(provider)]

# METADATA
# description: Classes of data that leave for a provider.
classes(provider) := {class | some flow in flows_to(provider); some class in flow.classes} | {datum.class |
	some datum in provider.data
	datum.flow != "inbound"
}

# METADATA
# description: Every class but a secret, which no approval allows. What is not told may be of any.
any_class := {"financial", "personal", "special-category", "user-content"}

# METADATA
# description: Classes of data in calls that name a model.
classes_of_model(model) := {class | some flow in flows; flow.model == model.id; some class in flow.classes}

# METADATA
# description: >-
#   The bom-ref of the service that a flow or an unresolved use belongs to, else of the library, else `system`.
# scope: document
service_ref(slug) := min(refs) if {
	refs := {item.ref | some item in providers; key(item) == slug}
	count(refs) > 0
} else := min(refs) if {
	refs := {item.ref | some item in libraries; item.slug == slug}
	count(refs) > 0
} else := "system"

# METADATA
# description: Where an item was seen, as evidence, cut to the first places.
# scope: document
evidence(ref, item) := [_place(ref, occurrence) | some occurrence in array.slice(item.occurrences, 0, shown)] if {
	count(item.occurrences) > 0
} else := [{"ref": ref}]

_place(ref, occurrence) := {"ref": ref, "file": occurrence.file, "line": occurrence.line}

_place(ref, occurrence) := {"ref": ref, "file": occurrence.file} if not occurrence.line

# METADATA
# description: 'The first place as people write it: ` at app.py:12`, or nothing.'
# scope: document
at(item) := sprintf(" at %s:%d", [item.occurrences[0].file, item.occurrences[0].line]) if {
	item.occurrences[0].line
} else := sprintf(" in %s", [item.occurrences[0].file]) if {
	count(item.occurrences) > 0
} else := ""
