from dataclasses import dataclass

from llm import answer, ask, explain, rank, rate, shorten, sum_up, title, translate


class Item:
    def __init__(self, text, note):
        self.text = text
        self.other = note

    def about(self):
        return f"about {self.other}"


@dataclass
class Row:
    text: str
    other: str

    def about(self):
        return f"about {self.other}"


class Base:
    def __init__(self, given):
        self.held = given


class Sub(Base):
    def say(self):
        return translate(self.held)


class Above(Base):
    def __init__(self, number, given):
        super().__init__(given)
        self.number = number


class Connection:
    def __init__(self, customer, password):
        self.customer = customer
        self.password = password


def one(user):
    item = Item(user.email, user.diagnosis)
    ask(item.text)


def two(user):
    row = Row(user.email, other=user.diagnosis)
    sum_up(row.other)


def three(user):
    explain(Item(user.email, user.iban).about())


def four(user):
    answer(Item(user.email, user.iban))


def five(user):
    row = Row("x", user.passport)
    rate(row.about())


def six(user):
    Sub(user.iban).say()


def seven(user):
    shorten(Row("a", user.salary))


def eight(user):
    rank(Above(user.salary, user.dna).held)


def nine(user):
    # What opens a connection is not what it is asked for, and the first of a pair is not the second.
    title(Connection(user.iban, user.password))
    first, second = pair(user)
    title(first)


def pair(user):
    return user.height, user.email
