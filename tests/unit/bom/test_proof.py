"""Which imports and calls make a service, which only a library: no false peer, and none that is missed."""

from __future__ import annotations

import pytest

from aigov.bom.writer import write_bom
from aigov.model import Call, Endpoint, Flow, ModelUse, Unresolved


@pytest.fixture
def bom(app, catalogue):
    """The AI-BOM of an app with only these parts."""

    def make(**parts):
        return write_bom(app(**parts), catalogue)

    return make


@pytest.fixture
def services(bom):
    def make(**parts):
        return {part["bom-ref"]: part for part in bom(**parts).get("services", [])}

    return make


def call(name, symbol, file="a.py", line=5, scope="app", **more):
    return Call(file=file, line=line, name=name, symbol=symbol, scope=scope, **more)


def at_groq(file="a.py", scope="app"):
    """``OpenAI(base_url="https://api.groq.com/…")``, as the scan writes it down."""
    return {
        "calls": (call("openai", "OpenAI", file, scope=scope), call("groq", "OpenAI", file, scope=scope)),
        "endpoints": (
            Endpoint(
                file=file, line=5, url="https://api.groq.com/openai/v1", provider="groq", scope=scope, exposure="public"
            ),
        ),
    }


def test_a_client_at_the_host_of_another_vendor_is_that_vendors_service(bom, use):
    document = bom(uses=(use("a.py:1", "openai", "import", symbol="openai.OpenAI"),), **at_groq())

    assert [part["bom-ref"] for part in document["services"]] == ["service:groq"]
    edges = {edge["ref"]: edge["dependsOn"] for edge in document["dependencies"]}
    assert edges["pkg:pypi/openai"] == ["service:groq"], "the library stays, and says where it leads"


def test_methods_of_such_a_client_do_not_bring_the_vendor_back(services, use):
    parts = at_groq()
    parts["calls"] += tuple(call(name, "client.responses.parse", line=9) for name in ("openai", "groq"))

    assert list(services(uses=(use("a.py:1", "openai", "import"),), **parts)) == ["service:groq"]


def test_a_constructor_of_another_vendor_in_the_same_package_is_no_use_of_its_own(services, use):
    found = services(
        uses=(use("a.py:1", "openai", "import", symbol="openai"), use("a.py:5", "azure-openai", "sdk-call")),
        calls=(call("azure-openai", "openai.AzureOpenAI"),),
    )

    assert list(found) == ["service:azure-openai"]


@pytest.mark.parametrize(
    ("symbol", "names"),
    [
        ("openai.RateLimitError", ["service:azure-openai"]),
        ("openai.types.chat.ChatCompletion", ["service:azure-openai"]),
        ("openai.OpenAI", ["service:azure-openai", "service:openai"]),
        ("openai", ["service:azure-openai", "service:openai"]),
    ],
)
def test_in_another_file_only_a_type_is_accounted_for(services, use, symbol, names):
    found = services(
        uses=(use("b.py:1", "openai", "import", symbol=symbol), use("a.py:5", "azure-openai", "sdk-call")),
        calls=(call("azure-openai", "AzureOpenAI"),),
    )

    assert list(found) == names


def test_calls_of_tests_say_nothing_of_the_app(services, use):
    found = services(
        uses=(use("a.py:1", "openai", "import", symbol="openai.RateLimitError"),), **at_groq("tests/t.py", "test")
    )

    assert list(found) == ["service:groq", "service:openai"]


def test_calls_of_one_language_say_nothing_of_another(services, use):
    found = services(uses=(use("main.go:1", "openai", "import", symbol="openai.Client"),), **at_groq())

    assert list(found) == ["service:groq", "service:openai"]


def test_one_call_at_the_vendors_own_host_is_enough(services, use):
    parts = at_groq()
    parts["calls"] += (call("openai", "OpenAI", line=20),)

    assert list(services(uses=(use("a.py:1", "openai", "import"),), **parts)) == ["service:groq", "service:openai"]


def test_an_address_that_is_not_known_keeps_the_vendor(services, use):
    parts = at_groq()
    parts["unresolved"] = (
        Unresolved(file="a.py", line=30, what="endpoint", name="openai", reason="env", scope="app", symbol="OpenAI"),
    )

    assert list(services(uses=(use("a.py:1", "openai", "import"),), **parts)) == ["service:groq", "service:openai"]


