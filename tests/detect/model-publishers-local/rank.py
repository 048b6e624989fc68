RANKER = "cross-encoder/ms-marco-MiniLM-L-12-v2"  # expect: model cross-encoder/ms-marco-MiniLM-L-12-v2 provider=huggingface
EMBEDDER = "BAAI/bge-small-en-v1.5"  # expect: model BAAI/bge-small-en-v1.5 provider=huggingface
PHI = "microsoft/phi-4"  # expect: model microsoft/phi-4 provider=huggingface
REPOSITORY = "deepseek-ai/awesome-list"  # ok: no number of a version
