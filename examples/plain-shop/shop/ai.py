"""Additional items: what goes with a product, from a fixed table."""

from shop.models import Product
from shop.transformers import transformer_for

_FOR_GAUGE = {
    "H0": ("track-h0-straight", "track-h0-curve"),
    "N": ("track-n-straight", "track-n-curve"),
    "Z": ("track-z-starter",),
}


def additional_items(product: Product) -> tuple[str, ...]:
    """Article numbers that the product page offers along with it."""
    items = _FOR_GAUGE.get(product.gauge, ())
    return (*items, transformer_for(product.voltage)) if product.voltage else items
