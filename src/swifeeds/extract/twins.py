"""Chinese in two scripts: the sentence by which a page leads to its twin in the other one.

"閱讀本文繁體字版本請點擊此處": what tells it from a site's menu is that it speaks of this article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from swifeeds.extract.declared import Said
from swifeeds.extract.page import Page
from swifeeds.localise.han import han_script
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.scripts import script_of
from swifeeds.markup import canonical_url, url_key
from swifeeds.model import Translation

_ARTICLE = ("本文", "此文", "本篇", "該文", "该文", "這篇", "这篇")
_SCRIPTS = {
    "zh-Hans": ("簡體", "简体"),
    "zh-Hant": ("繁體", "繁体", "正體", "正体"),
}
_REGIONS = {
    "zh-Hans": frozenset({"CN", "SG", "MY"}),
    "zh-Hant": frozenset({"TW", "HK", "MO"}),
}
_OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}

_REACH = 60
"""Characters around the link that are its sentence."""

_WRAPPERS = 3
"""Elements (bold, a span) that a link may be wrapped in inside its sentence."""


def with_script(language: Said, page: Page, text: str) -> Said:
    """Chinese as the script that the page is written in: where it leads to a twin in the other
    script, or where its characters are plainly not those of the tag.

    `zh` alone stands for simplified characters.
    """
    if primary_subtag(language.text) != "zh":
        return language
    twin = next(_links(page), None) if language.text == "zh" else None
    if twin is not None:
        return replace(language, text=_OTHER[twin.language])
    written = han_script(text)
    if written is None or written == script_of(language.text):
        return language
    return Said(text=f"zh-{written}", origin="text")


def twin_of(page: Page, language: str) -> Iterator[Translation]:
    """The twin in the other script, where `language` is Chinese in one of the two."""
    own = _script(language)
    if own is not None:
        yield from islice((link for link in _links(page) if link.language == _OTHER[own]), 1)


def _script(language: str) -> str | None:
    """`zh-TW` is written in traditional characters, as `zh-Hant` is."""
    main, *rest = language.split("-")
    if main != "zh":
        return None
    stated = (tag for tag in _SCRIPTS if tag.removeprefix("zh-") in rest)
    by_region = (tag for tag, regions in _REGIONS.items() if regions & set(rest))
    return next(stated, None) or next(by_region, None)


def _links(page: Page) -> Iterator[Translation]:
    """Links of the same site, to another page, in a sentence about this article in a script."""
    host, own = _host(page.url), url_key(page.url)
    for link in page.root.iter("a"):
        script = _named_script(link) if link.get("href") else None
        address = page.absolute(link.get("href")) if script else None
        if script is None or not address or url_key(address) == own:
            continue
        if _host(address) == host and urlsplit(address).path.strip("/"):
            yield Translation(language=script, url=canonical_url(address), evidence="twin")


def _named_script(link: HtmlElement) -> str | None:
    sentence = _sentence(link)
    if not any(word in sentence for word in _ARTICLE):
        return None
    named = [tag for tag, words in _SCRIPTS.items() if any(word in sentence for word in words)]
    return named[0] if len(named) == 1 else None


def _sentence(link: HtmlElement) -> str:
    """The words right before, in and after a link, which may be alone in a few wrappers. Each text
    is looked at for one link only, so a page of nothing but links takes no longer than its length.
    """
    inside = "".join(link.itertext())[:_REACH]
    element, before = link, _before(link)
    for _ in range(_WRAPPERS):
        parent = element.getparent()
        if before or parent is None or _has_siblings(element):
            break
        element, before = parent, _before(parent)
    return f"{before}{inside}{(link.tail or '')[:_REACH]}"


def _has_siblings(element: HtmlElement) -> bool:
    return element.getprevious() is not None or element.getnext() is not None


def _before(element: HtmlElement) -> str:
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else (parent.text if parent is not None else "")
    return (text or "").strip()[-_REACH:]


def _host(address: str) -> str:
    """Host and port: on another port is another site."""
    return urlsplit(address).netloc.rpartition("@")[2].lower().removeprefix("www.")
