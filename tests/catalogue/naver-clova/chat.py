from langchain_naver import ChatClovaX

chat = ChatClovaX(model="HCX-005")
