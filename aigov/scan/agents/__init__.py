"""Agents: what models are given to act with, and what that lets them do."""
