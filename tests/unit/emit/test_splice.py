"""A feed spliced from kept entries is the feed that feedgen would have built, to the byte."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.emit.newsroom import LANGUAGES, TODAY, alone, article, company, dossier, story_key
from tests.unit.emit.test_formats import sample

from swifeeds.emit import atom, compose_feed, jsonfeed, rss, splice
from swifeeds.emit._feedgen import whole_atom, whole_rss
from swifeeds.markup import strip_control
from swifeeds.model import FeedKey, Scope

ENDS = "]]></item></channel></rss></entry></feed><!-- &amp; \N{RIGHT-TO-LEFT MARK} 🗞"
_numbers = count(1000)


def test_the_sample_has_entries_of_every_kind():
    assert len({entry.source is None for entry in sample().entries}) == 2
    assert any(entry.media for entry in sample().entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spliced_feed_equals_the_whole_build(language):
    feed = sample(language)
    assert rss.render(feed).body == whole_rss(feed)
    assert atom.render(feed).body == whole_atom(feed)


def test_a_spliced_feed_of_all_languages_equals_the_whole_build():
    dossiers = [dossier(tag, number) for number, tag in enumerate(LANGUAGES)]
    feed = compose_feed(FeedKey(scope=Scope.ALL), dossiers, company(), editions=LANGUAGES)
    assert rss.render(feed).body == whole_rss(feed)
    assert atom.render(feed).body == whole_atom(feed)


def test_an_empty_feed_equals_the_whole_build():
    feed = replace(sample(), entries=())
    assert rss.render(feed).body == whole_rss(feed)
    assert atom.render(feed).body == whole_atom(feed)


def test_the_end_of_a_document_inside_a_text_cuts_nothing():
    one = article("en", 1, title=ENDS, summary=ENDS, content=f"<p>{ENDS}</p>")
    feed = replace(sample(), entries=_entries(one), title=ENDS, subtitle=ENDS)
    assert rss.render(feed).body == whole_rss(feed)
    assert atom.render(feed).body == whole_atom(feed)


@settings(max_examples=60, deadline=None)
@given(
    title=st.text(min_size=1),
    content=st.none() | st.text(),
    url=st.none() | st.just("https://x.example/"),
)
def test_any_text_gives_the_bytes_of_the_whole_build(title, content, url):
    one = article("en", 1, title=title, content=content and strip_control(content), url=url)
    feed = replace(sample(), entries=_entries(one))
    assert rss.render(feed).body == whole_rss(feed)
    assert atom.render(feed).body == whole_atom(feed)


def test_after_one_new_article_one_entry_is_rendered_in_each_format():
    feed = sample()
    for module in (rss, atom, jsonfeed):
        module.render(feed)
    new = _entries(article("en", next(_numbers)))
    before = _made()
    for module in (rss, atom, jsonfeed):
        module.render(replace(feed, entries=(*new, *feed.entries)))
    assert [after - earlier for after, earlier in zip(_made(), before, strict=True)] == [1, 1, 1]


def test_an_entry_is_rendered_once_for_all_feeds_that_show_it():
    one = alone(article("de", next(_numbers)))
    keys = (story_key("de"), FeedKey(scope=Scope.ALL, language="de"), FeedKey(scope=Scope.ALL))
    before = _made()
    for key in keys:
        rss.render(compose_feed(key, [one], company()))
    assert _made()[0] - before[0] == 1


def _entries(one):
    return compose_feed(story_key("en"), [alone(one)], company(at=TODAY)).entries


def _made():
    kept = (splice.rss_item, splice.atom_entry, jsonfeed._item_bytes)
    return [entry.cache_info().misses for entry in kept]
