"""Which package a finding belongs to, at which version, and how far that is fixed."""

from __future__ import annotations

import json

import pytest

from aigov.bom.writer import write_bom
from aigov.model import Call, Transitive

KINDS = {"openai": "provider", "langchain": "framework"}


@pytest.fixture
def libraries(app, catalogue):
    """Components of type library by bom-ref, for an app with only these uses."""

    def make(*uses, **parts):
        bom = write_bom(app(uses=uses, **parts), catalogue)
        return {part["bom-ref"]: part for part in bom["components"] if part["type"] == "library"}

    return make


def places(component):
    return [f"{seen['location']}:{seen['line']}" for seen in component["evidence"]["occurrences"]]


OPENAI = {"package": "pkg:pypi/openai"}


def test_a_range_without_lock_file_gives_no_version(libraries, use, values):
    found = libraries(use("requirements.txt:1", "openai", "manifest", constraint=">=1,<2", **OPENAI))

    assert list(found) == ["pkg:pypi/openai"]
    part = found["pkg:pypi/openai"]
    assert "version" not in part
    assert part["purl"] == "pkg:pypi/openai"
    assert values(part, "aigov:constraint") == [">=1,<2"]
    assert values(part, "aigov:locked") == ["no"]
    assert values(part, "aigov:undeclared") == []


@pytest.mark.parametrize("how", ["manifest", "lockfile"])
def test_a_pin_or_a_lock_gives_the_version(libraries, use, values, how):
    part = libraries(use("f:1", "openai", how, version="1.2.3", **OPENAI))["pkg:pypi/openai@1.2.3"]

    assert part["version"] == "1.2.3"
    assert part["purl"] == "pkg:pypi/openai@1.2.3"
    assert values(part, "aigov:locked") == ["yes"]


def test_range_lock_and_import_are_one_component(libraries, use, values):
    found = libraries(
        use("pyproject.toml:5", "openai", "manifest", constraint=">=1", **OPENAI),
        use("uv.lock:40", "openai", "lockfile", version="1.9.0", **OPENAI),
        use("shop/deep/ask.py:2", "openai", "import", symbol="openai"),
    )

    assert list(found) == ["pkg:pypi/openai@1.9.0"]
    part = found["pkg:pypi/openai@1.9.0"]
    assert places(part) == ["pyproject.toml:5", "shop/deep/ask.py:2", "uv.lock:40"]
    assert values(part, "aigov:constraint") == [">=1"]


def test_two_versions_are_two_components_and_each_folder_goes_with_its_lock(libraries, use):
    found = libraries(
        use("a/pyproject.toml:1", "openai", "manifest", constraint=">=1", **OPENAI),
        use("a/uv.lock:9", "openai", "lockfile", version="1.0", **OPENAI),
        use("a/src/x.py:1", "openai", "import"),
        use("b/uv.lock:9", "openai", "lockfile", version="2.0", **OPENAI),
        use("b/y.py:1", "openai", "import"),
    )

    assert {ref: places(part) for ref, part in found.items()} == {
        "pkg:pypi/openai@1.0": ["a/pyproject.toml:1", "a/src/x.py:1", "a/uv.lock:9"],
        "pkg:pypi/openai@2.0": ["b/uv.lock:9", "b/y.py:1"],
    }


def test_a_lock_beside_does_not_lock_another_folder(libraries, use, values):
    found = libraries(
        use("backend/requirements.txt:1", "openai", "manifest", constraint=">=1", **OPENAI),
        use("jobs/uv.lock:9", "openai", "lockfile", version="1.0", **OPENAI),
    )

    assert values(found["pkg:pypi/openai"], "aigov:locked") == ["no"]
    assert values(found["pkg:pypi/openai@1.0"], "aigov:locked") == ["yes"]


def test_an_import_that_no_manifest_lists_takes_the_catalogues_first_package(libraries, use, values):
    found = libraries(use("a.py:1", "openai", "import"), use("web/b.tsx:2", "openai", "import"))

    assert list(found) == ["pkg:npm/openai", "pkg:pypi/openai"]
    for part in found.values():
        assert values(part, "aigov:undeclared") == ["true"]
        assert values(part, "aigov:locked") == ["unresolved"]
        assert "version" not in part


