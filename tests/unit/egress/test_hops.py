from __future__ import annotations

import pytest
from yarl import URL

from swifeeds.egress.hops import checked, next_hop
from swifeeds.errors import Refused

ASKED = "https://news.example.org/feed"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/new", "https://news.example.org/new"),
        ("new?x=1", "https://news.example.org/new?x=1"),
        ("//cdn.example.org/a", "https://cdn.example.org/a"),
        ("https://other.example/ä", "https://other.example/%C3%A4"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_a_location_is_read_against_the_hop(location: str, target: str) -> None:
    assert str(next_hop(302, {"location": location}, URL(ASKED), asked=ASKED)) == target


def test_https_does_not_lead_back_to_plain_http() -> None:
    with pytest.raises(Refused, match="from https to http://news"):
        next_hop(301, {"location": "http://news.example.org/x"}, URL(ASKED), asked=ASKED)


@pytest.mark.parametrize("status", [200, 300, 304, 404])
def test_other_statuses_lead_nowhere(status: int) -> None:
    assert next_hop(status, {"location": "/x"}, URL(ASKED), asked=ASKED) is None


def test_a_fragment_is_not_sent() -> None:
    assert str(checked("https://a.example/x#y", asked="")) == "https://a.example/x"
