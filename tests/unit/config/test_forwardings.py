"""`[[redirects]]` in the file: what is taken, and what is told at once."""

from __future__ import annotations

import pytest
from tests.unit.config.test_load import GOOD, faults_of, write  # noqa: F401

from swifeeds.config import load_config
from swifeeds.model import Forwarding


def stating(*rules: tuple[str, str]) -> str:
    tables = (f"\n[[redirects]]\nfrom = '{source}'\nto = '{target}'\n" for source, target in rules)
    return GOOD + "".join(tables)


def test_redirects_become_plain_data(write):  # noqa: F811
    text = stating(
        ("/rss.xml", "/feed.rss"),
        ("/rss.php?lang={lang}&full", "/{lang}/feed.rss"),
        ("/blog/{story}/feed/", "https://blog.example.org/{story}/feed"),
    )
    plain, asked, elsewhere = load_config(write(text), {}).forwardings
    assert plain == Forwarding(path="/rss.xml", location="/feed.rss")
    assert plain.is_plain
    assert asked.query == (("lang", "{lang}"), ("full", ""))
    assert elsewhere.location == "https://blog.example.org/{story}/feed"
    assert not asked.is_plain
    assert not elsewhere.is_plain


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("rss.xml", "/feed.rss", "is no path; write it without the host"),
        ("https://old.example/rss.xml", "/feed.rss", "is no path; write it without the host"),
        ("//old.example/rss.xml", "/feed.rss", "is no path"),
        ("/rss xml", "/feed.rss", "is no path"),
        ("/rss.xml#top", "/feed.rss", "has a #"),
        ("/healthz", "/feed.rss", "answered by the service itself"),
        ("/{Story}.xml", "/feed.rss", "a brace that is no placeholder"),
        ("/{story.xml", "/feed.rss", "a brace that is no placeholder"),
        ("/{a}/{a}.xml", "/feed.rss", "names {a} twice"),
        ("/{a}{b}.xml", "/feed.rss", "side by side"),
        ("/{a}.xml", "/{b}/feed.rss", "names {b}, which from does not have"),
        ("/rss.xml", "feed.rss", "leads nowhere"),
        ("/rss.xml", "//other.example/", "leads nowhere"),
        ("/rss.xml", "ftp://other.example/", "leads nowhere"),
        ("/rss.xml", "javascript:alert(1)", "leads nowhere"),
        ("/rss.xml", "https:///x", "leads nowhere"),
        ("/{a}.xml", "https://{a}.example/", "behind the host alone"),
        ("/rss.xml", "https://exämple.org/", "behind the host alone"),
        ("/rss.xml", "/{", "a brace that is no placeholder"),
        ("/rss.xml", "/rss.xml", "leads in a circle: /rss.xml → /rss.xml"),
        ("/rss.xml", "https://feeds.example.org/rss.xml", "leads in a circle"),
        ("/{a}/x", "/{a}/x", "leads in a circle"),
        ("/{a}", "/{a}x", "leads in a circle"),
    ],
)
def test_a_redirect_that_cannot_be_is_told(write, source, target, words):  # noqa: F811
    (fault,) = faults_of(write(stating((source, target))))
    assert "redirects[0]" in fault
    assert words in fault


def test_a_circle_over_several_redirects_is_told_of_each(write):  # noqa: F811
    found = faults_of(write(stating(("/a", "/b"), ("/b", "/c?x=1"), ("/c", "/a"), ("/d", "/e"))))
    assert [fault.partition("leads")[2] for fault in found] == [
        " in a circle: /a → /b → /c?x=1 → /a",
        " in a circle: /b → /c?x=1 → /a → /b",
        " in a circle: /c → /a → /b → /c?x=1 → /a",
    ]


def test_an_address_that_is_answered_twice_is_told(write):  # noqa: F811
    rules = [("/{a}?x=1&y={q}", "/1"), ("/{b}?y={r}&x=1", "/2"), ("/{b}?y={r}", "/3")]
    (fault,) = faults_of(write(stating(*rules)))
    assert "redirects[1].from" in fault
    assert "redirects[0] answers the same address" in fault


def test_a_way_that_ends_is_no_circle(write):  # noqa: F811
    rules = [("/a", "/b"), ("/b", "/feed.rss"), ("/{lang}/{name}.rss", "/{lang}/feed.rss")]
    assert len(load_config(write(stating(*rules)), {}).forwardings) == 3
