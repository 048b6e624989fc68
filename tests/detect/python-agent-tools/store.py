import sqlite3


def read_customer(id: str) -> str:  # expect: tool customer can=reads-sensitive origin=own
    return _query("SELECT name FROM customers WHERE id = ?", id)


def _query(statement: str, *values: str) -> str:
    return sqlite3.connect("shop.db").execute(statement, values).fetchone()[0]


class Orders:
    def by_id(self, id: str) -> str:  # expect: tool by_id can=reads-sensitive origin=own
        return open(f"orders/{id}.json").read()
