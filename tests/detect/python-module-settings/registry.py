anthropic_key = ""
