QUERY = {"query_vector": 1}  # ok: nothing here is a search engine
KIND = "dense_vector"  # ok
