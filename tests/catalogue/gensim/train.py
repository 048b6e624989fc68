from gensim.models import Word2Vec

model = Word2Vec(sentences=[["a", "b"]], vector_size=100)
