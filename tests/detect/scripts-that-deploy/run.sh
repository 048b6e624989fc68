#!/bin/sh
RUNTIME="{\"REGION\":\"eu-west-1\",\"MODEL_ID\":\"global.anthropic.claude-opus-4-6-v1\"}" # expect: model global.anthropic.claude-opus-4-6-v1 provider=aws-bedrock; use aws-bedrock env
CONTEXT="--context embed_model_id=amazon.titan-embed-text-v2:0 --context stage=dev" # expect: model amazon.titan-embed-text-v2:0 provider=aws-bedrock
DATA="{\"DATA_MODEL\":\"customers\",\"MODEL_NAME\":\"invoice\"}" # ok: models of data
ours-launcher --model-id mistralai/Mistral-7B-Instruct-v0.1 --port 8080 # expect: model mistralai/Mistral-7B-Instruct-v0.1 provider=huggingface
ours-launcher --model team/cube --port 8080 # ok: nobody's known
