"""What AI is called in code: providers, SDKs, frameworks, stores and tools, one TOML file each."""

from aigov.catalogue.index import Catalogue
from aigov.catalogue.loader import load_catalogue

__all__ = ["Catalogue", "load_catalogue"]
