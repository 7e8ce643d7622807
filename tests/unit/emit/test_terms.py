"""Terms for machines beyond the entry: on the feed of a source, on pages, in HTTP."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import feedparser
import orjson
import pytest
from lxml import etree, html
from tests.http import sample
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import (
    BASE,
    OWN,
    PUBLICATION,
    TODAY,
    alone,
    article,
    company,
    dossier,
    wired,
)
from tests.unit.emit.reading import A, rendered

from swifeeds.check import Severity, check
from swifeeds.emit import compose_entry, compose_feed, render_article
from swifeeds.emit.addresses import NAMESPACE
from swifeeds.markup import parse_xml
from swifeeds.model import FeedKey, MiningTerms, Scope

TERMS = "https://press.example.org/rsl.xml"
FIELD = f'<{TERMS}>; rel="license"; type="application/rsl+xml"'
FREE = "https://creativecommons.org/licenses/by/4.0/"
STATING = replace(company(), sources=MappingProxyType({OWN.id: replace(OWN, rsl=TERMS)}))


def page(one, around=None):
    entry = compose_entry(one, around or company())
    return render_article(
        sample.pages(), entry, publication=PUBLICATION, locale=locale_of(entry.language)
    )


def test_terms_of_a_source_hold_for_its_whole_feed_and_no_other():
    def found(key):
        return rendered(compose_feed(key, [alone(article("en", 1))], STATING))

    of_source = found(FeedKey(scope=Scope.SOURCE, key=OWN.id, language="en"))
    of_all = found(FeedKey(scope=Scope.ALL, language="en"))
    assert all(FIELD in one.links for one in of_source.values())
    assert not any(FIELD in one.links for one in of_all.values())
    link = f"{A}link[@rel='license']"
    for documents, expected in ((of_source, [TERMS]), (of_all, [])):
        channel = parse_xml(documents["rss"].body).find("channel")
        for parent in (channel, parse_xml(documents["atom"].body)):
            assert [one.get("href") for one in parent.findall(link)] == expected
    assert orjson.loads(of_source["json"].body)["_swifeeds"]["rsl"] == TERMS
    assert "rsl" not in orjson.loads(of_all["json"].body)["_swifeeds"]


def test_terms_that_the_publisher_states_go_before_those_of_the_operator():
    own = "https://elsewhere.example/rsl"
    assert compose_entry(alone(article("en", 1, rsl=own)), STATING).rsl == own


def test_a_reader_that_keeps_one_licence_keeps_the_one_for_people():
    one = alone(article("en", 1, license=FREE))
    found = rendered(compose_feed(FeedKey(scope=Scope.ALL, language="en"), [one], STATING))
    for suffix in ("rss", "atom"):
        assert feedparser.parse(found[suffix].body).entries[0].license == FREE


def test_a_page_of_ours_leads_machines_to_the_terms():
    rendered_page = page(alone(article("en", 1, url=None)), STATING)
    (link,) = html.fromstring(rendered_page.body).xpath("//head/link[@rel='license']")
    assert (link.get("type"), link.get("href")) == ("application/rsl+xml", TERMS)
    assert rendered_page.links[-1] == FIELD
    assert not any("license" in one for one in page(alone(article("en", 1, url=None))).links)


@pytest.mark.parametrize(
    "hostile",
    [
        "https://press.example.org/>; rel=stylesheet, <https://evil.example/",
        f"https://evil.example/{'a' * 4000}",
    ],
)
def test_an_address_that_would_end_or_swell_a_header_field_stays_out_of_it(hostile):
    links = page(alone(article("en", 1, url=None, rsl=hostile))).links
    assert all(one.startswith(f"<{BASE}/") for one in links)
    assert not any("evil" in one for one in links)


def test_every_page_of_an_article_leads_to_its_stories_and_then_to_everything():
    lonely = html.fromstring(page(alone(article("de", 1, url=None))).body)
    told = html.fromstring(page(dossier("de", 1, url=None)).body)

    def feeds(tree):
        links = tree.xpath("//head/link[@rel='alternate' and @type and not(@hreflang)]")
        return [link.get("href").removeprefix(BASE).rpartition(".")[0] for link in links]

    assert feeds(lonely) == ["/de/feed"] * 3
    assert feeds(told) == ["/de/stories/talks/feed"] * 3 + ["/de/feed"] * 3
    titles = {link.get("title") for link in lonely.xpath("//head/link[@title]")}
    assert titles == {"Weltnachrichten (Deutsch)"}


def test_the_managing_editor_is_named_only_where_the_operator_names_one():
    key = FeedKey(scope=Scope.ALL, language="en")
    named = company(
        publication=replace(PUBLICATION, managing_editor="desk@press.example.org (Ada)")
    )
    found = rendered(compose_feed(key, [alone(article("en", 1))], named))
    channel = parse_xml(found["rss"].body).find("channel")
    assert channel.findtext("managingEditor") == "desk@press.example.org (Ada)"
    assert b"desk@press" not in found["atom"].body + found["json"].body
    silent = rendered(compose_feed(key, [alone(article("en", 1))], company()))
    assert b"managingEditor" not in silent["rss"].body


def rights_of(*dossiers):
    """What a feed says for all of it, and what each entry says, in the three formats."""
    found = rendered(compose_feed(FeedKey(scope=Scope.ALL, language="en"), dossiers, company()))
    channel, feed = parse_xml(found["rss"].body).find("channel"), parse_xml(found["atom"].body)
    data = orjson.loads(found["json"].body)
    of_all = {
        channel.findtext("copyright"), feed.findtext(f"{A}rights"), data["_swifeeds"].get("rights")
    }  # fmt: skip
    of_each = {
        tuple(item.findtext("{*}rights") for item in channel.findall("item")),
        tuple(entry.findtext(f"{A}rights") for entry in feed.findall(f"{A}entry")),
        tuple(item["_swifeeds"].get("rights") for item in data["items"]),
    }
    assert len(of_all) == len(of_each) == 1
    return of_all.pop(), of_each.pop()


def test_what_is_ours_is_under_our_copyright():
    assert rights_of(alone(article("en", 1))) == ("© Example Press", ("© Example Press",))


def test_an_article_of_others_has_its_own_rights_or_none():
    ours = alone(article("en", 1))
    assert rights_of(wired(rights="© The Wire"), ours) == (
        "© Example Press", ("© The Wire", "© Example Press"),
    )  # fmt: skip
    assert rights_of(wired(), ours) == (None, (None, "© Example Press"))


def test_the_licence_that_the_operator_states_holds_for_the_feed_of_its_source():
    licensed = replace(OWN, licence=FREE, rsl=TERMS)
    around = replace(company(), sources=MappingProxyType({OWN.id: licensed}))
    key = FeedKey(scope=Scope.SOURCE, key=OWN.id, language="en")
    found = rendered(compose_feed(key, [alone(article("en", 1))], around))
    fields = (f'<{FREE}>; rel="license"', FIELD)
    assert {one.links[-2:] for one in found.values()} == {fields}
    channel = parse_xml(found["rss"].body).find("channel")
    assert channel.findtext("{http://backend.userland.com/creativeCommonsRssModule}license") == FREE
    for parent in (channel, parse_xml(found["atom"].body)):
        links = parent.findall(f"{A}link[@rel='license']")
        assert [one.get("href") for one in links] == [FREE, TERMS]
    assert orjson.loads(found["json"].body)["_swifeeds"]["license"] == FREE
    for suffix in ("rss", "atom"):
        assert check(found[suffix].body, now=TODAY, address=None).count(Severity.ERROR) == 0
    of_all = rendered(compose_feed(FeedKey(scope=Scope.ALL), [alone(article("en", 1))], around))
    assert not any("license" in link for one in of_all.values() for link in one.links)


def test_a_page_of_ours_leads_people_to_the_licence():
    made = page(alone(article("en", 1, url=None, license=FREE)), STATING)
    links = html.fromstring(made.body).xpath("//head/link[@rel='license']")
    assert [(one.get("href"), one.get("type")) for one in links] == [
        (FREE, None), (TERMS, "application/rsl+xml"),
    ]  # fmt: skip
    assert made.links[-2:] == (f'<{FREE}>; rel="license"', FIELD)


def test_a_licence_that_is_merely_named_is_no_link():
    made = page(alone(article("en", 1, url=None, license="CC BY 4.0")))
    assert b'rel="license"' not in made.body
    named = replace(company(), sources=MappingProxyType({OWN.id: replace(OWN, licence="CC BY")}))
    key = FeedKey(scope=Scope.SOURCE, key=OWN.id, language="en")
    assert compose_feed(key, [alone(article("en", 1))], named).license is None
    licensed = replace(company(), sources=MappingProxyType({OWN.id: replace(OWN, licence=FREE)}))
    other = alone(article("en", 2, license="CC BY-NC 4.0"))
    assert compose_feed(key, [alone(article("en", 1)), other], licensed).license is None


POLICY = "https://press.example.org/mining.json"
RESERVED, FREED = MiningTerms(reserved=True, policy=POLICY), MiningTerms(reserved=False)


def said(*terms):
    """What a feed of articles under these terms says of itself."""
    one_each = [alone(article("en", n, mining=one)) for n, one in enumerate(terms, start=1)]
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), one_each, company())
    (mining,) = {one.mining for one in rendered(feed).values()}
    return mining


def test_a_feed_is_as_reserved_as_the_strictest_of_its_articles():
    assert said(RESERVED, RESERVED) == RESERVED
    assert said(RESERVED, FREED) == said(RESERVED, None) == MiningTerms(reserved=True)
    assert said(FREED, FREED) == FREED
    assert said(FREED, replace(FREED, policy=POLICY)) == FREED
    assert said(FREED, None) is said(None, None) is said() is None


def test_each_entry_and_page_says_what_its_publisher_says_of_mining():
    one, silent = alone(article("en", 2, mining=RESERVED)), alone(article("en", 1))
    key = FeedKey(scope=Scope.ALL, language="en")
    found = rendered(compose_feed(key, [one, silent], company()))
    for suffix, place in (("rss", "channel/item"), ("atom", f"{A}entry")):
        entries = parse_xml(found[suffix].body).findall(place)
        marks = [[dict(mark.attrib) for mark in entry.findall(f"{{{NAMESPACE}}}tdm")]
                 for entry in entries]  # fmt: skip
        assert marks == [[{"reservation": "1", "policy": POLICY}], []]
    items = [item["_swifeeds"].get("tdm") for item in orjson.loads(found["json"].body)["items"]]
    assert items == [{"reservation": 1, "policy": POLICY}, None]
    made = page(alone(article("en", 1, url=None, mining=RESERVED)))
    assert made.mining == RESERVED
    head = html.fromstring(made.body).xpath("//head/meta[starts-with(@name, 'tdm-')]")
    assert {one.get("name"): one.get("content") for one in head} == {
        "tdm-reservation": "1", "tdm-policy": POLICY,
    }  # fmt: skip


def test_the_operators_word_on_a_source_holds_where_its_publisher_says_nothing():
    source = replace(OWN, mining=MiningTerms(reserved=True))
    around = replace(company(), sources=MappingProxyType({OWN.id: source}))
    assert compose_entry(alone(article("en", 1)), around).mining == source.mining
    assert compose_entry(alone(article("en", 1, mining=FREED)), around).mining == FREED
    assert compose_entry(wired(), around).mining is None


def test_the_copyright_line_is_worded_for_the_reader():
    worded = (("en", "All rights reserved"), ("de", "Alle Rechte vorbehalten"))
    around = company(publication=replace(PUBLICATION, rights=worded))
    for language, line in (*worded, ("fr", "All rights reserved")):
        key = FeedKey(scope=Scope.ALL, language=language)
        feed = compose_feed(key, [alone(article(language, 1))], around)
        assert (feed.rights, feed.entries[0].rights) == (line, line)
        made = render_article(
            sample.pages(), feed.entries[0], publication=around.publication,
            locale=locale_of(language),
        )  # fmt: skip
        assert f"<bdi>{line}</bdi>".encode() in made.body


def test_data_for_search_engines_say_what_the_page_says_of_trust_and_terms():
    def data(one, around):
        (script,) = html.fromstring(page(one, around).body).xpath(
            "//script[@type='application/ld+json']/text()"
        )
        return orjson.loads(str(script))

    stated = data(dossier("en", url=None, license=FREE, rights="© Ada"), company())
    assert (stated["license"], stated["copyrightNotice"]) == (FREE, "© Ada")
    assert stated["creditText"] == "With AFP and Reuters"
    assert stated["publisher"]["hasCertification"] == [
        {"@type": "Certification", "name": "JTI", "url": "https://jti.example.org/certificates/7"}
    ]
    over = data(dossier("en", url=None), company(datetime(2027, 11, 1, tzinfo=UTC)))
    assert "hasCertification" not in over["publisher"]
    assert "license" not in over


RSL = "https://rslstandard.org/rsl"
WRITTEN = (
    f'<rsl:content xmlns:rsl="{RSL}" url="https://news.example.org/1"><rsl:license>'
    '<rsl:prohibits type="usage">ai-train &amp; all</rsl:prohibits></rsl:license></rsl:content>'
)


@pytest.mark.parametrize("wanted", [True, False])
def test_terms_that_a_publisher_writes_are_repeated_only_where_the_operator_wants_it(wanted):
    around = company(publication=replace(PUBLICATION, rsl_elements=wanted))
    stating, silent = wired(rsl_elements=(WRITTEN,)), alone(article("en", 1))
    key = FeedKey(scope=Scope.ALL, language="en")
    found = rendered(compose_feed(key, [stating, silent], around))
    expected = [WRITTEN] if wanted else []
    for suffix, place in (("rss", "channel/item"), ("atom", f"{A}entry")):
        repeated = [
            etree.tostring(one, method="c14n", exclusive=True).decode()
            for entry in parse_xml(found[suffix].body).findall(place)
            for one in entry.findall(f"{{{RSL}}}*")
        ]
        assert repeated == expected
        assert check(found[suffix].body, now=TODAY).count(Severity.ERROR) == 0
        assert not feedparser.parse(found[suffix].body).bozo
    first, second = orjson.loads(found["json"].body)["items"]
    assert first["_swifeeds"].get("rsl_elements", []) == expected
    assert "rsl_elements" not in second["_swifeeds"]
