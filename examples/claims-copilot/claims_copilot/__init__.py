"""Helps claims handlers to read a claim file."""
