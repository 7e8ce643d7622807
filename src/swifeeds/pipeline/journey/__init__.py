"""One journey for each kind of source: in which order its documents are asked for and read.

A journey knows the source through a `Visit`: it asks, reads in a child, gathers, and remembers. It
stores nothing itself, so that a dry run walks the same way. The validators of a source's main
document are noted last, after all that it led to.
"""
