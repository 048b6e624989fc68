from volcenginesdkarkruntime import Ark

client = Ark(base_url="https://ark.cn-beijing.volces.com/api/v3")
client.chat.completions.create(model="doubao-1-5-pro-32k-250115", messages=[])
