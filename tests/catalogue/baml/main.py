from baml_py import ClientRegistry

registry = ClientRegistry()
