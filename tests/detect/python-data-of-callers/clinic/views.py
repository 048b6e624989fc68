from lib.letters import Writer, letter
from lib.llm import Assistant, ask, first, hand_on


def visit(request, case):
    ask(letter(case))
    hand_on(Writer(request.password).opening(case.visit))


def pay(request, order):
    Assistant(request.settings, order.iban).reply("again")


def sort(rows, patient):
    first(rows.api_key)
    first(redact(rows, names=patient.email))
    # What makes the rows is an object of its own, and the keys that open it are no data of theirs.
    first(Writer("a password"))
    first(connect(api_key=rows.api_key, customer=rows.customer_table))
