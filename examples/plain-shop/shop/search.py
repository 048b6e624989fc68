"""Search over names and descriptions, and the completions of the search box."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from shop.models import Product


def search(session: Session, query: str, *, limit: int = 20) -> list[Product]:
    terms = [f"%{term}%" for term in query.split()]
    statement = select(Product).limit(limit)
    for term in terms:
        statement = statement.where(
            or_(Product.model.ilike(term), Product.maker.ilike(term), Product.description.ilike(term))
        )
    return list(session.scalars(statement))


def completions(session: Session, prefix: str, *, limit: int = 8) -> list[str]:
    statement = select(Product.model).where(Product.model.ilike(f"{prefix}%")).order_by(Product.model).limit(limit)
    return list(session.scalars(statement))
