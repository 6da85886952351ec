"""ilmcoach, a companion for action learning."""

__version__ = "0.1.0"
