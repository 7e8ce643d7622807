"""Feeds that were made to hurt: refused with a sentence, or read within the limits of a child."""

from __future__ import annotations

import pytest
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.extract.entry_digests import MOST_ENTRIES
from swifeeds.isolate import IsolateSettings, Isolation
from swifeeds.model import Remembered

HEAD, TAIL = "<rss version='2.0'><channel><title>T</title>", "</channel></rss>"
NOTHING = Remembered(digests=frozenset(), circumstances="")


def in_item(text):
    return f"{HEAD}<item><guid>1</guid><title>t</title>{text}</item>{TAIL}"


def attributes(number, sign="='1'"):
    return " ".join(f"a{n}{sign}" for n in range(number))


REFUSED = {
    "entities": ("<!DOCTYPE r [<!ENTITY a 'b'>]>" + HEAD + "&a;" * 10_000 + TAIL, "entities"),
    "attributes": (HEAD + f"<item {attributes(200_000)}/>" + TAIL, "attributes"),
    "attributes of no value": (HEAD + f"<item {attributes(200_000, '')}/>" + TAIL, "attributes"),
    "attributes behind a quote": (HEAD + f"<item ' {attributes(200_000)}/>" + TAIL, "attributes"),
    "no feed but depth": ("<a>" * 200_000, "another kind"),
    "more depth": (HEAD + "<b>" * 200_000 + "</b>" * 200_000 + TAIL, "tags"),
    "openings of comments": (HEAD + "<!--" * 1_000_000 + TAIL, "tags"),
    "openings of CDATA": (HEAD + "<![CDATA[" * 500_000 + TAIL, "tags"),
    "declarations": (HEAD + "<?xml " * 500_000 + TAIL, "tags"),
    "a million items": (HEAD + "<item/>" * 1_000_000 + TAIL, "characters"),
}
READ = {
    "depth": HEAD + "<b>" * 100_000 + "</b>" * 100_000 + TAIL,
    "items in items": "<item>" * 200_000,
    "openings of comments": HEAD + "<!--" * 200_000 + TAIL,
    "openings of CDATA": HEAD + "<![CDATA[" * 200_000 + TAIL,
    "declarations": HEAD + "<?xml " * 200_000 + TAIL,
    "ampersands": in_item(f"<description>{'&' * 500_000}</description>"),
    "deep HTML": in_item(f"<description>{'&lt;div&gt;' * 100_000}</description>"),
    "attributes in HTML": in_item(f"<description>&lt;p {attributes(200_000)}&gt;x</description>"),
    "links": in_item("<link href='https://a.example.org/' hreflang='de'/>" * 20_000),
    "categories": in_item("<category>c</category>" * 50_000),
    "a long date": in_item(f"<pubDate>{'1 ' * 500_000}</pubDate>"),
}


@pytest.fixture(scope="module")
def limits():
    """Those of a service that nobody tuned."""
    return IsolateSettings(workers=1)


async def read(text, limits):
    """In a child, as every poll does: what takes longer or more memory is `Killed`."""
    async with Isolation(limits, preload=["swifeeds.extract.feed"]) as isolation:
        document = make_document(text.encode())
        return await isolation.run(extract, document, FULL, NOTHING, subject="bomb")


@pytest.mark.parametrize("name", REFUSED)
async def test_a_bomb_is_refused_with_a_sentence(name, limits):
    text, reason = REFUSED[name]
    with pytest.raises(ExtractError, match=reason):
        await read(text, limits)


@pytest.mark.parametrize("name", READ)
async def test_what_is_no_more_than_absurd_is_read(name, limits):
    extraction = await read(READ[name], limits)
    assert len(extraction.drafts) <= 1


async def test_of_far_too_many_items_the_first_are_read_and_the_rest_is_told(limits):
    items = "".join(f"<item><guid>{n}</guid><title>t</title></item>" for n in range(30_000))
    extraction = await read(HEAD + items + TAIL, limits)
    assert len(extraction.drafts) == MOST_ENTRIES
    assert "import the rest as an archive" in extraction.rejects[0].reason
