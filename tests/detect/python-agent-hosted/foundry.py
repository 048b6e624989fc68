from azure.ai.agents import AgentsClient  # expect: use azure-ai-foundry import
from azure.ai.agents.models import BingGroundingTool, CodeInterpreterTool, FunctionTool, ToolSet
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition, WebSearchPreviewTool


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


client = AgentsClient("https://shop.services.ai.azure.com/api/projects/p", credential)  # expect: endpoint https://shop.services.ai.azure.com/api/projects/p provider=azure-ai-foundry
code = CodeInterpreterTool()  # expect: tool CodeInterpreterTool can=runs-code
web = BingGroundingTool(connection_id="c")  # expect: tool BingGroundingTool can=reads-untrusted
# expect: model gpt-4o provider=azure-ai-foundry ; agent azure-ai-foundry name=desk model=gpt-4o tools=BingGroundingTool,CodeInterpreterTool can=untrusted-code
client.create_agent(model="gpt-4o", name="desk", tools=code.definitions + web.definitions)

toolset = ToolSet()
toolset.add(FunctionTool({rate}))
# expect: model gpt-4o-mini provider=azure-ai-foundry ; agent azure-ai-foundry name=rates model=gpt-4o-mini tools=rate
client.create_agent(model="gpt-4o-mini", name="rates", toolset=toolset)

project = AIProjectClient("https://shop.services.ai.azure.com/api/projects/p", credential)
project.agents.create_version(
    agent_name="research",
    # expect: agent azure-ai-foundry tools=FileSearchTool,WebSearchPreviewTool model=gpt-4.1 ; tool FileSearchTool can=reads-sensitive ; tool WebSearchPreviewTool can=reads-untrusted ; model gpt-4.1 provider=azure-ai-foundry
    definition=PromptAgentDefinition(model="gpt-4.1", tools=[WebSearchPreviewTool(), FileSearchTool(vector_store_ids=["v"])]),
)
