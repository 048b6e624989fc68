from elasticsearch import Elasticsearch


def near(es: Elasticsearch, vector):
    return es.search(index="docs", knn={"field": "embedding", "query_vector": vector, "k": 5})  # expect: use elasticsearch-vector sdk-call
