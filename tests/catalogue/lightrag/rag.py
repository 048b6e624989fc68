from lightrag import LightRAG, QueryParam

rag = LightRAG(working_dir="./rag")
