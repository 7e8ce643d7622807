"""Vetoes, and what two groups have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.writing import written

from swifeeds.group.facts import Background, background_of, joined_facts
from swifeeds.group.shared import COUNTRY_WEIGHT, ENTITY_WEIGHT, MOST, compare
from swifeeds.group.stated import facts_of
from swifeeds.model import Media

NOTHING_KNOWN = Background()


def facts(title: str, name: str, **fields):
    return facts_of(written(title, name=name, **fields))


def veto(one: str, other: str, language: str = "en", **fields) -> str | None:
    first = facts(one, "a", language=language, **fields)
    second = facts(other, "b", language=language, **fields)
    found = compare(first, second, NOTHING_KNOWN)
    assert compare(second, first, NOTHING_KNOWN) == found
    assert not (found.veto and found.evidence)
    return found.veto.kind if found.veto else None


@pytest.mark.parametrize(
    ("language", "one", "other", "kind"),
    [
        ("en", "Office counts 1,204 new cases", "Office counts 987 new cases", "number"),
        ("de", "Amt meldet 1204 neue Fälle", "Amt meldet 987 neue Fälle", "number"),
        ("ja", "新たに1204人の感染を確認", "新たに987人の感染を確認", "number"),
        ("ru", "За день выявили 1204 новых", "За день выявили 987 новых", "number"),
        ("en", "Rates of May 18 at noon", "Rates of May 19 at noon", "day"),
        ("zh", "5月18日北京天气预报晴转多云", "5月19日北京天气预报晴转多云", "day"),
        ("en", "Senator wins primary in Texas", "Senator wins primary in Florida", "place"),
        ("en", "President wins vote in Ghana", "President wins vote in Peru", "place"),
        ("fr", "Séisme en Italie, bilan inconnu", "Séisme en Turquie, bilan inconnu", "place"),
        ("ar", "انتخابات رئاسية جديدة في تونس", "انتخابات رئاسية جديدة في كينيا", "place"),
    ],
)  # fmt: skip
def test_twins_of_a_template(language, one, other, kind):
    assert veto(one, other, language) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Envoys meet in Geneva", "Delegations arrive in Switzerland"),
        ("Envoys meet in Geneva", "Envoys meet in Switzerland"),
        ("Flood kills 3 in Basel", "Flood in Basel: 5 people dead, many missing"),
        ("Storm of December 31 breaks records", "What the storm broke on January 1"),
        ("Fire on January 1, 2010", "Town burns down December 31"),
        ("Talks of May 19 fail", "What failed on the night of 20 May"),
        ("Georgia and Russia resume talks", "Russia returns to table with Georgia in Geneva"),
        ("Nothing in common", "And no place at all"),
    ],
)
def test_what_may_be_one_event_is_not_forbidden(one, other):
    assert veto(one, other) is None


def test_places_far_apart_forbid_where_neither_text_knows_the_other():
    assert veto("Bomb kills tourists in Bali", "Bomb kills tourists in Istanbul mosque") == "place"
    one = facts("Bomb kills tourists in Cairo", "a", content="<p>As in Turkey before.</p>")
    other = facts("Attack on a mosque of Istanbul", "b")
    assert compare(one, other, NOTHING_KNOWN).veto is None


def test_a_place_that_all_texts_name_forbids_nothing():
    background = Background(articles=100, entities={"US": 60, "CH": 50})
    found = compare(facts("America votes", "a"), facts("Swiss elect the council", "b"), background)
    assert found.veto is None


def test_days_apart_forbid_in_two_languages():
    one = facts("Treffen am 3. Mai geplant", "a", language="de")
    other = facts("Rencontre prévue le 14 mai", "b", language="fr")
    found = compare(one, other, NOTHING_KNOWN).veto
    assert found is not None
    assert (found.kind, found.detail) == ("day", "05-03 / 05-14")


def test_a_number_counted_again_is_the_same_event():
    body = (
        "<p>The quake of magnitude 6.3 struck at a depth of 9 km, 95 km from Rome; 1500 hurt.</p>"
    )
    one = facts("Quake kills 150 people in central region", "a", content=body)
    other = facts("Quake kills 179 people in central region", "b", content=body)
    assert compare(one, other, NOTHING_KNOWN).veto is None


def test_a_twin_without_conflict_lifts_the_veto():
    first = facts("Office counts 1204 new cases", "a")
    second = facts("Office counts 987 new cases", "b")
    third = facts("Office counts 987 new cases today", "c")
    assert compare(first, second, NOTHING_KNOWN).veto is not None
    assert compare(joined_facts([first, second]), third, NOTHING_KNOWN).veto is None


def test_a_shared_city_is_evidence_with_its_name_in_each_language():
    one = facts("Russia at the talks in Geneva", "a")
    other = facts("Russland bei den Gesprächen in Genf", "b", language="de")
    city, country = compare(one, other, NOTHING_KNOWN).evidence
    assert (city.kind, city.detail) == ("entity", "city:geneva Genf (de), Geneva (en)")
    assert country.detail == "RU Russland (de), Russia (en)"
    assert 0 < country.weight <= COUNTRY_WEIGHT < city.weight <= ENTITY_WEIGHT


def test_countries_alone_never_join():
    one, other = facts("Russia and Georgia", "a"), facts("Russland, Georgien", "b", language="de")
    assert compare(one, other, NOTHING_KNOWN).evidence == ()


def test_a_city_that_everybody_names_is_no_evidence():
    background = Background(articles=1000, entities={"city:tokyo": 700})
    one, other = facts("Gold in Tokyo", "a"), facts("Gold in Tokio", "b", language="de")
    assert compare(one, other, background).boost == 0


def test_pictures_and_links_join_across_languages():
    fields = {"media": (Media(url="https://agency.example/p.jpg"),),
              "links": ("https://osce.example/report",)}  # fmt: skip
    one = facts("A talk", "a", source="one", **fields)
    other = facts("Gespräch", "b", source="two", language="de", **fields)
    background = background_of([one, other])
    assert [e.kind for e in compare(one, other, background).evidence] == ["image", "link"]


def test_furniture_does_not_count():
    mark = {
        "links": ("https://jti.example/mark",),
        "media": (Media(url="https://s.example/l.png"),),
    }
    pages = [facts(f"Page {one}", str(one), **mark) for one in range(6)]
    assert compare(pages[0], pages[1], background_of(pages)).evidence == ()


def test_one_text_outweighs_every_conflict():
    one = facts("Count of May 3", "a", fingerprint="1:f")
    other = facts("Count of May 9", "b", fingerprint="1:f")
    found = compare(one, other, NOTHING_KNOWN)
    assert found.veto is None
    assert found.boost == MOST


titles = st.lists(
    st.sampled_from(["Geneva", "Russia", "Bali", "talks", "12", "99", "quake", "May", "3", "Rome"]),
    min_size=1, max_size=7,
).map(" ".join)  # fmt: skip


@given(one=titles, other=titles)
def test_the_order_of_the_two_does_not_matter(one, other):
    first, second = facts(one, "a"), facts(other, "b")
    found = compare(first, second, NOTHING_KNOWN)
    assert found == compare(second, first, NOTHING_KNOWN)
    assert 0 <= found.boost <= MOST
    assert compare(first, first, NOTHING_KNOWN).veto is None
