"""The terminal app: thin screens over the rules below them."""
