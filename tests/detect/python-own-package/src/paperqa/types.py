from openai.types import Embedding as Embeddable  # expect: use openai import


class Docs:
    pass
