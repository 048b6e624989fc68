from langchain_community.vectorstores import Zilliz

store = Zilliz.from_documents(docs, embeddings, connection_args={"uri": uri})
