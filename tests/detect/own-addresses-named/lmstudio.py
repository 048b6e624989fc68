from langchain_openai import ChatOpenAI  # expect: use openai import ; use langchain import

BASE = "http://localhost:1234/v1"  # expect: use lmstudio http ; endpoint http://localhost:1234/v1 provider=lmstudio
