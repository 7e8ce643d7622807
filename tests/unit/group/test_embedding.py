"""Vectors of an embedder are believed only when sound, and share in the likeness as stated."""

from __future__ import annotations

import math
from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.test_events import STREAM, headlines

from swifeeds.group import EmbedderSettings, GroupSettings, unit_vectors
from swifeeds.group.events import FITTED, EventIndex
from swifeeds.group.events.dense import DenseSum

NUMBERS = st.floats(-1e308, 1e308).map(lambda one: 0.0 if abs(one) < 1e-300 else one)
MIXED = replace(FITTED, embedding_weight=0.6, embedding_model="letters")

EAST, NORTH = array("f", [1, 0]), array("f", [0, 1])
ONE_STORY = ("Ferry aground at Visby", "Tugs sent to Visby")


def ended(vectors, settings=MIXED, stream=None):
    """The events of a stream whose headlines have these vectors, and the reasons."""
    clusters, reasons = set(), {}

    def end(cluster, why):
        clusters.add(frozenset(cluster.days))
        reasons.update(why)

    index = EventIndex(settings, on_end=end)
    stream = [(f"a{number}", title, 0.0) for number, title in enumerate(ONE_STORY)] \
        if stream is None else stream  # fmt: skip
    rows = [
        replace(one, embedding=vector)
        for one, vector in zip(headlines(stream), vectors, strict=True)
    ]
    for one in rows:
        index.learn(one)
    for one in rows:
        index.add(one)
    index.end()
    return clusters, reasons


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3).filter(any), min_size=1, max_size=5))
def test_whatever_finite_numbers_come_the_vectors_are_of_length_one(rows):
    for vector in unit_vectors(rows):
        assert math.sqrt(sum(one * one for one in vector)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([None], "no list of 1 to 8192"),
        (["AAAA"], "no list"),
        ([[]], "no list"),
        ([[1.0] * 8193], "no list"),
        ([["1"]], "something that is no number"),
        ([[True]], "something that is no number"),
        ([[0, 0.0]], "zeros"),
        ([[1, math.nan]], "not finite"),
        ([[1, -math.inf]], "not finite"),
        ([[10**400]], "too large"),
        ([[1, 2], [1]], "different lengths"),
    ],
)
def test_what_is_no_vector_is_refused(rows, sentence):
    with pytest.raises(ValueError, match=sentence):
        unit_vectors(rows)


def test_headlines_that_words_alone_keep_apart_are_joined_by_their_vectors_and_say_so():
    assert len(ended((EAST, EAST), FITTED)[0]) == 2
    clusters, reasons = ended((EAST, EAST))
    assert len(clusters) == 1
    (reason,) = reasons.values()
    (told,) = [one for one in reason.evidence if one.kind == "embedding"]
    assert told.detail == "letters 1.00"
    assert 0.6 < told.weight <= 1
    assert {"term", "embedding", "gap"} == {one.kind for one in reason.evidence}


def test_headlines_whose_vectors_say_no_are_kept_apart():
    same = [("a", ONE_STORY[0], 0.0), ("b", ONE_STORY[0], 0.0)]
    assert len(ended((EAST, NORTH), stream=same)[0]) == 1
    stricter = replace(MIXED, attach=0.5, merge=0.5)
    assert len(ended((EAST, NORTH), stricter, same)[0]) == 2


@pytest.mark.parametrize("vectors", [(None, None), (EAST, None), (EAST, array("f", [1, 0, 0]))])
def test_words_alone_decide_where_not_both_have_a_vector_of_one_model(vectors):
    assert ended(vectors) == ended((None, None), FITTED)


def test_without_vectors_nothing_changes_at_all():
    none = [None] * len(STREAM)
    assert ended(none, MIXED, STREAM) == ended(none, FITTED, STREAM)


def test_a_sum_of_vectors_is_as_alike_as_their_direction():
    both = DenseSum.of(EAST)
    both.join(DenseSum.of(NORTH))
    assert both.cosine(DenseSum.of(EAST)) == pytest.approx(math.sqrt(0.5))
    assert DenseSum.of(EAST).cosine(DenseSum.of(NORTH)) == 0
    assert DenseSum.of(EAST).cosine(DenseSum.of(array("f", [-1, 0]))) == 0


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"url": "ftp://x/"}, "url must be an http"),
        ({"model": ""}, "model must name"),
        ({"weight": 0}, "weight must be more than 0"),
        ({"weight": 1.1}, "1 at most"),
        ({"batch": 0}, "batch must lie between"),
    ],
)
def test_an_embedder_that_could_never_be_asked_is_refused(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        EmbedderSettings(**{"url": "http://x/", "model": "m", "weight": 0.5} | values)


def test_the_settings_of_grouping_mix_the_embedder_in():
    embedder = EmbedderSettings(url="http://x/", model="m", weight=0.4)
    events = GroupSettings(embedder=embedder).events
    assert (events.embedding_weight, events.embedding_model) == (0.4, "m")
    assert GroupSettings().events == FITTED