def test_an_import_without_package_in_its_language_keeps_its_slug(libraries, use):
    found = libraries(use("Main.java:3", "langchain", "import"))

    assert list(found) == ["library:langchain"]
    assert found["library:langchain"]["name"] == "LangChain"
    assert "purl" not in found["library:langchain"]


def test_what_neither_package_nor_service_stands_for_is_still_listed(libraries, use, values):
    found = libraries(use(".claude/settings.json:1", "claude-code", "config"))

    assert values(found["library:claude-code"], "aigov:kind") == ["agent-framework"]
    assert places(found["library:claude-code"]) == [".claude/settings.json:1"]


def test_an_mcp_configuration_without_servers_is_still_listed(libraries, use, full):
    assert libraries(use(".mcp.json:2", "mcp", "config"), mcp_servers=full.mcp_servers) == {}
    assert list(libraries(use("b/plugin.json:15", "mcp", "config"), mcp_servers=full.mcp_servers)) == ["library:mcp"]


def test_an_adapter_is_one_component_with_several_names(libraries, use, values):
    adapter = {"package": "pkg:pypi/langchain-openai", "version": "0.3"}
    found = libraries(
        use("uv.lock:1", "openai", "lockfile", **adapter),
        use("uv.lock:1", "langchain", "lockfile", **adapter),
    )

    part = found["pkg:pypi/langchain-openai@0.3"]
    assert values(part, "aigov:name") == ["langchain", "openai"], "what it is built for comes first"
    assert values(part, "aigov:kind") == ["framework", "provider"]
    assert values(part, "aigov:jurisdiction") == ["US"]
    assert "publisher" not in part, "whose it is, the catalogue does not tell"


def test_a_jurisdiction_on_which_the_entries_disagree_is_left_out(libraries, use, values):
    found = libraries(
        use("f:1", "mistral", "manifest", package="pkg:pypi/langchain-mistralai"),
        use("f:1", "langchain", "manifest", package="pkg:pypi/langchain-mistralai"),
    )

    assert values(found["pkg:pypi/langchain-mistralai"], "aigov:jurisdiction") == []


def test_an_import_goes_to_the_package_that_bears_its_name(libraries, use):
    found = libraries(
        use("r.txt:1", "openai", "manifest", **OPENAI),
        use("r.txt:2", "openai", "manifest", package="pkg:pypi/langchain-openai"),
        use("a.py:1", "openai", "import", symbol="langchain_openai.ChatOpenAI"),
        use("b.py:1", "openai", "import", symbol="OpenAI"),
    )

    assert places(found["pkg:pypi/langchain-openai"]) == ["a.py:1", "r.txt:2"]
    assert places(found["pkg:pypi/openai"]) == ["b.py:1", "r.txt:1"]


def test_a_line_that_two_entries_claim_is_one_occurrence(libraries, use):
    found = libraries(
        use("p.toml:3", "openai", "manifest", **OPENAI),
        use("p.toml:3", "langchain", "manifest", symbol="openai[lc]", **OPENAI),
    )

    (seen,) = found["pkg:pypi/openai"]["evidence"]["occurrences"]
    assert seen["symbol"] == "openai[lc]"


def test_a_scoped_npm_package_is_split_into_group_and_name(libraries, use):
    part = libraries(use("p.json:1", "openai", "manifest", package="pkg:npm/%40ai-sdk/openai", version="1.0.0"))[
        "pkg:npm/%40ai-sdk/openai@1.0.0"
    ]

    assert (part["group"], part["name"], part["version"]) == ("@ai-sdk", "openai", "1.0.0")


def test_calls_are_evidence_of_the_library_they_go_through(libraries, use):
    call = Call(file="a.py", line=7, name="openai", symbol="c.responses.create", scope="app", enclosing="ask")
    part = libraries(use("a.py:1", "openai", "import"), calls=(call,))["pkg:pypi/openai"]

    assert part["evidence"]["occurrences"][1] == {
        "location": "a.py",
        "line": 7,
        "symbol": "c.responses.create",
        "additionalContext": "how=sdk-call scope=app in=ask",
    }


