from app.clients import get_client

MODEL = "gpt-" + "4o"  # expect: model gpt-4o provider=openai


def reply(customer_email: str, question: str) -> None:
    prompt = f"{question} (from {customer_email})"
    get_client().chat.completions.create(model=MODEL, messages=[{"role": "user", "content": prompt}])  # expect: flow openai personal,user-content
