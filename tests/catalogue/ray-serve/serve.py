from ray.serve.llm import LLMConfig, build_openai_app

config = LLMConfig(model_loading_config={"model_id": "qwen-0.5b", "model_source": "Qwen/Qwen2.5-0.5B-Instruct"})
