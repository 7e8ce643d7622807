"""What is left in feeds of an article that was withdrawn."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from lxml import etree
from tests.unit.emit.newsroom import (
    BASE,
    LANGUAGES,
    PUBLICATION,
    START,
    TODAY,
    alone,
    article,
    company,
    dossier,
    story_key,
)

from swifeeds.emit import compose_feed, left_out, render_feed
from swifeeds.emit.addresses import NAMESPACE
from swifeeds.emit.select import select_entries
from swifeeds.model import Listed, Status

WITHDRAWN = {"status": Status.WITHDRAWN, "unpublished": TODAY, "updated": TODAY}


def notice(language="en", number=0, **changes):
    return dossier(language, number, **{**WITHDRAWN, **changes})


def feed_of(*dossiers, language="en"):
    return compose_feed(story_key(language), dossiers, company())


def bodies(feed):
    return {one.path.rpartition(".")[2]: one.body for one in render_feed(feed)}


def test_a_notice_keeps_id_address_date_story_and_section_and_says_nothing_of_the_text():
    (was,), (entry,) = feed_of(dossier("en")).entries, feed_of(notice()).entries
    for name in ("id", "url", "published", "language", "stories"):
        assert getattr(entry, name) == getattr(was, name)
    assert entry.updated == TODAY > was.updated
    assert entry.title == f"Withdrawn: {was.title}"
    assert entry.content == (
        '<div lang="en" dir="ltr"><p>This article was withdrawn by its publisher.</p></div>'
    )
    kinds = [category.scheme.removeprefix(f"{BASE}/ns/") for category in entry.categories]
    assert kinds == ["story", "section"]
    empty = (entry.summary, entry.media, entry.authors, entry.keywords, entry.credit, entry.contact)
    assert empty == (None, (), (), (), None, None)
    assert (entry.translations, entry.trust, entry.rights) == ((), (), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_marked_in_every_format_and_shows_nothing_of_the_text(language):
    feed = feed_of(notice(language), language=language)
    found = bodies(feed)
    for suffix in ("rss", "atom"):
        (mark,) = etree.fromstring(found[suffix]).iter(f"{{{NAMESPACE}}}withdrawn")
        assert mark.text == feed.entries[0].withdrawn_text
    (item,) = json.loads(found["json"])["items"]
    assert item["_swifeeds"]["withdrawn"] is True
    text = article(language).content.encode()
    assert not any(text in body or b"table.jpg" in body for body in found.values())


def test_an_article_that_stands_is_not_marked():
    assert not any(b"withdrawn" in body for body in bodies(feed_of(dossier("en"))).values())


def test_a_notice_is_left_out_while_another_article_is_public_with_its_text():
    gone = notice("en", 1, fingerprint="same")
    copy = alone(article("en", 2, fingerprint="same"))
    other = alone(article("en", 3))

    def shown(*dossiers):
        return [one.article.id for one in select_entries(dossiers, "en", PUBLICATION)]

    assert shown(gone, other) == ["en3", "en1"]
    assert shown(gone, copy, other) == ["en3", "en2"]
    both = notice("en", 2, fingerprint="same")
    assert shown(gone, both) == ["en2", "en1"]


def test_a_notice_goes_on_a_page_like_an_article_unless_its_text_is_public():
    def listed(number, text, *, withdrawn=False):
        moment = START + timedelta(days=number)
        return Listed(
            article_id=f"en{number}", language="en", published=moment, first_seen=moment,
            fingerprint=text, withdrawn=withdrawn,
        )  # fmt: skip

    waiting = [
        listed(1, "one", withdrawn=True),
        listed(2, "two", withdrawn=True),
        listed(3, "two"),
        listed(4, "four", withdrawn=True),
        listed(5, "five", withdrawn=True),
    ]
    found = left_out(waiting, [notice("en", 4)], ["five"], language="en", publication=PUBLICATION)
    assert sorted(one.article_id for one in found) == ["en1", "en3"]
