module Settings
  # expect: use aws-bedrock config
  # expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock
  BEDROCK_MODEL = "anthropic.claude-3-haiku-20240307-v1:0"
end
