"""What stories that nobody named are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.group.writing import NOW

from swifeeds.group import renamed
from swifeeds.group.central import central_titles, most_central
from swifeeds.model import ArticleId, MemberTitle, Story, StoryId, StoryState

STORY = StoryId("automatic-1")
FERRY = (
    "Thousands stranded as storm closes ports",
    "Night ferry aground off Visby harbour",
    "Night ferry runs aground off Visby",
    "Ferry aground at Visby: all passengers safe",
)


def headed(*titles: str, language: str = "en", after: int = 0) -> list[MemberTitle]:
    """An article a day under each of these titles."""
    return [
        MemberTitle(
            story_id=STORY, article_id=ArticleId(f"{language}{number}"), language=language,
            title=title, published=NOW + timedelta(days=number),
        )
        for number, title in enumerate(titles, after)
    ]  # fmt: skip


def story(*titles: tuple[str, str], state: StoryState = StoryState.ACTIVE) -> Story:
    return Story(id=STORY, slug="ferry", titles=titles, state=state, automatic=True)


def test_the_most_central_title_is_the_one_most_like_the_others():
    assert most_central(headed(*FERRY)).title == FERRY[2]


@pytest.mark.parametrize(
    ("language", "titles", "central"),
    [
        ("ja", ("台風で港が閉鎖", "夜行フェリーが港の沖で座礁", "フェリー座礁、乗客は全員無事"), 1),
        ("ar", ("إغلاق الموانئ", "جنوح عبارة قرب ميناء فيسبي", "جنوح عبارة ليلية قرب فيسبي"), 1),
        ("ru", ("Порты закрыты", "Паром сел на мель у Висбю", "Ночной паром сел на мель"), 1),
        ("de", ("Häfen zu", "Nachtfähre vor Visby auf Grund", "Fähre vor Visby auf Grund"), 1),
    ],
)
def test_centrality_is_told_in_every_script(language, titles, central):
    assert most_central(headed(*titles, language=language)).title in titles[central:]


def test_of_equally_central_titles_the_earliest_is_taken_then_the_least_id():
    two = headed("Ferry aground", "Bakers strike")
    assert most_central(two) == two[0]
    same_day = [replace(one, published=NOW) for one in two]
    assert most_central(same_day[::-1]).article_id == "en0"


def test_titles_without_a_word_still_name_something():
    assert most_central(headed("!!!", "…")).title == "!!!"


@given(st.permutations(headed(*FERRY)))
def test_the_order_in_which_articles_came_does_not_matter(titles):
    assert most_central(titles).title == FERRY[2]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_any_titles_have_a_most_central_one_of_their_own(titles):
    assert most_central(headed(*titles)).title in titles


def test_the_language_of_most_articles_comes_first():
    found = central_titles([*headed("Eins", language="de"), *headed(*FERRY)])
    assert [*found] == ["en", "de"]


def test_before_it_has_an_address_a_story_follows_its_articles_in_title_and_slug():
    emerging = story(("en", "First report"), state=StoryState.EMERGING)
    after = renamed(emerging, headed("First report", *FERRY[1:]), {})
    assert after.titles == (("en", FERRY[2]),)
    assert after.slug == "night-ferry-runs-aground-off-visby"


def test_a_title_that_readers_know_stays_while_an_article_bears_it():
    known = story(("en", FERRY[0]))
    assert renamed(known, headed(*FERRY), {}).titles == known.titles


def test_the_article_that_named_a_story_is_remembered_and_another_central_one_changes_nothing():
    first = renamed(story(), headed(*FERRY[:2]), {})
    assert first.named_after == (("en", "en0"),)
    assert renamed(first, headed(*FERRY), {}) == first


def test_a_title_follows_the_corrected_headline_of_the_article_that_gave_it():
    first = renamed(story(), headed(*FERRY[:2]), {})
    after = renamed(first, headed("Thousands stranded as ice closes ports", *FERRY[1:]), {})
    assert after.titles == (("en", "Thousands stranded as ice closes ports"),)
    assert after.named_after == first.named_after


def test_once_the_article_that_named_it_left_another_of_the_same_headline_takes_its_place():
    first = renamed(story(), headed(FERRY[0], FERRY[0], FERRY[2]), {})
    after = renamed(first, headed(FERRY[0], FERRY[2], after=1), {})
    assert (after.titles, after.named_after) == (first.titles, (("en", "en1"),))


def stated(*titles: tuple[str, str], **fields: object) -> Story:
    """One that a file or a page names."""
    return Story(id=STORY, slug="ferry", titles=titles, **fields)


def test_a_stated_story_is_called_after_its_articles_where_nobody_named_it():
    german = headed("Fähre auf Grund", "Fähre vor Visby auf Grund", language="de")
    after = renamed(stated(("en", "The ferry")), [*headed(*FERRY), *german], {"fr": "Le ferry"})
    assert after.titles == (
        ("en", "The ferry"), ("de", "Fähre auf Grund"), ("fr", "Le ferry"),
    )  # fmt: skip
    assert (after.named_after, after.slug) == ((("de", "de0"),), "ferry")


def test_a_stated_title_serves_the_regional_forms_of_its_language():
    known = stated(("zh", "渡轮"))
    assert renamed(known, headed("渡輪擱淺", language="zh-hant"), {}) == known


def test_a_language_whose_articles_left_a_stated_story_loses_what_they_called_it():
    known = stated(("en", "The ferry"), ("de", "Fähre"), named_after=(("de", ArticleId("de0")),))
    assert renamed(known, (), {}) == stated(("en", "The ferry"))


def test_an_editors_word_taken_back_leaves_the_title_of_the_article_that_had_named_it():
    german = headed("Fähre auf Grund", "Fähre vor Visby auf Grund", language="de")
    first = renamed(stated(("en", "The ferry")), german, {})
    meanwhile = renamed(first, german, {"de": "Die Fähre"})
    assert meanwhile.titles == (("en", "The ferry"), ("de", "Die Fähre"))
    assert renamed(meanwhile, german, {}) == first


def test_a_title_goes_when_the_article_that_bore_it_left():
    after = renamed(story(("en", "Gone by now")), headed(*FERRY), {})
    assert after.titles == (("en", FERRY[2]),)


def test_a_language_that_comes_later_gets_a_title_and_the_others_stay_as_they_are():
    german = headed("Fähre auf Grund", "Börse", language="de")
    after = renamed(story(("en", FERRY[0])), [*headed(*FERRY), *german], {})
    assert after.titles == (("en", FERRY[0]), ("de", "Fähre auf Grund"))


def test_more_articles_of_another_language_change_nothing():
    known = story(("en", FERRY[0]), ("de", "Eins"))
    german = headed("Eins", "Zwei", "Drei", "Vier", "Fünf", language="de")
    assert renamed(known, [*headed(*FERRY), *german], {}).titles == known.titles


def test_an_editors_word_stands_above_every_article():
    after = renamed(story(("en", "Gone")), headed(*FERRY), {"en": "The ferry", "fr": "Le ferry"})
    assert after.titles == (("en", "The ferry"), ("fr", "Le ferry"))


def test_a_story_without_public_articles_is_called_as_before():
    known = story(("en", "A name"))
    assert renamed(known, (), {}) == known


def test_a_story_under_the_same_titles_keeps_its_slug_though_it_would_like_another():
    """The one that it would like is another story's, and was refused."""
    emerging = story(("en", FERRY[2]), state=StoryState.EMERGING)
    kept = renamed(emerging, headed(FERRY[2]), {})
    assert (kept.titles, kept.slug) == (emerging.titles, emerging.slug)
    other = renamed(emerging, headed(FERRY[0]), {})
    assert (other.titles, other.slug) == (
        (("en", FERRY[0]),),
        "thousands-stranded-as-storm-closes-ports",
    )
