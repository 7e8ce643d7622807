"""The hard facts of an article and of a group."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.writing import written

from swifeeds.group.declared import FURNITURE_PAGES
from swifeeds.group.facts import background_of, joined_facts, lean
from swifeeds.group.rarity import is_furniture, rarity
from swifeeds.group.stated import facts_of
from swifeeds.model import Media


def test_facts_are_what_title_lead_and_text_state():
    facts = facts_of(
        written(
            "Talks in Geneva on May 19",
            summary="Russia sent 12 envoys.",
            content="<p>Georgia’s <a href='x'>34</a> came from Tbilisi on June 2, 2009.</p>",
        )
    )
    (opening,) = facts.openings["en"]
    assert opening.places == {"RU", "city:geneva"}
    assert opening.days == {(None, 5, 19)}
    assert facts.codes == {"RU", "GE", "city:geneva", "city:tbilisi"}
    assert facts.days == {(None, 5, 19), (2009, 6, 2)}
    assert {"12", "34"} <= facts.numbers


def test_pictures_are_known_in_every_size():
    facts = facts_of(
        written(
            "T",
            media=(Media(url="https://s.example/talks-1024x683.jpg?w=3"),
                   Media(url="https://s.example/talk.mp3", type="audio/mpeg")),
            content='<p><img alt="x" src="https://cdn.example/a_300x200.png"></p>',
        )
    )  # fmt: skip
    assert facts.images == {("s", "s.example/talks.jpg"), ("s", "cdn.example/a.png")}


def test_links_lead_to_pages_of_other_sites():
    content = (
        '<p><a href="https://osce.example/report?a=1&amp;b=2">r</a> <a href="https://osce.example/">o'
        '</a> <a href="https://www.s.example/other">own</a> <a href="mailto:a@b.example">m</a></p>'
    )
    facts = facts_of(written("T", content=content, links=("https://un.example/doc",)))
    assert facts.links == {("s", "osce.example/report?a=1&b=2"), ("s", "un.example/doc")}


def test_the_name_of_the_site_can_be_left_out():
    article = written("Talks go on | The China Post, Taiwan")
    assert facts_of(article).codes == {"CN", "TW"}
    assert facts_of(article, title="Talks go on").codes == frozenset()


def test_a_group_states_what_any_of_its_members_states():
    english = facts_of(written("Talks in Geneva", name="a", source="one"))
    german = facts_of(written("Gespräche in Genf", name="b", source="two", language="de-CH"))
    group = joined_facts([english, german])
    assert set(group.openings) == {"en", "de"}
    assert group.codes == {"city:geneva"}
    assert group.sources == {"one", "two"}
    assert group.fingerprints == {"a", "b"}


def test_a_group_of_none_states_nothing():
    assert joined_facts([]).codes == frozenset()


def test_the_background_counts_articles():
    talks = [facts_of(written("Geneva, Geneva", name=str(one))) for one in range(3)]
    background = background_of([*talks, facts_of(written("Rome"))])
    assert background.articles == 4
    assert background.entities["city:geneva"] == 3
    assert background.pages == {"s": 4}


@pytest.mark.parametrize(("shown", "furniture"), [(2, False), (3, True)])
def test_what_most_pages_of_a_source_show_is_furniture(shown, furniture):
    mark = "https://jti.example/certified"
    pages = [
        facts_of(written("T", name=str(one), links=(mark,) if one < shown else ()))
        for one in range(FURNITURE_PAGES)
    ]
    assert is_furniture(("s", "jti.example/certified"), background_of(pages)) is furniture


def test_a_few_pages_do_not_tell_what_furniture_is():
    pages = [facts_of(written("T", links=("https://jti.example/c",)))] * (FURNITURE_PAGES - 1)
    assert not is_furniture(("s", "jti.example/c"), background_of(pages))


@given(count=st.integers(0, 10_000), more=st.integers(0, 1000), rest=st.integers(0, 10**6))
def test_rarity_falls_from_one_to_none(count, more, rest):
    articles = count + more + rest
    assert 0 <= rarity(count + more, articles) <= rarity(count, articles) <= 1


def test_facts_made_lean_say_the_same():
    article = written(
        "Talks in Geneva on May 19",
        summary="Russia sent 12 envoys.",
        content="<p>See <a href='https://other.example/page'>34</a>, June 2, 2009.</p>",
    )
    for facts in (facts_of(article), facts_of(written("Nothing at all"))):
        copied = lean(pickle.loads(pickle.dumps(facts)))
        assert copied == facts
        assert lean(pickle.loads(pickle.dumps(facts))).images is copied.images or facts.images
