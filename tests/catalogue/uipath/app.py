from uipath_langchain.chat import UiPathChat

llm = UiPathChat(model="gpt-4o-2024-11-20")
