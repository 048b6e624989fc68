def ask(question):
    return question


def elsewhere(person):
    return ask(person.passport)
