from app.llm import ask, env


def load(name):
    return env.get_template(name)


def pay(row):
    ask(load("pay.md").render(row=row))


def page(row):
    # A page that is shown to a person goes to no provider.
    return env.get_template("page.html").render(row=row)
