from uptrain import EvalLLM, Evals

evals = EvalLLM(openai_api_key=KEY)
