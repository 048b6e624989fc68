from openai import OpenAI

client = OpenAI(base_url="https://vanchin.streamlake.ai/api/gateway/v1/endpoints", api_key="k")
