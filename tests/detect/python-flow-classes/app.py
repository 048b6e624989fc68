from dataclasses import dataclass

from openai import OpenAI  # expect: use openai import

client = OpenAI()
SYSTEM = "You are a helpful assistant."


@dataclass
class Customer:
    first_name: str
    iban: str


def greet() -> None:
    client.responses.create(model="gpt-4o", input=SYSTEM)  # expect: flow openai none ; model gpt-4o provider=openai


def letter(customer: Customer) -> None:
    lines = ["Write a letter."]
    lines.append(f"Name: {customer.first_name}")
    lines.append("Account: " + customer.iban)
    client.responses.create(model="gpt-4o", input="\n".join(lines))  # expect: flow openai financial,personal


def opaque(blob: bytes) -> None:
    client.responses.create(model="gpt-4o", input=blob)  # expect: flow openai unresolved


def reset(user_password: str, order_count: int) -> None:
    client.responses.create(model="gpt-4o", input=f"{user_password} {order_count}")  # expect: flow openai secret
