"""What every format must say, read back by a reader that knows nothing of how it was written."""

from __future__ import annotations

import locale
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import feedparser
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.unit.emit.newsroom import (
    BASE,
    LANGUAGES,
    STORY_TITLES,
    TODAY,
    alone,
    article,
    company,
    dossier,
    story_key,
    wired,
)
from tests.unit.emit.reading import A, entries, items, rendered

from swifeeds.check import check
from swifeeds.emit import compose_feed, render_feed
from swifeeds.emit.namespaces import (
    CONTENT,
    DC,
    MEDIA,
    WORK_TRANSLATION,
)
from swifeeds.markup import parse_xml, strip_control
from swifeeds.model import Dating, FeedKey, Media, Person, Precision, Scope

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
AUDIO = Media(url="https://press.example.org/a.mp3", type="audio/mpeg", length=9)


def sample(language="en"):
    """A story with everything in it: full, syndicated, day-precise, with sound, without address."""
    odd = article(
        "en", 7, url=None, media=(AUDIO,), dating=Dating(read_from="x", precision=Precision.DAY)
    )
    dossiers = [dossier(language, number) for number in range(3)]
    return compose_feed(
        story_key(language), [*dossiers, wired(), alone(odd)], company(), editions=LANGUAGES
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_the_same_in_every_format(language):
    feed = sample(language)
    found = rendered(feed)
    rss, atom = (_parsed(found[suffix].body) for suffix in ("rss", "atom"))
    json = orjson.loads(found["json"].body)
    assert not rss.bozo
    assert not atom.bozo
    assert rss.feed.title == atom.feed.title == json["title"] == STORY_TITLES[language]
    assert rss.feed.language == atom.feed.language == json["language"] == language
    assert rss.feed.link == atom.feed.link == json["home_page_url"] == feed.page_url
    for place, entry in enumerate(feed.entries):
        one, other, item = rss.entries[place], atom.entries[place], json["items"][place]
        assert one.id == other.id == item["id"] == entry.id
        assert one.title == other.title == item["title"] == entry.title
        assert one.link == other.link == item["url"] == entry.url
        assert one.published_parsed == other.published_parsed
        assert other.published == item["date_published"]
        assert other.updated == item["date_modified"]
        assert other.summary == item["summary"] == entry.summary
        assert one.content[0].value == other.content[0].value == item["content_html"]
        assert [tag.term for tag in one.get("tags", ())] == item.get("tags", [])
        assert [tag.label or tag.term for tag in other.get("tags", ())] == item.get("tags", [])


def _parsed(body):
    """Without its own cleaning and address guessing: what stands in the feed, nothing else."""
    return feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_there_is_exactly_one_link_that_a_reader_can_open(language):
    feed = (
        sample(language)
        if language
        else compose_feed(
            FeedKey(scope=Scope.ALL),
            [dossier(tag) for tag in LANGUAGES],
            company(),
            editions=LANGUAGES,
        )
    )
    found = rendered(feed)
    channel = parse_xml(found["rss"].body).find("channel")
    root = parse_xml(found["atom"].body)
    assert _alternates(channel) == []
    assert _alternates(root) == [feed.page_url]
    assert [link.text for link in channel.findall("link")] == [feed.page_url]
    for item, entry, composed in zip(
        channel.findall("item"), root.findall(f"{A}entry"), feed.entries, strict=True
    ):
        assert _alternates(item) == []
        assert [link.text for link in item.findall("link")] == [composed.url]
        assert _alternates(entry) == [composed.url]


def _alternates(element):
    """Atom links a client might open: `alternate`, or no relation at all (RFC 4287 4.2.7.2)."""
    links = element.findall(f"{A}link")
    return [link.get("href") for link in links if link.get("rel", "alternate") == "alternate"]


def test_translations_are_told_with_their_own_relation_language_and_title():
    for suffix, found in (("rss", items(sample("ar"))), ("atom", entries(sample("ar")))):
        newest = found[-1]
        links = newest.findall(f"{A}link[@rel='{WORK_TRANSLATION}']")
        assert [link.get("hreflang") for link in links] == [t for t in LANGUAGES if t != "ar"]
        assert {link.get("type") for link in links} == {"text/html"}, suffix
        assert all(link.get("title") for link in links)


def test_other_languages_of_a_feed_are_related_never_alternate():
    found = rendered(sample("de"))
    for suffix, parent in (
        ("rss", parse_xml(found["rss"].body).find("channel")),
        ("atom", parse_xml(found["atom"].body)),
    ):
        related = parent.findall(f"{A}link[@rel='related']")
        assert [link.get("hreflang") for link in related] == [t for t in LANGUAGES if t != "de"]
        assert all(link.get("href").endswith(f"feed.{suffix}") for link in related)
        assert related[0].get("title") == "Caucasus talks (English)"


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_link_headers_name_the_feed_its_formats_and_its_languages(suffix):
    representation = rendered(sample("de"))[suffix]
    own, *others = representation.links
    url = f"{BASE}/de/stories/talks/feed"
    kind = representation.media_type.partition(";")[0]
    assert own == f'<{url}.{suffix}>; rel="self"; type="{kind}"'
    formats = [link for link in others if "hreflang" not in link]
    assert len(formats) == 2
    assert all(link.startswith(f"<{url}.") and 'rel="alternate"; type=' in link for link in formats)
    languages = [link for link in others if "hreflang" in link]
    assert len(languages) == len(LANGUAGES) - 1
    assert (
        f'<{BASE}/ja/stories/talks/feed.{suffix}>; rel="alternate"; hreflang="ja"; type="{kind}"'
        in languages
    )
    assert all(link.isascii() for link in representation.links)


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("rss", "application/rss+xml; charset=utf-8"),
        ("atom", "application/atom+xml; charset=utf-8"),
        ("json", "application/feed+json; charset=utf-8"),
    ],
)
def test_a_representation_says_where_it_stands_and_what_it_is(suffix, media_type):
    representation = rendered(sample("zh"))[suffix]
    assert representation.path == f"/zh/stories/talks/feed.{suffix}"
    assert representation.media_type == media_type
    assert representation.language == "zh"


