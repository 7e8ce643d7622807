"""Atom: RFC 4287 and the draft before it."""

from __future__ import annotations

import pytest
from tests.unit.extract.feed_documents import FULL, atom, make_document

from swifeeds.extract.feed import read_feed

ID = "<id>tag:news.example.org,2026:1</id>"
TITLE = "<title>T</title>"
XHTML = "http://www.w3.org/1999/xhtml"


def draft_of(entry, feed=""):
    (draft,) = read_feed(make_document(atom(ID + entry, feed=feed)), FULL).drafts
    return draft


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("<content>A &amp;lt; B</content>", "<p>A &amp;lt; B</p>"),
        ("<content type='text'>A &lt; B</content>", "<p>A &lt; B</p>"),
        ("<content type='html'>&lt;p>x&lt;/p></content>", "<p>x</p>"),
        ("<content>&lt;p>forgot to say html&lt;/p></content>", "<p>forgot to say html</p>"),
        (
            f"<content type='xhtml'><h:div xmlns:h='{XHTML}'><h:p>x</h:p></h:div></content>",
            "<div><p>x</p></div>",
        ),
        ("<content type='image/png'>iVBORw0KGgo=</content>", None),
        ("<content type='html' src='https://news.example.org/a.html'/>", None),
    ],
)
def test_content_is_read_by_its_type(content, html):
    assert draft_of(TITLE + content).content == html


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("<title>AT&amp;T &lt; 5</title>", "AT&T < 5"),
        ("<title type='html'>AT&amp;amp;T &lt;b>x&lt;/b></title>", "AT&T x"),
        (f"<title type='xhtml'><div xmlns='{XHTML}'>a <b>b</b></div></title>", "a b"),
    ],
)
def test_a_title_is_read_by_its_type(title, words):
    assert draft_of(title).title == words


def test_bases_are_inherited_and_joined():
    body = atom(
        f"{ID}{TITLE}<link href='a.html'/><content type='html' xml:base='img/'>"
        "&lt;img src='i.jpg'></content>"
    ).replace("<feed ", "<feed xml:base='https://cdn.example.org/x/' ")
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert draft.url == "https://cdn.example.org/x/a.html"
    assert draft.content == '<img src="https://cdn.example.org/x/img/i.jpg">'


@pytest.mark.parametrize("base", ["", "   ", "http://[", "javascript:x"])
def test_a_useless_base_is_passed_over(base):
    body = atom(f"{ID}{TITLE}<link href='/a'/>").replace("<feed ", f"<feed xml:base='{base}' ")
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert draft.url == "https://news.example.org/a"


def test_the_page_is_the_alternate_in_the_entrys_language_and_others_are_translations():
    draft = draft_of(
        TITLE
        + "<link rel='self' href='/entry.atom'/>"
        + "<link rel='alternate' type='application/pdf' href='/a.pdf'/>"
        + "<link rel='alternate' hreflang='x-default' href='/'/>"
        + "<link rel='alternate' hreflang='de' href='/de'/>"
        + "<link rel='alternate' hreflang='en' href='/en'/>"
        + "<link rel='http://schema.org/translationOfWork' hreflang='fr' href='/fr' title='F'/>"
    )
    assert draft.url == "https://news.example.org/en"
    assert [(t.language, t.url, t.evidence) for t in draft.translations] == [
        ("de", "https://news.example.org/de", "hreflang"),
        ("fr", "https://news.example.org/fr", "translationOfWork"),
    ]


def test_authors_are_the_entrys_then_its_sources_then_the_feeds():
    feed = "<author><name>Desk</name></author>"
    source = "<source><author><name>Agency</name></author></source>"
    own = "<author><name>Ann</name><email>ann@example.org</email><uri>https://ann.example/</uri></author>"
    assert draft_of(TITLE, feed).authors[0].name == "Desk"
    assert draft_of(TITLE + source, feed).authors[0].name == "Agency"
    (ann,) = draft_of(TITLE + source + own, feed).authors
    assert (ann.name, ann.email, ann.url) == ("Ann", "ann@example.org", "https://ann.example/")


def test_an_entry_that_was_only_updated_is_published_then():
    draft = draft_of(TITLE + "<updated>2026-02-27T10:00:00Z</updated>")
    assert draft.published == draft.updated
    assert ("published", "updated") in draft.provenances


def test_the_language_is_that_of_the_nearest_element():
    body = atom(f"{ID}<title xml:lang='fr'>T</title>").replace("<feed ", "<feed xml:lang='de' ")
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert draft.language == "fr"


def test_the_draft_of_2003_is_read():
    body = (
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>'
        '<title mode="escaped">T</title>'
        '<id>1</id><link rel="alternate" type="text/html" href="http://news.example.org/1"/>'
        "<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14T08:00:00Z</modified>"
        '<content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>'
    )
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert (draft.url, draft.content) == ("http://news.example.org/1", "<p>x</p>")
    assert (draft.published.isoformat(), draft.updated.day) == ("2003-12-13T12:29:29+00:00", 14)


def test_a_single_entry_is_a_document():
    body = f'<entry xmlns="http://www.w3.org/2005/Atom">{ID}{TITLE}</entry>'
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert draft.title == "T"


def test_prefixed_atom_is_atom():
    body = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id>'
        '<a:title>T</a:title><a:link href="/x"/></a:entry></a:feed>'
    )
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert (draft.guid, draft.title, draft.url) == ("1", "T", "https://news.example.org/x")
