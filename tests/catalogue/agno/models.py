from agno.agent import Agent
from agno.models.aws import Claude
from agno.models.deepseek import DeepSeek
from agno.vectordb.pgvector import PgVector

writer = Agent(model=DeepSeek(id="deepseek-chat"))
editor = Agent(model=Claude(id="anthropic.claude-3-5-sonnet-20240620-v1:0"))
