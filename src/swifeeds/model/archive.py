"""A feed as a whole: the current document and the archive pages behind it (RFC 5005 section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from swifeeds.model.article import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in feeds, as far as the choice of what a feed shows depends on it.

    `translated` are the language tags of the public articles of the same work, its own among them
    where it is public. `withdrawn`: all that is left of it is a notice.
    """

    article_id: ArticleId
    language: str
    published: datetime
    first_seen: datetime
    fingerprint: str
    translated: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where a document stands in the whole feed: each neighbour's (format, address) pairs, empty
    where there is none.

    `current` is given on archive pages alone. `complete` says that this one document is the whole.
    """

    older: tuple[tuple[str, str], ...] = ()
    newer: tuple[tuple[str, str], ...] = ()
    current: tuple[tuple[str, str], ...] = ()
    complete: bool = False


UNCHAINED = Chain()
"""Of a feed that has no archive, and is not known to be complete."""
