"""What the app reaches: which findings make a service, and what is said about its addresses and data."""

from __future__ import annotations

import json

import pytest

from aigov.bom.writer import write_bom
from aigov.model import Endpoint, Flow, McpServer, ModelUse, Unresolved


@pytest.fixture
def services(app, catalogue):
    """Services by bom-ref, for an app with only these parts."""

    def make(**parts):
        return {part["bom-ref"]: part for part in write_bom(app(**parts), catalogue).get("services", [])}

    return make


def endpoint(url, provider="openai", scope="app", exposure="public", **more):
    return Endpoint(file="a.py", line=4, url=url, provider=provider, scope=scope, exposure=exposure, **more)


def rows(service, values, name="aigov:endpoint"):
    return [json.loads(value) for value in values(service, name)]


def test_a_package_alone_is_no_service(services, use):
    assert services(uses=(use("r.txt:1", "openai", "manifest", package="pkg:pypi/openai"),)) == {}
    assert services(uses=(use("l:1", "ollama", "lockfile", package="pkg:pypi/ollama", version="1"),)) == {}


def test_an_import_of_what_is_served_over_the_network_is_a_service(services, use):
    found = services(uses=(use("a.py:1", "openai", "import"),))

    assert list(found) == ["service:openai"]


def test_an_import_of_what_runs_in_the_process_is_no_service(services, use):
    assert services(uses=(use("a.py:1", "pgvector", "import"), use("a.py:2", "langchain", "import"))) == {}


def test_a_container_proves_a_server_even_without_known_hosts(services, use):
    found = services(uses=(use("compose.yaml:3", "pgvector", "container"),))["service:pgvector"]

    assert "x-trust-boundary" not in found, "where it runs is not known"
    assert "provider" not in found, "nor who runs it"


def test_the_default_endpoint_is_marked_as_the_catalogues(services, use, values):
    found = services(uses=(use("a.py:1", "openai", "import"),))["service:openai"]

    assert found["endpoints"] == ["https://api.openai.com/v1"]
    assert rows(found, values) == [
        {"url": "https://api.openai.com/v1", "exposure": "public", "tls": True, "source": "catalogue-default"}
    ]
    assert found["x-trust-boundary"] is True
    assert found["provider"] == {"name": "OpenAI"}
    assert values(found, "aigov:jurisdiction") == ["US"]


def test_an_endpoint_in_the_source_replaces_the_default(services, use, values):
    found = services(
        uses=(use("a.py:1", "openai", "import"),), endpoints=(endpoint("https://eu.api.openai.com/v1", region="eu"),)
    )["service:openai"]

    assert found["endpoints"] == ["https://eu.api.openai.com/v1"]
    (row,) = rows(found, values)
    assert (row["source"], row["region"], row["tls"]) == ("code", "eu", True)


def test_an_endpoint_that_is_only_in_tests_does_not(services, use, values):
    found = services(
        uses=(use("a.py:1", "openai", "import"),),
        endpoints=(endpoint("http://localhost:9", scope="test", exposure="loopback"),),
    )["service:openai"]

    assert found["endpoints"] == ["https://api.openai.com/v1"]
    assert found["x-trust-boundary"] is True
    assert [row["source"] for row in rows(found, values)] == ["catalogue-default"]
    assert [row["url"] for row in rows(found, values, "aigov:endpoint:outside-app")] == ["http://localhost:9"]


def test_an_endpoint_that_is_set_at_run_time_is_not_guessed(services, use, values):
    found = services(
        uses=(use("a.py:1", "openai", "import"),),
        unresolved=(Unresolved(file="a.py", line=2, what="endpoint", name="openai", reason="env", scope="app"),),
    )["service:openai"]

    assert "endpoints" not in found
    assert "x-trust-boundary" not in found
    assert rows(found, values) == []


def test_a_model_that_is_set_at_run_time_leaves_the_default_endpoint(services, use):
    found = services(
        uses=(use("a.py:1", "openai", "import"),),
        unresolved=(Unresolved(file="a.py", line=2, what="model", name="openai", reason="env", scope="app"),),
    )

    assert found["service:openai"]["endpoints"] == ["https://api.openai.com/v1"]


def test_endpoints_of_the_app_and_of_its_tests_are_kept_apart(services, values):
    found = services(endpoints=(endpoint("https://a.example"), endpoint("https://b.example", scope="test")))

    assert [row["url"] for row in rows(found["service:openai"], values)] == ["https://a.example"]
    apart = rows(found["service:openai"], values, "aigov:endpoint:outside-app")
    assert [row["url"] for row in apart] == ["https://b.example"]


def test_a_template_is_a_property_and_no_endpoint(services, values):
    found = services(endpoints=(endpoint("https://{RESOURCE}.openai.azure.com/", deployment="chat"),))["service:openai"]

    assert "endpoints" not in found
    (row,) = rows(found, values)
    assert row["url"] == "https://{RESOURCE}.openai.azure.com/"
    assert (row["tls"], row["deployment"]) == (True, "chat")


def test_secrets_in_addresses_are_left_out(services, values):
    found = services(endpoints=(endpoint("https://bob:hunter2@api.openai.com/v1?api-key=sk-1#x"),))

    assert found["service:openai"]["endpoints"] == ["https://api.openai.com/v1"]
    assert "hunter2" not in json.dumps(found)
    assert "sk-1" not in json.dumps(found)


