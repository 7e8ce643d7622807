"""Pictures, sound, film and licences as each format tells them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import feedparser
import orjson
from tests.unit.emit.newsroom import (
    BASE,
    PICTURE,
    PUBLICATION,
    WIRE,
    alone,
    article,
    company,
    wired,
)
from tests.unit.emit.reading import A, entries, items, rendered

from swifeeds.emit import compose_feed
from swifeeds.emit.namespaces import CREATIVE_COMMONS, MEDIA
from swifeeds.model import FeedKey, Media, Scope

AUDIO = Media(url="https://press.example.org/a.mp3", type="audio/mpeg", length=9)


def test_pictures_with_type_and_length_are_enclosures_where_the_operator_wants_it():
    small, bare = replace(PICTURE, url=f"{BASE}/small.png"), replace(PICTURE, length=None)
    wanting = company(publication=replace(PUBLICATION, image_enclosures=True))
    with_sound = alone(article("en", 3, media=(bare, PICTURE, AUDIO)))
    of_pictures = alone(article("en", 2, media=(bare, replace(PICTURE, type=None), small, PICTURE)))
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [with_sound, of_pictures], wanting)
    found = [[one.get("url") for one in item.findall("enclosure")] for item in items(feed)]
    assert found == [[AUDIO.url], [small.url]]
    links = [
        [link.get("href") for link in entry.findall(f"{A}link[@rel='enclosure']")]
        for entry in entries(feed)
    ]
    assert links == [[AUDIO.url, PICTURE.url], [small.url, PICTURE.url]]


def test_every_medium_is_told_with_words_and_credit_and_the_first_picture_stands_out():
    second = replace(PICTURE, url=f"{BASE}/two.png", caption=None, alt="Two", credit=None)
    feed = compose_feed(
        FeedKey(scope=Scope.ALL, language="en"),
        [alone(article("en", 2, media=(AUDIO, PICTURE, second)))],
        company(),
    )
    for parent in (*items(feed), *entries(feed)):
        told = [
            (
                one.get("url"),
                one.findtext(f"{{{MEDIA}}}description"),
                one.findtext(f"{{{MEDIA}}}credit"),
            )
            for one in parent.findall(f"{{{MEDIA}}}content")
        ]
        assert told == [
            (AUDIO.url, None, None),
            (PICTURE.url, PICTURE.caption, PICTURE.credit),
            (second.url, "Two", None),
        ]
        (thumbnail,) = parent.findall(f"{{{MEDIA}}}thumbnail")
        assert dict(thumbnail.attrib) == {"url": PICTURE.url, "width": "800", "height": "600"}
        assert feedparser.parse(rendered(feed)["rss"].body).entries[0].media_thumbnail


def test_addresses_as_publishers_write_them_go_out_as_every_parser_takes_them():
    """A licence out of a feed or a dropped file is any text that begins like an address."""
    sloppy, broken = "https://press.example.org/our licence", "https://["
    stated = [wired(license=sloppy), alone(article("en", 2, license=broken))]
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), stated, company())
    assert [one.licence_url for one in feed.entries] == [sloppy.replace(" ", "%20"), None]
    cyrillic = replace(WIRE, url="https://wire.example.net/новости.rss")
    around = replace(company(), sources=MappingProxyType({WIRE.id: cyrillic}))
    (entry,) = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [wired()], around).entries
    assert entry.source.id.isascii()
    assert entry.source.url == entry.source.id


def test_a_licence_with_an_address_is_told_as_each_format_tells_it():
    address = "https://creativecommons.org/licenses/by/4.0/"
    linked, named = article("en", 3, license=address), article("en", 2, license="CC BY 4.0")
    feed = compose_feed(
        FeedKey(scope=Scope.ALL, language="en"), [alone(linked), alone(named)], company()
    )
    for parsed in (feedparser.parse(rendered(feed)[suffix].body) for suffix in ("rss", "atom")):
        links = [[one.href for one in e.links if one.rel == "license"] for e in parsed.entries]
        assert links[0]
        assert {*links[0]} == {address}
        assert links[1] == []
    marks = [item.findtext(f"{{{CREATIVE_COMMONS}}}license") for item in items(feed)]
    assert marks == [address, None]


def test_terms_for_machines_are_named_only_where_the_operator_has_some():
    terms = "https://feeds.example.org/terms.rsl"
    around = company()
    source = replace(around.sources["desk"], rsl=terms)
    stating = replace(around, sources={**around.sources, source.id: source})
    dossiers = [alone(article("en", 1)), wired()]
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), dossiers, stating)
    link = f"{A}link[@type='application/rsl+xml']"
    for parents in (items(feed), entries(feed)):
        assert [[one.get("href") for one in parent.findall(link)] for parent in parents] == [
            [],
            [terms],
        ]
        assert parents[1].find(link).get("rel") == "license"
    members = [one["_swifeeds"] for one in orjson.loads(rendered(feed)["json"].body)["items"]]
    assert [one.get("rsl") for one in members] == [None, terms]
