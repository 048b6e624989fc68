from __future__ import annotations

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.infrastructure import ResourceRules

RULES = ResourceRules(load_catalogue().entries.values())


@pytest.mark.parametrize(
    ("type", "entries"),
    [
        ("aws_bedrockagent_agent", {"aws-bedrock"}),
        ("AWS::Bedrock::Guardrail", {"aws-bedrock"}),
        ("AWS::SageMaker::Endpoint", {"aws-sagemaker"}),
        ("microsoft.cognitiveservices/accounts", {"azure-openai", "azure-ai-foundry", "azure-cognitive-services"}),
        ("Microsoft.CognitiveServices/accounts/deployments", {"azure-openai", "azure-ai-foundry"}),
        ("Microsoft.MachineLearningServices/workspaces/onlineEndpoints", {"azure-ml"}),
        ("google_vertex_ai_endpoint", {"google-vertex"}),
        ("serving.kserve.io/InferenceService", {"kserve"}),
        ("helm:qdrant", {"qdrant"}),
        ("aws_s3_bucket", set()),
        ("Microsoft.Storage/storageAccounts", set()),
        ("helm:postgresql", set()),
        ("ray.io/RayCluster", set()),
        ("aws:bedrock:AgentAgent", {"aws-bedrock"}),
        ("aws-native:bedrock:Agent", {"aws-bedrock"}),
        ("aws:lex:V2modelsBot", {"aws-lex"}),
        ("aws:lexicon:Word", set()),
        ("gcp:vertex:AiEndpoint", {"google-vertex"}),
        ("azure:cognitive:Deployment", {"azure-openai", "azure-ai-foundry"}),
        ("azure-native:cognitiveservices:Deployment", {"azure-openai", "azure-ai-foundry"}),
        ("azure-native:search:Service", {"azure-ai-search"}),
        ("azure-native:storage:Account", set()),
        ("aws:s3:Bucket", set()),
    ],
)
def test_the_entries_of_a_type(type: str, entries: set[str]) -> None:
    assert {entry.id for entry, _ in RULES.of(type)} == entries


def test_a_type_has_one_owner_where_nothing_is_asked() -> None:
    """What a condition does not tell apart would be two entries for one resource."""
    owners: dict[str, set[str]] = {}
    for entry in load_catalogue().entries.values():
        for rule in entry.resources:
            if not rule.when:
                owners.setdefault(rule.type.lower(), set()).add(entry.id)
    assert {type: ids for type, ids in owners.items() if len(ids) > 1} == {}


def test_what_a_file_must_spell_survives_triage() -> None:
    tokens = load_catalogue().tokens()
    for text in (
        'resource "aws_bedrockagent_agent" "a" {}',
        "Type: AWS::Bedrock::Agent",
        "resource a 'Microsoft.Search/searchServices@2023-11-01' = {",
        "apiVersion: serving.kserve.io/v1beta1",
        "apiVersion: ray.io/v1\nkind: RayService",
    ):
        assert any(token in text.lower().encode() for token in tokens), text
