"""A line of somebody's subscription list (OPML 2.0 `outline` of type `rss`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutline:
    """A feed as a list names it.

    `url` is the feed's address, `page` its site's; `language` a BCP 47 tag; `group` the nearest
    heading that it stands under.
    """

    url: str
    title: str
    page: str | None = None
    language: str | None = None
    group: str | None = None
