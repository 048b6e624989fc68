from langchain_mongodb import MongoDBAtlasVectorSearch

store = MongoDBAtlasVectorSearch(collection=collection, embedding=embeddings, index_name="vector")
