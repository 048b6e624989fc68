from magentic import prompt


@prompt("Tell {name} of the order.")
def tell(name: str) -> str: ...