def test_two_renders_are_equal_to_the_byte():
    assert render_feed(sample("ja")) == render_feed(sample("ja"))


def test_a_feed_survives_the_way_into_a_child_process():
    feed = sample("ar")
    assert render_feed(pickle.loads(pickle.dumps(feed))) == render_feed(feed)


def test_the_clock_and_the_process_locale_are_left_alone(monkeypatch):
    calls = []
    monkeypatch.setattr(locale, "setlocale", lambda *arguments: calls.append(arguments))
    render_feed(sample("de"))
    assert calls == []


def test_dates_of_rss_are_english_whatever_the_feed_speaks():
    channel = parse_xml(rendered(sample("ar"))["rss"].body).find("channel")
    assert channel.findtext("lastBuildDate") == "Thu, 21 May 2009 13:45:00 +0000"
    assert [item.findtext("pubDate") for item in channel.findall("item")][-1] == (
        "Tue, 19 May 2009 13:45:00 +0000"
    )


def test_media_stand_after_the_text_or_readers_take_a_caption_for_the_lead():
    item = next(one for one in items(sample("en")) if one.find(f"{{{MEDIA}}}content") is not None)
    names = [child.tag for child in item]
    assert names.index("description") < names.index(f"{{{CONTENT}}}encoded")
    assert names.index(f"{{{CONTENT}}}encoded") < names.index(f"{{{MEDIA}}}content")
    parsed = feedparser.parse(rendered(sample("en"))["rss"].body).entries
    assert parsed[-1].summary == "Delegations return to the table &amp; talk."
    assert parsed[-1].media_content[0]["url"].endswith("table.jpg")


def test_sound_is_an_enclosure_and_a_picture_is_none():
    feed = compose_feed(
        FeedKey(scope=Scope.ALL, language="en"),
        [dossier("en"), alone(article("en", 2, media=(AUDIO, replace(AUDIO, length=8))))],
        company(),
    )
    sound, picture = items(feed)
    assert [one.attrib for one in sound.findall("enclosure")] == [
        {"url": AUDIO.url, "length": "9", "type": "audio/mpeg"}
    ]
    assert picture.findall("enclosure") == []
    sound, picture = entries(feed)
    assert len(sound.findall(f"{A}link[@rel='enclosure']")) == 2
    assert picture.findall(f"{A}link[@rel='enclosure']") == []


