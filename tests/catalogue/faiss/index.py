import faiss
import numpy as np

index = faiss.IndexFlatL2(128)
index.add(np.zeros((1, 128), dtype="float32"))
