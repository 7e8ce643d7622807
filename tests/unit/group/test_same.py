"""The same text, or an update of it."""

from __future__ import annotations

from random import Random

import pytest
from tests.unit.group.writing import written

from swifeeds.group.same import same_texts
from swifeeds.identify import fingerprint

TEXT = """delegations of both sides met again in the old palace above the lake and agreed to
name officers who will answer telephone calls at any hour so that no shot along the line becomes a
war while the question of who may return to which village was left for the autumn as it had been
before"""
WORDS = TEXT.split()
BODY = f"<p>{' '.join(WORDS)}.</p>"
JAPANESE = (
    "双方の代表団は湖畔の古い宮殿で再び会談し、昼夜を問わず電話に応じる担当官を置くと決めた。"
)


def pairs(*articles):
    return [(pair.one, pair.other, pair.evidence.kind) for pair in same_texts(articles)]


def test_copies_are_the_same_by_their_fingerprint():
    copies = [written("Talks go on", name=name, content=BODY) for name in "ab"]
    mark = fingerprint(copies[0])
    assert pairs(
        *(written("Talks go on", name=name, content=BODY, fingerprint=mark) for name in "ba")
    ) == [("a", "b", "fingerprint")]


def test_an_update_holds_nearly_all_of_what_was_there():
    update = BODY.replace(".</p>", " and the guests left late.</p><p>More is expected tonight.</p>")
    first = written("Talks go on", name="a", content=BODY)
    (pair,) = same_texts([written("Talks have ended", name="b", content=update), first])
    assert (pair.one, pair.other) == ("a", "b")
    assert pair.evidence.kind == "shingles"
    assert 0.9 <= pair.evidence.weight < 1


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_texts_without_spaces_are_compared_by_characters(language):
    first = written("会談", name="a", content=JAPANESE, language=language)
    second = written("会談", name="b", content=JAPANESE + "続報あり。", language=language)
    assert pairs(first, second) == [("a", "b", "shingles")]


def test_a_text_half_rewritten_is_another():
    half = len(WORDS) // 2
    rewritten = " ".join([*WORDS[:half], *reversed(WORDS[half:])])
    assert (
        pairs(written("T", name="a", content=BODY), written("T", name="b", content=rewritten)) == []
    )


def test_never_across_languages():
    first = written("Talks", name="a", content=BODY, language="en", fingerprint="f")
    second = written("Talks", name="b", content=BODY, language="de", fingerprint="f")
    assert pairs(first, second) == []
    third = written("Talks", name="c", content=BODY, language="en-GB", fingerprint="f")
    assert pairs(first, second, third) == [("a", "c", "fingerprint")]


def test_headlines_alone_prove_nothing():
    assert pairs(written("Weather", name="a", fingerprint="f"),
                 written("Weather", name="b", fingerprint="f")) == []  # fmt: skip


def test_one_template_of_another_day_is_another_text():
    first = written("Rates of May 18", name="a", content=BODY)
    assert pairs(first, written("Rates of May 19", name="b", content=BODY)) == []
    assert pairs(first, written("Rates of the day", name="b", content=BODY)) != []


def test_the_order_of_arrival_does_not_matter():
    articles = [
        written("T", name=f"{one:02}", content=f"<p>{' '.join(WORDS[one:])}</p>")
        for one in range(6)
    ]
    expected = pairs(*articles)
    assert len(expected) == 15
    for seed in range(5):
        Random(seed).shuffle(articles)
        assert pairs(*articles) == expected


def test_what_stands_in_every_article_is_not_held_against_all_of_them():
    copies = [written("A notice", name=f"{one:03}", content=BODY) for one in range(300)]
    assert len(pairs(*copies)) <= 20 * len(copies)
