def default_model(free: bool) -> str:
    if free:
        return "openrouter/deepseek/deepseek-r1:free"  # expect: model deepseek/deepseek-r1:free provider=openrouter ; use openrouter config
    return "openrouter/anthropic/claude-sonnet-4"  # expect: model anthropic/claude-sonnet-4 provider=openrouter


LINKS = ["openrouter/docs/page", "openrouter/anthropic/"]  # ok
