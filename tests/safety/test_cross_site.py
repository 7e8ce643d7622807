"""Check list 4: what sources of every kind put into every field of an article never runs, in RSS,
Atom, JSON Feed or on a page. Two parsers look at what is published, one of them a browser's."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import orjson
import pytest
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser
from tests.http import sample
from tests.http.sample import PUBLICATION, locales, pages
from tests.safety.entries import document, source
from tests.safety.vectors import VECTORS
from tests.unit.emit.newsroom import STORY, TALKS, TODAY, alone, article, company, story_key
from tests.unit.emit.reading import A, rendered

from swifeeds.emit import compose_feed
from swifeeds.emit.html import render_article
from swifeeds.extract import extract, extract_article
from swifeeds.extract.archives import cut, read_portion
from swifeeds.markup import parse_xml, strip_control
from swifeeds.model import ArchiveFormat, Draft, FeedKey, Scope, SourceKind
from swifeeds.model.work import Work

NEVER = frozenset({
    "script", "iframe", "object", "embed", "svg", "math", "form", "style", "base", "meta", "link",
    "input", "button", "select", "template", "noscript", "frame", "frameset", "applet", "marquee",
})  # fmt: skip
ADDRESSES = frozenset({
    "href", "src", "poster", "cite", "action", "formaction", "data", "xlink:href", "background",
})  # fmt: skip
SAFE = re.compile(r"(?:https?://|mailto:|/|#|\?|[\w.-]+$)", re.IGNORECASE)
WORDS = "<p>" + "The hall filled with people who wanted to hear the speech. " * 8 + "</p>"


def rss(vectors: Sequence[str]) -> Iterator[Draft]:
    items = "".join(
        "<item><title>{0}</title><guid>{1}</guid><link>{0}</link><description>{0}</description>"
        "<author>{0}</author><category>{0}</category><enclosure url='{0}' type='{0}' length='1'/>"
        "<media:content url='https://e.example/{1}.jpg' medium='image'><media:credit>{0}"
        "</media:credit><media:description>{0}</media:description></media:content>"
        "<content:encoded>{0}</content:encoded><dc:rights>{0}</dc:rights></item>".format(
            html.escape(strip_control(vector)), number
        )
        for number, vector in enumerate(vectors)
    )
    body = (
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>{items}</channel></rss>"
    )
    yield from extract(document(body.encode()), source(SourceKind.FEED)).drafts


def atom(vectors: Sequence[str]) -> Iterator[Draft]:
    entries = "".join(
        "<entry><title type='html'>{0}</title><id>{1}</id><link href='{0}'/>"
        "<link rel='enclosure' href='{0}' type='{0}'/><summary type='html'>{0}</summary>"
        "<author><name>{0}</name><uri>{0}</uri><email>{0}</email></author><category term='{0}'/>"
        "<content type='html'>{0}</content><rights>{0}</rights></entry>".format(
            html.escape(strip_control(vector)), number
        )
        for number, vector in enumerate(vectors)
    )
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>"
    yield from extract(document(body.encode()), source(SourceKind.FEED)).drafts


def json_feed(vectors: Sequence[str]) -> Iterator[Draft]:
    items = [
        {
            "id": str(number), "title": vector, "url": vector, "summary": vector, "image": vector,
            "content_html": vector, "tags": [vector], "authors": [{"name": vector, "url": vector}],
            "attachments": [{"url": vector, "mime_type": vector, "title": vector}],
        }
        for number, vector in enumerate(vectors)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    yield from extract(document(json.dumps(feed).encode()), source(SourceKind.FEED)).drafts


def posts(vectors: Sequence[str]) -> Iterator[Draft]:
    listed = [
        {
            "id": number, "type": "post", "status": "publish", "link": f"https://news.example/{number}",
            "date": "2026-03-01T09:00:00", "date_gmt": "2026-03-01T08:00:00", "slug": vector,
            "title": {"rendered": f"Hall {vector}"},
            "content": {"rendered": vector}, "excerpt": {"rendered": vector},
            "_embedded": {"author": [{"name": vector, "link": vector}],
                          "wp:term": [[{"taxonomy": "category", "name": vector, "slug": vector}]],
                          "wp:featuredmedia": [{"source_url": vector, "alt_text": vector,
                                                "caption": {"rendered": vector}}]},
        }
        for number, vector in enumerate(vectors)
    ]  # fmt: skip
    yield from extract(document(json.dumps(listed).encode()), source(SourceKind.WORDPRESS)).drafts


def page(vectors: Sequence[str]) -> Iterator[Draft]:
    """Forty of them to a page: reading one takes a thirtieth of a second."""
    for at in range(0, len(vectors), 40):
        some = vectors[at : at + 40]
        first = html.escape(some[0])
        title = f"The hall was full of people {first}"
        body = (
            f"<html><head><title>{title}</title><meta name='author' content='{first}'>"
            f"<meta property='og:image' content='{first}'><link rel='canonical' href='{first}'>"
            f"<meta property='article:tag' content='{first}'></head><body><article><h1>{title}</h1>"
            f"<figure><img src='/a.jpg' alt='{first}'><figcaption>{first}</figcaption></figure>"
            + WORDS
            + "".join(f"<p>{one}</p>{WORDS}" for one in some)
            + "</article></body></html>"
        )
        yield from extract_article(document(body.encode(), "a"), source(SourceKind.PAGE)).drafts


def wxr(vectors: Sequence[str]) -> Iterator[Draft]:
    items = "".join(
        "<item><title>{0}</title><guid>{1}</guid><link>{0}</link><dc:creator>{0}</dc:creator>"
        "<pubDate>Sun, 01 Mar 2026 08:00:00 +0000</pubDate><category domain='category'>{0}"
        "</category><content:encoded>{0} words</content:encoded><wp:post_type>post</wp:post_type>"
        "<wp:status>publish</wp:status></item>".format(html.escape(strip_control(vector)), number)
        for number, vector in enumerate(vectors)
    )
    body = (
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )
    for portion in cut([body.encode()], ArchiveFormat.WXR):
        yield from read_portion(
            portion, source(SourceKind.DIRECTORY), ArchiveFormat.WXR, name="x", retrieved=TODAY
        ).drafts


KINDS = {"RSS": rss, "Atom": atom, "JSON Feed": json_feed, "WordPress": posts, "page": page,
         "WXR": wxr}  # fmt: skip


def as_dossiers(drafts: Sequence[Draft]) -> list:
    """What a poll would store: every field of the work as the draft has it."""
    found = []
    for number, draft in enumerate(drafts):
        stated = {one.name: getattr(draft, one.name) for one in fields(Work)}
        stated |= {"published": TODAY, "updated": TODAY, "language": "en", "translations": ()}
        stated |= {"stories": (), "embargoed_until": None}
        found.append(alone(replace(article("en", number + 1), **stated)))
    return found


def dangers(markup: str) -> list[str]:
    """What would run, or be asked under another scheme, for a browser and for libxml2."""
    found: list[str] = []
    for node in LexborHTMLParser(f"<body><div>{markup}</div>").css("body *"):
        found += _in(node.tag, node.attributes)
    root = lxml_html.fragment_fromstring(strip_control(markup), create_parent="div")
    for element in root.iterdescendants():
        if isinstance(element.tag, str):
            found += _in(element.tag, element.attrib)
    return found


def _in(tag: str | None, attributes) -> list[str]:
    found = [str(tag)] if tag in NEVER else []
    for name, value in attributes.items():
        address = html.unescape(value or "").strip()
        if name.lower().startswith("on") or name.lower() in {"style", "srcdoc"}:
            found.append(name)
        elif name.lower() in ADDRESSES and address and not SAFE.match(address):
            found.append(address)
    return found


def test_there_are_five_hundred_vectors_and_most_are_dangerous_as_they_are() -> None:
    assert len(set(VECTORS)) >= 500
    assert sum(bool(dangers(one)) for one in VECTORS) > 400


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_source_says_runs_in_any_format(kind: str) -> None:
    drafts = list(KINDS[kind](VECTORS))
    assert len(drafts) >= (12 if kind == "page" else 250)
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), as_dossiers(drafts), company())
    found = rendered(feed)
    for item in parse_xml(found["rss"].body).iter("item"):
        for element in item.iter():
            assert not dangers(element.text or ""), (element.tag, element.text)
            assert not _in(None, element.attrib), element.attrib
    for entry in parse_xml(found["atom"].body).iter(f"{A}entry"):
        for element in entry.iter():
            is_markup = element.get("type") in {"html", "xhtml"}
            assert not (is_markup and dangers(element.text or "")), element.text
            assert not _in(None, element.attrib), element.attrib
    for item in orjson.loads(found["json"].body)["items"]:
        assert not dangers(item.get("content_html", ""))
        for name in ("url", "external_url", "image"):
            assert SAFE.match(item.get(name) or "https://x"), item[name]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_source_says_runs_on_a_page(kind: str) -> None:
    drafts = list(KINDS[kind](VECTORS))
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), as_dossiers(drafts), company())
    own = _on_page(render_article(pages(), sample.entry_of("en"), **_house()))
    for entry in feed.entries[::4]:
        assert _on_page(render_article(pages(), entry, **_house())) <= own


@pytest.mark.parametrize("kind", ["title of a story"])
def test_the_title_of_a_story_runs_nowhere(kind: str) -> None:
    for vector in VECTORS[::10]:
        house = replace(company(), stories={TALKS: replace(STORY, titles={"en": vector})})
        feed = compose_feed(story_key("en"), [alone(article())], house)
        for suffix in ("rss", "atom"):
            root = parse_xml(rendered(feed)[suffix].body)
            title = next(root.iter("title", f"{A}title"))
            assert not dangers(title.text or "")


def _house() -> dict[str, object]:
    return {"publication": PUBLICATION, "locale": locales()["en"]}


def _on_page(page) -> set[str]:
    """What runs on a page: scripts and styles by where they come from."""
    found: set[str] = set()
    for node in LexborHTMLParser(page.body.decode()).css("*"):
        told = _in(node.tag, node.attributes)
        if told and not (node.tag == "script" and "json" in (node.attributes.get("type") or "")):
            source = node.attributes.get("src") or node.attributes.get("rel") or ""
            found.update(f"{one} {source}".partition("?")[0] for one in told)
    return found
