from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.emit.newsroom import (
    LANGUAGES,
    OWN,
    PICTURE,
    PUBLICATION,
    START,
    TALKS,
    WIRE,
    alone,
    article,
    company,
    dossier,
    wired,
)

from swifeeds.emit import compose_entry
from swifeeds.markup import clean_html, parse_html, plain_text
from swifeeds.model import Dating, Dossier, Media, Precision, Publish


def around(source=OWN, **switches):
    return replace(
        company(),
        publication=replace(PUBLICATION, **switches),
        sources=MappingProxyType({source.id: source}),
    )


def content(one, within=None):
    return compose_entry(one, within or company()).content


QUIET = {"metadata_line": False, "also_in": False, "story_articles": False}


def test_an_own_article_is_published_whole():
    html = content(dossier("en"), around(**QUIET))
    assert html.startswith('<div lang="en" dir="ltr"><figure><img src="https://press.example.org/')
    assert html.endswith("<p>A &amp; B</p></div>")


def test_full_text_of_others_needs_a_stated_licence():
    wanted = replace(WIRE, publish=Publish.FULL)
    licensed = replace(wanted, licence="CC BY 4.0")
    assert "A &amp; B" not in content(wired(), around(wanted))
    assert "A &amp; B" in content(wired(), around(licensed))


def test_a_licence_alone_publishes_nothing():
    assert "A &amp; B" not in content(wired(), around(replace(WIRE, licence="CC BY 4.0")))


def test_a_summary_source_gives_its_lead_and_no_more():
    html = content(wired(), around(WIRE, **QUIET))
    assert (
        html == '<div lang="en" dir="ltr"><p>Delegations return to the table &amp; talk.</p></div>'
    )


def test_a_link_source_gives_no_text_at_all():
    entry = compose_entry(wired(media=(PICTURE,)), around(replace(WIRE, publish=Publish.LINK)))
    assert entry.summary is None
    assert entry.media == ()
    assert "Delegations" not in entry.content
    quiet = around(replace(WIRE, publish=Publish.LINK), **QUIET)
    assert compose_entry(wired(), quiet).content is None


@pytest.mark.parametrize(
    ("switch", "trace"),
    [
        ("metadata_line", "<small>"),
        ("reading_time", "-minute read"),
        ("also_in", "Also in"),
        ("story_articles", "Articles in this story"),
        ("lead_image", "<figure>"),
    ],
)
def test_each_addition_has_its_own_switch(switch, trace):
    assert trace in content(dossier("en"))
    assert trace not in content(dossier("en"), around(**{switch: False}))


def test_a_lead_picture_that_the_text_has_already_is_not_shown_twice():
    body = f'<p><img src="{PICTURE.url}"></p><p>Text</p>'
    assert content(dossier("en", content=body)).count("<img") == 1


def test_a_lead_that_the_text_has_already_is_not_said_twice():
    lead = 'She said "no" & left; it\'s over.'
    body = '<p>She said "no" &amp; left; it\'s over. More.</p>'
    html = content(dossier("en", summary=lead, content=body), around(**QUIET))
    assert "<strong>" not in html


@pytest.mark.parametrize(
    ("language", "caption"),
    [("de", "Der See (Ada)"), ("zh", "Der See（Ada）"), ("ja", "Der See（Ada）")],
)
def test_a_credit_stands_in_the_brackets_of_the_language(language, caption):
    picture = Media(url="https://x.example/a.png", caption="Der See", credit="Ada")
    html = content(dossier(language, 1, media=(picture,)), around(**QUIET))
    assert f"<figcaption>{caption}</figcaption>" in html


def test_the_lead_stands_before_the_text_that_lacks_it():
    html = content(dossier("en", 1, summary="A lead."), around(**QUIET))
    assert html.index("<strong>A lead.</strong>") < html.index("A &amp; B")


