require "langchain" # expect: use langchain import

llm = Langchain::LLM::OpenAI.new(api_key: key, default_options: { chat_model: "gpt-4o" }) # expect: model gpt-4o provider=openai ; use openai import
desk = Langchain::Assistant.new( # expect: agent langchain name=desk tools=Database,NewsRetriever can=untrusted-sensitive-action
  llm: llm,
  tools: [Langchain::Tool::NewsRetriever.new, Langchain::Tool::Database.new] # expect: tool NewsRetriever can=reads-untrusted ; tool Database can=acts-outside,reads-sensitive
)
