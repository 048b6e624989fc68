from pinecone import Pinecone

pc = Pinecone(api_key="k")
index = pc.Index("docs")