def test_the_metadata_line_tells_everything_in_one_line():
    html = content(dossier("en")).replace("\N{NO-BREAK SPACE}", " ")
    line = re.search(r"<p><small>(.*?)</small></p>", html).group(1)
    published = '<time datetime="2009-05-19T13:45:00Z">May 19, 2009, 3:45 PM</time>'
    updated = '<time datetime="2009-05-20T08:00:00Z">May 20, 2009, 10:00 AM</time>'
    standards = "In line with the standards of the Journalism Trust Initiative (JTI)"
    assert line.split(" · ") == [
        f"Published on {published}; updated on {updated}",
        "1-minute read",
        "With AFP and Reuters",
        "This article was imported automatically from our old content management system",
        f'<a href="https://jti.example.org/certificates/7">{standards}</a>',
        "Contributions to this article are closed",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_dates_are_told_in_every_language(language):
    line = re.search(r"<p><small>(.*?)</small></p>", content(dossier(language))).group(1)
    times = re.findall(r'<time datetime="([^"]+)">([^<]+)</time>', line)
    assert [machine for machine, _ in times] == ["2009-05-19T13:45:00Z", "2009-05-20T08:00:00Z"]
    assert all("2009" in words for _, words in times)
    assert "\ufffc" not in line


def test_a_save_within_the_minute_is_no_update():
    html = content(dossier("en", 1, updated=START + timedelta(days=1, seconds=59)))
    assert "updated on" not in html
    html = content(dossier("en", 1, updated=START + timedelta(days=1, seconds=60)))
    assert "updated on" in html


def test_a_date_known_to_the_day_shows_no_time():
    dating = Dating(read_from="phrase", precision=Precision.DAY)
    html = content(dossier("en", 1, dating=dating, updated=START + timedelta(days=1, hours=3)))
    assert '<time datetime="2009-05-20">May 20, 2009</time>' in html
    assert "updated on" not in html
    html = content(dossier("en", 1, dating=dating, updated=START + timedelta(days=3)))
    assert "updated on" in html


def test_other_languages_are_named_as_their_readers_name_them():
    html = content(dossier("en"))
    assert (
        '<a href="https://press.example.org/ar/0" hreflang="ar" lang="ar" dir="rtl">العربية</a>'
        in html
    )


def test_at_most_five_earlier_articles_are_listed_newest_first():
    one = article("en", 9)
    earlier = {TALKS: tuple(article("en", number) for number in range(8))}
    html = content(Dossier(article=one, earlier=earlier))
    assert re.findall(r"<li><a href=\"[^\"]+/(\d)\"", html) == ["7", "6", "5", "4", "3"]


def test_an_article_of_two_stories_lists_an_earlier_one_once():
    one = article("en", 9)
    earlier = {TALKS: (article("en", 1),), "other": (article("en", 1),)}
    assert content(Dossier(article=one, earlier=earlier)).count("<li>") == 1


def test_nothing_is_said_of_translations_and_stories_that_are_not_there():
    html = content(alone(article("en", 1)))
    assert "Also in" not in html
    assert "<ul>" not in html


HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def test_whatever_comes_from_outside_is_escaped():
    media = Media(url="https://x.example/a.png?a=1&b=2", alt=HOSTILE, caption=HOSTILE)
    one = article("en", 1, title=HOSTILE, summary=HOSTILE, media=(media,))
    html = content(Dossier(article=one, translations=(), earlier={TALKS: (one,)}))
    assert "<script" not in html
    assert html.count("<img") == 1
    assert "onerror=alert(1)&gt;" in html


WRITTEN = st.text(max_size=40).filter(plain_text)
"""Any text that extraction would let through as a title."""


@settings(deadline=None, max_examples=60)
@given(WRITTEN, WRITTEN)
def test_our_additions_are_html_that_needs_no_cleaning(title, caption):
    media = Media(url="https://x.example/a.png", alt=title, caption=caption, credit=title)
    one = article("ar", 1, title=title, summary=caption, media=(media,))
    html = content(Dossier(article=one, earlier={TALKS: (one,)}))
    cleaned = clean_html(html, "https://x.example/")
    assert _tags(cleaned) == _tags(html)


def _tags(html):
    return [element.tag for element in parse_html(html.encode(), charset="utf-8").iter()]
