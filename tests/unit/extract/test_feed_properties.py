"""What must hold for any feed: ours read back is what was written, damage to one entry costs that
entry at most, the order means nothing, and a memory changes what is read but never how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.emit.newsroom import BASE, LANGUAGES, alone, article, company, story_key
from tests.unit.emit.reading import rendered
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.emit import compose_feed
from swifeeds.extract.feed import read_feed
from swifeeds.markup import clean_html, escape, plain_text
from swifeeds.model import Category, Person, Publish, Remembered

SUMMARY = replace(FULL, publish=Publish.SUMMARY)
SOME = settings(deadline=None, max_examples=60)

WORDS = st.text("aZ é漢字שلو&<>\"';.1\n-", min_size=1, max_size=60).filter(
    lambda text: (plain_text(escape(text)) or "").strip(" <>&;\n-.'\"")
)
MOMENTS = st.integers(800_000_000, 1_767_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
LATER = st.timedeltas(timedelta(0), timedelta(900)).map(lambda d: timedelta(seconds=d.seconds))


@st.composite
def written(draw: st.DrawFn):
    """An entry of ours, as the composer gives it."""
    number = draw(st.integers(0, 10**6))
    title, text = plain_text(escape(draw(WORDS))), escape(draw(WORDS))
    published = draw(MOMENTS)
    return {
        "id": f"tag:feeds.example.org,2026:article/{number}",
        "url": f"https://press.example.org/en/{number}",
        "title": title,
        "summary": plain_text(text),
        "content": clean_html(f"<p>{text}</p><p dir='rtl'>{text}</p>", BASE),
        "published": published,
        "updated": published + draw(LATER),
        "authors": tuple(Person(name=name) for name in draw(NAMES)),
        "categories": tuple(
            Category(scheme="urn:x", term=name, label=name) for name in draw(NAMES)
        ),
    }


NAMES = st.lists(st.sampled_from(("Ada Meier", "Ben O’Neill", "王小明", "Q & A")), unique=True)


@cache
def composed():
    """A feed of ours with one entry, whose fields a test replaces."""
    return compose_feed(story_key("en"), [alone(article("en", 1))], company(), editions=LANGUAGES)


@SOME
@given(st.lists(written(), min_size=1, max_size=4, unique_by=lambda entry: entry["id"]))
def test_a_feed_of_ours_read_back_says_what_was_written_in_every_format(entries):
    (pattern,) = composed().entries
    feed = replace(composed(), entries=tuple(replace(pattern, **entry) for entry in entries))
    for suffix, one in rendered(feed).items():
        read = read_feed(make_document(one.body, final_url=f"{BASE}/feed.{suffix}"), FULL)
        assert read.rejects == ()
        assert len(read.drafts) == len(entries)
        for draft, entry in zip(read.drafts, entries, strict=True):
            told = ("url", "title", "summary", "content", "published", "language")
            stated = {"language": "en"} | entry
            # A lead that repeats the headline is none.
            stated |= {"summary": None} if entry["summary"] == entry["title"] else {}
            assert {n: getattr(draft, n) for n in told} == {n: stated[n] for n in told}, suffix
            assert draft.guid == entry["id"]
            # RSS has one date of its own; what it says of a change is said in Atom's words.
            assert max(draft.updated or draft.published, draft.published) == entry["updated"]
            names = [person.name for person in draft.authors or ()]
            assert names == [person.name for person in entry["authors"]] or not entry["authors"]
            filed = filter(None, (draft.section, *draft.keywords))
            assert [*filed] == [category.label for category in entry["categories"]]


ITEMS = 8
NOISE = st.lists(
    st.sampled_from(
        ("<", ">", "&", "&#0;", "&nbsp;", "&bogus;", '"', "<br>", "</p>", "<b>", "</b>", "</x:y>",
         "<x:y>", "\x0b", "]]>", "<![CDATA[ ]]>", "<p", "<!-- -->", "<?php ?>", "</item>",
         "<item>", "</channel>", "</entry>", "<entry>", "</feed>", "</rss>", "</title>",
         "</summary>", "é", "\ufffe")
    ),
    min_size=1, max_size=5,
).map("".join)  # fmt: skip
"""What opens and never closes a comment or a section of raw text is not among it: there is nothing
that would say where the next entry begins."""


def entry_in(suffix: str, number: int, text: str = "Text", title: str = "Title") -> str:
    url = f"https://news.example.org/{number}"
    if suffix == "rss":
        return (
            f"<item><title>{title} {number}</title><link>{url}</link><guid>{url}#g</guid>"
            f"<pubDate>Mon, 05 Jan 2026 {number % 24:02}:00:00 GMT</pubDate>"
            f"<description>{text}</description></item>"
        )
    return (
        f"<entry><title>{title} {number}</title><link href='{url}'/><id>{url}#g</id>"
        f"<updated>2026-01-05T{number % 24:02}:00:00Z</updated><summary>{text}</summary></entry>"
    )


def feed_of(suffix: str, entries, date: str = "2026-01-05T10:00:00Z") -> bytes:
    joined = "".join(entries)
    if suffix == "rss":
        text = f"<rss version='2.0'><channel><title>T</title>{joined}</channel></rss>"
    else:
        text = (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>"
            f"<updated>{date}</updated>{joined}</feed>"
        )
    return text.encode("utf-8", "replace")


def read(body: bytes, remembered: Remembered | None = None):
    return read_feed(make_document(body), SUMMARY, remembered)


XML = pytest.mark.parametrize("suffix", ["rss", "atom"])


@XML
@SOME
@given(st.integers(0, ITEMS - 1), NOISE, st.sampled_from(["text", "title"]))
def test_damage_to_one_entry_costs_no_other(suffix, place, noise, where):
    sound = [entry_in(suffix, number) for number in range(ITEMS)]
    damaged = [*sound]
    damaged[place] = entry_in(suffix, place, **{where: f"Words {noise} more"})
    whole = {draft.guid: draft for draft in read(feed_of(suffix, sound)).drafts}
    found = {draft.guid: draft for draft in read(feed_of(suffix, damaged)).drafts}
    others = whole.keys() - {f"https://news.example.org/{place}#g"}
    assert len(others) == ITEMS - 1
    assert {guid: found.get(guid) for guid in others} == {guid: whole[guid] for guid in others}


@XML
@SOME
@given(st.permutations(range(ITEMS)), st.integers(1, ITEMS))
def test_the_order_of_entries_means_nothing(suffix, order, many):
    def drafts(numbers):
        return read(feed_of(suffix, [entry_in(suffix, number) for number in numbers])).drafts

    by_guid = {draft.guid: draft for draft in drafts(sorted(order[:many]))}
    assert len(by_guid) == many
    assert {draft.guid: draft for draft in drafts(order[:many])} == by_guid


NEWS = st.dictionaries(st.integers(0, 9), st.sampled_from(["Text", "Other", "A &amp; B", "a & b"]))


@XML
@SOME
@given(st.lists(NEWS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_whoever_remembers_entries_ends_with_the_same_articles(suffix, polls, order):
    """A reader that remembers and one that does not keep the same, poll after poll, though entries
    come, go, change back, change places or spoil the document."""
    plain, remembering = {}, {}
    known = Remembered(digests=frozenset(), circumstances="reader 1")
    for hour, poll in enumerate(polls):
        entries = [entry_in(suffix, number, text) for number, text in poll.items()]
        order.shuffle(entries)
        body = feed_of(suffix, entries, f"2026-01-05T{hour + 10}:00:00Z")
        whole, found = read(body), read(body, known)
        plain |= {draft.guid: draft for draft in whole.drafts}
        remembering |= {draft.guid: draft for draft in found.drafts}
        # As the store does it: an article has the digest that its source showed last.
        latest = {draft.guid: draft.digest for draft in remembering.values()}
        known = replace(known, digests=frozenset(filter(None, latest.values())))
        assert remembering == plain
        assert found.rejects == whole.rejects
