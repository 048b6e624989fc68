from .llm import answer
from app import llm as model

print(answer(model))
