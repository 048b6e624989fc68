from litellm import completion

completion(model="bedrock/anthropic.claude-3-haiku-20240307-v1:0", messages=[])
