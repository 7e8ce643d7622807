"""WXR, the export of WordPress: RSS with everything that a post has.

A portion holds what the file says of its site and some of its items. Posts alone are articles. What
a post shows, and what it is a translation of, may stand anywhere in the export, authors and terms
before its first item: a first look at every portion (`survey`, `survey_head`) gathers it, and the
reading is told what its posts need of it. Where nobody looked, what stands in the same portion
alone is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives import refusals
from swifeeds.extract.archives.dates import is_zero, read_date
from swifeeds.extract.archives.entry import Entry, Missed, NoArticle, PassedOver, Reading
from swifeeds.extract.archives.wxr_companions import Company, companions_of, survey_of
from swifeeds.extract.archives.wxr_pictures import lacks_its_picture, media_of
from swifeeds.extract.archives.wxr_post import Post, posts_of
from swifeeds.extract.archives.wxr_site import Site, elements_of, site_of
from swifeeds.extract.archives.wxr_text import as_html
from swifeeds.extract.archives.wxr_translations import translations_of
from swifeeds.extract.archives.xml_tree import parse
from swifeeds.extract.moments import Moment
from swifeeds.extract.people import read_person
from swifeeds.markup import FEED
from swifeeds.model import Contributions, DeclaredStory, Person, Survey

_PASSED = {
    "page": "pages", "attachment": "attachments", "nav_menu_item": "menu entries",
    "revision": "revisions",
}  # fmt: skip
_HELD = {
    "draft": "it is a draft", "pending": "it waits for review", "private": "it is private",
    "inherit": "its status is that of a revision",
}  # fmt: skip
STORY_TAXONOMIES = frozenset({"series", "story", "stories", "dossier"})
"""Taxonomies that name a story. Categories and tags do not: they never end."""

_NO_SECTION = frozenset({
    "uncategorized", "uncategorised", "non-classe", "non-classifiee", "allgemein",
    "unkategorisiert", "senza-categoria", "sin-categoria", "sin-categorizar", "sem-categoria",
    "без-рубрики", "未分类", "未分類", "غير-مصنف",
})  # fmt: skip
"""What WordPress files a post under when nobody did, in the ten languages."""

_OPEN = {"open": Contributions.OPEN, "closed": Contributions.CLOSED}


def read(body: bytes, reading: Reading) -> Iterator[Entry | NoArticle | PassedOver | Missed]:
    """The posts of a portion.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading, size=FEED)
    site, posts = site_of(root).knowing(reading.stated), posts_of(root)
    known = reading.companions
    company = Company.of(companions_of(posts) if known is None else known)
    for place, post in enumerate(posts, 1):
        if post.kind in _PASSED or post.status == "auto-draft":
            yield PassedOver(place=place, kind=_PASSED.get(post.kind, "empty drafts"))
        elif reading.recover and not post.kind:
            yield NoArticle(place=place, reason=refusals.BROKEN_OFF)
        elif not post.is_article:
            yield PassedOver(place=place, kind=f"items of the type “{post.kind[:40]}”")
        else:
            yield _entry(place, post, site, company, reading)
            if known is not None and lacks_its_picture(post, company):
                yield Missed(place=place, what="featured pictures")


def survey(body: bytes, reading: Reading) -> tuple[Survey, int]:
    """What its items are to each other and to those of other portions; and how many they are.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading, size=FEED)
    posts = posts_of(root)
    return survey_of(posts, site_of(root)), len(posts)


def survey_head(body: bytes, reading: Reading) -> tuple[Survey, int]:
    """What a portion of the head states; and how many elements it has.

    Raises:
        ExtractError: it is not well-formed.
    """
    root = parse(body, reading, size=FEED)
    return Survey(stated=site_of(root).stated), len(elements_of(root))


def _entry(place: int, post: Post, site: Site, company: Company, reading: Reading) -> Entry:
    language = _language(post.language or site.language_of(post), site.language)
    published, updated = _published(post, reading), _moment(post.modified, "", reading)
    section, others = _filed(post, site)
    return Entry(
        place=place,
        guid=post.guid or site.guid_of(post.number),
        url=post.url,
        language=language,
        title=post.title,
        summary=post.excerpt,
        content=as_html(post.content),
        published=published,
        updated=updated,
        authors=_authors(post, site),
        section=section,
        keywords=(*others, *post.terms("post_tag")),
        media=media_of(post, company),
        translations=translations_of(post, site, company),
        stories=tuple(
            DeclaredStory(members=(), title=name, url=site.term_url(domain, slug))
            for domain, slug, name in post.filed
            if domain in STORY_TAXONOMIES
        ),
        contributions=_OPEN.get(post.comments or ""),
        embargo=published if post.status == "future" else None,
        held=_held(post),
        withdrawn=post.status == "trash",
        remarks=_remarks(post, published),
    )


def _language(stated: str | None, around: str | None) -> str | None:
    """The plug-in's tag, at the post or at its group; the site's own where it says the same more
    exactly (`de-CH` for `de`)."""
    if stated and around and around.lower().startswith(f"{stated.lower()}-"):
        return around
    return stated or around


def _held(post: Post) -> str | None:
    if post.is_protected:
        return "it is protected by a password"
    return _HELD.get(post.status)


def _published(post: Post, reading: Reading) -> Moment | None:
    """UTC where it is told; else the site's own clock, which is the source's zone."""
    return _moment(post.date_utc, "Z", reading) or _moment(
        post.date, "", reading
    ) or read_date(post.published, reading)  # fmt: skip


def _moment(written: str | None, zone: str, reading: Reading) -> Moment | None:
    return read_date(f"{written}{zone}", reading) if written else None


def _remarks(post: Post, published: Moment | None) -> tuple[str, ...]:
    if published or not post.date or is_zero(post.date):
        return ()
    return (f'its date "{post.date[:40]}" cannot be read and was left out',)


def _authors(post: Post, site: Site) -> tuple[Person, ...] | None:
    """By the name that the site shows for the login."""
    people = (read_person(site.authors.get(login, login)) for login in post.logins)
    return tuple(dict.fromkeys(filter(None, people))) or None


def _filed(post: Post, site: Site) -> tuple[str | None, tuple[str, ...]]:
    """The section, and the other categories: the editor's primary one, else the first."""
    names = [
        name for slug, name in post.categories if not {slug.lower(), name.lower()} & _NO_SECTION
    ]
    primary = next(filter(None, map(site.categories.get, post.primaries)), None)
    section = primary if primary in names else next(iter(names), None)
    return section, tuple(name for name in names if name != section)
