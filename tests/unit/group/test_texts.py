"""A text is kept as bare stems: what it opens with, and no more than is needed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.writing import written

from swifeeds.group.events.texts import BODY_STEMS, LEAD_WORDS, LEAST_STEMS, Said, Text, read_text
from swifeeds.group.events.texts import stems_of as stems
from swifeeds.group.gist import gist_of

LONG = " ".join(f"{letter}{other}word" for letter in "bcdfg" for other in "aeiouyhjklm")
"""Fifty-five words, and as many stems."""


def test_endings_do_not_tell_words_apart():
    assert stems("Verhandlung VERHANDLUNGEN verhandeln", 9) == ("verha",)


def test_what_writes_no_spaces_is_cut_into_pairs():
    assert stems("G20会談", 9) == ("g20", "会談")
    assert stems("日内瓦会谈", 9) == ("日内", "内瓦", "瓦会", "会谈")


@given(st.text(max_size=300), st.integers(1, 20))
def test_stems_are_few_short_and_each_once(text, most):
    found = stems(text, most)
    assert len(set(found)) == len(found) <= most
    assert all(0 < len(stem) <= 5 for stem in found)


def test_what_opens_a_text_is_kept_however_long_it_goes_on():
    endless = "alpha beta " + "gamma " * 1_000_000
    assert stems(endless, 3) == ("alpha", "beta", "gamma")
    assert stems("x" * 5_000_000, 3) == ("xxxxx",)


def test_a_lead_that_is_marked_is_the_lead():
    text = read_text("Envoys met", LONG)
    assert text.lead == ("envoy", "met")
    assert text.body == stems(LONG, BODY_STEMS)


def test_the_first_words_stand_in_for_a_lead_that_nobody_marked():
    assert read_text(None, LONG).lead == stems(LONG, LEAD_WORDS)


def test_a_body_of_a_sentence_is_no_more_than_a_lead():
    short = " ".join(LONG.split()[: LEAST_STEMS - 1])
    assert read_text(None, short) == Text(lead=stems(short, LEAD_WORDS))
    assert read_text(None, f"{short} enough").body


def test_who_says_nothing_has_no_text():
    assert read_text(None, None) is None
    assert read_text("…", " — ") is None


def test_the_gist_of_an_article_reads_lead_and_content_without_markup():
    content = f"<p>The <a href='https://un.example/hidden'>envoys</a> met.</p><p>{LONG}</p>"
    text = gist_of(written("Talks", summary="They spoke", content=content)).headline.text
    assert text.lead == ("they", "spoke")
    assert text.body[:3] == ("the", "envoy", "met")
    assert not {"href", "https", "hidde"} & set(text.body)
    assert gist_of(written("Talks")).headline.text is None


def test_what_others_say_is_counted_text_by_text():
    said = Said.of(("talks",), Text(lead=("envoy", "met")))
    said.add(Said.of(("talks", "end"), Text(lead=("envoy",), body=("all", "day"))))
    assert (said.titles.texts, said.leads.texts, said.bodies.texts) == (2, 2, 1)
    assert said.leads.stems == {"envoy": 2, "met": 1}
