"""Model components: who serves and makes them, which version, and what their card may say."""

from __future__ import annotations

import pytest

from aigov.bom.writer import write_bom
from aigov.model import Flow, ModelUse, Step


@pytest.fixture
def models(app, catalogue):
    """Model components by bom-ref."""

    def make(*uses, **parts):
        bom = write_bom(app(models=uses, **parts), catalogue)
        return {part["bom-ref"]: part for part in bom["components"] if part["type"] == "machine-learning-model"}

    return make


def named(model="gpt-4o", provider="openai", file="a.py", line=1, **more):
    return ModelUse(file=file, line=line, model=model, provider=provider, **{"how": "sdk-call", "scope": "app", **more})


def test_one_component_for_each_provider_and_model(models):
    found = models(named(), named(file="b.py"), named(provider="openai-compatible"), named("gpt-5"))

    assert list(found) == ["model:openai-compatible/gpt-4o", "model:openai/gpt-4o", "model:openai/gpt-5"]
    occurrences = found["model:openai/gpt-4o"]["evidence"]["occurrences"]
    assert [seen["location"] for seen in occurrences] == ["a.py", "b.py"]


def test_one_model_under_two_spellings_is_one_component(models):
    found = models(
        named("gpt-4o-2024-08-06", pinned="yes"), named("openai/gpt-4o-2024-08-06", file="b.py", how="config")
    )

    (ref,) = found
    assert ref == "model:openai/gpt-4o-2024-08-06"
    first, second = found[ref]["evidence"]["occurrences"]
    assert "spelled" not in first["additionalContext"]
    assert second["additionalContext"] == "how=config scope=app spelled=openai/gpt-4o-2024-08-06"
    assert found[ref]["version"] == "2024-08-06", "pinned is the bare id, whatever stands before it"


def test_a_prefix_is_kept_where_the_rest_is_no_id_of_the_provider(models):
    found = models(named("openai/own-model"), named("openai/gpt-4o", "openai-compatible"))

    assert list(found) == ["model:openai-compatible/openai/gpt-4o", "model:openai/openai/own-model"]


def test_the_flow_names_the_model_as_the_component_does(app, catalogue, values):
    flow = Flow(file="a.py", line=1, provider="openai", symbol="c.create", scope="app", model="openai/gpt-4o")
    bom = write_bom(app(models=(named("openai/gpt-4o"),), flows=(flow,)), catalogue)

    assert '"model":"gpt-4o"' in values(bom["services"][0], "aigov:flow")[0]


def test_a_maker_that_claims_the_form_of_an_id_is_credited_on_any_host(models):
    found = models(named("gpt-oss-20b", "openai-compatible"), named("openai/gpt-4o", "groq"), named("x/gpt-4o", "groq"))

    assert found["model:openai-compatible/gpt-oss-20b"]["publisher"] == "OpenAI"
    assert found["model:groq/openai/gpt-4o"]["publisher"] == "OpenAI"
    assert "publisher" not in found["model:groq/x/gpt-4o"], "somebody else's work may be named alike"


def test_a_host_that_alone_uses_such_ids_is_not_the_maker(models):
    assert "publisher" not in models(named("llama-3.3-70b-versatile", "groq"))["model:groq/llama-3.3-70b-versatile"]


def test_the_provider_that_claims_the_form_of_an_id_is_the_maker(models, values):
    part = models(named())["model:openai/gpt-4o"]

    assert part["manufacturer"] == {"name": "OpenAI"}
    assert part["publisher"] == "OpenAI"
    assert values(part, "aigov:model:publisher") == ["openai"]
    assert values(part, "aigov:model:platform") == ["openai"]


def test_a_maker_other_than_the_provider_comes_from_the_scan(models, values):
    model = "anthropic.claude-3-5-sonnet-20241022-v2:0"
    part = models(named(model, "aws-bedrock", publisher="anthropic", pinned="yes"))[f"model:aws-bedrock/{model}"]

    assert part["publisher"] == "Anthropic"
    assert values(part, "aigov:model:provider") == ["aws-bedrock"]
    assert part["version"] == "20241022"


def test_a_maker_other_than_the_provider_comes_from_the_catalogue_else(models):
    model = "anthropic.claude-sonnet-4"

    assert models(named(model, "aws-bedrock"))[f"model:aws-bedrock/{model}"]["publisher"] == "Anthropic"


def test_a_maker_that_the_catalogue_does_not_know_is_named_as_the_scan_names_it(models):
    assert (
        models(named("llama-3", "openai-compatible", publisher="meta"))["model:openai-compatible/llama-3"]["publisher"]
        == "meta"
    )


