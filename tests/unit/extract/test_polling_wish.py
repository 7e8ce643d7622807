from __future__ import annotations

from datetime import timedelta

import pytest

from swifeeds.extract.polling_wish import polling_wish
from swifeeds.markup import parse_xml

SY = "http://purl.org/rss/1.0/modules/syndication/"


def wish(inner: str) -> timedelta | None:
    body = f'<rss version="2.0" xmlns:sy="{SY}"><channel><title>x</title>{inner}</channel></rss>'
    return polling_wish(parse_xml(body.encode(), charset=None, url="https://x/"))


@pytest.mark.parametrize(
    ("inner", "minutes"),
    [
        ("<ttl>30</ttl>", 30),
        ("<ttl> 60 </ttl><sy:updatePeriod>daily</sy:updatePeriod>", 60),
        ("<sy:updatePeriod> Daily </sy:updatePeriod>", 24 * 60),
        (
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            6 * 60,
        ),
    ],
)
def test_a_feed_may_ask_to_be_polled_seldom(inner: str, minutes: int) -> None:
    assert wish(inner) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "<ttl>0</ttl>",
        "<ttl>-5</ttl>",
        "<ttl>soon</ttl>",
        f"<ttl>{'9' * 400}</ttl>",
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>",
        "<sy:updatePeriod>always</sy:updatePeriod>",
        "<item><ttl>30</ttl></item>",
    ],
)
def test_what_says_nothing_is_no_wish(inner: str) -> None:
    assert wish(inner) is None
