"""Whether a reader would see that an article was changed. Pure."""

from __future__ import annotations

import re
from typing import Any

from swifeeds.model import Work

EDITORIAL = frozenset({"title", "summary", "content", "authors", "credit", "rights"})
"""Fields whose change a reader would call a change of the article: `updated` rises with them.
Links to translations and stories grow all the time and must not (DESIGN 1)."""

_QUERY = re.compile(r'(\s(?:src|href)="[^"?]*)\?[^"]*')


def reads_otherwise(draft: Work, article: Work) -> bool:
    """False where a draft says nothing new but the queries of addresses: sessions, and signatures
    of pictures that are good for an hour."""
    stated = ((name, getattr(draft, name)) for name in EDITORIAL)
    return any(
        _read(value) != _read(getattr(article, name))
        for name, value in stated
        if value not in (None, ())
    )


def _read(value: Any) -> Any:
    return _QUERY.sub(r"\1", value) if isinstance(value, str) else value
