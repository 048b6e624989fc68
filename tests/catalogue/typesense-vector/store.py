from langchain_community.vectorstores import Typesense

store = Typesense.from_documents(docs, embeddings)
