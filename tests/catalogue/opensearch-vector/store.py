from langchain_community.vectorstores import OpenSearchVectorSearch

store = OpenSearchVectorSearch("http://localhost:9200", "index", embeddings)
