from langchain_couchbase.vectorstores import CouchbaseSearchVectorStore

store = CouchbaseSearchVectorStore(cluster=cluster, bucket_name="b", scope_name="s", collection_name="c")
