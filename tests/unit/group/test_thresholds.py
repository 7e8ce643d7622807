"""The thresholds that an operator states decide what is joined, and what is put to an editor."""

from __future__ import annotations

import pytest
from tests.unit.group.writing import written

from swifeeds.group import GroupSettings, found_in

TALKS = (
    written("Caucasus talks resume in Geneva", name="a"),
    written("Geneva hosts new round of Caucasus talks", name="b"),
)
ACROSS = (
    written("Leila Mansur wins piano contest in Geneva", name="en"),
    written("Leila Mansur gewinnt Klavierwettbewerb in Genf", name="de", language="de"),
)


@pytest.mark.parametrize(
    ("settings", "joined", "hinted"),
    [
        (GroupSettings(attach=0.2), True, False),
        (GroupSettings(attach=0.9, suggest=0.2), False, True),
        (GroupSettings(attach=0.9, suggest=0.9), False, False),
    ],
)
def test_alike_headlines_are_joined_hinted_at_or_left_apart(settings, joined, hinted):
    found = found_in(TALKS, settings)
    assert (len(found.happenings) == 1) == joined
    assert bool(found.hints) == hinted


@pytest.mark.parametrize(("link", "events"), [(0.16, 1), (0.95, 2)])
def test_languages_are_linked_from_the_stated_likeness_on(link, events):
    assert len(found_in(ACROSS, GroupSettings(link=link)).happenings) == events


@pytest.mark.parametrize("name", ["attach", "suggest", "link"])
@pytest.mark.parametrize("value", [0, 1, -0.1, 1.5])
def test_a_threshold_that_joins_everything_or_nothing_is_refused(name, value):
    with pytest.raises(ValueError, match=f"{name} must lie between 0 and 1"):
        GroupSettings(**{name: value})


def test_a_word_table_shifts_the_threshold_between_languages_in_proportion():
    linking = GroupSettings(link=0.32).linking
    assert linking.threshold_with_table == pytest.approx(2 * 0.28)
