from ddtrace.llmobs import LLMObs

LLMObs.enable(ml_app="support")
