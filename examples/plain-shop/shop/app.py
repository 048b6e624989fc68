"""The shop's pages and its small JSON interface."""

import os

from flask import Flask, abort, jsonify, redirect, request
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from shop import reviews, search
from shop.ai import additional_items
from shop.carriers import letter
from shop.carriers.mistral import MistralClient
from shop.checkout import start_payment
from shop.models import Base, Order, Product

app = Flask(__name__)
engine = create_engine(os.environ.get("DATABASE_URL", "sqlite:///shop.db"))
carrier = MistralClient(os.environ.get("MISTRAL_FRET_KEY", ""))
Base.metadata.create_all(engine)


@app.get("/search")
def search_page():
    with Session(engine) as session:
        return jsonify([product.model for product in search.search(session, request.args.get("q", ""))])


@app.get("/search/completions")
def search_completions():
    with Session(engine) as session:
        return jsonify(search.completions(session, request.args.get("q", "")))


@app.get("/products/<int:product_id>")
def product_page(product_id: int):
    with Session(engine) as session:
        product = session.get(Product, product_id) or abort(404)
        return jsonify(
            model=product.model,
            price=str(product.price),
            score=reviews.score(product.reviews),
            reviews=[review.text for review in reviews.rank(product.reviews)],
            additional_items=additional_items(product),
        )


@app.get("/shipping")
def shipping():
    weight, postcode = int(request.args["weight"]), request.args["postcode"]
    if weight <= letter.MAX_GRAMS:
        return jsonify(price=str(letter.quote(weight_grams=weight, postcode=postcode)))
    return jsonify(price=str(carrier.quote(weight_grams=weight, postcode=postcode)))


@app.post("/orders/<int:order_id>/pay")
def pay(order_id: int):
    with Session(engine) as session:
        order = session.get(Order, order_id) or abort(404)
        return redirect(start_payment(order, secret_key=os.environ["STRIPE_SECRET_KEY"], return_url=request.host_url))
