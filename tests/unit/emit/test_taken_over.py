"""What an own source took over from another feed is somebody else's in every format."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import orjson
import pytest
from lxml import html
from tests.http import sample
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import OWN, PICTURE, PUBLICATION, TODAY, alone, article, company
from tests.unit.emit.reading import A, entries, items, rendered
from tests.unit.extract.feed_documents import atom, make_document, rss

from swifeeds.check import Severity, check
from swifeeds.emit import compose_entry, compose_feed, has_page, render_article
from swifeeds.extract.feed import read_feed
from swifeeds.identify import identify
from swifeeds.model import (
    ArticleId,
    FeedKey,
    Known,
    MiningTerms,
    New,
    Origin,
    Scope,
    SourceKind,
)

FREE = "https://creativecommons.org/licenses/by/4.0/"
OURS = replace(
    OWN,
    kind=SourceKind.FEED,
    url="https://press.example.org/feed.xml",
    licence="https://press.example.org/licence",
    rsl="https://press.example.org/rsl.xml",
    mining=MiningTerms(reserved=True, policy="https://press.example.org/mining.json"),
    article_pages=True,
)
AROUND = replace(company(), sources=MappingProxyType({OURS.id: OURS}))
KEY = FeedKey(scope=Scope.SOURCE, key=OURS.id, language="en")
THEIRS = "https://other.example/rss"
ORIGIN = Origin(title="Other", url=THEIRS, is_feed=True)
GRANTED = (b"JTI", b"Example Press</dc:rights>", b"press.example.org/licence", b"rsl.xml",
           b"mining.json")  # fmt: skip

RSS_ITEM = (
    "<guid>1</guid><title>T</title><link>https://other.example/1</link>"
    "<description>The lead.</description>"
    "<content:encoded>&lt;p&gt;The lead. Then the body.&lt;/p&gt;</content:encoded>"
    f'<source url="{THEIRS}">Other</source>'
)
ATOM_ENTRY = (
    '<id>tag:other.example,2026:1</id><title>T</title><link href="https://other.example/1"/>'
    "<summary>The lead.</summary>"
    '<content type="html">&lt;p&gt;The lead. Then the body.&lt;/p&gt;</content>'
    "<source><id>tag:other.example,2026:feed</id><title>Other</title>"
    f'<link rel="self" href="{THEIRS}"/></source>'
)
LICENSED = f'link rel="license" href="{FREE}"/>'
DOCUMENTS = {
    "RSS": rss(RSS_ITEM, channel="<copyright>© Example Press</copyright>"),
    "Atom": atom(ATOM_ENTRY, feed="<rights>© Example Press</rights>"),
}
FREE_DOCUMENTS = {
    "RSS": rss(f"{RSS_ITEM}<atom:{LICENSED}"),
    "Atom": atom(f"{ATOM_ENTRY}<{LICENSED}"),
}


def kept(document):
    """The article that an own source's feed becomes."""
    (draft,) = read_feed(make_document(document), OURS).drafts
    intent = identify(draft, Known(), sources={OURS.id: OURS}, new_id=ArticleId("a1"))
    assert isinstance(intent, New)
    return intent.article


def feed_of(*articles, key=KEY):
    return compose_feed(key, [alone(one) for one in articles], AROUND)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_from_a_feed_to_the_three_formats_nothing_of_ours_is_granted(kind):
    found = rendered(feed_of(kept(DOCUMENTS[kind])))
    for one in found.values():
        assert not [said for said in (*GRANTED, b"\xc2\xa9") if said in one.body]
        assert b"The lead." in one.body
        assert b"Then the body" not in one.body
        assert one.mining is None
        assert not any("license" in link for link in one.links)
    for suffix in ("rss", "atom"):
        assert check(found[suffix].body, now=TODAY, address=None).count(Severity.ERROR) == 0


