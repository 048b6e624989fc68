"""A web shop for model railways."""
