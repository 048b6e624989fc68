from pipecat.services.inception.llm import InceptionLLMService

llm = InceptionLLMService(api_key="key", settings=InceptionLLMService.Settings(model="mercury-2"))
