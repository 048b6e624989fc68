from redisvl.index import SearchIndex

index = SearchIndex.from_yaml("schema.yaml")
