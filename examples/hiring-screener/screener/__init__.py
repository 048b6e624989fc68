"""Screens applications and interviews for recruiters."""
