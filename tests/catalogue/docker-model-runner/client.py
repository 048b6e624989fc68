from openai import OpenAI

client = OpenAI(base_url="http://model-runner.docker.internal/engines/v1", api_key="none")
