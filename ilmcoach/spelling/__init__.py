"""Words of a text that a British dictionary does not know."""
