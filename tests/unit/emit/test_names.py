"""Our own names in feeds are explained to people: every one that is written, and no other."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import orjson
import pytest
from lxml import html
from tests.http import sample
from tests.unit.emit.newsroom import (
    LANGUAGES,
    PUBLICATION,
    TODAY,
    alone,
    article,
    company,
    dossier,
    story_key,
    wired,
)
from tests.unit.emit.reading import rendered

from swifeeds.emit import compose_feed, own_elements, own_members
from swifeeds.emit.addresses import NAMESPACE
from swifeeds.emit.html import render_namespace
from swifeeds.markup import parse_xml
from swifeeds.model import Dating, FeedKey, MiningTerms, Precision, Scope, Status

DOCUMENT = Path(__file__).parents[3] / "docs/feeds.md"


@cache
def around():
    stated = company(publication=replace(PUBLICATION, rsl_elements=True))
    source = replace(
        stated.sources["desk"],
        licence="https://creativecommons.org/licenses/by/4.0/",
        rsl="https://feeds.example.org/terms.rsl",
        mining=MiningTerms(reserved=True, policy="https://feeds.example.org/mining.json"),
    )
    return replace(stated, sources={**stated.sources, source.id: source})


@cache
def everything():
    """A feed in which every fact is told that there can be of a story and of entries."""
    dossiers = [
        dossier(
            "en",
            license="https://creativecommons.org/licenses/by/4.0/",
            rsl_elements=('<content xmlns="https://rslstandard.org/rsl"></content>',),
        ),
        wired(),
        alone(article("en", 7, dating=Dating(read_from="x", precision=Precision.DAY))),
        dossier("en", 8, status=Status.WITHDRAWN, unpublished=TODAY, updated=TODAY),
    ]
    site, key = around(), story_key("en")
    return rendered(compose_feed(key, dossiers, site, editions=LANGUAGES, wider=key))


@cache
def of_source():
    """What a feed says of itself when it is a source's."""
    key = FeedKey(scope=Scope.SOURCE, key="desk", language="en")
    return orjson.loads(rendered(compose_feed(key, [], around()))["json"].body)["_swifeeds"]


@cache
def of_section():
    """What a feed says of itself whose title is borrowed."""
    key = FeedKey(scope=Scope.SECTION, key="world", language="ru")
    site = replace(PUBLICATION, titles=(("en", "World news"),))
    feed = compose_feed(key, [], company(publication=site), editions=LANGUAGES)
    return orjson.loads(rendered(feed)["json"].body)["_swifeeds"]


def elements(suffix):
    """Our elements with their attributes."""
    found = {}
    for element in parse_xml(everything()[suffix].body).iter(f"{{{NAMESPACE}}}*"):
        name = element.tag.partition("}")[2]
        found.setdefault(name, set()).update(element.attrib)
    return found


def members():
    """What stands in `_swifeeds`, of the feed and of its items."""
    feed = orjson.loads(everything()["json"].body)
    items = [item["_swifeeds"] for item in feed["items"]]
    told = {**of_section(), **feed["_swifeeds"], **of_source()}
    return {"feed": told, "item": {k: v for item in items for k, v in item.items()}}


def inner(value):
    """The names inside a member's value."""
    objects = value if isinstance(value, list) else [value]
    return {name for one in objects if isinstance(one, dict) for name in one}


def quoted(cell):
    """The names that stand as code in a cell."""
    return set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]*)`", cell))))


def table(first):
    """The rows of the table of the document that begins with this heading."""
    _, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(f"\n| {first} |")
    rows = rest.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def described(heading):
    """What the page says below a heading: each name, and the names in its explanation."""
    body = render_namespace(sample.pages(), PUBLICATION).body
    lists = html.fromstring(body).xpath(f"//h2[@id='{heading}']/following-sibling::dl[1]")
    rows = [
        ([code.text for code in term.iter("code")], [c.text for c in term.getnext().iter("code")])
        for term in lists[0].iter("dt")
    ]
    return {name: set(explanation) for terms, explanation in rows for name in terms}


def documented_members(place):
    """From the table of the document: each member with the names inside its value."""
    rows, current = {}, ""
    for where, member, value in table("place"):
        current = where or current
        rows.setdefault(current, {}).update({name: quoted(value) for name in quoted(member)})
    return rows[place]


def test_the_sample_tells_all_that_the_code_can_say():
    source = Path(own_elements.__file__).read_text(encoding="utf-8")
    written = set(re.findall(r'_own\("(\w+)"\)', source))
    assert written == elements("rss").keys() == elements("atom").keys()
    source = Path(own_members.__file__).read_text(encoding="utf-8")
    written = set(re.findall(r'^\s+"(\w+)":', source, re.MULTILINE))
    parts = members().values()
    told = {name for part in parts for name in part}
    told |= {name for part in parts for value in part.values() for name in inner(value)}
    assert written <= told


def test_the_document_names_every_element_with_its_attributes_and_no_other():
    rows = {name: (attributes, text) for name, attributes, text in table("element")}
    named = {name.strip("`").removeprefix("swi:") for name in rows}
    inside = {one for _, text in rows.values() for one in re.findall(r"`swi:(\w+)`", text)}
    assert named | inside == elements("rss").keys()
    for name, (attributes, _) in rows.items():
        found = elements("rss")[name.strip("`").removeprefix("swi:")]
        assert found <= quoted(attributes), name


@pytest.mark.parametrize("place", ["feed", "item"])
def test_the_document_names_every_member_with_what_is_in_it_and_no_other(place):
    documented = documented_members(place)
    assert documented.keys() == members()[place].keys()
    for name, value in members()[place].items():
        assert inner(value) <= documented[name], name


def test_the_page_explains_every_element_and_no_other():
    found = described("elements")
    inside = {"agency"} & found["credit"]
    assert found.keys() | inside == elements("rss").keys()
    own_words = {"code"}
    for name in found:
        assert elements("rss")[name] - own_words <= found[name], name


def test_the_page_explains_every_member_and_no_other():
    for place in ("feed", "item"):
        found = described(f"{place}-members")
        assert found.keys() == members()[place].keys()
        for name, value in members()[place].items():
            assert inner(value) <= found[name] | described("feed-members").get(name, set()), name