def test_the_origin_of_a_syndicated_entry_is_complete():
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [wired()], company())
    source = entries(feed)[0].find(f"{A}source")
    assert source.findtext(f"{A}id") == "https://wire.example.net/rss"
    assert source.findtext(f"{A}title") == "The Wire"
    assert source.findtext(f"{A}updated") == "2009-05-24T13:45:00Z"
    assert source.find(f"{A}link").get("rel") == "self"
    item = items(feed)[0]
    assert item.find("source").get("url") == "https://wire.example.net/rss"
    assert item.findtext(f"{{{DC}}}publisher") == "The Wire"


def test_every_entry_tells_its_own_language():
    feed = compose_feed(FeedKey(scope=Scope.ALL), [dossier(tag) for tag in LANGUAGES], company())
    json = orjson.loads(rendered(feed)["json"].body)
    told = [entry.language for entry in feed.entries]
    assert [
        item.findtext("{http://purl.org/dc/elements/1.1/}language") for item in items(feed)
    ] == told
    assert [entry.get(XML_LANG) for entry in entries(feed)] == told
    assert [item["language"] for item in json["items"]] == told
    assert "language" not in json
    assert parse_xml(rendered(feed)["rss"].body).find("channel/language") is None


def test_an_entry_without_author_is_answered_for_by_the_feed():
    root = parse_xml(rendered(sample("en"))["atom"].body)
    assert root.findtext(f"{A}author/{A}name") == "Example Press"
    bare = root.findall(f"{A}entry")[0]
    assert bare.find(f"{A}author") is None


def test_an_address_of_a_person_is_never_published():
    person = Person(name="Ada", email="ada@press.example.org")
    one = alone(article("en", 1, authors=(person,)))
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [one], company())
    assert all(b"ada@press" not in representation.body for representation in render_feed(feed))


def test_an_empty_feed_is_still_a_feed():
    found = rendered(compose_feed(story_key("fr"), [], company()))
    assert not feedparser.parse(found["rss"].body).bozo
    assert not feedparser.parse(found["atom"].body).bozo
    assert orjson.loads(found["json"].body)["items"] == []
    for one in found.values():
        assert not [note for note in check(one.body, now=TODAY).findings if note.severity != "info"]


def test_a_new_version_of_the_program_changes_no_feed(monkeypatch):
    before = render_feed(sample("en"))
    monkeypatch.setattr("swifeeds.__version__", "99.0")
    assert render_feed(sample("en")) == before


ANY_TEXT = st.text(max_size=60)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001

DELAYS = st.timedeltas(timedelta(0), timedelta(9))


@settings(deadline=None, max_examples=80)
@given(
    title=ANY_TEXT,
    text=ANY_TEXT,
    published=MOMENTS,
    later=st.timedeltas(timedelta(0), timedelta(9)),
)
def test_any_text_gives_well_formed_feeds_that_read_back(title, text, published, later):
    composed = sample("en").entries[-1]
    entry = replace(
        composed, title=title, summary=text or None, content=text or None,
        published=published, updated=published + later, keywords=(),
        authors=(Person(name=text),),
    )  # fmt: skip
    feed = replace(sample("en"), title=f"x{title}", subtitle=text or None, entries=(entry,))
    found = rendered(feed)
    item = parse_xml(found["rss"].body).find("channel/item")
    atom = parse_xml(found["atom"].body).find(f"{A}entry")
    json = orjson.loads(found["json"].body)["items"][0]
    assert item.findtext("guid") == atom.findtext(f"{A}id") == json["id"] == entry.id
    assert atom.findtext(f"{A}title") == item.findtext("title")
    assert atom.findtext(f"{A}title") == (_as_xml(title) or entry.url)
    assert json["title"] == strip_control(title)
    assert atom.findtext(f"{A}published") == json["date_published"]
    assert atom.findtext(f"{A}published")[:19] == f"{published:%Y-%m-%dT%H:%M:%S}"
    assert datetime.fromisoformat(json["date_modified"]) == (published + later).replace(
        microsecond=0
    )


def _as_xml(text):
    """What an XML parser gives back of a title: control characters gone, line ends unified."""
    element = etree.Element("x")
    element.text = strip_control(text).strip()
    return parse_xml(etree.tostring(element, encoding="utf-8")).text or ""
