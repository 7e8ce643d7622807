"""Where specifications leave room, nothing is told; where they leave none, it is."""

from __future__ import annotations

import pytest
from tests.unit.check.broken_atom import another, more
from tests.unit.check.xml_feeds import ATOM, RSS, changed, channel, entry, feed, hints, item, rules

MOMENT = "2026-11-20T08:00:00Z"
GROUND = "tag:news.example.org,2026:ferry"
ADDRESS = "https://news.example.org/ferry"
PAGES = '<link rel="{}" href="https://news.example.org/2.atom"/>'


@pytest.mark.parametrize("old", [GROUND, ADDRESS])
def test_ids_and_links_of_atom_may_be_iris(old):
    assert rules(changed(ATOM, old, "https://zürich.example/fähre")) == set()


def test_links_of_rss_must_be_uris():
    iri = changed(RSS, ADDRESS, "https://zürich.example/fähre")
    assert rules(iri) == {"uri-not-iri"}
    assert rules(changed(RSS, ADDRESS, "https://xn--zrich-kva.example/f%C3%A4hre")) == set()


@pytest.mark.parametrize("address", ["https://a.example.org/100%", "https://a.example.org/%zz"])
def test_an_escape_that_is_none_is_told(address):
    assert rules(changed(RSS, ADDRESS, address)) == {"invalid-uri-char"}


@pytest.mark.parametrize("reference", ["", "#a", "?a=1:2", "./1:2", "//a.example.org", "a/b:c"])
def test_references_of_atom_may_be_relative(reference):
    assert rules(changed(ATOM, ADDRESS, reference)) == set()


@pytest.mark.parametrize(
    "number", ["1_000", "٩", "0x9", "1e3", "9.0", "", "9" * 5000]
)  # fmt: skip
def test_numbers_are_digits_of_ascii(number):
    link = f'<link rel="enclosure" type="audio/mpeg" href="/a.mp3" length="{number}"/>'
    assert "invalid-non-negative-integer" in rules(entry(link))
    assert rules(item(f"<geo:lat>{'1_0' if number == '1_000' else 'nan'}</geo:lat>")) == {
        "invalid-latitude"
    }


def test_entries_of_one_id_are_states_of_one_entry():
    """RFC 4287 4.1.1 allows them, and wants their `updated` to differ."""
    assert rules(more(another("ferry", second=5))) == set()
    assert "duplicate-entries" in rules(more(another("ferry", second=0)))


def test_alternates_of_other_types_and_languages_are_no_duplicates():
    links = ('type="text/html"', 'hreflang="de"', 'hreflang="fr"', 'type="text/plain"')
    assert rules(entry(*(f'<link href="/ferry" {said}/>' for said in links))) == set()


@pytest.mark.parametrize("kind", ["multipart/mixed", "message/rfc822", "Multipart/Alternative"])
def test_content_of_parts_has_no_type_that_atom_allows(kind):
    assert "invalid-mime-type" in rules(entry(f'<content type="{kind}">aaaa</content>'))


@pytest.mark.parametrize("kind", ["application/xml", "IMAGE/SVG+XML", "text/xml; charset=utf-8"])
def test_content_of_xml_may_hold_elements(kind):
    assert (
        rules(
            entry(
                f'<content type="{kind}"><swi:a xmlns:swi="https://swifeeds.example/ns/1"/></content>'
            )
        )
        == set()
    )


def test_content_that_is_elsewhere_is_empty():
    assert rules(entry('<content src="/a.html" type="text/html"/>')) == set()
    held = entry('<content src="/a.html" type="text/html"><p/></content>')
    assert "unexpected-text" in rules(held)


def test_the_type_of_content_elsewhere_is_a_media_type():
    assert "invalid-mime-type" in rules(entry('<content src="/a.html" type="html"/>'))


def test_an_entry_may_stand_alone_and_then_names_its_author():
    alone = (
        '<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>a</title>'
        f"<id>tag:a.example.org,2026:1</id><updated>{MOMENT}</updated>"
        "<content>a</content>{}</entry>"
    )
    author = "<author><name>A</name></author>"
    source = (
        "<source><id>tag:a.example.org,2026:2</id><title>s</title>"
        f"<updated>{MOMENT}</updated>{author}</source>"
    )
    assert rules(alone.replace("{}", author)) == set()
    assert rules(alone.replace("{}", source)) == set()
    assert rules(alone.replace("{}", "")) == {"missing-element"}


def test_an_empty_language_says_that_there_is_none():
    assert rules(changed(ATOM, "<title>", '<title xml:lang="">')) == set()


@pytest.mark.parametrize(
    "pages",
    [("first", "next", "last"), ("prev-archive", "current"), ("next-archive", "current")],
)
def test_pages_and_archives_are_sound(pages):
    """RFC 5005."""
    is_archive = "<fh:archive/>" if "current" in pages else ""
    assert rules(feed(is_archive, *(PAGES.format(rel) for rel in pages))) == set()


def test_a_complete_feed_is_sound():
    assert rules(feed("<fh:complete/>")) == set()


def test_podcasts_are_not_looked_into():
    assert (
        rules(channel('<itunes:category text="News"/><itunes:explicit>no</itunes:explicit>'))
        == set()
    )
    assert rules(item("<itunes:duration>12:00</itunes:duration>")) == set()


def test_the_source_of_an_item_is_a_feed():
    assert rules(item('<source url="https://a.example.org/f.rss">Another</source>')) == set()
    assert rules(item('<source url="f.rss">Another</source>')) == {"invalid-full-link"}


def test_attributes_of_extensions_are_welcome_where_the_board_is_followed():
    docs = "<docs>http://www.rssboard.org/rss-specification</docs>"
    text = changed(
        channel(docs), "<title>The", '<title xmlns:o="https://o.example.org/" o:x="1">The'
    )
    assert rules(text) == {"unknown-namespace"}


def test_a_feed_of_rss_1_is_read_for_its_xml_alone():
    rdf = '<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></RDF>'
    assert rules(rdf) == set()
    assert "rss-1-not-checked" in hints(rdf)


def test_a_feed_may_refer_to_itself_by_its_base():
    based = 'xml:lang="en" xml:base="https://news.example.org/feed.atom"'
    text = changed(
        ATOM, 'xml:lang="en"', based, 'href="https://news.example.org/feed.atom"', 'href=""'
    )
    assert rules(text) == set()
    assert rules(changed(text, 'href="https://news.example.org/ferry"', 'href=""')) == {
        "same-document-reference"
    }


def test_a_drawing_may_hold_facts_about_itself():
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg"><metadata>'
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata></svg>'
    )
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{drawing}</div>'
    assert "undefined-element" not in rules(entry(f'<content type="xhtml">{div}</content>'))
