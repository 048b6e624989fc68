# METADATA
# title: A system for tests
# description: >-
#   One input on which every automated rule passes, as seen by the deployer of a support desk on 2026-11-23, and the
#   facts beside it. Tests change one thing at a time. Not part of any bundle.
package aigov_test.testing

now := 1795392000000000000

# Statements hold from 2026-01-01 to 2026-12-31.
on_ns := 1767225600000000000

expires_ns := 1798761600000000000

# Ended on 2026-09-30.
past_ns := 1790812800000000000

# From 2027-06-01.
later_ns := 1811808000000000000

dated := {"on_ns": on_ns, "expires": "2026-12-31", "expires_ns": expires_ns}

lapsed := {"on_ns": on_ns, "expires": "2026-09-30", "expires_ns": past_ns}

ahead := {"on_ns": later_ns, "expires": "2028-06-01", "expires_ns": later_ns + 86400000000000}

seen := [{"file": "desk/answer.py", "line": 12, "symbol": "client.chat.completions.create"}]

provider := {
	"ref": "service:openai",
	"name": "OpenAI API",
	"slug": "openai",
	"kind": "provider",
	"jurisdiction": "US",
	"scope": "app",
	"trust_boundary": true,
	"endpoints": [{
		"url": "https://eu.api.openai.com/v1",
		"exposure": "public",
		"region": "eu",
		"tls": true,
		"source": "code",
	}],
	"data": [{"class": "personal", "flow": "outbound"}],
	"occurrences": seen,
}

model := {
	"ref": "model:openai/gpt-4o-2024-08-06",
	"id": "gpt-4o-2024-08-06",
	"provider": "openai",
	"publisher": "openai",
	"jurisdiction": "US",
	"platform": "openai",
	"pinned": "yes",
	"scope": "app",
	"occurrences": seen,
}

library := {
	"ref": "pkg:pypi/openai@1.55.0",
	"name": "openai",
	"slug": "openai",
	"kind": "provider",
	"version": "1.55.0",
	"jurisdiction": "US",
	"licenses": ["Apache-2.0"],
	"licence_options": [["Apache-2.0"]],
	"licence_sources": [{
		"licence": "Apache-2.0",
		"source": "package",
		"file": ".venv/lib/python3.13/site-packages/openai-1.55.0.dist-info/METADATA",
	}],
	"locked": "yes",
	"scope": "app",
	"occurrences": [{"file": "requirements.lock", "line": 4}],
}

mcp_server := {
	"ref": "mcp:tickets",
	"name": "tickets",
	"transport": "stdio",
	"pinned": "yes",
	"scope": "app",
	"occurrences": [{"file": ".mcp.json"}],
}

flow := {
	"provider": "openai",
	"ref": "service:openai",
	"model": "gpt-4o-2024-08-06",
	"classes": ["personal", "user-content"],
	"recorded_by": ["langfuse"],
	"scope": "app",
	"occurrences": seen,
}

tool := {
	"ref": "tool:send_reply",
	"name": "send_reply",
	"origin": "own",
	"scope": "app",
	"capabilities": [{"class": "acts-outside", "why": "sends mail", "file": "desk/tools.py", "line": 5}],
	"approval": {"file": "desk/tools.py", "line": 3, "symbol": "needs_approval"},
	"occurrences": [{"file": "desk/tools.py", "line": 4}],
}

agent := {
	"ref": "agent:desk",
	"name": "desk",
	"framework": "langchain",
	"model": "gpt-4o-2024-08-06",
	"scope": "app",
	"tools": ["tool:send_reply"],
	"mcp_servers": [],
	"agents": [],
	"capabilities": [],
	"combinations": [],
	"occurrences": [{"file": "desk/agent.py", "line": 9}],
}

observer := {
	"slug": "langfuse",
	"how": "decorator",
	"content": "on",
	"url": "https://langfuse.desk.internal",
	"tls": true,
	"jurisdiction": "DE",
	"exposure": "private",
	"scope": "app",
	"providers": ["openai"],
	"occurrences": seen,
}

# A chat in a page; the server answers it.
chat := {
	"what": "chat",
	"how": "component",
	"name": "streamlit",
	"scope": "app",
	"occurrences": [{"file": "desk/page.py", "line": 6, "symbol": "st.chat_input"}],
}

# A call that makes images.
drawing := {
	"what": "image",
	"how": "call",
	"name": "openai",
	"model": "gpt-image-1",
	"scope": "app",
	"occurrences": [{"file": "desk/draw.py", "line": 9, "symbol": "client.images.generate"}],
}

logs := object.union(dated, {"covers": ["*"], "kept_in": "langfuse", "retention_days": 400, "by": "Jo Keller"})

licence := object.union(dated, {
	"covers": ["library:openai"],
	"licence": "Apache-2.0",
	"options": [["Apache-2.0"]],
	"by": "Jo Keller",
})

