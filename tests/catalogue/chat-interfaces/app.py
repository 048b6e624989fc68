from chatlas import ChatOpenAI

chat = ChatOpenAI(model="gpt-4.1")
