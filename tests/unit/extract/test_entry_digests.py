"""An entry that did not change is not read again; one that did is, and so is all it hangs on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.extract.feed import read_feed
from swifeeds.markup import escape
from swifeeds.model import Publish, Remembered

SUMMARY = replace(FULL, publish=Publish.SUMMARY)
NOTHING = Remembered(digests=frozenset(), circumstances="reader 1")


def item(name, text="Text"):
    return (
        f"<item><guid isPermaLink='false'>{name}</guid><link>https://example.org/{name}</link>"
        f"<title>{name}</title><description>{text}</description></item>"
    )


def rss(*items, head="<language>en</language>", date="Mon, 05 Jan 2026 10:00:00 GMT"):
    return (
        f"<rss version='2.0'><channel><title>T</title>{head}"
        f"<lastBuildDate>{date}</lastBuildDate>{''.join(items)}</channel></rss>"
    )


def entry(name, text="Text"):
    return (
        f"<entry><id>tag:example.org,2026:{name}</id><title>{name}</title>"
        f"<link href='https://example.org/{name}'/><summary>{text}</summary>"
        "<updated>2026-01-05T10:00:00Z</updated></entry>"
    )


def atom(*entries, head="<rights>R</rights>", date="2026-01-05T10:00:00Z"):
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:example.org,2026:f</id><title>T</title>"
        f"{head}<updated>{date}</updated>{''.join(entries)}</feed>"
    )


FORMATS = pytest.mark.parametrize(("feed", "one"), [(rss, item), (atom, entry)])


def read(text, remembered=NOTHING, source=SUMMARY):
    return read_feed(make_document(text.encode()), source, remembered)


def after(extraction, circumstances="reader 1"):
    digests = frozenset(filter(None, (draft.digest for draft in extraction.drafts)))
    return Remembered(digests=digests | {*extraction.seen}, circumstances=circumstances)


@FORMATS
def test_what_was_read_before_is_only_seen_the_next_time(feed, one):
    text = feed(one("a"), one("b"))
    again = read(text, after(first := read(text)))
    assert again.drafts == again.links == again.rejects == ()
    assert again.seen == tuple(draft.digest for draft in first.drafts)


@FORMATS
def test_a_new_entry_alone_is_read_though_the_feed_says_that_it_was_built_anew(feed, one):
    known = after(read(feed(one("a"), one("b"))))
    extraction = read(feed(one("c"), one("a"), one("b"), date="2026-01-06T10:00:00Z"), known)
    assert [draft.title for draft in extraction.drafts] == ["c"]
    assert len(extraction.seen) == 2


@FORMATS
def test_an_edited_entry_is_read_again(feed, one):
    known = after(read(feed(one("a"), one("b"))))
    extraction = read(feed(one("a"), one("b", "Text, corrected")), known)
    assert [draft.summary for draft in extraction.drafts] == ["Text, corrected"]
    assert extraction.drafts == read(feed(one("a"), one("b", "Text, corrected"))).drafts[1:]


@pytest.mark.parametrize(
    ("feed", "one", "head"),
    [
        (rss, item, "<language>de</language>"),
        (rss, item, "<language>en</language><copyright>C</copyright>"),
        (rss, item, "<language>en</language>" + item("z") + "<copyright>C</copyright>"),
        (atom, entry, "<rights>S</rights>"),
        (atom, entry, "<rights>R</rights><author><name>A</name></author>"),
    ],
)
def test_what_holds_for_every_entry_makes_each_of_them_new(feed, one, head):
    known = after(read(feed(one("a"), one("b"))))
    again = read(feed(one("a"), one("b"), head=head), known)
    assert {"a", "b"} <= {draft.title for draft in again.drafts}


def test_another_reader_another_address_and_another_encoding_read_everything_again():
    text = rss(item("a"))
    known = after(read(text))
    assert len(read(text, replace(known, circumstances="reader 2")).drafts) == 1
    document = make_document(text.encode())
    for other in (
        replace(document, final_url="https://other.example.org/feed"),
        replace(document, charset="iso-8859-1"),
    ):
        assert len(read_feed(other, SUMMARY, known).drafts) == 1


def test_an_entry_whose_text_stands_on_its_page_is_read_each_time():
    """The page may be corrected while the entry stays what it was."""
    known = after(read(rss(item("a")), source=FULL))
    again = read(rss(item("a")), known, source=FULL)
    assert [link.url for link in again.links] == ["https://example.org/a"]


def test_an_entry_that_was_set_aside_is_told_each_time():
    text = rss(item("a"), "<item><title>Nameless</title></item>")
    again = read(text, after(read(text)))
    assert again.drafts == ()
    assert [reject.reason for reject in again.rejects] == [
        "has neither a link nor a guid, so it could not be known again"
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [("https://example.org/a", "https://example.org/z"), ("'>a</guid>", "'>z</guid>")],
)
def test_a_new_entry_with_a_name_of_a_known_one_has_all_of_them_read(name, other):
    """Whose name it is shows only side by side."""
    known = after(read(rss(item("a"), item("b"))))
    double = item("a").replace(name, other)
    text = rss(item("a"), item("b"), double)
    assert read(text, known).drafts == read(text).drafts
    assert len(read(text).drafts) == 3


@pytest.mark.parametrize(
    "text",
    [
        rss(item("a"), "<!-- <item> -->"),
        rss(item("a", "<![CDATA[<item>]]>")),
        rss(item("a"), "<item><title>broken"),
    ],
)
def test_a_document_that_cannot_be_cut_surely_is_read_whole(text):
    first = read(text)
    assert [draft.digest for draft in first.drafts] == [None] * len(first.drafts)
    assert read(text, after(first)).drafts == first.drafts


def test_a_feed_without_entries_is_empty_and_nothing_else():
    assert read(rss()) == read(rss(), after(read(rss(item("a")))))


def test_without_a_memory_nothing_is_marked():
    extraction = read_feed(make_document(rss(item("a")).encode()), SUMMARY)
    assert extraction.drafts[0].digest is None


TEXTS = st.dictionaries(st.sampled_from("abcdefgh"), st.text("xyzäö <&", max_size=5), min_size=1)


@given(before=TEXTS, now=TEXTS)
@settings(deadline=None, max_examples=60)
def test_memory_changes_what_is_read_and_never_how(before, now):
    """What is new of the second feed is read exactly as without a memory; the rest is seen."""
    old, new = (rss(*(item(name, escape(text)) for name, text in f.items())) for f in (before, now))
    known = after(read(old))
    whole, remembering = read(new).drafts, read(new, known)
    assert remembering.drafts == tuple(one for one in whole if one.digest not in known.digests)
    assert {*remembering.seen} == {one.digest for one in whole} & known.digests
