from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.http.sample import LANGUAGES, locales

from swifeeds.emit.html_chart import HEIGHT, chart

MONDAY = datetime(2009, 5, 18, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def drawn(moments, language="en"):
    found = chart(moments, locales()[language])
    assert found is not None
    return found


def columns(found, count):
    return [bar.x * count // found.width for bar in found.bars]


def test_a_bar_is_a_week_and_as_tall_as_its_articles_are_many():
    week = [MONDAY + timedelta(hours=hour) for hour in range(6)]
    found = drawn([*week, MONDAY + 3 * WEEK, MONDAY + 3 * WEEK, MONDAY + 4 * WEEK])
    assert found.caption == locales()["en"].text("Articles per week")
    assert [bar.count for bar in found.bars] == [6, 2, 1]
    assert [bar.height for bar in found.bars] == [HEIGHT, HEIGHT // 3, HEIGHT // 6]
    assert {bar.y + bar.height for bar in found.bars} == {found.height}
    assert columns(found, 5) == [0, 3, 4]
    assert (found.first, found.last) == ("May 18, 2009", "June 15, 2009")


def test_the_tallest_bar_is_named_where_it_is_one():
    found = drawn([MONDAY, MONDAY, MONDAY + 5 * WEEK])
    assert found.most is not None
    assert (found.most.label, found.most.count) == ("May 18–24, 2009", 2)
    assert drawn([MONDAY, MONDAY + WEEK, MONDAY + 5 * WEEK]).most is None


def test_single_articles_are_no_peaks():
    assert drawn([MONDAY, MONDAY + 2 * WEEK, MONDAY + 5 * WEEK]).height < HEIGHT


@pytest.mark.parametrize(
    ("days", "caption", "label"),
    [
        (400, "Articles per week", "May 18–24, 2009"),
        (1500, "Articles per month", "May 2009"),
        (4000, "Articles per year", "2009"),
    ],
)
def test_a_long_story_is_drawn_in_longer_spans(days, caption, label):
    found = drawn([MONDAY, MONDAY + timedelta(days=days // 2), MONDAY + timedelta(days=days)])
    assert found.caption == caption
    assert found.bars[0].label == label


@pytest.mark.parametrize(
    ("days", "label"), [(400, "2009年5月18日～24日"), (1500, "2009年5月"), (4000, "2009年")]
)
def test_spans_are_named_as_the_language_names_them(days, label):
    found = drawn([MONDAY, MONDAY + timedelta(days=days // 2), MONDAY + timedelta(days=days)], "ja")
    assert found.bars[0].label == label


def test_too_little_is_not_drawn():
    locale = locales()["en"]
    assert chart([], locale) is None
    assert chart([MONDAY, MONDAY + 9 * WEEK], locale) is None
    assert chart([MONDAY] * 9, locale) is None


def test_time_runs_from_the_right_in_arabic():
    moments = [MONDAY, MONDAY, MONDAY + 4 * WEEK]
    left, right = drawn(moments), drawn(moments, "ar")
    assert columns(left, 5) == [0, 4]
    assert columns(right, 5) == [4, 0]


def test_the_week_is_the_readers():
    """Sunday 23:30 in London is Monday in Zurich, and so in the next bar."""
    sunday = datetime(2009, 5, 17, 23, 30, tzinfo=UTC)
    found = drawn([sunday, MONDAY, MONDAY + 4 * WEEK])
    assert [bar.count for bar in found.bars] == [2, 1]


@given(st.lists(st.integers(0, 6000), min_size=3, max_size=200), st.sampled_from(LANGUAGES))
def test_every_article_is_in_one_bar_and_every_bar_in_the_drawing(days, language):
    found = chart([MONDAY + timedelta(days=day) for day in days], locales()[language])
    if found is None:
        return
    assert sum(bar.count for bar in found.bars) == len(days)
    assert 240 - 60 < found.width <= 60 * 12
    for bar in found.bars:
        assert 0 <= bar.x < bar.x + bar.width <= found.width
        assert 0 <= bar.y < bar.y + bar.height == found.height <= HEIGHT
    assert len({bar.x for bar in found.bars}) == len({bar.label for bar in found.bars})
