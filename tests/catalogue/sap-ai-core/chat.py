from gen_ai_hub.proxy.native.openai import chat

chat.completions.create(model_name="gpt-4o", messages=[])
