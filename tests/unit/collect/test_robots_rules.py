from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.collect.robots_rules import LONGEST, MAX_DELAY, read_robots

SITE = "https://news.example"


def forbidden(text: str, path: str) -> str | None:
    return read_robots(text.encode()).forbids(SITE + path)


@pytest.mark.parametrize("text", ["", "<!doctype html><html>", "Sitemap: https://news.example/s"])
def test_what_forbids_nothing_allows_everything(text: str) -> None:
    assert forbidden(text, "/anything") is None


def test_the_line_that_forbids_is_named() -> None:
    text = "# hello\nUser-agent: *\nDisallow: /private # staff\nDisallow: /private/drafts\n"
    assert forbidden(text, "/private/x") == 'line 3, "Disallow: /private"'
    assert forbidden(text, "/private/drafts/1") == 'line 4, "Disallow: /private/drafts"'
    assert forbidden(text, "/public") is None


def test_the_longest_rule_decides_and_a_tie_allows() -> None:
    text = "User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /c\nAllow: /c\n"
    assert forbidden(text, "/a/x") is not None
    assert forbidden(text, "/a/b/x") is None
    assert forbidden(text, "/c") is None


@pytest.mark.parametrize(
    ("rule", "path", "is_forbidden"),
    [
        ("/*.pdf$", "/a/b.pdf", True),
        ("/*.pdf$", "/a/b.pdf?x", False),
        ("/*?print=", "/a?print=1", True),
        ("/%7Ejoe", "/~joe/", True),
        ("/caf%C3%A9", "/caf\u00e9", True),
        ("/", "/", True),
        ("", "/", False),
    ],
)
def test_wildcards_ends_and_escapes(rule: str, path: str, *, is_forbidden: bool) -> None:
    assert (forbidden(f"User-agent: *\nDisallow: {rule}", path) is not None) is is_forbidden


def test_groups_that_name_us_take_the_place_of_those_for_everybody() -> None:
    text = (
        "User-agent: *\nDisallow: /\n\n"
        "User-agent: Other\nuser-agent: SwiFeeds/1.0\nDisallow: /mine\n\n"
        "User-agent: *\nDisallow: /all\n"
        "User-agent: swifeeds\nDisallow: /too\n"
    )
    assert forbidden(text, "/all") is None
    assert forbidden(text, "/mine") is not None
    assert forbidden(text, "/too") is not None


def test_a_group_that_names_us_and_says_nothing_frees_us() -> None:
    assert forbidden("User-agent: swifeeds\nDisallow:\n\nUser-agent: *\nDisallow: /", "/x") is None


def test_a_longer_name_is_somebody_else() -> None:
    text = "User-agent: swifeeds-images\nDisallow: /\n\nUser-agent: swi\nDisallow: /"
    assert forbidden(text, "/x") is None


def test_a_sitemap_between_names_does_not_end_a_group() -> None:
    text = "User-agent: swifeeds\nSitemap: https://x/\nUser-agent: other\nDisallow: /x"
    assert forbidden(text, "/x") is not None


@pytest.mark.parametrize(
    ("said", "delay"),
    [("5", 5.0), ("0.5", 0.5), ("86400", MAX_DELAY), ("-1", 0.0), ("nan", 0.0), ("soon", 0.0)],
)
def test_a_crawl_delay_is_kept_within_reason(said: str, delay: float) -> None:
    assert read_robots(f"User-agent: *\nCrawl-delay: {said}".encode()).delay == delay


def test_the_first_500_kib_are_read_and_no_more() -> None:
    rules = b"User-agent: *\nDisallow: /early\n"
    filling = b"#" * (LONGEST - len(rules) - 1) + b"\n"
    read = read_robots(rules + filling + b"Disallow: /late\n")
    assert read.forbids(f"{SITE}/early") is not None
    assert read.forbids(f"{SITE}/late") is None


def test_many_crawlers_do_not_multiply_the_rules() -> None:
    names = "\n".join(f"User-agent: bot{number}" for number in range(2000))
    rules = "\n".join(f"Disallow: /{number}" for number in range(2000))
    assert read_robots(f"{names}\nUser-agent: *\n{rules}".encode()).size < 40_000


def test_a_rule_of_nothing_but_wildcards_is_no_rule() -> None:
    read = read_robots(b"User-agent: *\nDisallow: /" + b"*a" * 900)
    assert read.lines == ()


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_bytes_make_it_fail(body: bytes, path: str) -> None:
    read = read_robots(b"User-agent: *\n" + body)
    read.forbids(f"{SITE}/{path}")
    assert 0 <= read.delay <= MAX_DELAY
