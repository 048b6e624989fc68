from haystack.nodes import PromptNode  # expect: use haystack import
from haystack.pipelines import Pipeline

node = PromptNode("gpt-3.5-turbo")  # expect: use openai sdk-call ; model gpt-3.5-turbo provider=openai
pipe = Pipeline()
pipe.add_node(component=node, name="Prompt", inputs=["Query"])
