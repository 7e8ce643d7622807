"""The rules of being told: signatures, questions of hubs, leases, and slow polling."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.collect.sources import NOW

from swifeeds.collect import push_rules as rules
from swifeeds.model import Push, SourceId

BODY, SECRET = b"<rss/>", b"0123456789"
PUSH = Push(
    source_id=SourceId("wire"), hub="https://hub.test/", topic="https://news.test/feed",
    token="t", secret=SECRET, next_at=NOW, asked_at=NOW,
)  # fmt: skip


def signed(algorithm: str, body: bytes = BODY, secret: bytes = SECRET) -> str:
    return f"{algorithm}={hmac.new(secret, body, algorithm).hexdigest()}"


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha384", "sha512"])
def test_each_method_that_websub_recognises_signs(algorithm):
    assert rules.is_signed(SECRET, BODY, signed(algorithm))
    assert rules.is_signed(SECRET, BODY, f" {signed(algorithm).upper()} ")


@pytest.mark.parametrize(
    "field",
    [
        "", "sha256", "sha256=", "=", "md5=" + "0" * 32, signed("md5"),
        signed("sha256", secret=b"another"), signed("sha256", body=b"another"),
        signed("sha256")[:-1], signed("sha256").replace("sha256", "sha1"), "sha256=é",
        hmac.new(SECRET, BODY, hashlib.sha256).hexdigest(),
    ],
)  # fmt: skip
def test_nothing_else_does(field):
    assert not rules.is_signed(SECRET, BODY, field)


@given(st.text(max_size=100))
def test_no_field_is_too_strange_to_be_refused(field):
    assert not rules.is_signed(SECRET, BODY, field)


@pytest.mark.parametrize(
    ("challenge", "fit"),
    [("a-B_1.~+/=", True), ("x" * 512, True), ("x" * 513, False), ("", False),
     ("<script>", False), ("a b", False), ("a\n", False), ("é", False), ('"', False)],
)  # fmt: skip
def test_only_harmless_challenges_are_said_back(challenge, fit):
    assert rules.is_challenge(challenge) is fit


def test_a_question_is_answered_for_an_hour_and_for_its_topic_alone():
    assert rules.is_awaited(PUSH, PUSH.topic, NOW)
    assert rules.is_awaited(PUSH, PUSH.topic, NOW + timedelta(hours=1))
    assert not rules.is_awaited(PUSH, PUSH.topic, NOW + timedelta(hours=1, seconds=1))
    assert not rules.is_awaited(PUSH, PUSH.topic, NOW - timedelta(seconds=1))
    assert not rules.is_awaited(PUSH, "https://news.test/other", NOW)
    assert not rules.is_awaited(replace(PUSH, asked_at=None), PUSH.topic, NOW)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [("3600", 3600), ("0", 300), ("999999999999", 90 * 86400), ("", 864000), ("ten", 864000),
     ("-5", 864000), ("9" * 400, 864000), ("٣٦٠٠", 864000)],
)  # fmt: skip
def test_a_lease_is_taken_within_bounds(stated, seconds):
    assert rules.granted(stated) == timedelta(seconds=seconds)


@given(st.text(max_size=50), st.timedeltas(timedelta(minutes=5), timedelta(days=90)))
def test_renewal_falls_between_half_and_four_fifths_of_the_lease(token, lease):
    at = rules.renew_at(replace(PUSH, token=token), lease, NOW)
    assert 0.5 * lease <= at - NOW <= 0.8 * lease
    assert at == rules.renew_at(replace(PUSH, token=token), lease, NOW)


def test_a_hub_that_grants_nothing_is_asked_ever_more_seldom_but_daily():
    waits = [rules.next_try(n, NOW) - NOW for n in range(20)]
    assert waits[:3] == [timedelta(minutes=10 * 2**n) for n in range(3)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=1)


@pytest.mark.parametrize(
    ("interval", "slow"),
    [(timedelta(minutes=15), timedelta(hours=6)), (timedelta(hours=2), timedelta(days=1)),
     (timedelta(days=3), timedelta(days=3))],
)  # fmt: skip
def test_polls_are_far_apart_and_still_daily(interval, slow):
    assert rules.stretched(interval) == slow


def test_a_delivery_says_which_topic_it_is_of_or_nothing():
    assert rules.is_of_topic((), "t")
    assert rules.is_of_topic((("hub", "h"),), "t")
    assert rules.is_of_topic((("self", "t"),), "t")
    assert not rules.is_of_topic((("self", "u"),), "t")
