from haystack import Pipeline
from haystack.components.generators.chat import OpenAIChatGenerator

pipe = Pipeline()
pipe.add_component("llm", OpenAIChatGenerator(model="gpt-4o-mini"))
