from nemoguardrails import LLMRails, RailsConfig

rails = LLMRails(RailsConfig.from_path("./config"))
