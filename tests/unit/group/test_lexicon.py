"""Tables learned from declared translations."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.group.lexicon import (
    Lexicon,
    Method,
    Text,
    TextPair,
    WordTable,
    by_languages,
    compare,
    digest_of,
    kept,
    learn,
    lexicon_of,
)
from swifeeds.group.lexicon.learning import method_for
from swifeeds.group.lexicon.terms import terms_of
from swifeeds.group.lexicon.translating import entries_between, passage_of, table_cosine

TRAINED = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
WORDS = {
    "Gletscher": "glacier", "schmilzt": "fond", "Bundesrat": "gouvernement", "tagt": "siège",
    "Hochwasser": "crue", "steigt": "monte", "Abkommen": "accord", "gilt": "vaut",
    "Zölle": "douanes", "sinken": "baissent", "Grenze": "frontière", "offen": "ouverte",
}  # fmt: skip


def archive(count: int, seed: int = 1, *, leads: bool = False) -> list[TextPair]:
    random = Random(seed)
    found = []
    for _ in range(count):
        chosen = random.sample(sorted(WORDS), 2)
        titles = " ".join(chosen), " ".join(WORDS[word] for word in chosen)
        one, other = (
            Text(language=language, title=title, lead=title if leads else None)
            for language, title in zip(("de", "fr-CH"), titles, strict=True)
        )
        found.append(TextPair(one=one, other=other))
    return found


@pytest.mark.parametrize("count", [120, 1200])
def test_words_of_declared_translations_find_each_other(count):
    table = learn(archive(count), trained=TRAINED).table("de", "fr")
    assert table is not None
    assert table.pairs == count
    for word, counterpart in WORDS.items():
        best, weight = table.entries[word.casefold()][0]
        assert best == counterpart
        assert weight > 0.3


def test_a_small_archive_is_counted_and_a_large_one_aligned():
    assert learn(archive(900), trained=TRAINED).tables[0].method is Method.ASSOCIATION
    assert learn(archive(1500), trained=TRAINED).tables[0].method is Method.ALIGNMENT
    with_leads = learn(archive(1500, leads=True), trained=TRAINED)
    assert with_leads.tables[0].method is Method.ASSOCIATION
    assert method_for(2000, 2000) is Method.ALIGNMENT


def test_a_title_that_is_a_whole_text_is_aligned_as_far_as_a_headline_goes():
    long = " ".join(f"{letter}{other}x" for letter in "abcdefghijklm" for other in "nopqrstuvwxyz")
    pair = TextPair(one=Text(language="de", title=long), other=Text(language="fr", title=long))
    table = learn([*archive(1200), pair, pair], trained=TRAINED).tables[0]
    assert table.method is Method.ALIGNMENT
    assert table.counts["mzx"] == 2
    assert "anx" in table.entries
    assert "mzx" not in table.entries


def test_what_was_learned_does_not_depend_on_order_or_direction():
    pairs = archive(200)
    turned = [TextPair(one=pair.other, other=pair.one) for pair in reversed(pairs)]
    assert learn(turned, trained=TRAINED) == learn(pairs, trained=TRAINED)


def test_pairs_within_a_language_teach_nothing():
    twin = TextPair(
        one=Text(language="zh-Hans", title="冰川"), other=Text(language="zh-Hant", title="冰川")
    )
    assert learn([twin] * 5, trained=TRAINED).tables == ()


def test_what_was_seen_once_is_not_held_for_known():
    pairs = [
        *archive(50),
        TextPair(
            one=Text(language="de", title="Einhorn"), other=Text(language="fr", title="licorne")
        ),
    ]
    table = learn(pairs, trained=TRAINED).table("de", "fr")
    assert table is not None
    assert "einhorn" not in table.entries


def test_comparing_is_symmetric_and_needs_a_table():
    lexicon = learn(archive(200), trained=TRAINED)
    one, other = ("de", "Gletscher schmilzt"), ("fr", "Le glacier fond")
    assert compare(one, other, lexicon) == compare(other, one, lexicon)
    assert (compare(one, other, lexicon) or 0) > (
        compare(one, ("fr", "frontière ouverte"), lexicon) or 0
    )
    assert compare(one, ("ja", "氷河"), lexicon) is None


@given(
    st.lists(st.sampled_from(sorted(WORDS)), max_size=6),
    st.lists(st.sampled_from(sorted(WORDS.values())), max_size=6),
)
def test_the_parts_of_a_comparison_add_up_to_it(words, others):
    lexicon = learn(archive(150), trained=TRAINED)
    there, back = lexicon.table("de", "fr"), lexicon.table("fr", "de")
    assert there is not None
    assert back is not None
    one, other = passage_of([" ".join(words)], there), passage_of([" ".join(others)], back)
    parts = sum(part for _, _, part in entries_between(one, other, there, back))
    assert parts == pytest.approx(table_cosine(one, other))


def test_stop_words_and_weak_links_are_not_shown():
    table = WordTable(
        source="de", target="fr", method=Method.ALIGNMENT, pairs=100,
        counts={"gletscher": 4, "die": 40},
        entries={"gletscher": (("glacier", 0.9), ("avec", 0.05)), "die": (("la", 0.6),)},
    )  # fmt: skip
    assert list(table.shown()) == [("gletscher", (("glacier", 0.9),))]


words = st.text(min_size=1, max_size=8)
weights = st.floats(min_value=0, max_value=1, exclude_min=True)
tables = st.builds(
    WordTable,
    source=st.sampled_from(["de", "ja"]),
    target=st.sampled_from(["en", "ar"]),
    method=st.sampled_from(Method),
    pairs=st.integers(0, 10**6),
    counts=st.dictionaries(words, st.integers(2, 10**6), max_size=5),
    entries=st.dictionaries(
        words, st.lists(st.tuples(words, weights), max_size=4).map(tuple), max_size=5
    ),
)


@given(st.lists(tables, max_size=3))
def test_a_store_gives_back_the_lexicon_that_it_kept(found):
    rows = [kept(one, digest="d", trained=TRAINED) for one in found]
    lexicon = lexicon_of(rows)
    assert lexicon == (Lexicon(trained=TRAINED, tables=tuple(found)) if found else None)


def test_of_some_languages_only_the_tables_that_may_be_gone_by_are_needed():
    row = learn(archive(9), trained=TRAINED).tables[0]

    def table(source: str, target: str, pairs: int) -> WordTable:
        return replace(row, source=source, target=target, pairs=pairs)

    few = [table("de", "it", 9), table("it", "de", 9)]
    many = [table("de", "fr", 600), table("fr", "de", 600)]
    lexicon = Lexicon(trained=TRAINED, tables=(*few, *many))
    assert lexicon.among({"de-CH", "fr", "it"}, 500).tables == tuple(many)
    assert lexicon.among({"de", "it"}, 500).tables == ()
    assert lexicon.among({"de", "it"}, 9).tables == tuple(few)


def test_a_form_of_another_version_is_refused():
    (row, _) = (
        kept(one, digest="d", trained=TRAINED) for one in learn(archive(9), trained=TRAINED).tables
    )
    with pytest.raises(ValueError, match=r"from de to fr cannot be read .*form 9"):
        lexicon_of([replace(row, body='{"form": 9}')])


def test_a_digest_tells_pairs_from_others_whatever_their_order():
    pairs = archive(30)
    (texts,) = by_languages(pairs).values()
    (again,) = by_languages(reversed(pairs)).values()
    (other,) = by_languages(archive(30, seed=2)).values()
    assert digest_of(texts) == digest_of(again) != digest_of(other)


def test_a_table_turned_about_leads_back():
    table = learn(archive(200), trained=TRAINED).table("de", "fr")
    assert table is not None
    turned = table.turned()
    assert (turned.source, turned.target) == ("fr", "de")
    assert {
        (word, target, weight) for word, links in table.entries.items() for target, weight in links
    } == {
        (word, target, weight) for target, links in turned.entries.items() for word, weight in links
    }


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Der Bundesrat, der tagt 2026", ("der", "bundesrat", "tagt")),
        ("冰川缩小", ("冰川", "川缩", "缩小")),
        ("オリンピック開幕", ("オリンピック", "開幕")),
        ("محادثات في جنيف", ("محادثات", "في", "جنيف")),
    ],
)
def test_the_terms_of_a_text(text, terms):
    assert terms_of(text) == terms
