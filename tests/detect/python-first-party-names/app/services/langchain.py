class ChatOpenAI:
    def invoke(self, text: str) -> str:
        return text
