"""One feed as the directories name it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from swifeeds.model import FeedKey


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedListing:
    """A feed that holds articles. Addresses are absolute; `urls` maps formats to addresses.

    `title` is what a subscriber sees among other sites' feeds, `name` what it is called among ours;
    `title_language` and `name_language` are their own languages, where they are known.
    `subtitle` is one sentence on what it holds. `updated` is when one of its articles changed last
    or left, `published` when the newest was published.
    """

    key: FeedKey
    title: str
    name: str
    slug: str
    page_url: str
    urls: tuple[tuple[str, str], ...]
    updated: datetime
    published: datetime
    entries: int
    newest_title: str | None = None
    subtitle: str | None = None
    name_language: str | None = None
    title_language: str | None = None
