export EMBEDDING_MODEL_ID="BAAI/bge-base-en-v1.5" # expect: model BAAI/bge-base-en-v1.5 provider=huggingface
export RERANK_MODEL_ID=${RERANK_MODEL_ID:-"BAAI/bge-reranker-v2-m3"} # expect: model BAAI/bge-reranker-v2-m3 provider=huggingface
export IMAGE="deepseek-ai/runner:2" # ok: an image
export TEAM_MODEL="acme/house-2" # ok: nobody's
