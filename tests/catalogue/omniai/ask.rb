require "omniai/anthropic"

client = OmniAI::Anthropic::Client.new
client.chat("Hello", model: "claude-3-5-haiku-latest")
