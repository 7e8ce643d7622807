from __future__ import annotations

import pytest

from swifeeds.deliver import WebSubSettings

BASE = "https://feeds.example.org"


@pytest.mark.parametrize(
    ("hub", "addresses", "own", "others"),
    [
        ("off", (), False, ()),
        ("own", (f"{BASE}/hub",), True, ()),
        ("https://a.example/", ("https://a.example/",), False, ("https://a.example/",)),
        (("https://a.example/", "own", "https://a.example/"),
         (f"{BASE}/hub", "https://a.example/"), True, ("https://a.example/",)),
        ((), (), False, ()),
    ],
)  # fmt: skip
def test_feeds_name_the_hubs_that_are_configured_our_own_first(hub, addresses, own, others):
    settings = WebSubSettings(hub=hub)
    assert settings.addresses(BASE) == addresses
    assert (settings.own, settings.others) == (own, others)


def test_nothing_is_turned_on_by_itself():
    assert WebSubSettings().addresses(BASE) == ()


@pytest.mark.parametrize(
    "hub",
    ["yes", "", "hub.example", "ftp://hub.example/", 'https://hub.example/">', "http://a b/",
     ("own", "on"), "https://hub.example:0/", "https://hüb.example/"],
)  # fmt: skip
def test_what_names_no_hub_is_refused_with_what_would(hub):
    with pytest.raises(ValueError, match=r"hub: .* neither own, off nor the address of a hub"):
        WebSubSettings(hub=hub)


@pytest.mark.parametrize(
    "changes", [{"lanes": 0}, {"timeout": 0.0}, {"lease": 10}, {"max_lease": 7200}]
)
def test_numbers_that_make_no_sense_are_named(changes):
    with pytest.raises(ValueError, match=r"lease|lanes|timeout"):
        WebSubSettings(**changes)