@pytest.mark.parametrize("how", ["env", "config", "http", "container", "iac"])
def test_what_is_no_import_is_never_accounted_for(services, use, how):
    found = services(uses=(use("a.py:1", "openai", how),), **at_groq())

    assert "service:openai" in found


def test_a_wrapper_of_a_library_on_the_own_machine_is_no_service(bom, use, values):
    places = {"file": "a.py", "line": 5, "symbol": "HuggingFaceEmbeddings", "scope": "app"}
    document = bom(
        uses=(use("a.py:1", "huggingface", "import", symbol="langchain_huggingface.HuggingFaceEmbeddings"),),
        calls=(
            call("huggingface", "HuggingFaceEmbeddings"),
            call("sentence-transformers", "HuggingFaceEmbeddings"),
            call("huggingface", "embedder.embed_query", line=8),
            call("sentence-transformers", "embedder.embed_query", line=8),
        ),
        models=(ModelUse(model="BAAI/bge-small-en", provider="sentence-transformers", how="sdk-call", **places),),
        flows=(Flow(provider="sentence-transformers", data=("personal",), **places),),
    )

    assert "services" not in document
    parts = {part["bom-ref"]: part for part in document["components"]}
    assert "model:sentence-transformers/BAAI/bge-small-en" in parts
    assert values(parts["library:sentence-transformers"], "aigov:flow"), "what goes in is still said"


def local(symbol, line=5, **more):
    return call("chroma", symbol, line=line, runs="local", **more)


def test_a_store_within_the_process_is_a_library(bom, use):
    document = bom(
        uses=(use("a.py:1", "chroma", "import", symbol="chromadb"),), calls=(local("chromadb.PersistentClient"),)
    )

    assert "services" not in document
    assert [part["bom-ref"] for part in document["components"]] == ["pkg:pypi/chromadb"]


def test_a_store_within_the_process_here_and_on_a_server_there_is_a_service(services, use, values):
    found = services(
        uses=(use("a.py:1", "chroma", "import"), use("tests/t.py:1", "chroma", "import", scope="test")),
        calls=(local("chromadb.PersistentClient"), call("chroma", "chromadb.HttpClient", "tests/t.py", scope="test")),
    )

    assert values(found["service:chroma"], "aigov:scope") == ["test"], "the app reaches none"


def test_a_model_that_runs_within_the_process_makes_no_service_of_its_host(bom, use):
    places = {"file": "a.py", "line": 5, "symbol": "Llama", "scope": "app"}
    document = bom(
        uses=(use("a.py:5", "llama-cpp", "sdk-call", symbol="Llama"),),
        calls=(call("llama-cpp", "Llama", runs="local"), call("llama-cpp", "llm", line=7, runs="local")),
        models=(ModelUse(model="m.gguf", provider="llama-cpp", how="sdk-call", **places),),
        flows=(Flow(file="a.py", line=7, symbol="llm", scope="app", provider="llama-cpp", data=("personal",)),),
        unresolved=(Unresolved(what="model", name="llama-cpp", reason="env", **places),),
    )

    assert "services" not in document


def test_what_a_setting_leaves_off_is_listed_and_makes_no_service(bom, use):
    off = "off by default: USE_GROQ=false"
    row = Unresolved(file=".env", line=2, what="use", name="groq", reason=off, scope="app", variable="USE_GROQ")

    document = bom(uses=(use("a.py:1", "openai", "import"),), unresolved=(row,))

    assert [service["bom-ref"] for service in document["services"]] == ["service:openai"]
    rows = document["metadata"]["component"]["properties"]
    said = [row["value"] for row in rows if row["name"] == "aigov:unresolved"]
    assert '"variable":"USE_GROQ"' in said[0]


def test_evidence_that_is_weak_is_marked(services, use, values):
    model = ModelUse(file="c.py", line=1, model="gpt-4o", provider="openai", how="config", scope="app")

    def evidence(**parts):
        return values(services(**parts)["service:openai"], "aigov:evidence")

    imported = use("a.py:1", "openai", "import", symbol="openai")
    assert evidence(uses=(imported,)) == ["import-only"]
    assert evidence(uses=(imported, use("b.py:1", "openai", "env"))) == ["named-only"]
    assert evidence(models=(model,)) == ["named-only"]
    assert evidence(uses=(imported,), calls=(call("openai", "OpenAI"),)) == []
    assert evidence(uses=(use("b.py:1", "openai", "http"),)) == []
