import qianfan

chat = qianfan.ChatCompletion(model="ERNIE-4.0-8K")
chat.do(messages=[{"role": "user", "content": "你好"}])
