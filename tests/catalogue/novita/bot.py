from pipecat.services.novita.llm import NovitaLLMService

llm = NovitaLLMService(api_key="key", settings=NovitaLLMService.Settings(model="moonshotai/kimi-k2.5"))
