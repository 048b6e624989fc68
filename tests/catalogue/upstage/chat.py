from langchain_upstage import ChatUpstage

chat = ChatUpstage(model="solar-pro")
