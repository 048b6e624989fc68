"""aigov: policy-as-code engine for AI governance."""

__version__ = "0.1.0"
