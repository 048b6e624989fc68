import Config

if config_env() == :prod do
  # expect: model claude-3-5-haiku-20241022 provider=anthropic variable=CLAUDE_MODEL
  config :shop, claude: System.get_env("CLAUDE_MODEL", "claude-3-5-haiku-20241022")
  config :shop, bare: System.get_env("BARE_MODEL")
end
