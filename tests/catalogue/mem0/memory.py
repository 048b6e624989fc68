from mem0 import MemoryClient

MemoryClient(api_key="k").add([{"role": "user", "content": "I am vegetarian"}], user_id="alex")
