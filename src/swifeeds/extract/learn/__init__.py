"""How a source builds its pages, learned from a few of them.

Each page is read by the reader of unknown pages, which is the teacher. Then selectors are sought
that pick the same on all pages: short ones, by names that people gave (`#id`, `.class`, `itemprop`,
elements that mean something), never by position and never by names that a machine made. What the
pages repeat inside the text is furniture whatever the teacher says of a single page.
"""

from __future__ import annotations

from swifeeds.extract.learn.profiles import learn_profile

__all__ = ["learn_profile"]
