from openai import OpenAI

client = OpenAI(base_url="https://api.synthetic.new/v1", api_key="k")
