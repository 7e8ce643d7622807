"""Any two languages in one feed, any headline: valid, and nothing turns what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.http import sample
from tests.tongues import TAGS, tongue
from tests.unit.emit.newsroom import (
    OWN,
    PICTURE,
    PUBLICATION,
    START,
    STORY,
    TALKS,
    TODAY,
    article,
    membership,
)
from tests.unit.emit.reading import A, entries, items, rendered
from tests.unit.hostile_text import hostile, left_open

from swifeeds.check import Severity, check
from swifeeds.emit import Company, compose_entry, compose_feed, render_article, render_list
from swifeeds.emit.html_links import name_html
from swifeeds.emit.links import feed_links
from swifeeds.localise import direction
from swifeeds.localise.bidi import isolate
from swifeeds.markup import composed
from swifeeds.model import Credit, Dossier, FeedKey, Person, Scope, Section, Status

_PAIRS = st.tuples(st.sampled_from(TAGS), st.sampled_from(TAGS))


def company(written: str, read: str, name: str) -> Company:
    """A site, a story, a section and a source of that name, in the language of the article."""
    languages = tuple(dict.fromkeys((read, written)))
    publication = replace(
        PUBLICATION, languages=languages, fallback_languages=(written,),
        titles=((written, name),),
        sections=(Section(id="world", titles=((written, name),)),),
    )  # fmt: skip
    return Company(
        publication=publication,
        locales=MappingProxyType({tag: tongue(tag) for tag in languages}),
        stories=MappingProxyType({TALKS: replace(STORY, titles=((written, name),))}),
        sources=MappingProxyType({OWN.id: replace(OWN, title=name)}),
        at=TODAY,
    )


def dossier(written: str, title: str, name: str, **changes) -> Dossier:
    one = replace(
        article("en", 0), language=written, title=title, translations=(), summary=title,
        authors=(Person(name=name),), credit=Credit(code="with-agencies", agencies=(name, "AFP")),
        keywords=(name,), media=(replace(PICTURE, caption=title, credit=name),), **changes,
    )  # fmt: skip
    before = replace(article("en", 1), language=written, title=title, translations=())
    return Dossier(article=one, memberships=(membership(one),), earlier={TALKS: (before,)})


def keys(read: str) -> list[FeedKey]:
    return [
        FeedKey(scope=Scope.STORY, key=TALKS, language=read),
        FeedKey(scope=Scope.SECTION, key="world", language=read),
        FeedKey(scope=Scope.ALL),
    ]


def shown_titles(feed) -> list[str]:
    """As the three formats have them."""
    (item,), (entry,) = items(feed), entries(feed)
    (member,) = orjson.loads(rendered(feed)["json"].body)["items"]
    return [item.findtext("title"), entry.findtext(f"{A}title"), member["title"]]


@given(_PAIRS, hostile(), hostile())
@settings(max_examples=30, deadline=None)
def test_feeds_are_valid_and_a_headline_stays_what_it_was(pair, title, name):
    written, read = pair
    around = company(written, read, name)
    for key in keys(read):
        feed = compose_feed(key, [dossier(written, title, name)], around, editions=[written])
        for suffix, made in rendered(feed).items():
            found = check(made.body, now=TODAY, address=feed.url(suffix)).findings
            assert [one for one in found if one.severity is Severity.ERROR] == []
        assert {one.strip() for one in shown_titles(feed)} == {composed(title).strip()}


@given(_PAIRS, hostile(), hostile())
@settings(max_examples=120, deadline=None)
def test_no_sentence_of_ours_is_turned_by_what_stands_in_it(pair, title, name):
    written, read = pair
    around = company(written, read, name)
    one = dossier(written, title, name)
    entry = compose_entry(one, around, reading=tongue(read))
    notice = compose_entry(
        replace(one, article=replace(one.article, status=Status.WITHDRAWN, unpublished=START)),
        around, reading=tongue(read),
    )  # fmt: skip
    side = direction(read)
    assert isolate(composed(title), side) in notice.title
    assert isolate(name, side) in entry.credit_text
    feed = compose_feed(keys(read)[1], [one], around, editions=[written])
    edition = feed_links(feed, "rss") if read != written else ()
    editions = [link.title for link in edition if link.rel == "related"]
    for sentence in (entry.credit_text, notice.title, feed.title, feed.subtitle, *editions):
        assert not left_open(sentence), sentence
    assert tongue(read).quoted(name) in feed.subtitle
    assert isolate(name, direction(written)) in feed.title
    assert len(editions) == (read != written)
    for html_text in (entry.content, notice.content):
        for block in html.fragments_fromstring(html_text):
            assert block.get("lang") in {written, read}
            assert block.get("dir") == direction(block.get("lang"))


@given(_PAIRS, hostile(), hostile())
@settings(max_examples=40, deadline=None)
def test_on_pages_foreign_text_says_so_and_nothing_leaks(pair, title, name):
    written, read = pair
    around = company(written, read, name)
    one = dossier(written, title, name, url=None)
    feed = compose_feed(keys(read)[0], [one], around, editions=[written])
    (page, *_) = render_list(
        sample.pages(), feed, publication=around.publication, locale=tongue(read), memberships={}
    )
    entry = compose_entry(one, around)
    own = render_article(
        sample.pages(), entry, publication=around.publication, locale=tongue(written)
    )
    for made in (page, own):
        tree = html.document_fromstring(made.body)
        assert made.language == tree.get("lang")
        assert tree.get("dir") == direction(tree.get("lang"))
        for element in tree.iter("p", "li", "h1", "h2", "h3", "h4", "figcaption", "title"):
            text = _own_text(element)
            is_alone = text.strip() in {composed(title).strip(), name.strip()}
            assert is_alone or not left_open(text), html.tostring(element, encoding="unicode")
        for element in tree.xpath("//body//*[@lang and not(@aria-label)]"):
            assert element.get("dir") == direction(element.get("lang"))


def _own_text(element) -> str:
    """What is laid out in its paragraph; an element with a direction of its own is apart (HTML
    rendering 15.3.6: `dir` and `bdi` isolate)."""
    text = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not (child.get("dir") or child.tag == "bdi"):
            text += _own_text(child)
        text += child.tail or ""
    return text


@pytest.mark.parametrize(("written", "read"), [("en", "ar"), ("ar", "en"), ("ja", "ar")])
def test_a_whole_headline_is_never_wrapped_where_it_stands_alone(written, read):
    titles = {"en": "Geneva (2009)", "ar": "جنيف (2009)", "ja": "ジュネーブ（2009）"}
    around = company(written, read, "SWI")
    feed = compose_feed(keys(read)[0], [dossier(written, titles[written], "SWI")], around)
    assert shown_titles(feed) == [titles[written]] * 3


def test_a_name_that_begins_with_a_foreign_word_runs_as_the_page_does():
    for known in ("ar", None):
        assert name_html("G20 في روما", known, "ar") == '<bdi dir="rtl">G20 في روما</bdi>'
        assert name_html("العربية", known, "ar") == "<bdi>العربية</bdi>"
        assert name_html("Lanterna", known, "ar") == "<bdi>Lanterna</bdi>"
        assert name_html("Lanterna (العربية)", known, "ar").startswith('<bdi dir="rtl">')
    assert name_html("Lanterna", "en", "ar") == '<bdi lang="en" dir="ltr">Lanterna</bdi>'
