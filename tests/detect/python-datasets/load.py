from datasets import load_dataset  # expect: use huggingface import
from huggingface_hub import snapshot_download

corpus = load_dataset("BeIR/msmarco", "corpus")  # ok: a data set is no model
weights = snapshot_download("BAAI/bge-m3")  # expect: model BAAI/bge-m3 provider=huggingface
