"""Documents in, drafts and links out.

One module per format, each with the verb `read`; `html` reads pages. Every reader distrusts what
came: broken input yields what can be had and a `Reject` for the rest, and only a document that
holds nothing of what was promised is an error. Nothing here does I/O or looks at a clock; dates in
the future stay as written (`identify` judges them), text is published as its source allows (`emit`
decides).

`swifeeds.extract.route` imports a reader when its first document comes: the readers of pages cost
a second to load, and a service that has only feeds never needs them.
"""

from __future__ import annotations

from swifeeds.extract.route import (
    extract,
    extract_article,
    find_push,
    guess_kind,
    learn_profile,
    rest_entries,
    rest_posts,
    rest_site,
    rest_taxonomies,
)

__all__ = [
    "extract",
    "extract_article",
    "find_push",
    "guess_kind",
    "learn_profile",
    "rest_entries",
    "rest_posts",
    "rest_site",
    "rest_taxonomies",
]
