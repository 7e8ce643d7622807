"""Clusters of different languages linked into events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group import tables

from swifeeds.group.crosslingual import (
    LanguageCluster,
    LinkSettings,
    Ties,
    count_titles,
    link_clusters,
)
from swifeeds.group.crosslingual.features import title_features
from swifeeds.group.crosslingual.formula import Formula
from swifeeds.group.crosslingual.reasons import reasons
from swifeeds.group.facts import Background, Facts, Opening, joined_facts
from swifeeds.group.lexicon import Text, TextPair, learn
from swifeeds.group.shared import shared_entity
from swifeeds.localise import Entity

MANY = Background(articles=1000)
"""A newsroom in which everything is rare."""

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

EVENTS = {
    "landing": {
        "en": "Probe Aurora-7 lands near Lake Vostrok after 412 days",
        "de": "Sonde Aurora-7 landet nach 412 Tagen beim Wostrok-See",
        "fr": "La sonde Aurora-7 se pose près du lac Vostrok après 412 jours",
        "it": "La sonda Aurora-7 atterra vicino al lago Vostrok dopo 412 giorni",
        "es": "La sonda Aurora-7 aterriza junto al lago Vostrok tras 412 días",
        "pt": "Sonda Aurora-7 pousa perto do lago Vostrok após 412 dias",
        "ru": "Зонд «Аврора-7» сел у озера Вострок через 412 дней",
        "ja": "探査機Aurora-7、412日後にVostrok湖付近に着陸",
        "zh": "Aurora-7探测器412天后在Vostrok湖附近着陆",
        "ar": "المسبار Aurora-7 يهبط قرب بحيرة Vostrok بعد 412 يوما",
    },
    "talks": {
        "en": "Envoy Marlena Kostrova opens talks in Geneva on grain corridor",
        "de": "Gesandte Marlena Kostrova eröffnet Gespräche in Genf über Getreidekorridor",
        "fr": "L'émissaire Marlena Kostrova ouvre à Genève des pourparlers sur le corridor",
        "it": "L'inviata Marlena Kostrova apre a Ginevra i colloqui sul corridoio del grano",
        "es": "La enviada Marlena Kostrova abre en Ginebra el diálogo del corredor de grano",
        "pt": "Enviada Marlena Kostrova abre em Genebra diálogo sobre corredor de grãos",
        "ru": "Посланник Марлена Кострова открывает переговоры в Женеве о зерновом коридоре",
        "ja": "マルレナ・コストロワ(Marlena Kostrova)特使、ジュネーブで穀物協議を開始",
        "zh": "特使Marlena Kostrova在日内瓦开启粮食走廊谈判",
        "ar": "المبعوثة مارلينا كوستروفا Marlena Kostrova تفتتح محادثات جنيف",
    },
    "derby": {
        "en": "Harrowgate beats Limbourne in penalty shootout",
        "de": "Harrowgate besiegt Limbourne im Elfmeterschiessen",
        "fr": "Harrowgate bat Limbourne aux tirs au but",
        "it": "Harrowgate batte Limbourne ai rigori",
        "es": "Harrowgate vence a Limbourne en los penaltis",
        "pt": "Harrowgate vence Limbourne nos pênaltis",
        "ru": "Harrowgate обыграл Limbourne по пенальти",
        "ja": "Harrowgate、PK戦でLimbourneを下す",
        "zh": "Harrowgate点球大战击败Limbourne",
        "ar": "Harrowgate يهزم Limbourne بركلات الترجيح",
    },
}


def cluster(name: str, title: str, *, language: str | None = None, hours: float = 0.0, **fields):
    return LanguageCluster(
        id=name, language=language or name.split("-", maxsplit=1)[0], titles=(title,),
        mean_time=NOON + timedelta(hours=hours), **fields,
    )  # fmt: skip


SAMPLE = tuple(
    cluster(f"{language}-{event}", title, hours=6.0 * number)
    for number, (event, titles) in enumerate(EVENTS.items())
    for language, title in titles.items()
)


def joined(clusters, **arguments) -> set[tuple[str, ...]]:
    groups = link_clusters(clusters, **arguments)
    return {group.clusters for group in groups if len(group.clusters) > 1}


def test_one_event_in_ten_languages_is_one_group():
    groups = link_clusters(SAMPLE)
    found = {
        event: [g.clusters for g in groups if any(c.endswith(event) for c in g.clusters)]
        for event in EVENTS
    }
    for event, parts in found.items():
        assert all(one.endswith(event) for part in parts for one in part), event
        assert max(map(len, parts)) >= 9, (event, parts)


@given(st.randoms(use_true_random=False))
def test_the_order_of_clusters_never_changes_the_result(random: Random):
    shuffled = list(SAMPLE)
    random.shuffle(shuffled)
    assert link_clusters(shuffled) == link_clusters(SAMPLE)


@given(st.sets(st.sampled_from([one.id for one in SAMPLE])))
def test_every_cluster_is_in_exactly_one_group_with_links_to_match(ids):
    chosen = [one for one in SAMPLE if one.id in ids]
    groups = link_clusters(chosen)
    assert sorted(one for group in groups for one in group.clusters) == sorted(ids)
    assert all(len(group.links) == len(group.clusters) - 1 for group in groups)


titles = st.sampled_from(
    [title for event in EVENTS.values() for title in event.values()]
) | st.text(max_size=40)


@given(titles, titles, st.floats(0, 72))
def test_scores_are_symmetric(one, other, hours):
    formula = Formula(counts=count_titles([("de", one), ("fr", other)]), settings=LinkSettings())
    first, second = (
        formula.place(cluster("de-1", one)),
        formula.place(cluster("fr-1", other, hours=hours)),
    )
    assert formula.score(first, second) == formula.score(second, first)


@given(titles, titles)
def test_the_reasons_add_up_to_the_likeness(one, other):
    formula = Formula(counts=count_titles([("de", one), ("fr", other)]), settings=LinkSettings())
    first, second = formula.place(cluster("de-1", one)), formula.place(cluster("fr-1", other))
    parts = sum(reason.part for reason in reasons(first, second, formula))
    assert parts == pytest.approx(formula.likeness(first, second))


def test_evidence_names_what_was_shared_and_its_share_of_the_score():
    (group,) = link_clusters([one for one in SAMPLE if one.id in {"de-landing", "fr-landing"}])
    (link,) = group.links
    weights = {(one.kind, one.detail): one.weight for one in link.evidence}
    assert weights["term", "aurora"] > 0.2
    assert weights["term", "wostrok ~ vostrok"] > 0
    assert weights["number", "412"] > 0
    assert weights["gap", "0.0 d"] is None
    assert sum(weight for weight in weights.values() if weight) <= 1.001


def test_days_apart_is_another_event():
    de, fr = (one for one in SAMPLE if one.id in {"de-derby", "fr-derby"})
    late = replace(fr, mean_time=NOON + timedelta(days=4))
    assert joined([de, fr])
    assert not joined([de, late])
    assert joined([de, replace(fr, mean_time=None)])


def test_one_cluster_of_each_language_unless_two_are_alike():
    fr = cluster("fr-1", EVENTS["derby"]["fr"])
    de = cluster("de-1", EVENTS["derby"]["de"])
    alike = cluster("de-2", "Harrowgate ringt Limbourne im Elfmeterschiessen nieder")
    other = cluster("de-3", "Trauer um Torwart von Limbourne: Trainer Harrowgate kondoliert")
    assert joined([fr, de, alike]) == {("de-1", "de-2", "fr-1")}
    strict = LinkSettings(floor=2.0)
    assert [len(group) for group in joined([fr, de, alike, other], settings=strict)] == [2]


def test_the_floor_holds_for_all_clusters_of_a_language_in_an_event():
    groups = link_clusters(SAMPLE, settings=LinkSettings(floor=2.0, threshold=0.02))
    for group in groups:
        languages = [one.split("-")[0] for one in group.clusters]
        assert len(languages) == len(set(languages))


def test_countries_alone_never_join():
    plain = LinkSettings(beyond_countries=0.0)
    de, es = cluster("de-1", "Portugal und Argentina"), cluster("es-1", "Portugal ante Argentina")
    assert joined([de, es], settings=plain)
    assert not joined([de, es])


GENEVA, OSLO = "city:geneva", "city:oslo"


def stating(language: str, *, places=(), numbers=(), days=(), named=()) -> Facts:
    """The facts of one article whose title states these; `named` are places as it writes them."""
    opening = Opening(
        words=frozenset({f"word of {language}"}), numbers=frozenset(numbers),
        days=frozenset(days), places=frozenset(places),
    )  # fmt: skip
    spelled = dict(named) | {code: code for code in places}
    found = frozenset(Entity(code=code, surface=surface) for code, surface in spelled.items())
    return Facts(
        openings={language: frozenset({opening})}, entities={language: found},
        numbers=frozenset(numbers), days=frozenset(days),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "one", "same", "other"),
    [
        ("places", {GENEVA}, {GENEVA, OSLO}, {OSLO}),
        ("days", {(2026, 3, 2)}, {(2026, 3, 3)}, {(2026, 3, 9)}),
        ("numbers", {"412"}, {"412", "7"}, {"380"}),
    ],
)
def test_facts_in_conflict_keep_apart_what_words_would_join(kind, one, same, other):
    de, fr = (one for one in SAMPLE if one.id in {"de-talks", "fr-talks"})
    here, with_it, against = (
        stating(language, **{kind: values})
        for language, values in (("de", one), ("fr", same), ("fr", other))
    )
    assert joined([replace(de, facts=here), replace(fr, facts=with_it)], background=MANY)
    assert joined([replace(de, facts=here), fr], background=MANY)
    assert not joined([replace(de, facts=here), replace(fr, facts=against)], background=MANY)


def test_a_place_that_one_headline_of_many_names_keeps_nothing_apart():
    de, fr = (one for one in SAMPLE if one.id in {"de-talks", "fr-talks"})
    many = joined_facts([stating("de", numbers={str(n)}) for n in range(5)]
                        + [stating("de", places={OSLO})])  # fmt: skip
    there = stating("fr", places={GENEVA})
    assert joined([replace(de, facts=many), replace(fr, facts=there)], background=MANY)


def test_a_conflict_with_any_member_keeps_apart():
    de, en, fr = (one for one in SAMPLE if one.id in {"de-talks", "en-talks", "fr-talks"})
    geneva, oslo = stating("de", places={GENEVA}), stating("fr", places={OSLO})
    clusters = [replace(de, facts=geneva), en, replace(fr, facts=oslo)]
    found = joined(clusters, background=MANY)
    assert all(not {"de-talks", "fr-talks"} <= set(group) for group in found)


def test_a_rare_place_in_common_adds_to_the_score_and_is_told_in_both_spellings():
    de, fr = (one for one in SAMPLE if one.id in {"de-talks", "fr-talks"})
    plain = link_clusters([de, fr])[0].links[0]
    clusters = [
        replace(de, facts=stating("de", named=[(GENEVA, "Genf")])),
        replace(fr, facts=stating("fr", named=[(GENEVA, "Genève")])),
    ]
    link = link_clusters(clusters, background=MANY)[0].links[0]
    assert link.score > plain.score
    (place,) = (one for one in link.evidence if one.kind == "entity")
    assert shared_entity(place).surfaces == {"de": "Genf", "fr": "Genève"}


def test_countries_in_common_add_nothing():
    de, fr = (one for one in SAMPLE if one.id in {"de-talks", "fr-talks"})
    clusters = [
        replace(de, facts=stating("de", named=[("CH", "Schweiz")])),
        replace(fr, facts=stating("fr", named=[("CH", "Suisse")])),
    ]
    (link,) = link_clusters(clusters, background=MANY)[0].links
    assert link.score == link_clusters([de, fr])[0].links[0].score


@pytest.mark.parametrize(
    ("ties", "kind"),
    [
        (Ties(works=frozenset({"w"})), "translation"),
        (Ties(images=frozenset({"https://n.example/i.jpg"})), "image"),
        (Ties(links=frozenset({"https://n.example/report"})), "link"),
    ],
)
def test_hard_evidence_joins_what_shares_no_word(ties, kind):
    clusters = [cluster("de-1", "Eis", ties=ties), cluster("ja-1", "氷河", ties=ties, hours=300)]
    (group,) = link_clusters(clusters)
    assert [(one.kind, group.links[0].score) for one in group.links[0].evidence] == [(kind, 1.0)]


def test_a_declared_translation_stands_above_facts_and_an_image_does_not():
    facts = stating("de", numbers={"1"}), stating("fr", numbers={"2"})
    for ties, expected in ((Ties(works=frozenset("k")), 1), (Ties(images=frozenset("k")), 0)):
        clusters = [
            cluster("de-1", "Eis", ties=ties, facts=facts[0]),
            cluster("fr-1", "Glace", ties=ties, facts=facts[1]),
        ]
        assert len(joined(clusters)) == expected


def test_an_image_under_every_article_is_furniture():
    logo = Ties(images=frozenset({"https://n.example/logo.png"}))
    clusters = [
        cluster(f"de-{n}", word, ties=logo) for n, word in enumerate(("Eis", "Zoll", "Tor"))
    ]
    assert not joined([*clusters, cluster("fr-1", "Mer", ties=logo)])


def test_a_learned_table_links_what_shares_no_letters():
    lexicon = tables.lexicon()
    clusters = [cluster("de-1", tables.german(1, 2)), cluster("fr-1", tables.french(1, 2))]
    assert not joined(clusters)
    (link,) = link_clusters(clusters, lexicon=lexicon)[0].links
    assert f"{tables.GERMAN[1]} ~ {tables.FRENCH[1]}" in {one.detail for one in link.evidence}
    assert {one.kind for one in link.evidence} == {"table", "gap"}
    assert not joined(clusters, lexicon=lexicon, settings=LinkSettings(least_pairs=10_000))


@pytest.mark.parametrize(
    ("title", "words", "numbers"),
    [
        ("Die 3 Ärzte", {"die", "arzte"}, {"3"}),
        ("東京五輪2020", {"東京", "京五", "五輪"}, {"2020"}),
        ("Токио-2020", {"tokio"}, {"2020"}),
        ("", set(), set()),
    ],
)
def test_the_features_of_a_headline(title, words, numbers):
    features = title_features(title)
    assert features.words == words
    assert features.numbers == numbers


def test_a_link_names_the_best_that_was_refused():
    de, fr = (one for one in SAMPLE if one.id in {"de-derby", "fr-derby"})
    rival = cluster("fr-2", "Harrowgate et Limbourne en deuil", hours=30)
    (group,) = (
        one for one in link_clusters([de, fr, rival], settings=LinkSettings(floor=2.0)) if one.links
    )
    assert group.clusters == ("de-derby", "fr-derby")
    (competitor,) = (one for one in group.links[0].evidence if one.kind == "competitor")
    assert competitor.detail.startswith("fr-2 0.")


def test_regional_tags_find_the_table_of_their_language():
    twice = [
        ("Zollstreit Grenze", "douane frontière"),
        ("Gletscher Lawine", "glacier avalanche"),
    ] * 4
    pairs = [
        TextPair(one=Text(language="de-CH", title=a), other=Text(language="fr", title=b))
        for a, b in twice
    ]
    lexicon = learn(
        [
            *pairs,
            *(
                TextPair(
                    one=Text(language="de", title=f"Rest {n}"),
                    other=Text(language="fr", title=f"reste {n}"),
                )
                for n in range(20)
            ),
        ],
        trained=NOON,
    )
    assert lexicon.pairs("de-AT", "fr-CA") == 28
    clusters = [
        cluster("a", "Zollstreit", language="de-AT"),
        cluster("b", "douane", language="fr-CA"),
    ]
    assert joined(clusters, lexicon=lexicon, settings=LinkSettings(least_pairs=1)) == {("a", "b")}
