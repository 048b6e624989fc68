from zhipuai import ZhipuAI

client = ZhipuAI(api_key="k")
client.chat.completions.create(model="glm-4-plus", messages=[])
