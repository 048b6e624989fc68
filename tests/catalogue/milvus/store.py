from pymilvus import MilvusClient

client = MilvusClient("milvus_demo.db")
