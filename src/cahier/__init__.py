"""Cahier: a methodological guide turned into a working system for farmers' organisations."""

__version__ = "0.1.0"
