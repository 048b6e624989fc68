from langchain_nebius import ChatNebius

chat = ChatNebius(model="Qwen/Qwen3-30B-A3B-fast")
