"""Sums up a claim with Bedrock's Converse API."""

import boto3
from botocore.config import Config
from langsmith import traceable
from pydantic import BaseModel

from claims_copilot.config import REGION, SUMMARY_MODEL

INSTRUCTIONS = """Sum up this insurance claim for the handler: what is claimed, which documents are there, what is missing.
State facts only. Do not judge whether the claim is justified or what should be paid."""


class Claim(BaseModel):
    number: str
    policy_holder: str
    iban: str
    description: str


bedrock = boto3.client(
    "bedrock-runtime", region_name=REGION, config=Config(read_timeout=60, retries={"max_attempts": 2})
)


@traceable(name="summary")
def summarise(claim: Claim) -> str:
    response = bedrock.converse(
        modelId=SUMMARY_MODEL,
        system=[{"text": INSTRUCTIONS}],
        messages=[{"role": "user", "content": [{"text": claim.description}]}],
        inferenceConfig={"maxTokens": 600, "temperature": 0.0},
    )
    return "".join(block.get("text", "") for block in response["output"]["message"]["content"])
