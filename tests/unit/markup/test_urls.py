"""Addresses made absolute, canonical and comparable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.markup import absolute_url, canonical_url, is_amp, url_key, url_keys
from swifeeds.markup.urls import rewritten

BASE = "https://example.org/world/index.html"


@pytest.mark.parametrize(
    ("url", "absolute"),
    [
        ("/a", "https://example.org/a"),
        ("b", "https://example.org/world/b"),
        ("?p=2", "https://example.org/world/index.html?p=2"),
        ("//cdn.example.net/x", "https://cdn.example.net/x"),
        (" https://EXAMPLE.org:443/a\n", "https://example.org/a"),
        ("http://example.org:8080", "http://example.org:8080/"),
        ("https://example.org/a b/ü", "https://example.org/a%20b/%C3%BC"),
        ("https://example.org/%7euser/%c3%bc", "https://example.org/~user/%C3%BC"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://zürich.example/", "https://xn--zrich-kva.example/"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
    ],
)
def test_an_address_becomes_absolute_and_normal(url, absolute):
    assert absolute_url(url, BASE) == absolute


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "mailto:a@example.org",
        "https://user@example.org/", "https://example.org@evil.example/",
        "http://exa mple.org/", "http://example.org:99999/", "http://[::1", "https://a..b/",
        "http://\ud800.example/", "https://evil.example\\@example.org/", "tag:example.org,2009:1",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_none(url):
    assert absolute_url(url, BASE) is None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"),
        ("https://example.org/a?utm_source=x", "https://example.org/a"),
        ("https://example.org/a?q=a+b%5B&gclid=1", "https://example.org/a?q=a+b%5B"),
        ("https://example.org/a?ref=rss&ref2=rss", "https://example.org/a?ref2=rss"),
        ("https://example.org/a?ref=frontpage", "https://example.org/a?ref=frontpage"),
        ("HTTP://Example.org:80/A#top", "http://example.org/A"),
        ("tag:example.org,2009:1", "tag:example.org,2009:1"),
    ],
)
def test_decoration_is_taken_off(url, canonical):
    assert canonical_url(url) == canonical


def test_a_query_that_means_something_is_kept_letter_for_letter():
    url = "https://example.org/a?b=%C3%BC&c=&a;d=[1]"
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.org/a/",
        "https://example.org/a#b",
        "HTTPS://EXAMPLE.ORG/a?utm_medium=x",
        "https://m.example.org/a",
        "https://amp.example.org/a",
        "https://mobile.example.org:443/a",
        "https://example.org/a?gbraid=1&mtm_campaign=x&_GL=2",
        "https://example.org/a?%66bclid=1",
        "https://example.org/a/amp/",
        "https://example.org/amp/a",
        "https://example.org/a.amp",
        "https://example.org/a?amp",
        "https://example.org/a?amp=1&utm_source=x",
        "https://example.org/a?outputType=amp",
    ],
)
def test_one_article_has_one_key(other):
    assert url_key(other) == url_key("https://example.org/a") == "example.org/a"


@pytest.mark.parametrize(
    "other",
    [
        "https://m.example", "https://fr.example.org/a", "https://example.org/a?page=2",
        "https://example.org/a?id=7&ref=home", "https://example.org/b", "https://example.org:8443/a",
        "https://example.org/amp", "https://example.org/amp/", "https://example.org/a-amp",
        "https://example.org/a?amp=40", "https://example.org/amplifier/a", "https://example.org/.amp",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_keeps_its_own_key(other):
    plain = other.removeprefix("https://").rstrip("/")
    assert url_key(other) == plain + ("/" if "/" not in plain else "")
    assert not is_amp(other)


def test_the_amp_form_of_a_page_has_its_key_and_is_told_from_it():
    for form in ("x/y.amp.html", "x/amp/y.html", "x/y.html?output=amp", "amp/x/y.html"):
        assert is_amp(f"https://example.org/{form}") == (form != "x/amp/y.html")
    assert url_key("https://example.org/x/y.amp.html") == "example.org/x/y.html"
    assert is_amp("https://amp.example.org/a")


def test_what_is_published_keeps_the_publishers_host_and_query():
    url = "https://m.example.org/a?mtm_campaign=x"
    assert canonical_url(url) == url


def test_hosts_that_show_the_same_pages_give_each_address_a_key_of_theirs():
    hosts = ("example.org", "old.example", "m.old.example")
    assert url_keys("https://www.old.example/a", hosts) == ("old.example/a", "example.org/a")
    assert url_keys("https://third.example/a", hosts) == ("third.example/a",)
    assert url_keys("https://third.example/a") == ("third.example/a",)


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_normalising_is_stable_and_never_fails(text):
    for url in (text, f"https://example.org/{text}", f"http://{text}/"):
        absolute = absolute_url(url, BASE)
        assert absolute is None or absolute_url(absolute, BASE) == absolute
        assert canonical_url(canonical_url(url)) == canonical_url(url)


PIECES = (
    "http://", "https://", "Example.org", "example.org", "a.b-c.org", "/", "/a", "?", "#", "&",
    "x=1", "%2F", "%2f", "%41", "%", "%zz", "%E3%81", ":80", ":8080", "é", " ", "..", "user@", "[",
    "|", "'", '"', "\t",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=400)
def test_an_address_that_is_passed_as_it_is_would_have_come_out_so(url):
    absolute = absolute_url(url, "https://base.example.org/x/y")
    assert absolute == rewritten(url, "https://base.example.org/x/y")
