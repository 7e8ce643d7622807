"""The article links of an index page, by the source's rule or by their looks.

Without a rule each link earns points for what links to articles have in common: they stand in the
content, often in headings, are as long as a headline, and their addresses carry a date, a number
or a slug, in a shape that many of them share. Menus, tags, authors, legal pages and files earn
nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from swifeeds.extract.page import Page
from swifeeds.extract.patterns import matching
from swifeeds.extract.phrases import recognise
from swifeeds.extract.weight import weight
from swifeeds.markup import canonical_url, text_of, url_key

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|gz|jpe?g|png|gif|svg|webp|avif|mp[34]|m4[av]|mov|avi|ogg|wav|css|js|json|xml|rss|atom|ics|vcf|txt|exe|apk)$",
    re.IGNORECASE,
)
_NO_ARTICLE = re.compile(
    r"/(?:tags?|author|authors|autor|autoren|auteur|category|categories|kategorie|rubrik|topics?|themen?|search|suche|recherche|login|log-?in|signin|register"
    r"|account|subscribe|abo|abonnement|newsletters?|about(?:-us)?|contacts?|kontakt|impressum|imprint|privacy|datenschutz|legal|terms|agb|cookies?|jobs"
    r"|careers|advertis\w*|help|hilfe|faq|feeds?|rss|sitemap|print|share|comments?|profile|user|users|wp-admin|wp-login\.php|wp-content|cart|shop)(?:/|$|\.\w+$)"
    r"|/page/\d+|[?&](?:page|p|sort|replytocom|share)=",
    re.IGNORECASE,
)
_ASIDE = frozenset({"nav", "footer", "aside", "menu"})
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|footer|breadcrumbs?|sidebar|cookie\w*|share|social|languages?|lang|pagination|pager|tags?|skip|masthead|toolbar|crumbs?|user)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])|/(?:19|20)\d\d/")
_NUMBERED = re.compile(r"(?<!\d)\d{4,}(?!\d)|[?&]\w*id=\w+")
_WORD = re.compile(r"[^\W_]+")
_HEADLINE, _SHORT = 20, 12
_ENOUGH = 4
_SHARED = 3


@dataclass(slots=True, kw_only=True)
class _Candidate:
    """One address with the points of all links to it, in the place of the first."""

    url: str
    points: int = 0


def find_links(page: Page) -> tuple[str, ...]:
    """The addresses of the articles that the page lists, in page order, each once.

    At most `source.max_articles`.

    Raises:
        ExtractError: `rules.links` is no regular expression, or takes too long.
    """
    rule = page.source.rules.links
    found = _by_rule(page, rule) if rule is not None else _by_looks(page)
    return tuple(dict.fromkeys(found))[: page.source.max_articles]


def _by_rule(page: Page, rule: str) -> Iterator[str]:
    addresses = [url for _, url in _links(page)]
    found = matching(rule, addresses, url=page.document.url)
    yield from (url for url, fits in zip(addresses, found, strict=True) if fits)


def _by_looks(page: Page) -> list[str]:
    candidates: dict[str, _Candidate] = {}
    for link, url in _links(page):
        if _is_possible(link, url, page):
            candidate = candidates.setdefault(url_key(url), _Candidate(url=url))
            candidate.points = max(candidate.points, _points(link, url))
    shapes = Counter(_shape(one.url) for one in candidates.values() if one.points >= _ENOUGH - 1)
    return [
        one.url
        for one in candidates.values()
        if one.points + (shapes[_shape(one.url)] >= _SHARED) >= _ENOUGH
    ]


def _links(page: Page) -> Iterator[tuple[HtmlElement, str]]:
    """Every link to another page, with its canonical address."""
    own = {url_key(page.url), url_key(page.document.url)}
    for link in page.root.iter("a"):
        address = link.get("href") or ""
        absolute = None if address.lstrip().startswith("#") else page.absolute(address)
        if absolute and url_key(absolute) not in own:
            yield link, canonical_url(absolute)


def is_article_address(url: str) -> bool:
    """True for what may be an article's address: no front page, no file, no list of a site."""
    parts = urlsplit(url)
    local = parts.path + (f"?{parts.query}" if parts.query else "")
    return (
        len(parts.path.strip("/")) + len(parts.query) > 1
        and not _FILE.search(parts.path)
        and not _NO_ARTICLE.search(local)
    )


def _is_possible(link: HtmlElement, url: str, page: Page) -> bool:
    return (
        is_same_site(url, page.url)
        and is_article_address(url)
        and not _is_menu(link)
        and recognise(text_of(link) or "") is None
    )


def is_same_site(url: str, other: str) -> bool:
    """True for two addresses of one publisher, as far as their hosts tell."""
    return _site(url) == _site(other)


def _site(url: str) -> str:
    """The last two labels of the host, and the port: `www.` and section hosts are one site."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    labels = host.split(".")
    is_number = labels[-1].isdigit()
    return f"{host if is_number else '.'.join(labels[-2:])}:{parts.port}"


def _is_menu(link: HtmlElement) -> bool:
    for around in (link, *link.iterancestors()):
        if around.tag in {"article", "main", "body", "html"}:
            return around is link
        if around.tag in _ASIDE:
            return True
        if around.tag == "header" and not any(around.iterancestors("article", "main")):
            return True
        if _MENU.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
    return False


def _points(link: HtmlElement, url: str) -> int:
    text = text_of(link) or ""
    around = {element.tag for element in link.iterancestors()}
    headed = bool(around & {"h1", "h2", "h3", "h4"}) or bool(link.xpath(".//h2 | .//h3 | .//h4"))
    points = 3 * headed
    points += bool(around & {"main", "article"})
    size = weight(text)
    points += 2 if size >= _HEADLINE else 1 if size >= _SHORT else -1
    return points + _address_points(url)


def _address_points(url: str) -> int:
    parts = urlsplit(url)
    local = f"{parts.path}?{parts.query}"
    last = parts.path.rstrip("/").rpartition("/")[2]
    words = len(_WORD.findall(last))
    return (
        2 * bool(_DATED.search(local))
        + 2 * bool(_NUMBERED.search(local))
        + min(2, max(0, words - 2))
    )


def _shape(url: str) -> str:
    """What addresses of one kind of page share: the folders, and what the last part is made of."""
    parts = urlsplit(url)
    *folders, last = parts.path.rstrip("/").split("/")
    kind = "number" if _NUMBERED.search(last) else "slug" if "-" in last else "word"
    suffix = last.rpartition(".")[2] if "." in last else ""
    named = (re.sub(r"\d+", "N", folder) for folder in folders)
    names = "&".join(sorted(re.findall(r"(\w+)=", parts.query)))
    return f"{'/'.join(named)}/{kind}.{suffix}?{names}"
