import { ask, explain, sumUp } from "./llm";

class Item {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Row {
  constructor(
    public text: string,
    private other: string,
  ) {}
  about() {
    return `x ${this.other}`;
  }
}

export function one(user: User) {
  const item = new Item(user.email);
  return ask(item.text);
}

export function two(user: User) {
  const row = new Row(user.email, user.iban);
  return sumUp(row.about());
}

export const three = (user: User) => explain(new Item(user.diagnosis));
