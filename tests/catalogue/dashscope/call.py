import dashscope

dashscope.Generation.call(model="qwen-plus", messages=[{"role": "user", "content": "Hi"}])
