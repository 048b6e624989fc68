from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

index = VectorStoreIndex.from_documents(SimpleDirectoryReader("data").load_data())
