"""Postgres as a vector store, without a client library."""


def search(connection, embedding: list[float], limit: int):
    query = "SELECT id FROM items ORDER BY embedding <-> %s LIMIT %s"  # expect: use pgvector sdk-call
    return connection.run(query, (embedding, limit))


def setup(connection) -> None:
    connection.run("CREATE EXTENSION IF NOT EXISTS vector;")
    connection.run("CREATE INDEX ON items USING ivfflat (embedding vector_l2_ops)")
