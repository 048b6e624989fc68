from lib.llm import ask, first


def test_ask():
    ask("What is in my credit card statement?")
    first(fake.credit_card)
