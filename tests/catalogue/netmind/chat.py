from langchain_netmind import ChatNetmind

llm = ChatNetmind(model="deepseek-ai/DeepSeek-V3")
