"""The small readers that the formats share: people, media, leads, names, broken JSON."""

from __future__ import annotations

import pytest
from tests.unit.extract.feed_documents import rss

from swifeeds.errors import ExtractError
from swifeeds.extract.bodies import is_markup, paragraphs
from swifeeds.extract.categories import distinct
from swifeeds.extract.enclosures import make_media, media_of
from swifeeds.extract.hostile_json import read_json, salvage_items
from swifeeds.extract.names import fields_of, local_name, name_of
from swifeeds.extract.people import read_people, read_person
from swifeeds.extract.shorten import LEAD, first_words, lead
from swifeeds.markup import parse_xml

BASE = "https://news.example.org/a"


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        ("Ann Author", "Ann Author", None),
        ("ann@example.com (Ann Author)", "Ann Author", "ann@example.com"),
        ("Ann Author <ann@example.com>", "Ann Author", "ann@example.com"),
        ("ann@example.com", "ann@example.com", "ann@example.com"),
        ("noreply@blogger.com (Ann)", "Ann", None),
        ("Ann &amp; Ben", "Ann & Ben", None),
        ("李 明", "李 明", None),
    ],
)
def test_a_person_is_read_from_one_line(text, name, email):
    person = read_person(text)
    assert (person.name, person.email) == (name, email)


def test_nobody_is_none_and_nobody_comes_twice():
    assert read_person(" ") is None
    assert read_person("noreply@blogger.com") is None
    assert read_people(["", "<br>"]) is None
    assert [p.name for p in read_people(["Ann", "Ben", "Ann"])] == ["Ann", "Ben"]


def media(item):
    element = parse_xml(rss(item).encode()).find(".//item")
    return media_of(fields_of(element), BASE)


def test_of_a_group_the_best_stands_with_the_words_around_it():
    (picture,) = media(
        "<media:group><media:credit>Kim</media:credit>"
        '<media:content url="/s.jpg" medium="image" width="300"/>'
        '<media:content url="/l.jpg" medium="image" width="1200">'
        "<media:description>The &lt;i&gt;hall&lt;/i&gt;</media:description></media:content>"
        '<media:thumbnail url="/t.jpg"/></media:group>'
    )
    assert (picture.url, picture.width) == ("https://news.example.org/l.jpg", 1200)
    assert (picture.caption, picture.credit) == ("The hall", "Kim")


def test_one_address_is_one_medium_with_what_each_statement_knows():
    (picture,) = media(
        '<enclosure url="/a.jpg" length="100" type="image/jpg"/>'
        '<media:content url="/a.jpg" width="640" height="480px"/>'
    )
    assert (picture.type, picture.length, picture.width, picture.height) == (
        "image/jpeg", 100, 640, 480,
    )  # fmt: skip


def test_a_thumbnail_stands_in_only_where_there_is_no_picture():
    thumbnail = '<media:thumbnail url="/t.jpg"/>'
    assert [m.url[-6:] for m in media(thumbnail)] == ["/t.jpg"]
    assert [m.url[-6:] for m in media(thumbnail + '<media:content url="/a.jpg"/>')] == ["/a.jpg"]


@pytest.mark.parametrize(
    ("url", "stated", "medium", "found"),
    [
        ("/a.mp3", None, None, "audio/mpeg"),
        ("/a.MP4?x=1", "application/octet-stream", None, "video/mp4"),
        ("/a", "image/webp; q=1", None, "image/webp"),
        ("/a", None, "image", None),
    ],
)
def test_the_type_is_stated_or_shown_by_the_address(url, stated, medium, found):
    assert make_media(url, BASE, stated_type=stated, medium=medium).type == found


@pytest.mark.parametrize(
    ("url", "stated", "medium"),
    [
        ("/player", "text/html", "video"),
        ("/player.swf", "application/x-shockwave-flash", None),
        ("/film", None, "video"),
        ("/what", None, None),
        ("http://10.0.0.1/a.jpg", "image/jpeg", None),
        ("data:image/png;base64,AA", "image/png", None),
        ("", "image/png", None),
        (None, None, "image"),
    ],
)
def test_what_no_reader_could_show_is_no_medium(url, stated, medium):
    assert make_media(url, BASE, stated_type=stated, medium=medium) is None


def test_a_lead_ends_with_a_sentence_or_a_word():
    assert lead("Short.") == "Short."
    assert lead("A sentence of words. " * 40).endswith("words.")
    assert len(lead("word " * 300)) <= LEAD + 1
    assert first_words("Nine words are in this sentence of the test", 20) == "Nine words are in…"
    assert first_words("東京" * 60) == "東京" * 40 + "…"


def test_paragraphs_hold_no_markup():
    assert paragraphs("a\nb\n\n<c>\n") == "<p>a b</p><p>&lt;c&gt;</p>"
    assert is_markup("a<br>b")
    assert not is_markup("a < b > c")


def test_categories_come_once_and_addresses_are_none():
    assert distinct(["World", None, "world", "https://example.org/kind#post", " "]) == ("World",)


@pytest.mark.parametrize(
    ("tag", "home", "name"),
    [
        ("title", "", "title"),
        ("{http://purl.org/dc/elements/1.1/}Creator", "", "dc:creator"),
        ("{http://search.yahoo.com/mrss}content", "", "media:content"),
        ("dc:creator", "", "dc:creator"),
        ("{urn:mine}title", "urn:mine", "title"),
        ("{urn:other}title", "urn:mine", "?:title"),
        ("{http://purl.org/rss/1.0/}title", "", "title"),
    ],
)
def test_a_name_is_what_is_meant(tag, home, name):
    assert name_of(tag, home) == name
    assert local_name(tag) == name.rpartition(":")[2]


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 50_000, b"1" * 6000, b"\xff\xfe", b"{'a': 1}"])
def test_what_is_no_json_is_told(body):
    with pytest.raises(ExtractError, match="not valid JSON"):
        read_json(body, charset=None, url=BASE)


def test_whole_items_are_salvaged_and_nothing_else():
    assert salvage_items(b'{"items": [1, {"a": 2}, {"b"', charset=None) == (1, {"a": 2})
    assert salvage_items(b'{"other": [1', charset=None) == ()
    assert salvage_items(b'{"items": [' + b"[" * 50_000, charset=None) == ()
