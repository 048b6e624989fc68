from pgvector.sqlalchemy import Vector
from sqlalchemy.orm import mapped_column

embedding = mapped_column(Vector(3))
