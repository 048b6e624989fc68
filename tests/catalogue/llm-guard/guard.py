from llm_guard.input_scanners import PromptInjection

scanner = PromptInjection(threshold=0.5)
