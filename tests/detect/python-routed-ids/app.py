import litellm  # expect: use litellm import

# LiteLLM reads the prefix: the data goes to the publisher itself.
# expect: model deepseek/deepseek-chat provider=deepseek ; use deepseek config
FALLBACKS = ["deepseek/deepseek-chat"]


def ask(messages, name):
    # expect: flow litellm user-content ; unresolved model litellm
    return litellm.completion(model=name, messages=messages)