@pytest.mark.parametrize("how", ["http", "env", "config"])
def test_a_request_or_a_variable_is_no_evidence_of_a_package(libraries, use, how):
    found = libraries(use("a.py:1", "openai", "import"), use("b.py:5", "openai", how))

    assert places(found["pkg:pypi/openai"]) == ["a.py:1"]


def test_a_use_seen_before_the_import_that_makes_the_library_is_not_lost(libraries, use):
    found = libraries(use("a.py:9", "langchain", "sdk-call"), use("b.py:1", "langchain", "import"))

    assert places(found["pkg:pypi/langchain"]) == ["a.py:9", "b.py:1"]


@pytest.mark.parametrize(
    ("scopes", "scope", "cyclonedx"),
    [(("test", "app"), "app", "required"), (("doc", "test"), "test", "excluded"), (("build",), "build", "excluded")],
)
def test_the_strongest_scope_counts(libraries, use, values, scopes, scope, cyclonedx):
    uses = [use(f"f{i}.py:1", "openai", "import", scope=name) for i, name in enumerate(scopes)]
    part = libraries(*uses)["pkg:pypi/openai"]

    assert values(part, "aigov:scope") == [scope]
    assert part["scope"] == cyclonedx


def test_the_makers_own_package_names_its_publisher(libraries, use):
    part = libraries(use("r.txt:1", "openai", "manifest", **OPENAI))["pkg:pypi/openai"]

    assert part["publisher"] == "OpenAI"
    assert part["externalReferences"] == [{"type": "website", "url": "https://openai.com"}]
    other = libraries(use("p.json:1", "openai", "manifest", package="pkg:npm/%40ai-sdk/openai"))
    assert "publisher" not in other["pkg:npm/%40ai-sdk/openai"], "the entry lists it, its vendor does not make it"


def test_versions_with_odd_characters_survive_in_the_purl(libraries, use):
    found = libraries(use("r.txt:1", "openai", "manifest", version="1.0+cu121 beta", **OPENAI))

    assert found["pkg:pypi/openai@1.0%2Bcu121%20beta"]["version"] == "1.0+cu121 beta"


def along(place, name, package, version="1.0.0", **more):
    file, _, line = place.rpartition(":")
    return Transitive(
        **{"file": file, "line": int(line), "name": name, "kind": KINDS[name], "scope": "app", "package": package}
        | {"version": version, **more}
    )


def test_what_comes_along_hangs_on_what_brings_it_and_makes_no_service(app, use, catalogue, values):
    bom = write_bom(
        app(
            uses=(use("uv.lock:3", "langchain", "lockfile", version="0.3.0", package="pkg:pypi/langchain"),),
            transitive=(
                along("uv.lock:9", "openai", "pkg:pypi/openai", via=("pkg:pypi/langchain",)),
                along("go.mod:7", "openai", "pkg:npm/openai"),
            ),
        ),
        catalogue,
    )
    parts = {part["bom-ref"]: part for part in bom["components"]}
    brought = parts["pkg:pypi/openai@1.0.0"]
    edges = {edge["ref"]: edge.get("dependsOn", []) for edge in bom["dependencies"]}

    assert values(brought, "aigov:direct") == ["no"]
    assert values(brought, "aigov:locked") == ["yes"]
    assert values(brought, "aigov:undeclared") == []
    assert values(parts["pkg:pypi/langchain@0.3.0"], "aigov:direct") == ["yes"]
    assert edges["pkg:pypi/langchain@0.3.0"] == ["pkg:pypi/openai@1.0.0"]
    assert edges["app:shop"] == ["pkg:npm/openai@1.0.0", "pkg:pypi/langchain@0.3.0"]
    assert "services" not in bom


