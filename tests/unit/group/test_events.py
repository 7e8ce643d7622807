"""Headlines become events, each with its reason, whatever the order in which they come."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.group import Comparison, Facts, Veto
from swifeeds.group.events import FINDING, EventIndex, EventSettings, Headline
from swifeeds.group.events.cluster import Cluster, cosine
from swifeeds.group.events.judging import Judging
from swifeeds.group.events.postings import Postings, heaviest
from swifeeds.group.events.scores import Scores
from swifeeds.group.events.site_names import SiteNames
from swifeeds.group.events.terms import is_word, terms_of
from swifeeds.group.events.vocabulary import Vocabulary

STREAM = (
    ("ferry-1", "Night ferry runs aground off Visby harbour", 0.0),
    ("strike-1", "Bakers of Lyon stop work over flour prices", 0.1),
    ("ferry-2", "Ferry aground off Visby harbour, all passengers safe", 0.2),
    ("strike-2", "Bakers of Lyon go on strike over flour prices", 0.3),
    ("ferry-3", "Tugs free the ferry that ran aground off Visby harbour", 0.5),
    ("moon-1", "Probe lands on the far side of the moon", 0.6),
    ("strike-3", "Flour prices: bakers of Lyon end their strike", 0.7),
    ("choir-1", "Village choir of Soglio sings for its bells", 0.8),
)
EVENTS = {
    frozenset({"ferry-1", "ferry-2", "ferry-3"}),
    frozenset({"strike-1", "strike-2", "strike-3"}),
}


def headlines(stream=STREAM) -> list[Headline]:
    return [Headline(id=name, title=title, day=day) for name, title, day in stream]


def ended(stream=STREAM, settings: EventSettings = FINDING, judge=None, facts=None):
    """The clusters of more than one, and all reasons."""
    clusters, reasons = [], {}

    def end(cluster, why):
        clusters.append(frozenset(cluster.days))
        reasons.update(why)

    index = EventIndex(settings, judge, on_end=end)
    for one in headlines(stream):
        index.learn(one)
    for one in headlines(stream):
        own = Headline(id=one.id, title=one.title, day=one.day, facts=facts)
        index.add(own)
    index.end()
    return {cluster for cluster in clusters if len(cluster) > 1}, reasons


def test_headlines_of_one_event_come_together():
    assert ended()[0] == EVENTS


@pytest.mark.parametrize("seed", range(10))
def test_in_another_order_they_come_together_too(seed):
    stream = list(STREAM)
    Random(seed).shuffle(stream)
    assert ended(stream)[0] == EVENTS


def test_a_reason_names_shared_words_the_gap_and_the_next_best():
    reason = ended()[1]["ferry-3"]
    kinds = [one.kind for one in reason.evidence]
    terms = {one.detail for one in reason.evidence if one.kind == "term"}
    assert {"visby", "aground", "ferry"} <= terms
    assert kinds.count("gap") == 1
    assert sum(one.weight for one in reason.evidence if one.kind == "term") <= 1.01


def test_what_lies_further_apart_than_an_event_is_another_one():
    again = (("ferry-9", "Night ferry runs aground off Visby harbour", 3.5),)
    assert ended((*STREAM, *again))[0] == EVENTS


def test_facts_that_speak_against_it_keep_likely_headlines_apart():
    facts = Facts(openings={}, entities={})
    veto = Comparison(veto=Veto(kind="place", detail="city:visby, city:lyon"))
    assert ended(judge=lambda *_: veto, facts=facts)[0] == set()


def test_a_site_name_goes_once_it_was_seen_three_times():
    names = SiteNames()
    titles = [f"A headline of some length number {one} | The Daily Lake" for one in range(4)]
    cut = [names.cut(title) for title in titles]
    assert cut[:2] == titles[:2]
    assert cut[2:] == ["A headline of some length number 2", "A headline of some length number 3"]


@pytest.mark.parametrize(
    "title",
    [
        "Short | The Daily Lake",
        "A headline that ends in far too many words - one two three four five six",
        "A headline with a dash-joined word",
    ],
)
def test_what_may_be_a_headline_is_never_cut(title):
    names = SiteNames()
    assert {names.cut(title) for _ in range(5)} == {title}


def test_words_and_the_letters_inside_them_are_terms():
    terms = terms_of("Straße")
    assert "strasse" in terms
    assert "_str" in terms
    assert not is_word("_str")


@pytest.mark.parametrize("title", ["ジュネーブ協議", "日内瓦会谈"])
def test_what_writes_no_spaces_is_cut_into_pairs(title):
    assert title[:2] in terms_of(title)
    assert title not in terms_of(title)


@given(st.text(max_size=60), st.text(max_size=60))
def test_directions_have_length_one_and_likeness_stays_between_0_and_1(one, other):
    vocabulary = Vocabulary()
    clusters = []
    for name, title in (("a", one), ("b", other)):
        terms = terms_of(title)
        vocabulary.count(terms)
        vector = vocabulary.vector(terms)
        assert not vector or math.isclose(sum(weight**2 for weight in vector.values()), 1)
        clusters.append(Cluster.of(Headline(id=name, title=title, day=0.0), vector))
    assert 0 <= cosine(*clusters) <= 1
    assert math.isclose(cosine(clusters[0], clusters[0]), 1) or not clusters[0].total


@given(st.dictionaries(st.text(max_size=3), st.floats(0.01, 1), max_size=40), st.integers(1, 9))
def test_the_heaviest_terms_are_the_heaviest(vector, count):
    kept = list(heaviest(vector, count))
    left = [weight for term, weight in vector.items() if term not in kept]
    assert len(kept) == min(count, len(vector))
    assert not left or max(left) <= min(vector[term] for term in kept)


def test_the_best_candidate_is_found_among_many_that_share_a_common_word():
    postings, vocabulary = Postings(), Vocabulary()
    titles = [f"talks number{one} of place{one} end" for one in range(900)]
    for title in titles:
        vocabulary.count(terms_of(title))
    for number, title in enumerate(titles):
        vector = vocabulary.vector(terms_of(title))
        headline = Headline(id=f"{number}", title=title, day=0.0)
        postings.add(Cluster.of(headline, vector), vector)
    asked = vocabulary.vector(terms_of("talks of place321 go on"))
    assert postings.candidates(asked)[0].name == "321"


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1)), max_size=60),
    st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1), min_size=1),
)
def test_candidates_are_the_best_of_all_by_the_terms_asked_for(vectors, asked):
    postings = Postings[Cluster]()
    held = [Cluster.of(Headline(id=str(at), title="", day=0.0), one)
            for at, one in enumerate(vectors)]  # fmt: skip
    for one in held:
        postings.add(one, one.total)
    for gone in held[::3]:
        postings.remove(gone)
    weights = sorted(
        (sum(asked[term] for term in one.total if term in asked) for one in held
         if one not in held[::3]), reverse=True,
    )  # fmt: skip
    found = [sum(asked[term] for term in one.total if term in asked)
             for one in postings.candidates(asked)]  # fmt: skip
    assert found == pytest.approx([one for one in weights if one][:20])


def test_what_nothing_can_come_of_is_no_next_best():
    long_ago = ("old", "Ferry aground off Visby harbour in a storm", -3.0)
    _, reasons = ended((long_ago, *STREAM[:3]))
    details = {one.detail for one in reasons["ferry-2"].evidence if one.kind == "competitor"}
    assert details == set()


def test_what_falls_short_of_interest_is_none_and_else_rated_alike():
    judging = Judging(settings=FINDING, judge=None, scores=Scores(FINDING.told))
    near, far = headlines(STREAM[:1] + STREAM[2:3]), headlines(STREAM[:2])
    for pair in (near, far):
        one, other = (Cluster.of(each, Vocabulary().vector(terms_of(each.title))) for each in pair)
        rated = judging.rate(one, other, 0.1, 1.0)
        cut = judging.rate(one, other, 0.1, 1.0, FINDING.least)
        assert cut == (rated if rated and rated[0] >= FINDING.least else None)
