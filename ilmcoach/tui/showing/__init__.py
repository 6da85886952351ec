"""How each kind of record reads, a file for each group of kinds. Pure."""