def test_a_host_is_not_taken_for_the_maker_of_what_it_alone_serves_so_named(models):
    part = models(named("meta.llama3-8b-instruct-v1:0", "aws-bedrock"))[
        "model:aws-bedrock/meta.llama3-8b-instruct-v1:0"
    ]

    assert "publisher" not in part


def test_an_unknown_maker_is_left_out(models, values):
    part = models(named("own-model", "openai-compatible"))["model:openai-compatible/own-model"]

    assert "publisher" not in part
    assert "manufacturer" not in part
    assert values(part, "aigov:model:publisher") == []


@pytest.mark.parametrize(
    ("model", "pinned", "version"),
    [
        ("gpt-4o-2024-08-06", "yes", "2024-08-06"),
        ("claude-sonnet-4@20250514", "yes", "20250514"),
        ("claude-3-haiku-20240307-v1:0", "yes", "20240307"),
        ("gpt-4o", "no", None),
        ("gpt-4o-2024-08-06", "unresolved", None),
        ("llama3:8b", "yes", None),
        ("text-embedding-20990", "yes", None),
    ],
)
def test_the_version_is_the_date_of_a_pinned_id(models, model, pinned, version):
    (part,) = models(named(model, pinned=pinned)).values()

    assert part.get("version") == version


@pytest.mark.parametrize(
    ("states", "pinned"),
    [(("yes", "yes"), "yes"), (("yes", "unresolved"), "unresolved"), (("unresolved", "no", "yes"), "no")],
)
def test_the_weakest_pin_counts(models, values, states, pinned):
    uses = [named(line=i + 1, pinned=state) for i, state in enumerate(states)]

    assert values(models(*uses)["model:openai/gpt-4o"], "aigov:model:pinned") == [pinned]


@pytest.mark.parametrize(
    ("symbol", "task"),
    [
        ("client.chat.completions.create", "text-generation"),
        ("generateText", "text-generation"),
        ("langchain_openai.ChatOpenAI", "text-generation"),
        ("openai.embeddings.create", "feature-extraction"),
        ("client.images.generate", "text-to-image"),
        ("client.audio.transcriptions.create", "automatic-speech-recognition"),
        ("regenerateText", None),
        ("bedrock.invoke_model", None),
        (None, None),
    ],
)
def test_the_card_says_what_the_call_proves(models, values, symbol, task):
    card = models(named(symbol=symbol))["model:openai/gpt-4o"]["modelCard"]

    assert card.get("modelParameters", {}).get("task") == task
    known = values(card, "aigov:card:known")
    assert known == ["nothing"] if task is None else known[0].startswith("task ")


def test_a_call_elsewhere_with_the_same_model_fills_the_card(models):
    flow = Flow(file="z.py", line=3, provider="openai", symbol="c.embeddings.create", scope="app", model="gpt-4o")
    card = models(named(how="config"), flows=(flow,))["model:openai/gpt-4o"]["modelCard"]

    assert card["modelParameters"] == {"task": "feature-extraction", "outputs": [{"format": "embedding"}]}


def test_calls_that_contradict_each_other_prove_no_task(models):
    card = models(named(symbol="c.embeddings.create"), named(line=2, symbol="c.chat.completions.create"))[
        "model:openai/gpt-4o"
    ]["modelCard"]

    assert "modelParameters" not in card


def test_variables_scopes_and_steps_are_kept(models, values):
    step = Step(file="settings.py", line=3, what="default of MODEL")
    part = models(
        named(variable="B", scope="test", steps=(step,)), named(line=2, variable="A", how="env", scope="doc")
    )["model:openai/gpt-4o"]

    assert values(part, "aigov:model:variable") == ["A", "B"]
    assert values(part, "aigov:how") == ["env", "sdk-call"]
    assert values(part, "aigov:scope") == ["test"]
    assert part["scope"] == "excluded"
    context = part["evidence"]["occurrences"][0]["additionalContext"]
    assert context == "how=sdk-call scope=test via settings.py:3 (default of MODEL)"


@pytest.mark.parametrize(
    ("uses", "is_mention"),
    [
        ((named(mention=True), named(file="b.py", mention=True)), True),
        ((named(mention=True), named(file="b.py")), False),
        ((named(mention=True), named(file="test_a.py", scope="test")), True),
        ((named(scope="test", mention=True), named(file="test_b.py", scope="test")), False),
    ],
    ids=["only named", "called elsewhere", "called by a test alone", "all in tests"],
)
def test_a_model_that_no_call_of_its_scope_takes_is_a_mention(models, values, uses, is_mention):
    (component,) = models(*uses).values()

    assert values(component, "aigov:model:mention") == (["true"] if is_mention else [])
