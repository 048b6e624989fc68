"""The help centre as passages in PostgreSQL, found again by meaning (pgvector)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openai import OpenAI
from pgvector import Vector
from pgvector.psycopg import register_vector
from psycopg import Connection
from psycopg_pool import ConnectionPool

from support_desk.settings import Settings


@dataclass(frozen=True, slots=True)
class Passage:
    article: str
    text: str


def configure(connection: Connection[Any]) -> None:
    """Teach a new connection the vector type; given to the pool."""
    connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    connection.commit()
    register_vector(connection)


class KnowledgeBase:
    def __init__(self, pool: ConnectionPool[Any], client: OpenAI, settings: Settings) -> None:
        self._pool = pool
        self._client = client
        self._settings = settings

    def create_schema(self) -> None:
        with self._pool.connection() as connection:
            connection.execute(
                f"""
                CREATE TABLE IF NOT EXISTS passage (
                    article   text NOT NULL,
                    text      text NOT NULL,
                    embedding vector({self._settings.embedding_dimensions}) NOT NULL
                )
                """
            )
            connection.execute(
                "CREATE INDEX IF NOT EXISTS passage_embedding ON passage USING hnsw (embedding vector_cosine_ops)"
            )

    def index(self, passages: Iterable[Passage]) -> None:
        """Add public help-centre articles. Tickets are never indexed."""
        rows = list(passages)
        vectors = self._embed([passage.text for passage in rows])
        with self._pool.connection() as connection, connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO passage (article, text, embedding) VALUES (%s, %s, %s)",
                [(row.article, row.text, vector) for row, vector in zip(rows, vectors, strict=True)],
            )

    def search(self, question: str) -> list[Passage]:
        """The passages nearest to a question from which personal data was taken out."""
        [vector] = self._embed([question])
        with self._pool.connection() as connection:
            rows = connection.execute(
                "SELECT article, text FROM passage ORDER BY embedding <=> %s LIMIT %s",
                (vector, self._settings.passages_per_reply),
            ).fetchall()
        return [Passage(article=article, text=text) for article, text in rows]

    def _embed(self, texts: list[str]) -> list[Vector]:
        response = self._client.embeddings.create(model=self._settings.embedding_model, input=texts)
        return [Vector(item.embedding) for item in response.data]
