"""The measures, against figures worked out by hand."""

from __future__ import annotations

import pytest
from tests.stories.measures import pairwise_agreement

from swifeeds.group.fitting import bcubed

GOLD = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_the_gold_labels_score_one_under_any_names():
    score = bcubed(GOLD, {"a": "x", "b": "x", "c": "y", "d": "y"})
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)


def test_one_group_of_everything_is_complete_and_half_pure():
    score = bcubed(GOLD, dict.fromkeys(GOLD, "all"))
    assert (score.precision, score.recall) == (0.5, 1)
    assert score.f1 == pytest.approx(2 / 3)


def test_everything_alone_is_pure_and_half_complete():
    score = bcubed(GOLD, {item: item for item in GOLD})
    assert (score.precision, score.recall) == (1, 0.5)


def test_one_misplaced_item_costs_both():
    score = bcubed(GOLD, {"a": 1, "b": 1, "c": 1, "d": 2})
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert score.recall == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)


def test_agreement_counts_the_pairs_that_both_keep_together():
    assert pairwise_agreement(GOLD, {"a": 1, "b": 1, "c": 3, "d": 4}) == pytest.approx(2 / 3)
    assert pairwise_agreement(GOLD, GOLD) == 1


def test_groupings_without_any_pair_agree():
    assert pairwise_agreement({"a": 1, "b": 2}, {"a": 3, "b": 4}) == 1


def test_groupings_of_different_items_are_refused():
    with pytest.raises(ValueError, match="same items"):
        bcubed(GOLD, {"a": 1})
    with pytest.raises(ValueError, match="same items"):
        pairwise_agreement(GOLD, {"a": 1})
