"""Parcel carriers. Each module has ``quote`` and ``ship``."""
