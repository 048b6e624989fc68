from string import Template

INTRO = "Write to them."


def letter(case):
    address = case.street
    return INTRO + f" They live in {address}."


class Writer:
    def __init__(self, password):
        self.password = password

    def opening(self, visit):
        return Template("Seen because of $why").substitute(why=visit) + visit.diagnosis
