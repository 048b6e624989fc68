"""Signed evidence: keys, the in-toto statement about a folder of deliverables, its Sigstore bundle, and the verdict."""
