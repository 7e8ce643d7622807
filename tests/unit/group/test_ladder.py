"""The ladder of evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.group import group_articles
from swifeeds.markup import url_key
from swifeeds.model import (
    EXCLUDE,
    PIN,
    Action,
    Article,
    ArticleId,
    Decision,
    DeclaredStory,
    Match,
    Member,
    Neighbourhood,
    Rung,
    SourceId,
    Story,
    StoryId,
    StoryRule,
    StoryState,
    Topic,
    Translation,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TALKS = StoryRule(
    id=StoryId("talks"),
    slug="talks",
    titles=(("en", "Talks"),),
    match=Match(any=(("en", ("Abkhazia",)), ("de", ("Abchasien",)))),
)


def address(name: str) -> str:
    return f"https://n.example/{name}"


def article(name: str, *, language: str = "en", title: str = "A title", day: int = 0, **fields):
    published = NOW - timedelta(days=30 - day)
    return Article(
        id=ArticleId(name), source_id=SourceId("s"), language=language, title=title,
        url=address(name), published=published, updated=published, first_seen=published,
        fingerprint=name, **fields,
    )  # fmt: skip


def block(*names: str, title: str | None = None) -> tuple[DeclaredStory, ...]:
    members = tuple(Member(url=address(name)) for name in names)
    return (DeclaredStory(members=members, heading="Articles in this story", title=title),)


def translations(**addresses: str) -> tuple[Translation, ...]:
    return tuple(
        Translation(language=language, url=address(name), evidence="hreflang")
        for language, name in addresses.items()
    )


def neighbourhood(*articles: Article, **fields) -> Neighbourhood:
    return Neighbourhood(articles=articles, memberships=(), stories=(), **fields)


def group(*articles: Article, rules=(TALKS,), around: Neighbourhood | None = None):
    return group_articles(around or neighbourhood(*articles), rules=rules, now=NOW)


def placed(grouping) -> set[tuple[str, str, Rung]]:
    return {(m.story_id, m.article_id, m.rung) for m in grouping.memberships}


def test_a_rule_takes_an_article_and_says_by_which_word():
    grouping = group(article("a", title="Abkhazia stays away"), article("b"))
    assert placed(grouping) == {("talks", "a", Rung.RULE)}
    assert grouping.memberships[0].evidence[0].detail == "Abkhazia"


def test_a_rule_reads_each_article_in_its_own_language():
    grouping = group(
        article("en", title="Abchasien is a German word"),
        article("de", language="de-CH", title="Abchasien fehlt"),
    )
    assert placed(grouping) == {("talks", "de", Rung.RULE)}


def test_an_included_address_belongs_whatever_the_rule_says():
    rule = replace(TALKS, include=(address("b"),))
    assert placed(group(article("b"), rules=(rule,))) == {("talks", "b", Rung.EDITOR)}


def test_an_excluded_address_stays_out_on_every_rung():
    rule = replace(TALKS, exclude=(address("a"),))
    grouping = group(
        article("a", title="Abkhazia", translations=translations(de="b"), stories=block("b")),
        article("b", language="de", title="Abchasien"),
        rules=(rule,),
    )
    assert placed(grouping) == {("talks", "b", Rung.RULE)}


def test_a_translation_of_a_member_is_a_member_and_names_its_link():
    grouping = group(
        article("a", title="Abkhazia"),
        article("b", language="fr", translations=translations(en="a")),
    )
    assert ("talks", "b", Rung.TRANSLATION) in placed(grouping)
    found = next(m for m in grouping.memberships if m.article_id == "b")
    assert (found.evidence[0].kind, found.evidence[0].detail) == ("hreflang", address("b"))
    assert grouping.works["a"] == grouping.works["b"]


def test_the_twin_of_a_member_in_the_other_script_is_a_member():
    one = article("hans", language="zh-Hans", title="Abkhazia", translations=(
        Translation(language="zh-Hant", url=address("hant"), evidence="twin"),
    ))  # fmt: skip
    other = article("hant", language="zh-Hant")
    rule = replace(TALKS, include=(address("hans"),))
    found = {m.article_id: m for m in group(one, other, rules=(rule,)).memberships}
    assert found["hant"].rung is Rung.TRANSLATION
    assert found["hant"].evidence[0].kind == "twin"


def test_two_articles_of_one_language_are_never_one_work():
    grouping = group(
        article("a", translations=translations(de="home")),
        article("b", translations=translations(de="home")),
        article("home", language="de"),
    )
    assert grouping.works["a"] != grouping.works["b"]


def test_a_declared_block_joins_the_story_of_its_members():
    grouping = group(
        article("a", title="Abkhazia", stories=block("b", "nowhere")), article("b"), article("c")
    )
    assert placed(grouping) == {("talks", "a", Rung.RULE), ("talks", "b", Rung.DECLARED)}


def test_a_block_that_nobody_configured_makes_a_story_named_by_the_page():
    grouping = group(
        article("a", stories=block("b", title="The night train")), article("b"), rules=()
    )
    story = grouping.stories[0]
    assert (story.slug, story.titles) == ("the-night-train", (("en", "The night train"),))
    assert {m.article_id for m in grouping.memberships} == {"a", "b"}


def test_a_block_without_known_members_makes_no_story():
    assert group(article("a", stories=block("nowhere")), rules=()).stories == ()


def test_the_same_title_on_two_pages_is_one_story_and_one_shared_article_is_no_merger():
    one = group(
        article("a", stories=block(title="Train")),
        article("b", stories=block(title="train")),
        rules=(),
    )
    assert len(one.stories) == 1
    two = group(
        article("a", stories=block("m")), article("b", stories=block("m", "n")),
        article("m"), article("n"), rules=(),
    )  # fmt: skip
    assert len(two.stories) == 2


def test_a_declared_story_keeps_its_id_when_it_grows():
    pages = [article("a", stories=block("b")), article("b")]
    first = group(*pages, rules=())
    around = Neighbourhood(
        articles=(*pages, article("c", stories=block("a", "b"))),
        memberships=first.memberships, stories=first.stories,
    )  # fmt: skip
    second = group(rules=(), around=around)
    assert {m.story_id for m in second.memberships} >= {first.stories[0].id}
    assert all(m.story_id == first.stories[0].id for m in second.memberships
               if m.article_id in {"a", "b"})  # fmt: skip


def test_a_declared_story_is_called_after_an_article_until_a_page_names_it_in_that_language():
    english = article("a", stories=block("b", title="The night train"))
    german = article("b", language="de", title="Der Zug fährt wieder")
    first = group(english, german, rules=())
    assert first.stories[0].titles == (("en", "The night train"), ("de", "Der Zug fährt wieder"))
    assert first.stories[0].slug == "the-night-train"
    page = article("c", language="de", stories=block("a", "b", title="Der Nachtzug"))
    around = Neighbourhood(
        articles=(english, german, page), memberships=first.memberships, stories=first.stories
    )
    [story] = group(rules=(), around=around).stories
    assert story.titles == (("en", "The night train"), ("de", "Der Nachtzug"))
    assert story.named_after == ()


def test_a_declared_story_learns_its_name_in_a_language_that_comes_later():
    pages = [article("a", stories=block("b", title="The night train")), article("b")]
    first = group(*pages, rules=())
    german = article("c", language="de", stories=block("a", "b", title="Der Nachtzug"))
    around = Neighbourhood(
        articles=(*pages, german), memberships=first.memberships, stories=first.stories
    )
    [story] = group(rules=(), around=around).stories
    assert story.id == first.stories[0].id
    assert story.titles == (("en", "The night train"), ("de", "Der Nachtzug"))


def test_furniture_that_stands_on_most_pages_and_never_answers_is_no_member():
    pages = [article(f"p{n}", stories=block("mark")) for n in range(6)]
    mark = article("mark")
    around = neighbourhood(
        *pages, mark, backlinks={("s", url_key(address("mark"))): 6}, pages={"s": 6}
    )
    assert placed(group(rules=(), around=around)) == set()


def test_a_page_that_answers_is_a_member_however_often_it_is_listed():
    names = [f"p{n}" for n in range(6)]
    pages = [article(n, stories=block(*[o for o in names if o != n])) for n in names]
    around = neighbourhood(
        *pages, backlinks={("s", url_key(address(n))): 5 for n in names}, pages={"s": 6}
    )
    grouping = group(rules=(), around=around)
    assert {m.article_id for m in grouping.memberships} == set(names)
    assert len(grouping.stories) == 1


def test_dates_bound_a_rule():
    late = Match(any=TALKS.match.any, since=NOW - timedelta(days=10))
    rule = replace(TALKS, match=late)
    grouping = group(
        article("old", title="Abkhazia", day=1), article("new", title="Abkhazia", day=29),
        rules=(rule,),
    )  # fmt: skip
    assert placed(grouping) == {("talks", "new", Rung.RULE)}


def test_keys_of_a_rule_are_joined_by_and():
    match = Match(any=TALKS.match.any, territories=("GE",), sections=("world",))
    rule = replace(TALKS, match=match)
    whole = article("a", title="Abkhazia and Georgia", section="world")
    half = article("b", title="Abkhazia", section="world")
    grouping = group(whole, half, rules=(rule,))
    assert {m.article_id for m in grouping.memberships} == {"a"}
    assert [e.kind for e in grouping.memberships[0].evidence] == ["word", "territory", "section"]


def test_a_rule_of_dates_alone_takes_nothing():
    rule = replace(TALKS, match=Match(since=NOW - timedelta(days=99)))
    assert placed(group(article("a"), rules=(rule,))) == set()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_does_not_matter(seed):
    articles = [
        article("a", title="Abkhazia", stories=block("b"), translations=translations(fr="f")),
        article("b", stories=block("a")),
        article("f", language="fr", translations=translations(en="a")),
        article("x", stories=block("y", title="Train")),
        article("y", translations=translations(ru="z")),
        article("z", language="ru"),
    ]
    expected = group(*articles)
    Random(seed).shuffle(articles)
    found = group(*articles)
    assert placed(found) == placed(expected)
    assert (found.works, found.stories) == (expected.works, expected.stories)


NAMES = st.sampled_from("abcdef")


@given(
    st.dictionaries(
        NAMES, st.tuples(st.sets(NAMES), st.sampled_from(["en", "de", "fr"])), min_size=1
    )
)
def test_grouping_twice_changes_nothing_and_a_placement_is_single(links):
    articles = [
        article(name, language=language, title="Abkhazia" if name == "a" else "T",
                stories=block(*sorted(targets)),
                translations=translations(de=min(targets, default="a")))
        for name, (targets, language) in sorted(links.items())
    ]  # fmt: skip
    first = group(*articles)
    around = Neighbourhood(
        articles=tuple(articles), memberships=first.memberships, stories=first.stories
    )
    again = group(around=around)
    assert placed(again) == placed(first)
    assert len(placed(first)) == len({(m.story_id, m.article_id) for m in first.memberships})


def test_a_closed_story_keeps_its_articles_and_takes_no_more():
    told = article("told", title="Abkhazia", translations=translations(de="neu"))
    first = group_articles(neighbourhood(told), rules=[TALKS], now=NOW)
    closed = Story(id=TALKS.id, slug="talks", titles=TALKS.titles, state=StoryState.CLOSED)
    later = replace(
        neighbourhood(told, article("neu", language="de"), article("more", stories=block("told"))),
        memberships=first.memberships,
        stories=(closed,),
    )
    grouping = group_articles(later, rules=[], now=NOW + timedelta(days=1))
    assert [m for m in grouping.memberships if m.story_id == TALKS.id] == list(first.memberships)


def word(story: str, name: str, value: str = PIN) -> Decision:
    return Decision(
        story_id=StoryId(story), topic=Topic.PLACE, subject=name, value=value,
        action=Action.PIN, by="anna", at=NOW, event=1,
    )  # fmt: skip


def places(grouping) -> set[tuple[str, str]]:
    return {(one.story_id, one.article_id) for one in grouping.memberships}


def test_a_stored_pin_says_who_and_when_and_stands_above_the_rule():
    around = neighbourhood(article("a", title="Abkhazia"), decisions=(word("talks", "a"),))
    (found,) = group(around=around).memberships
    assert (found.rung, found.by) == (Rung.EDITOR, "editor")
    (evidence,) = found.evidence
    assert (evidence.kind, evidence.detail) == ("pin", "pin by anna, 2026-03-02 09:00Z")


def test_what_an_editor_excluded_no_rung_puts_back():
    one = article("a", title="Abkhazia", stories=block("a", "b"), translations=translations(de="c"))
    two = article("b", title="Abkhazia", stories=block("a", "b"))
    german = article("c", language="de", title="Abchasien")
    around = neighbourhood(one, two, german, decisions=(word("talks", "a", EXCLUDE),))
    assert places(group(around=around)) == {("talks", "b"), ("talks", "c")}


def test_one_pin_takes_no_block_with_it_but_most_of_it_does():
    names = ("a", "b", "c")
    articles = [article(name, stories=block(*names)) for name in names]
    one = neighbourhood(*articles, decisions=(word("talks", "a"),))
    assert {place for place in places(group(around=one)) if place[0] == "talks"} == {("talks", "a")}
    most = neighbourhood(*articles, decisions=(word("talks", "a"), word("talks", "b")))
    assert places(group(around=most)) == {("talks", name) for name in names}


def test_what_would_come_to_a_merged_story_comes_to_the_living_one():
    names = ("a", "b")
    articles = [article(name, stories=block(*names)) for name in names]
    (made,) = group(*articles).stories
    around = neighbourhood(*articles, merged={made.id: StoryId("living")})
    assert places(group(around=around)) == {("living", name) for name in names}
    kept_out = replace(around, decisions=(word("living", "a", EXCLUDE),))
    assert places(group(around=kept_out)) == {("living", "b")}


def test_a_closed_story_keeps_its_articles_but_what_an_editor_takes_out():
    closed = Story(id=StoryId("old"), slug="old", titles=(), state=StoryState.CLOSED)
    (member,) = group(article("a", title="Abkhazia")).memberships
    before = replace(member, story_id=closed.id)
    around = replace(neighbourhood(article("a")), stories=(closed,), memberships=(before,))
    assert group(around=around).memberships == (before,)
    around = replace(around, decisions=(word("old", "a", EXCLUDE),))
    assert group(around=around).memberships == ()
