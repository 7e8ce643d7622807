"""Title, lead and body say together what none of them says alone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.writing import written

from swifeeds.group import background_of, compare, gists_of
from swifeeds.group.events import FITTED, EventIndex, Headline
from swifeeds.group.events.scores import BODY, LEAD, TITLE, Scores, said
from swifeeds.group.events.texts import read_text

FERRY = (
    "The night ferry Gotland with 420 passengers on board struck a rock off Visby harbour shortly"
    " before midnight. Two tugs pulled her free at dawn, the coast guard said. Nobody was hurt;"
    " divers look for a leak below the bow. The master had left the marked channel in thick fog."
)
AGAIN = (
    "Two tugs pulled the ferry Gotland from a rock off Visby at dawn, where she had been stuck with"
    " 420 passengers since midnight. The coast guard spoke of thick fog: her master had left the"
    " marked channel. Divers found no leak below the bow, and nobody on board was hurt."
)
POSTMEN = (
    "From the sixth to the eighth of May postmen of {} region bring veterans of the war twelve"
    " thousand cards with greetings from the president. More than a million of such cards go out"
    " over the country, with pictures of the front on one side and a salute over the square on the"
    " other. Who is not at home finds the card at the nearest post office for a month."
)
OTHERS = (
    "Bakers stop work over flour prices",
    "A probe lands on the far side of the moon",
    "The village choir sings for its bells",
    "Parliament sits until late over pensions",
)


def article(title: str, text: str | None = None, *, name: str = "a"):
    return written(title, name=name, content=None if text is None else f"<p>{text}</p>")


def headlines(*articles, texts: bool = True) -> list[Headline]:
    found = [gist.headline for gist in gists_of(articles)]
    return found if texts else [replace(one, text=None) for one in found]


def index_of(some: list[Headline], settings=FITTED, *, with_facts: bool = True) -> EventIndex:
    """One that has counted these and some others."""
    background = background_of(one.facts for one in some)
    judge = (lambda one, other: compare(one, other, background)) if with_facts else None
    index = EventIndex(settings, judge)
    others = [article(title, f"{title}.", name=f"o{n}") for n, title in enumerate(OTHERS)]
    for one in [*some, *headlines(*others)]:
        index.learn(one)
    return index


def likeness(*articles, texts: bool = True, with_facts: bool = True) -> float:
    one, other = headlines(*articles, texts=texts)
    return index_of([one, other], with_facts=with_facts).likeness(one, other)


def clusters(some: list[Headline]) -> set[frozenset[str]]:
    index = index_of(some)
    for one in some:
        index.add(one)
    index.merge()
    return {frozenset(cluster.days) for cluster in index.clusters.values()}


def test_texts_join_what_headlines_word_in_other_ways():
    pair = (
        article("Ferry stuck on rock off Visby", FERRY, name="a"),
        article("Tugs free Gotland ferry at dawn, divers find no leak", AGAIN, name="b"),
    )
    assert likeness(*pair, texts=False) < FITTED.suggest
    assert likeness(*pair) >= FITTED.attach


def test_twins_of_a_template_that_name_other_places_are_a_suggestion_at_most():
    pair = (
        article("Tver: Ivanov, Petrova honoured for May", POSTMEN.format("Tver"), name="a"),
        article("Tula: Sidorov, Orlova honoured for May", POSTMEN.format("Tula"), name="b"),
    )
    assert likeness(*pair, texts=False) >= FITTED.attach
    assert likeness(*pair) <= FITTED.suggest


def test_bodies_alone_never_publish():
    pair = (article("Ferry in peril", FERRY, name="a"), article("Mending nets", FERRY, name="b"))
    pair = (pair[0], replace(pair[1], fingerprint="other"))
    assert likeness(*pair, with_facts=False) <= FITTED.suggest


def test_a_headline_like_the_other_is_no_event_where_the_texts_differ():
    pair = (
        article("Search for missing man in Ufa goes on", FERRY, name="a"),
        article("Search for bears in Ufa goes well", POSTMEN.format("Ufa"), name="b"),
    )
    assert likeness(*pair, texts=False) >= FITTED.attach
    assert likeness(*pair) < FITTED.attach


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("Franc rate of 18 May", "Franc rate of 19 May", FERRY),
        ("Bern beat Osaka 3-1", "Bern beat Osaka 0-2", FERRY),
        ("Polls open in Iceland", "Polls open in Uruguay", POSTMEN.format("this")),
    ],
)
def test_twins_of_another_day_number_or_place_are_kept_apart_though_all_their_text_is_one(
    one, other, text
):
    texts = (f"{one}. {text}", f"{other}. {text.replace('420', '77')}")
    assert likeness(article(one, texts[0], name="a"), article(other, texts[1], name="b")) == 0


def test_a_rare_place_that_both_name_stands_in_for_the_headline():
    pair = (
        article("Ferry strands: lawyers prepare", FERRY, name="a"),
        article("Ferry strands: insurers nervous", AGAIN, name="b"),
    )
    named = [replace(one, content=f"{one.content} Dushanbe") for one in pair]
    assert likeness(*pair) <= FITTED.suggest < likeness(*named)


def test_a_side_without_a_text_is_judged_by_its_headline_alone():
    title, other = "Night ferry aground off Visby", "Ferry aground off Visby harbour"
    whole, bare = article(title, FERRY, name="a"), article(other, name="b")
    assert likeness(whole, bare) == pytest.approx(likeness(whole, bare, texts=False))


def test_the_reason_shows_title_lead_and_body_apart_and_what_each_adds():
    some = headlines(
        article("Ferry stuck on rock off Visby", FERRY, name="a"),
        article("Tugs free ferry off Visby at dawn", AGAIN, name="b"),
    )
    index = index_of(some)
    for one in some:
        index.add(one)
    reason = index.reasons["b"]
    parts = {one.kind: one for one in reason.evidence if one.kind in ("title", "lead", "body")}
    whole = TITLE + LEAD + BODY
    assert sum(one.weight for one in parts.values()) == pytest.approx(reason.score, abs=0.002)
    for kind, share in (("title", TITLE), ("lead", LEAD), ("body", BODY)):
        said_alike = float(parts[kind].detail)
        assert parts[kind].weight == pytest.approx(share / whole * said_alike, abs=0.005)
    assert any(one.kind == "told" for one in reason.evidence)
    assert any(one.kind == "term" for one in reason.evidence)


@pytest.mark.parametrize("seed", range(5))
def test_in_another_order_the_same_texts_come_together(seed):
    some = headlines(
        article("Ferry stuck on rock off Visby", FERRY, name="a"),
        article("Tugs free Gotland ferry off Visby", AGAIN, name="b"),
        article("Tver postmen bring veterans greetings", POSTMEN.format("Tver"), name="c"),
        article("Tula: cards for those who fought", POSTMEN.format("Tula"), name="d"),
        article("Rock off Visby leaves ferry Gotland without leak", name="e"),
    )
    in_order = clusters(some)
    Random(seed).shuffle(some)
    assert in_order == {frozenset("abe"), frozenset("c"), frozenset("d")}
    assert clusters(some) == in_order


words = st.lists(st.sampled_from(["ferry", "rock", "tugs", "dawn", "leak", "fog"]), max_size=6)


@given(st.floats(0, 1), words, words, words, words)
def test_likeness_lies_between_0_and_1_and_is_the_same_either_way_round(
    title, first, second, one, other
):
    texts = [read_text(" ".join(each) or None, None) for each in (one, other)]
    mine, theirs = said(" ".join(first), texts[0]), said(" ".join(second), texts[1])
    scores = Scores(FITTED.told)
    for text in texts:
        scores.count(text)
    found = scores.likeness(title, mine, theirs)
    assert -1e-9 <= found.score <= 1 + 1e-9
    back = scores.likeness(title, theirs, mine)
    assert found.score == pytest.approx(back.score)
    assert found.agrees == back.agrees


@given(
    title=st.floats(0, 1),
    least=st.floats(0, 1),
    pair=st.permutations([
        ("Ferry stuck off Visby", FERRY), ("Tugs free ferry", AGAIN), ("Tver honoured", POSTMEN),
        ("Ferry stuck off Visby", "Stuck off Visby."), ("Tugs free Gotland", "Tugs came at dawn."),
    ]),
)  # fmt: skip
def test_what_is_not_looked_at_further_would_not_have_reached_it(title, least, pair):
    scores = Scores(FITTED.told)
    texts = [read_text(None, text) for _, text in pair]
    for text in texts:
        scores.count(text)
    one, other = (said(each[0], text) for each, text in zip(pair[:2], texts, strict=False))
    whole, cut = scores.likeness(title, one, other), scores.likeness(title, one, other, least=least)
    assert cut == whole or max(cut.score, whole.score) < least
