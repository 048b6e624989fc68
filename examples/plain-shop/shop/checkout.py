"""Credit card checkout."""

from decimal import Decimal

import stripe

from shop.models import Order


def start_payment(order: Order, *, secret_key: str, return_url: str) -> str:
    """Address of the payment page."""
    client = stripe.StripeClient(secret_key)
    session = client.checkout.sessions.create(
        params={
            "mode": "payment",
            "customer_email": order.email,
            "success_url": return_url,
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": "eur",
                        "unit_amount": int(order.total * Decimal(100)),
                        "product_data": {"name": f"Order {order.id}"},
                    },
                }
            ],
        }
    )
    return session.url
