"""Dragoman turns news into a ledger in which every cell opens the sentence it came from."""

__version__ = "0.1.0"

__all__ = ["__version__"]
