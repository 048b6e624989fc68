"""Compares the catalogue's rules with the sources of the SDKs that they name. ``scripts/verify_symbols.py`` runs it."""