artifact := {
	"ref": "file:models/rank.safetensors",
	"name": "models/rank.safetensors",
	"format": "safetensors",
	"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	"licenses": ["Apache-2.0"],
	"licence_options": [["Apache-2.0"]],
	"runs_code": false,
	"unsafe": [],
	"scope": "app",
	"occurrences": [{"file": "models/rank.safetensors"}],
}

dataset := {
	"what": "dataset",
	"name": "acme/tickets",
	"revision": "0123abc",
	"pinned": "yes",
	"scope": "app",
	"occurrences": [{"file": "desk/train.py", "line": 4}],
}

secret := {
	"slug": "openai",
	"how": "form",
	"variable": "KEY",
	"scope": "app",
	"occurrences": [{"file": "desk/keys.py", "line": 2}],
}

evaluation := object.union(dated, {
	"model": "gpt-4o-2024-08-06",
	"covers": ["performance", "reliability", "safety", "security", "bias", "privacy"],
	"result": "wiki/evaluations/7",
	"by": "Jo Keller",
})

emotion := {
	"id": "emotion-recognition",
	"signal": "library",
	"term": "deepface",
	"scope": "app",
	"occurrences": [{"file": "desk/mood.py", "line": 3}],
}

# A signal of whichever area facts_of_area names.
area := object.union(emotion, {"id": "area"})

scoring := object.union(emotion, {"id": "scoring"})

hiring := {
	"id": "recruitment",
	"signal": "prompt",
	"term": "rank these applicants",
	"scope": "app",
	"occurrences": [{"file": "desk/rank.py", "line": 7}],
}

unresolved := {
	"what": "model",
	"slug": "openai",
	"reason": "set at run time",
	"variable": "MODEL",
	"scope": "app",
	"occurrences": seen,
}

owner := {"name": "Desk team", "contact": "desk@example.com", "covers": ["*"], "stated": stated}

provider_approval := object.union(dated, {
	"provider": "openai",
	"approved_by": "Jo Keller",
	"data_classes": ["personal", "user-content"],
	"dpa": "DPA-7",
	"retention_days": 30,
	"training": "none",
	"documentation": "wiki/openai",
	"agreement": "Order form 4711",
	"exposure": "public",
})

model_approval := object.union(dated, {
	"model": "gpt-4o-2024-*",
	"provider": "openai",
	"approved_by": "Jo Keller",
	"data_classes": ["personal", "user-content"],
})

lapsed_provider_approval := object.union(provider_approval, lapsed)

lapsed_model_approval := object.union(model_approval, lapsed)

stated := object.union(dated, {"by": "Jo Keller"})

risk_class := object.union(dated, {"class": "limited", "reasons": ["Talks to customers"], "by": "Jo Keller"})

desk := {
	"schema": "aigov.dev/policy-input/v1",
	"context": {"evaluated_at": "2026-11-23T00:00:00Z", "evaluated_at_ns": now},
	"bom": {
		"spec_version": "1.6",
		"by_aigov": true,
		"timestamp": "2026-11-20T00:00:00Z",
		"timestamp_ns": 1795132800000000000,
		"commit": "0123abc",
		"dirty": false,
	},
	"system": {"ref": "app:desk", "name": "desk"},
	"coverage": {"known": true, "complete": true, "files_seen": 9, "files_scanned": 8, "suspects": 0, "gaps": []},
	"ai_use": "present",
	"libraries": [library],
	"providers": [provider],
	"models": [model],
	"mcp_servers": [mcp_server],
	"flows": [flow],
	"indicators": [],
	"unresolved": [],
	"agents": [agent],
	"tools": [tool],
	"observers": [observer],
	"surfaces": [],
	"artifacts": [artifact],
	"assets": [dataset],
	"secrets": [],
	"declarations": {
		"system": {
			"name": "desk",
			"purpose": "Drafts answers to tickets.",
			"users": ["support staff"],
			"data_classes": ["personal", "user-content"],
			"incident_contact": "on-call@example.com",
			"restricted": ["jurisdiction:RU"],
			"role": "deployer",
			"eu_exposure": true,
			"stated": stated,
			"regions": ["eu"],
			"risk_class": risk_class,
		},
		"owners": [owner],
		"providers": [provider_approval],
		"models": [model_approval],
		"evaluations": [evaluation],
		"logs": [logs],
		"attestations": [],
	},
}

