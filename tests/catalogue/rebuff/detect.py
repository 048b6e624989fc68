from rebuff import RebuffSdk

rb = RebuffSdk(openai_key, pinecone_key, pinecone_index)
