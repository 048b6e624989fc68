from openai import OpenAI

client = OpenAI(base_url="https://api.siliconflow.cn/v1", api_key="k")
