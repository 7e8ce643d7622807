"""What to tell an operator when a page came where a feed was promised."""

from __future__ import annotations

from swifeeds.errors import ExtractError
from swifeeds.markup import absolute_url, parse_html, text_of

_FEEDS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json",
})  # fmt: skip


def describe_page(html: str, url: str) -> str:
    """One sentence: what came, and the address of the page's own feed where it names one."""
    try:
        root = parse_html(html, url=url)
    except ExtractError:
        return "is an HTML page, not a feed; check the address"
    title = root.find(".//title")
    named = text_of(title) if title is not None else None
    what = (
        f'is an HTML page ("{named[:60]}"), not a feed' if named else "is an HTML page, not a feed"
    )
    for link in root.iter("link"):
        if (link.get("type") or "").lower() in _FEEDS and (href := link.get("href")):
            return f"{what}; the page names {absolute_url(href, url) or href[:200]} as its feed"
    return f"{what}; check the address, or make the source's kind `page`"
