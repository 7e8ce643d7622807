"""Each rule of XML feeds finds what breaks it, and sound feeds break none."""

from __future__ import annotations

import pytest
from tests.unit.check.broken_atom import BROKEN_ATOM, SEVERAL_ATOM
from tests.unit.check.broken_rss import BROKEN_RSS, SEVERAL_RSS
from tests.unit.check.broken_values import (
    BROKEN_TEXT,
    BROKEN_VALUES,
    BROKEN_XML,
    HINTS,
    SEVERAL_VALUES,
)
from tests.unit.check.xml_feeds import ATOM, RSS, hints, rules

from swifeeds.check.rules import RULES
from swifeeds.check.rules_http import HTTP_RULES
from swifeeds.check.rules_json import JSON_RULES

BROKEN = [*BROKEN_RSS, *BROKEN_ATOM, *BROKEN_TEXT, *BROKEN_VALUES, *BROKEN_XML]
SEVERAL = [*SEVERAL_RSS, *SEVERAL_ATOM, *SEVERAL_VALUES]
OF_ENCODINGS = {
    "wp-blank-line", "unicode-error", "unknown-encoding", "obscure-encoding", "nonstd-encoding",
    "encoding-mismatch", "bad-xml-version",
}  # fmt: skip
"""Held by test_encoding.py, with bytes."""

ELSEWHERE = "self-doesnt-match-location"


def numbered(cases):
    return [pytest.param(*case, id=f"{case[0]}-{number}") for number, case in enumerate(cases)]


def test_a_sound_feed_breaks_no_rule():
    assert rules(RSS) | hints(RSS) == set()
    assert rules(ATOM) | hints(ATOM) == set()


@pytest.mark.parametrize(("rule", "text"), numbered(BROKEN))
def test_what_breaks_one_rule_is_told_by_that_rule_alone(rule, text):
    assert rules(text) == {rule}


@pytest.mark.parametrize(("rule", "text", "others"), numbered(SEVERAL))
def test_what_breaks_several_rules_is_told_by_each(rule, text, others):
    assert rules(text) == {rule} | others


@pytest.mark.parametrize(("rule", "text"), numbered(HINTS))
def test_what_is_worth_knowing_breaks_nothing(rule, text):
    assert rule in hints(text)
    assert rules(text) == set()


def test_a_feed_that_was_had_from_elsewhere_than_it_says_is_told():
    there = "https://news.example.org/feed.atom"
    assert rules(ATOM, address=there) == set()
    assert rules(ATOM, address=there.upper().replace("FEED.ATOM", "feed.atom")) == set()
    assert rules(ATOM, address="https://other.example.org/feed.atom") == {ELSEWHERE}


def test_every_rule_of_xml_feeds_has_a_feed_that_breaks_it():
    broken = {rule for rule, *_ in (*BROKEN, *SEVERAL, *HINTS)}
    wanted = set(RULES) - set(JSON_RULES) - set(HTTP_RULES) - OF_ENCODINGS - {ELSEWHERE}
    assert wanted - broken == set()
