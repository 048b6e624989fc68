from elasticsearch import Elasticsearch

es = Elasticsearch("http://search:9200")
FIELDS = {"embedding": {"type": "dense_vector", "dims": 768}}  # expect: use elasticsearch-vector sdk-call
es.search(index="docs", query={"match": {"title": "dense_vector fields"}})  # ok