@pytest.mark.parametrize("kind", FREE_DOCUMENTS)
def test_an_item_with_a_licence_of_its_own_is_shown_whole_under_it(kind):
    everything = FeedKey(scope=Scope.ALL, language="en")
    for one in rendered(feed_of(kept(FREE_DOCUMENTS[kind]), key=everything)).values():
        assert b"Then the body" in one.body
        assert FREE.encode() in one.body
        assert not [said for said in GRANTED if said in one.body]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_feed_that_it_came_from_is_named_in_the_three_formats(kind):
    feed = feed_of(kept(DOCUMENTS[kind]))
    (item,), (entry,) = items(feed), entries(feed)
    assert (item.findtext("source"), item.find("source").get("url")) == ("Other", THEIRS)
    assert item.findtext("{*}publisher") == "Other"
    source = entry.find(f"{A}source")
    assert source.findtext(f"{A}id") in {THEIRS, "tag:other.example,2026:feed"}
    assert source.find(f"{A}link").get("href") == THEIRS
    (member,) = orjson.loads(rendered(feed)["json"].body)["items"]
    assert member["_swifeeds"]["source"] == {"name": "Other", "url": THEIRS, "feed_url": THEIRS}


def test_a_feed_of_which_nothing_is_known_is_none_of_ours_either():
    feed = feed_of(article("en", 1, origin=Origin()))
    found = rendered(feed)
    assert feed.rights is None
    assert check(found["atom"].body, now=TODAY, address=None).count(Severity.ERROR) == 0
    (item,), (entry,) = items(feed), entries(feed)
    assert item.find("source") is None
    assert [one.tag for one in entry.find(f"{A}source")] == [f"{A}updated"]


def test_its_own_terms_stay_with_it():
    terms = {
        "rights": "© Other",
        "license": FREE,
        "rsl": "https://other.example/rsl",
        "mining": MiningTerms(reserved=False),
    }
    entry = compose_entry(alone(article("en", 1, origin=ORIGIN, **terms)), AROUND)
    assert {name: getattr(entry, name) for name in terms} == terms
    assert (entry.trust, entry.trust_text) == ((), None)


def test_pictures_and_the_desks_address_go_with_what_is_ours():
    facts = {"media": (PICTURE,), "contact": "desk@press.example.org"}
    ours = compose_entry(alone(article("en", 1, **facts)), AROUND)
    theirs = compose_entry(alone(article("en", 1, origin=ORIGIN, **facts)), AROUND)
    assert (ours.media, ours.contact) == ((PICTURE,), "desk@press.example.org")
    assert (theirs.media, theirs.contact) == ((), None)


def test_beside_it_our_own_articles_keep_what_is_theirs_and_the_feed_speaks_for_none():
    feed = feed_of(article("en", 1), article("en", 2, origin=ORIGIN))
    ours = next(one for one in feed.entries if one.source is None)
    assert (ours.rights, ours.license, ours.rsl) == ("© Example Press", OURS.licence, OURS.rsl)
    assert ours.trust
    assert (feed.rights, feed.license, feed.rsl) == (None, None, None)
    alike = feed_of(article("en", 1), article("en", 2))
    assert (alike.rights, alike.license, alike.rsl) == (
        "© Example Press", OURS.licence, OURS.rsl,
    )  # fmt: skip


def test_its_permalink_is_its_publishers_and_never_a_page_of_ours():
    assert has_page(article("en", 1), OURS)
    assert not has_page(article("en", 1, origin=ORIGIN), OURS)
    lent = article("en", 1, origin=ORIGIN)
    assert compose_entry(alone(lent), AROUND).url == lent.url


def test_a_page_for_an_item_without_one_names_its_publisher_as_such():
    entry = compose_entry(alone(article("en", 1, url=None, origin=ORIGIN)), AROUND)
    page = render_article(sample.pages(), entry, publication=PUBLICATION, locale=locale_of("en"))
    (said,) = html.fromstring(page.body).xpath("//script[@type='application/ld+json']/text()")
    publisher = orjson.loads(str(said))["publisher"]
    assert publisher == {"@type": "Organization", "name": "Other", "url": THEIRS}
