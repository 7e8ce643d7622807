"""How dates are read: the mirror of what we write, and the grammar of what others write."""
