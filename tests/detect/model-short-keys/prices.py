import cohere  # expect: use cohere import

PRICES = {
    "command-r": 0.5,  # expect: model command-r provider=cohere
    "command-r-plus": 3.0,  # expect: model command-r-plus provider=cohere
    "small": 1.0,  # ok: a size
}
COMMANDS = {"command-r": 1}  # ok: nothing beside it tells that it is a model


def ask(client: cohere.Client) -> None:
    client.chat("hello", model="command-a-03-2025")  # expect: model command-a-03-2025 provider=cohere
