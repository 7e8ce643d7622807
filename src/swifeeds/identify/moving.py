"""When is another address of a known article the one to publish?"""

from __future__ import annotations

from swifeeds.identify.names import Names
from swifeeds.markup import is_amp, url_key
from swifeeds.model import Article, Draft, Source


def is_new_address(draft: Draft, article: Article, names: Names, source: Source | None) -> bool:
    """True where the article moved.

    Of two forms of one page it is the one for everybody, not AMP's, once that is known.
    Not for a decoration of the same address, not for another query at the same path (marks of
    sessions and visitors, which change at every poll), and not for what the site shows at an
    alias, unless it is the alias that was published.
    """
    if draft.url is None:
        return False
    new, old = url_key(draft.url), url_key(article.url or "")
    if article.url and is_amp(article.url) and not is_amp(draft.url):
        return True
    if new == old or differs_in_query(draft.url, article.url):
        return False
    if old in names.keys and source is not None and source.aliases:
        aliases = {url_key(f"https://{host}/") for host in source.aliases}
        return _host(old) in aliases and _host(new) not in aliases
    return True


def differs_in_query(one: str | None, other: str | None) -> bool:
    """True for two addresses that are apart in nothing but their queries."""
    if one is None or other is None:
        return False
    first, second = url_key(one).partition("?"), url_key(other).partition("?")
    return first[0] == second[0] and first[2] != second[2]


def _host(key: str) -> str:
    return f"{key.partition('/')[0]}/"
