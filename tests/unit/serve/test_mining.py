"""What is said of text and data mining, and by whom."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.contract.making import NOW, shelf_item
from tests.http import sample

from swifeeds.model import MiningTerms, mining_terms
from swifeeds.serve import ServeSettings
from swifeeds.serve.fixed import MINING_PATH, fixed_shelf
from swifeeds.serve.headers import Terms

POLICY = "https://press.example.org/mining.json"
SITE = ServeSettings(tdm_reservation=True, tdm_policy="https://feeds.example.org/mining.json")
ITEM = shelf_item("/en/feed.rss", b"<rss/>")


def fixed(settings, publication=sample.PUBLICATION):
    return fixed_shelf(sample.pages(), {}, publication, NOW, settings.mining).items


def test_the_publishers_word_goes_before_the_sites():
    terms = Terms.of(SITE, {})
    assert terms.mining(ITEM) == {"tdm-reservation": "1", "tdm-policy": SITE.tdm_policy}
    free = replace(ITEM, mining=MiningTerms(reserved=False))
    assert terms.mining(free) == {"tdm-reservation": "0"}
    other = replace(ITEM, mining=MiningTerms(reserved=True, policy=POLICY))
    assert Terms.of(ServeSettings(), {}).mining(other)["tdm-policy"] == POLICY


def test_the_well_known_file_says_what_the_operator_says():
    item = fixed(SITE)[MINING_PATH]
    assert item.media_type == "application/json"
    assert json.loads(item.body) == [
        {"location": "/", "tdm-reservation": 1, "tdm-policy": SITE.tdm_policy}
    ]
    below = replace(sample.PUBLICATION, base_url="https://example.org/feeds")
    (rule,) = json.loads(fixed(ServeSettings(tdm_reservation=False), below)[MINING_PATH].body)
    assert rule == {"location": "/feeds/", "tdm-reservation": 0}


def test_without_a_word_of_the_operator_there_is_no_such_file():
    assert MINING_PATH not in fixed(ServeSettings())


@pytest.mark.parametrize(
    ("reservation", "policy", "read"),
    [
        ("1", POLICY, MiningTerms(reserved=True, policy=POLICY)),
        (" 0 ", None, MiningTerms(reserved=False)),
        ("1", "/mining.json", MiningTerms(reserved=True)),
        ("1", "https://x/>; rel=next", MiningTerms(reserved=True)),
        ("1", f"https://x/{'a' * 4000}", MiningTerms(reserved=True)),
        ("yes", POLICY, None),
        (None, POLICY, None),
    ],
)
def test_only_what_the_protocol_knows_is_taken_for_a_word(reservation, policy, read):
    assert mining_terms(reservation, policy) == read