facts := {
	"recorders": ["langfuse", "langsmith"],
	"as_of": "2026-11-01",
	"as_of_ns": 1793491200000000000,
	"lifecycle": {"openai": {
		"gpt-4o-2024-08-06": {
			"date_kind": "shutdown",
			"confidence": "high",
			"earliest_date": "2027-06-01",
			"earliest_ns": later_ns,
			"latest_date": "2027-06-01",
			"latest_ns": later_ns,
			"as_of": "2026-11-01",
		},
		"gpt-4-32k": {
			"date_kind": "shutdown",
			"confidence": "high",
			"earliest_date": "2026-09-30",
			"earliest_ns": past_ns - 86400000000000,
			"latest_date": "2026-09-30",
			"latest_ns": past_ns - 86400000000000,
			"as_of": "2026-11-01",
		},
	}},
	"regions": {
		"eu": {"country": "EU", "union": true},
		"eu-west-1": {"country": "IE", "union": true},
		"eu-west-2": {"country": "GB", "union": false},
		"westeurope": {"country": "NL", "union": true},
		"West Europe": {"country": "NL", "union": true},
	},
	"terms": {"openai": {
		"default_retention_days": 30,
		"trains_by_default": false,
		"dpa_available": true,
		"as_of": "2026-08-31",
		"confidence": "high",
	}},
	"indicators": {
		"emotion-recognition": {
			"title": "Emotion recognition",
			"practices": ["eu-ai-act:Art. 5(1)(f)", "eu-ai-act:Annex III 1(c)"],
		},
		"recruitment": {"title": "Recruitment", "practices": ["eu-ai-act:Annex III 4(a)"]},
		"scoring": {
			"title": "Other prohibited practices",
			"practices": [sprintf("eu-ai-act:Art. 5(1)(%s)", [letter]) |
				some letter in ["c", "d", "e", "g", "h", "ba", "bb"]
			],
		},
	},
}

# The desk with one value set, by path: `models/0/pinned`.
having(path, value) := json.patch(desk, [{"op": operation(path), "path": sprintf("/%s", [path]), "value": value}])

# In an array, "add" would insert.
operation(path) := "replace" if {
	regex.match(`/[0-9]+$`, path)
} else := "add"

# The desk without one value.
lacking(path) := json.patch(desk, [{"op": "remove", "path": sprintf("/%s", [path])}])

no_ai := object.union(desk, {"ai_use": "none"})

empty := {}

attested(control) := having("declarations/attestations", [object.union(dated, {
	"framework": framework,
	"control": id,
	"statement": "Seen to.",
	"by": "Jo Keller",
})]) if {
	[framework, id] := split(control, "/")
}

# A signal together with a statement on a control.
explained(signal, control) := object.union(attested(control), {"indicators": [signal]})

# A framework that is given data, and no source says to whom it hands it on.
framework := object.union(library, {
	"ref": "pkg:pypi/litellm@1.50.0",
	"name": "litellm",
	"slug": "litellm",
	"kind": "framework",
})

onward := object.union(json.remove(flow, ["model", "recorded_by"]), {
	"provider": "litellm",
	"ref": framework.ref,
	"occurrences": [{"file": "desk/route.py", "line": 7}],
})

handing_on := altered(desk, [["libraries", [library, framework]], ["flows", [flow, onward]]])

# The same in a system that names no provider at all.
only_handing_on := altered(desk, [["providers", []], ["libraries", [framework]], ["flows", [onward]]])

# The desk with a use whose model, endpoint or provider the source does not name.
with_unresolved(what) := having("unresolved", [object.union(unresolved, {"what": what})])

# The desk without anything of one kind, and with a use of it that is unresolved.
only_unresolved(kind, what) := object.union(with_unresolved(what), {kind: []})

merely_named(signal) := having("indicators", [object.union(signal, {"signal": "name"})])

statuses(results) := {answer.status | some answer in results}

# All that a check answers, as [status, subject, code].
answers(results) := {[answer.status, answer.subject, answer.code] |
	some answer in results
	well_formed(answer)
}

# Whether some result has this status, subject and code.
says(results, status, subject, code) if {
	some answer in results
	answer.status == status
	answer.subject == subject
	answer.code == code
	well_formed(answer)
}

# Whether a rule answers nothing but that this fact is absent.
misses(results, need) if {
	[answer] := [only | some only in results]
	answer.status == "undetermined"
	answer.code == "facts-absent"
	need in answer.missing
}

well_formed(answer) if {
	object.keys(answer) == {"status", "subject", "code", "message", "evidence", "missing"}
	answer.message != ""
	is_array(answer.evidence)
	is_array(answer.missing)
}

# The desk as its provider would describe it, in the class that carries all duties.
high_risk_provider := json.patch(desk, [
	{"op": "replace", "path": "/declarations/system/role", "value": "provider"},
	{"op": "replace", "path": "/declarations/system/risk_class/class", "value": "high"},
])

provider_without_class := json.patch(high_risk_provider, [{"op": "remove", "path": "/declarations/system/risk_class"}])

# An input with further values set: `[path, value]` pairs.
altered(document, pairs) := json.patch(document, [
{"op": operation(path), "path": sprintf("/%s", [path]), "value": value} |
	some [path, value] in pairs
])

# The facts with one more indicator, of one area of Annex III.
facts_of_area(name) := json.patch(facts, [{
	"op": "add",
	"path": "/indicators/area",
	"value": {"title": "A regulated purpose", "practices": [sprintf("eu-ai-act:%s", [name])]},
}])

# A system declared to be used outside the EU only, and none of its services is there.
abroad(document) := altered(document, [
	["declarations/system/eu_exposure", false],
	["providers/0/endpoints/0/region", "us-east-1"],
])