@pytest.mark.parametrize(
    ("exposures", "crosses"),
    [
        (("public", "private"), True),
        (("private", "loopback"), False),
        (("private", "unknown"), None),
        (("unknown",), None),
    ],
)
def test_trust_boundary_is_said_only_where_the_addresses_tell(services, exposures, crosses):
    found = services(endpoints=tuple(endpoint(f"http://h{i}/", exposure=e) for i, e in enumerate(exposures)))

    assert found["service:openai"].get("x-trust-boundary") is crosses


def test_a_vendor_is_the_provider_only_where_its_hosts_are_called(services, use):
    own = services(endpoints=(endpoint("https://db.ourselves.example", "pinecone"),))["service:pinecone"]
    theirs = services(endpoints=(endpoint("https://idx-1.svc.pinecone.io", "pinecone"),))["service:pinecone"]

    assert "provider" not in own
    assert theirs["provider"] == {"name": "Pinecone Systems"}


def test_data_of_the_app_is_listed_and_flows_keep_their_place(services, values):
    def flow(line, scope, data, **more):
        return Flow(file="a.py", line=line, provider="openai", symbol="c.create", scope=scope, data=data, **more)

    found = services(
        flows=(
            flow(10, "app", ("personal",), model="gpt-4o"),
            flow(9, "app", (), unresolved="built elsewhere"),
            flow(11, "test", ("secret",)),
        )
    )["service:openai"]

    assert found["data"] == [{"flow": "outbound", "classification": "personal"}]
    assert {row["line"]: (row["classes"], row["scope"]) for row in rows(found, values, "aigov:flow")} == {
        9: ([], "app"),
        10: (["personal"], "app"),
        11: (["secret"], "test"),
    }
    assert [row["line"] for row in rows(found, values, "aigov:occurrence")] == [9, 10, 11]


def test_a_framework_is_no_service_and_keeps_the_data_it_hands_on(app, catalogue, use, values):
    flow = Flow(file="a.py", line=9, provider="langchain", symbol="agent.run", scope="app", data=("personal",))
    bom = write_bom(app(uses=(use("a.py:1", "langchain", "import"),), flows=(flow,)), catalogue)

    assert "services" not in bom
    (part,) = bom["components"]
    assert rows(part, values, "aigov:flow") == [
        {"classes": ["personal"], "scope": "app", "file": "a.py", "line": 9, "symbol": "agent.run"}
    ]
    assert part["evidence"]["occurrences"][1]["line"] == 9


def test_a_flow_through_a_framework_that_no_import_names_is_not_lost(app, catalogue, values):
    flow = Flow(file="a.py", line=9, provider="langchain", symbol="agent.run", scope="app", unresolved="?")
    (part,) = write_bom(app(flows=(flow,)), catalogue)["components"]

    assert part["bom-ref"] == "library:langchain"
    assert values(part, "aigov:kind") == ["framework"]


def test_a_model_makes_its_provider_a_service(services):
    model = ModelUse(file="c.yaml", line=1, model="gpt-4o", provider="openai", how="config", scope="app")

    assert list(services(models=(model,))) == ["service:openai"]


def mcp(name="github", line=3, **more):
    return McpServer(file=".mcp.json", line=line, name=name, **{"transport": "stdio", "scope": "app", **more})


def test_an_mcp_server(services, values):
    found = services(
        mcp_servers=(mcp(package="pkg:npm/x", version="1.0.0", pinned="yes", env=("TOKEN", "A"), command="npx"),)
    )["mcp:github"]

    assert (found["name"], found["version"]) == ("github", "1.0.0")
    assert values(found, "aigov:kind") == ["mcp"]
    assert values(found, "aigov:mcp:transport") == ["stdio"]
    assert values(found, "aigov:mcp:package") == ["pkg:npm/x"]
    assert values(found, "aigov:mcp:version") == ["1.0.0"]
    assert values(found, "aigov:mcp:pinned") == ["yes"]
    assert values(found, "aigov:mcp:env") == ["A", "TOKEN"]
    assert rows(found, values, "aigov:occurrence") == [{"file": ".mcp.json", "line": 3}]
    assert "x-trust-boundary" not in found


@pytest.mark.parametrize(
    ("url", "endpoints", "crosses"),
    [
        ("https://mcp.example.com/sse?token=1", ["https://mcp.example.com/sse"], True),
        ("http://127.0.0.1:3000/mcp", ["http://127.0.0.1:3000/mcp"], False),
        ("https://{HOST}/mcp", None, None),
    ],
)
def test_an_mcp_server_with_an_address(services, url, endpoints, crosses):
    found = services(mcp_servers=(mcp(transport="http", url=url),))["mcp:github"]

    assert found.get("endpoints") == endpoints
    assert found.get("x-trust-boundary") is crosses


def test_one_mcp_server_configured_twice_is_one_service(services, values):
    found = services(mcp_servers=(mcp(pinned="yes"), mcp(line=9, pinned="no", scope="test")))

    assert list(found) == ["mcp:github"]
    assert values(found["mcp:github"], "aigov:mcp:pinned") == ["no"]
    assert values(found["mcp:github"], "aigov:scope") == ["app"]


def test_two_mcp_servers_of_one_name_have_two_refs(services):
    found = services(mcp_servers=(mcp(package="pkg:npm/a"), mcp(line=9, package="pkg:npm/b")))

    assert len(found) == 2
    assert all(ref.startswith("mcp:github#") for ref in found)
