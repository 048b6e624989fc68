import app.services.anthropic  # ok
from app.services.langchain import ChatOpenAI  # ok
from openai.helpers import complete  # ok

from .services.anthropic import Client  # ok
from .services import langchain  # ok


class LLM:
    def __init__(self, model: str = "plain") -> None:
        self.model = model


llm = LLM(model="tall")  # ok
print(ChatOpenAI().invoke(complete("x")), Client, langchain)
