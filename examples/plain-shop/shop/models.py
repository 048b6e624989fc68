"""Database models."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "products"

    id: Mapped[int] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(String(60))  # of the locomotive or wagon: "BR 218", "Big Boy 4014"
    maker: Mapped[str] = mapped_column(String(60))
    gauge: Mapped[str] = mapped_column(String(4))
    voltage: Mapped[int | None]
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    description: Mapped[str]
    reviews: Mapped[list["Review"]] = relationship(back_populates="product")


class Review(Base):
    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    score: Mapped[int]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(server_default=func.now())
    product: Mapped[Product] = relationship(back_populates="reviews")


class Agent(Base):
    """A sales agent of the parcel insurance."""

    __tablename__ = "agents"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    region: Mapped[str]


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    total: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    payment: Mapped[str]
    insured_by: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
