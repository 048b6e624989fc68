import instructor  # expect: use instructor import
from langchain_community.vectorstores import FAISS  # expect: use langchain import ; use faiss import
from langchain_openai import OpenAIEmbeddings  # expect: use openai import
from langsmith.wrappers import wrap_openai  # expect: use langsmith import
from openai import OpenAI

# A method that each vector store of the package has names none of them: only FAISS is here.
store = FAISS.from_texts(["terms"], OpenAIEmbeddings(model="text-embedding-3-large"))  # expect: model text-embedding-3-large provider=openai

structured = instructor.from_openai(OpenAI())
traced = wrap_openai(OpenAI())  # expect: observer langsmith wrapper on providers=openai


def extract(document: str) -> dict:
    # expect: model gpt-4o-2024-11-20 provider=openai ; flow openai user-content model=gpt-4o-2024-11-20
    return structured.chat.completions.create(model="gpt-4o-2024-11-20", response_model=dict, messages=[{"role": "user", "content": document}])


def answer(question: str) -> str:
    # expect: model gpt-4.1-2025-04-14 provider=openai ; flow openai user-content model=gpt-4.1-2025-04-14 ; flow langsmith user-content
    return traced.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
