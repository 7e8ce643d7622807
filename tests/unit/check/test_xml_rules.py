"""Each rule of XML feeds finds what breaks it, and sound feeds break none."""

from __future__ import annotations

import pytest
from tests.unit.check.broken_atom import BROKEN_ATOM, SEVERAL_ATOM
from tests.unit.check.broken_rss import BROKEN_RSS, SEVERAL as RSS_SEVERAL
from tests.unit.check.xml_feeds import ATOM, RSS, rules


def test_a_sound_feed_breaks_no_rule():
    assert rules(RSS) == set()
    assert rules(ATOM) == set()


@pytest.mark.parametrize(("rule", "text"), BROKEN_RSS)
def test_what_breaks_one_rule_of_rss_is_told_by_that_rule_alone(rule, text):
    assert rules(text) == {rule}


@pytest.mark.parametrize(("rule", "text", "others"), RSS_SEVERAL)
def test_what_breaks_several_rules_of_rss_is_told_by_each(rule, text, others):
    assert rules(text) == {rule} | others


@pytest.mark.parametrize(("rule", "text"), BROKEN_ATOM)
def test_what_breaks_one_rule_of_atom_is_told_by_that_rule_alone(rule, text):
    assert rules(text) == {rule}


@pytest.mark.parametrize(("rule", "text", "others"), SEVERAL_ATOM)
def test_what_breaks_several_rules_of_atom_is_told_by_each(rule, text, others):
    assert rules(text) == {rule} | others
