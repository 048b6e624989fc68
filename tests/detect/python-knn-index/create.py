def body(dimensions):
    return {
        "mappings": {"properties": {"embedding": {"type": "knn_vector", "dimension": dimensions}}},  # expect: use opensearch-vector sdk-call
    }


TEXT = {"type": "keyword", "knn": "a knn_vector field is told apart"}  # ok
