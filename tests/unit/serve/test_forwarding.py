"""Old addresses and where they lead."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.model import Forwarding
from swifeeds.serve import Forwardings
from swifeeds.serve.templates import read_template


def leading(source: str, location: str) -> Forwarding:
    path, _, query = source.partition("?")
    pairs = tuple(tuple(pair.split("=")) for pair in query.split("&") if pair)
    return Forwarding(path=path, query=pairs, location=location)


def find(rules: dict[str, str], address: str) -> str | None:
    path, _, query = address.partition("?")
    return Forwardings(leading(*rule) for rule in rules.items()).find(path, query)


OLD = {
    "/rss.xml": "/feed.rss",
    "/rss.php?lang=de": "/de/feed.rss",
    "/rss.php?lang={lang}&full=1": "/{lang}/feed.atom",
    "/rss.php": "/en/feed.rss",
    "/old/{story}/rss.xml": "/en/stories/{story}/feed.rss",
    "/old/special/rss.xml": "https://other.example/special",
    "/{lang}-{story}.xml": "/{lang}/stories/{story}/feed.rss",
    "/alt/für uns.xml": "/de/über uns",
    "/caf%E9.xml": "/fr/feed.rss",
}


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/rss.xml", "/feed.rss"),
        ("/rss.xml?utm_source=x", "/feed.rss"),
        ("/rss.php?lang=de", "/de/feed.rss"),
        ("/rss.php?x=1&lang=de", "/de/feed.rss"),
        ("/rss.php?lang=fr&full=1", "/fr/feed.atom"),
        ("/rss.php?lang=de&full=1", "/de/feed.atom"),
        ("/rss.php?lang=fr", "/en/feed.rss"),
        ("/rss.php?lang=&full=1", "/en/feed.rss"),
        ("/rss.php?lang=de&lang=fr", "/de/feed.rss"),
        ("/old/talks/rss.xml", "/en/stories/talks/feed.rss"),
        ("/old/special/rss.xml", "https://other.example/special"),
        ("/old/a/b/rss.xml", None),
        ("/old//rss.xml", None),
        ("/old/../rss.xml", None),
        ("/old/%2e%2e/rss.xml", None),
        ("/old/%2F%2Fevil.example/rss.xml", "/en/stories/%2F%2Fevil.example/feed.rss"),
        ("/old/a%0D%0AX:1/rss.xml", "/en/stories/a%0D%0AX%3A1/feed.rss"),
        ("/old/%FF/rss.xml", "/en/stories/%FF/feed.rss"),
        ("/de-peace-talks.xml", "/de/stories/peace-talks/feed.rss"),
        ("/de-.xml", None),
        ("/-a.xml", None),
        ("/alt/f%C3%BCr%20uns.xml", "/de/%C3%BCber%20uns"),
        ("/caf%E9.xml", "/fr/feed.rss"),
        ("/rss.xml/", None),
        ("/RSS.xml", None),
    ],
)
def test_an_old_address_leads_where_its_rule_says(address, there):
    assert find(OLD, address) == there


def test_a_flood_of_parameters_names_none():
    flood = "&".join(f"a{number}=1" for number in range(1000))
    assert find(OLD, f"/rss.php?{flood}&lang=de") == "/en/feed.rss"


def test_an_address_that_leads_to_itself_is_none():
    rules = {"/{lang}/{name}.rss": "/{lang}/feed.rss"}
    assert find(rules, "/de/news.rss") == "/de/feed.rss"
    assert find(rules, "/de/feed.rss") is None


def test_only_what_names_parameters_goes_before_what_stands():
    old = Forwardings([leading("/?feed={kind}", "/feed.rss"), leading("/", "/en/")])
    assert old.find_named("/", "feed=rss2") == "/feed.rss"
    assert old.find_named("/", "page=2") is None
    assert old.find_named("/", "") is None


parts = st.text(
    st.characters(exclude_characters="{}/-", exclude_categories=["Cs"]), min_size=1, max_size=8
)


@given(parts, parts, parts)
def test_what_was_filled_in_is_found_again(first, second, end):
    template = read_template(f"{quote(end)}{{a}}--{{b}}{quote(end)}")
    outside = {first, second} & {".", ".."}
    expected = None if outside else {"a": first, "b": second}
    assert template.match(f"{end}{first}--{second}{end}") == expected


@given(
    st.text(max_size=40),
    st.lists(
        st.text(st.characters(exclude_characters="{}%", exclude_categories=["Cs"]), max_size=3)
    ),
)
def test_a_match_puts_together_to_the_text_again(text, literals):
    """Whatever matches was made of the literals and the values, and no value is empty."""
    pattern = "{x}".join(f"-{literal}-" for literal in literals)
    pattern = "".join(
        part if not number else f"{{p{number}}}{part}"
        for number, part in enumerate(pattern.split("{x}"))
    )
    template = read_template(pattern)
    found = template.match(text)
    if found is not None and template.names:
        made = template.literals[0] + "".join(
            found[name] + literal
            for name, literal in zip(template.names, template.literals[1:], strict=True)
        )
        assert made == text
        assert all(found.values())


@given(st.text(max_size=300))
def test_no_request_makes_an_address_that_leaves_the_path_it_is_filled_into(value):
    there = find(
        {"/old/{story}/rss.xml": "/s/{story}/feed.rss"}, f"/old/{quote(value, safe='')}/rss.xml"
    )
    if there is not None:
        assert there.count("/") == 3
        assert there.isascii()
        assert not {"?", "#", " ", "\r", "\n"} & set(there)
