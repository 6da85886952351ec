"""The coach: questions and reading only, checked by code."""
