from llama_index.llms.llamafile import Llamafile

llm = Llamafile(temperature=0, seed=0)
