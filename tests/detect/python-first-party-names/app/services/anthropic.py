class Client:
    """No SDK: it calls the house's own service."""