def test_those_that_bring_one_another_hang_on_the_app(app, catalogue):
    bom = write_bom(
        app(
            transitive=(
                along("uv.lock:9", "openai", "pkg:pypi/openai", via=("pkg:pypi/langchain",)),
                along("uv.lock:2", "langchain", "pkg:pypi/langchain", via=("pkg:pypi/openai",)),
            ),
        ),
        catalogue,
    )
    edges = {edge["ref"]: edge.get("dependsOn", []) for edge in bom["dependencies"]}
    assert edges["app:shop"] == ["pkg:pypi/langchain@1.0.0"]
    assert edges["pkg:pypi/langchain@1.0.0"] == ["pkg:pypi/openai@1.0.0"]


def test_what_comes_along_and_is_imported_is_used_though_undeclared(app, use, catalogue, values):
    bom = write_bom(
        app(
            uses=(use("ask.py:1", "openai", "import", symbol="openai"),),
            transitive=(along("uv.lock:9", "openai", "pkg:pypi/openai", version="1.9.0"),),
        ),
        catalogue,
    )
    (part,) = [part for part in bom["components"] if part["type"] == "library"]
    edges = {edge["ref"]: edge.get("dependsOn", []) for edge in bom["dependencies"]}

    assert part["version"] == "1.9.0"
    assert values(part, "aigov:direct") == ["no"]
    assert values(part, "aigov:undeclared") == ["true"]
    assert places(part) == ["ask.py:1", "uv.lock:9"]
    assert edges["pkg:pypi/openai@1.9.0"] == ["service:openai"]


def test_what_is_asked_for_is_no_less_direct_for_coming_along_too(libraries, use, values):
    part = libraries(
        use("uv.lock:3", "openai", "lockfile", version="1.0.0", **OPENAI),
        transitive=(along("other/uv.lock:9", "openai", "pkg:pypi/openai"),),
    )["pkg:pypi/openai@1.0.0"]
    assert values(part, "aigov:direct") == ["yes"]
    assert places(part) == ["uv.lock:3"]


def test_an_optional_dependency_is_optional_until_the_app_uses_it(libraries, use):
    extra = use("pyproject.toml:9", "openai", "manifest", constraint=">=1", optional=True, **OPENAI)
    locked = use("uv.lock:3", "openai", "lockfile", version="1.0.0", **OPENAI)
    tested = use("tests/test_ask.py:1", "openai", "import", symbol="openai", scope="test")
    imported = use("ask.py:1", "openai", "import", symbol="openai")
    always = use("requirements.txt:1", "openai", "manifest", **OPENAI)

    def scope(*uses):
        (part,) = libraries(*uses).values()
        return part["scope"]

    assert scope(extra) == scope(extra, locked) == scope(extra, locked, tested) == "optional"
    assert scope(extra, imported) == scope(extra, always) == scope(always) == scope(locked) == "required"


def test_licences_are_those_that_lock_files_repeat(libraries, use, values):
    npm = {"package": "pkg:npm/openai", "version": "4.0.0"}
    part = libraries(
        use("package-lock.json:9", "openai", "lockfile", licences=("apache-2.0",), **npm),
        use("b/package-lock.json:9", "openai", "lockfile", licences=("(MIT OR ISC)",), **npm),
        use("package.json:3", "openai", "manifest", constraint="^4", package="pkg:npm/openai"),
    )["pkg:npm/openai@4.0.0"]

    assert part["licenses"] == [
        {"license": {"id": "Apache-2.0", "acknowledgement": "declared"}},
        {"license": {"name": "ISC OR MIT", "acknowledgement": "declared"}},
    ]
    assert [json.loads(value) for value in values(part, "aigov:licence:source")] == [
        {"licence": "Apache-2.0", "said": "apache-2.0", "source": "lockfile", "file": "package-lock.json"},
        {"licence": "ISC OR MIT", "said": "(MIT OR ISC)", "source": "lockfile", "file": "b/package-lock.json"},
    ]


def test_a_licence_that_nothing_says_is_left_out(libraries, use, values):
    part = libraries(use("f:1", "openai", "lockfile", version="1.2.3", **OPENAI))["pkg:pypi/openai@1.2.3"]

    assert "licenses" not in part
