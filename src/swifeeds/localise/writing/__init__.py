"""How dates are written: a style of each language, a desk's choices, and the writer of both."""
