import cohere  # expect: use cohere import

# expect: model command provider=cohere ; model command-r provider=cohere
MODELS = ["command", "command-r"]
