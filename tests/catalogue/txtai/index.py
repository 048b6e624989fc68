from txtai import Embeddings

embeddings = Embeddings(path="sentence-transformers/nli-mpnet-base-v2")
