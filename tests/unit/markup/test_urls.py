"""Addresses: absolute, canonical, comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.markup import absolute_url, canonical_url, is_public_host, url_key


@pytest.mark.parametrize(
    ("url", "absolute"),
    [
        ("/a b", "https://n.example/a%20b"),
        ("?q=1", "https://n.example/dir/page?q=1"),
        ("//Other.Example:443/x", "https://other.example/x"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
        (" x\n", "https://n.example/dir/x"),
        ("HTTP://N.Example", "http://n.example/"),
    ],
)
def test_addresses_become_absolute(url, absolute):
    assert absolute_url(url, "https://n.example/dir/page") == absolute


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x.example/",
     "https://user:pass@n.example/", "http://[::1", "https://n.example:99999/", "http://",
     "java\nscript:alert(1)"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    assert absolute_url(url, "https://n.example/dir/page") is None


@pytest.mark.parametrize(
    "variant",
    [
        "http://n.example/a?b=1",
        "https://www.n.example/a/?b=1",
        "https://N.EXAMPLE:443/a?b=1&utm_source=x&fbclid=y",
        "https://n.example/a?b=1#part",
        "https://n.example/a?ref=rss&b=1",
    ],
)
def test_decoration_does_not_make_another_article(variant):
    assert url_key(variant) == url_key("https://n.example/a?b=1")


def test_a_different_query_is_a_different_article():
    assert url_key("https://n.example/?p=1") != url_key("https://n.example/?p=2")


def test_a_query_without_tracking_is_kept_letter_for_letter():
    assert canonical_url("https://n.example/a?q=a+b&c") == "https://n.example/a?q=a+b&c"


@given(st.text())
def test_any_text_has_a_key_and_its_canonical_form_is_stable(text):
    assert url_key(text) == url_key(text)
    assert canonical_url(canonical_url(text)) == canonical_url(text)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "fec0::1", "224.0.0.1", "192.0.0.8", "localhost", "db.internal", "printer"],
)  # fmt: skip
def test_hosts_inside_a_network_are_not_public(host):
    assert not is_public_host(host)


@pytest.mark.parametrize("host", ["n.example", "8.8.8.8", "2606:4700::1111"])
def test_hosts_of_the_internet_are_public(host):
    assert is_public_host(host)
