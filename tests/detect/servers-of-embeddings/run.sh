#!/bin/sh
infinity_emb v2 --model-id mixedbread-ai/mxbai-embed-large-v1 --port 7997 # expect: use infinity sdk-call; model mixedbread-ai/mxbai-embed-large-v1 provider=infinity
aws bedrock-agentcore-control list-agent-runtimes --region "$REGION" # expect: use aws-bedrock sdk-call
aws codebuild list-projects # ok
