from qwen_agent.agents import Assistant

bot = Assistant(llm={"model": "qwen-max", "model_server": "dashscope"})
