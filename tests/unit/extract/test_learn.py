"""Profiles learned from a few pages of made-up sites read further pages of the same site."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmark.profile_sites import SITES, pages
from tests.benchmark.profiles import document, source_of
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.config import as_profile
from swifeeds.errors import NotAnArticle
from swifeeds.extract import extract_article, learn_profile
from swifeeds.extract.cutting import outermost
from swifeeds.extract.learn.agreement import likeness, text_of_draft
from swifeeds.extract.learn.names import Names
from swifeeds.extract.learn.selectors import selectors_of
from swifeeds.extract.selectors import select, selector_fault
from swifeeds.markup import is_quick, parse_html

GOLDEN = Path(__file__).parents[2] / "golden" / "extract" / "profiles"
BY_NAME = {site.name: site for site in SITES}
LEARNED = ("blog", "framework", "microdata", "sections")


@lru_cache
def learned(name: str):
    site = BY_NAME[name]
    source = source_of(site.name, f"https://{site.name}.example/", site.language)
    known = tuple(document(source, body, url) for body, url, _ in pages(site, range(4)))
    return source, learn_profile(known, source)


@pytest.mark.parametrize("name", LEARNED)
def test_the_proposed_profile_is_the_one_that_was_looked_at(name):
    _, profile = learned(name)
    text = as_profile(name, profile.rules, [page.url for page in profile.pages])
    assert text == (GOLDEN / f"{name}.toml").read_text("utf-8")


@pytest.mark.parametrize("name", LEARNED)
def test_further_pages_are_read_by_it_whole_and_without_furniture(name):
    source, profile = learned(name)
    profiled = replace(source, rules=profile.rules)
    for body, url, made in pages(BY_NAME[name], range(50, 53)):
        found = extract_article(document(source, body, url), profiled)
        assert found.remarks == ()
        (draft,) = found.drafts
        assert likeness(made.gold, text_of_draft(draft)) > 0.97
        assert draft.title == made.title
        assert draft.published == made.published


def test_one_page_is_held_out_and_read_by_what_the_others_taught():
    _, profile = learned("blog")
    assert profile.held_out.url == profile.pages[-1].url
    assert profile.held_out.held_out
    assert profile.held_out.agreement("text") > 0.9
    assert not any(page.held_out for page in profile.pages)


def test_what_pages_declare_needs_no_rule():
    _, profile = learned("sections")
    assert (profile.rules.published, profile.rules.authors) == (None, None)


def test_pages_without_an_article_are_named_and_left_out():
    body = "<p>Nothing.</p>"
    known = [
        make_document(
            article(TEXT.replace("crews", f"crews of pier {n}")), url=f"https://a.example/{n}"
        )
        for n in (1, 2)
    ]
    known.append(make_document(article(body, title=""), url="https://a.example/3"))
    profile = learn_profile(tuple(known), make_source())
    assert len(profile.pages) == 2
    assert profile.unread[0].startswith("https://a.example/3: ")


def test_nothing_is_learned_from_pages_that_hold_no_article():
    with pytest.raises(NotAnArticle, match="no page holds an article to learn from"):
        learn_profile((make_document("<html><body><p>Hi</p></body></html>"),), make_source())


MADE = [
    "css-1x2y3z",
    "sc-a1b2c3",
    "Article_body__x3Fk2",
    "post-4711",
    "jsx-1234567",
    "bqrtxz",
    "_x9",
    "eOxqaL",
    "item-3",
]
GIVEN = [
    "entry-content",
    "story__body",
    "articleBody",
    "lauftext",
    "h2-title",
    "main-title",
    "c-byline",
]


def test_names_that_a_machine_made_are_never_used():
    classes = " ".join([*MADE, *GIVEN[:1]])
    page = parse_html(f"<body><div class='{classes}' id='post-12345'><p>x</p></div></body>")
    found = " ".join(selectors_of(next(page.iter("div"))))
    assert not any(name in found for name in [*MADE, "post-12345"])
    assert ".entry-content" in found


@pytest.mark.parametrize("name", GIVEN)
def test_names_that_people_gave_are(name):
    page = parse_html(f"<body><div class='{name}'><p>x</p></div></body>")
    assert f".{name}" in selectors_of(next(page.iter("div")))


def test_what_the_learner_counts_on_is_what_a_selector_selects():
    """The index answers as the readers of selectors do, for every selector it may propose."""
    body, _ = BY_NAME["blog"].page(1)
    root = parse_html(body)
    names = Names(root)
    elements = [one for one in root.iter() if isinstance(one.tag, str) and one.get("class")]
    for element in elements[::40]:
        for selector in selectors_of(element):
            assert selector_fault(selector) is None
            assert is_quick(selector)
            found = outermost(select(root, selector, url=""))
            assert names.pick(selector) == found
            assert element in select(root, selector, url="")


@given(st.lists(st.text(alphabet="ab_-:./[]\"'\\ 1é", max_size=8), max_size=4))
def test_no_name_on_a_page_makes_a_selector_that_cannot_be_read(names):
    page = parse_html("<body><div><p>x</p></div></body>")
    element = next(page.iter("div"))
    element.set("class", " ".join(names))
    element.set("id", "".join(names))
    element.set("itemprop", "".join(names))
    for selector in selectors_of(element):
        assert selector_fault(selector) is None
        assert is_quick(selector)


LAZY = {
    "noscript": "<img src='/blank.gif'><noscript><img src='/{}.jpg'></noscript>",
    "srcset": "<picture><img src='data:image/gif;base64,R0' data-srcset='/{}.jpg 800w'></picture>",
    "attribute": "<img class='lazy' src='/blank.gif' data-lazy-src='/{}.jpg'>",
}


@pytest.mark.parametrize("way", LAZY)
def test_a_picture_that_a_script_would_load_is_learned_with_its_caption(way):
    caption = "<figcaption>Boats. <span class='credit'>Jane Doe</span></figcaption>"
    when = "<p class='when'>Published on 3 April 2025</p>"

    def page(name):
        picture = f"<figure>{LAZY[way].format(name)}{caption}</figure>"
        text = TEXT.replace("boat", f"boat {name}").replace("that", name).replace("had", name)
        body = f"{when}{picture}<div class='story-text'>{text}</div>"
        page = article(body, title=f"Boats run again after {name} days")
        return make_document(page, url=f"https://harbour.example/{name}")

    profile = learn_profile([page("one"), page("two")], make_source())
    (draft,) = extract_article(page("six"), make_source(rules=profile.rules)).drafts
    (media,) = draft.media
    assert profile.rules.image
    assert media.url == "https://harbour.example/six.jpg"
    assert (media.caption, media.credit) == ("Boats.", "Jane Doe")


def test_what_a_framework_left_in_long_scripts_takes_no_room():
    source, _ = learned("blog")
    state = b"<script>state = '%s'</script></body>" % ("\N{ROWBOAT}".encode() * 300_000)
    large = [
        document(source, body.replace(b"</body>", state), url)
        for body, url, _ in pages(BY_NAME["blog"], range(5))
    ]
    profile = learn_profile(large, source)
    assert profile.unread == ()
    assert profile.rules.content


def test_pages_that_have_no_room_beside_the_others_are_told():
    source, _ = learned("blog")
    site = BY_NAME["blog"]
    plain = [
        document(source, body.decode().encode("ascii", "xmlcharrefreplace"), url)
        for body, url, _ in pages(site, range(4))
    ]
    large = [
        replace(one, body=one.body.replace(b"</body>", b"<!--%s--></body>" % (b"x" * size)))
        for one, size in zip(plain, (0, 1_300_000, 1_150_000, 1_150_000), strict=True)
    ]
    profile = learn_profile(large, source)
    assert profile.unread == tuple(
        f"{one.url}: is too large to be learned from beside the others" for one in large[1::2]
    )
    assert [page.url for page in profile.pages] == [one.url for one in large[::2]]
