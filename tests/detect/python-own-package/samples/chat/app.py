from anthropic import Anthropic  # expect: use anthropic import

client = Anthropic()
