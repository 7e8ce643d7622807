"""What is shown to people has a switch for each part; codes for machines have none."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest
from tests.http import sample
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import PUBLICATION, company, dossier, story_key
from tests.unit.emit.reading import rendered

from swifeeds.emit import compose_entry, compose_feed, render_article, render_list
from swifeeds.emit.addresses import NAMESPACE
from swifeeds.markup import parse_xml

SENTENCES = {
    "dates_line": "Published on",
    "reading_time": "-minute read",
    "credit_line": "With AFP and Reuters",
    "import_note": "imported automatically",
    "trust_line": "In line with the standards",
    "contributions_line": "Contributions to this article are closed",
}
ON_PAGES = [one for one in SENTENCES if one != "dates_line"]
CODES = {"credit", "provenance", "trust", "contributions"}


def within(**switches):
    return company(publication=replace(PUBLICATION, **switches))


def page(around) -> str:
    entry = compose_entry(dossier("en", url=None), around)
    made = render_article(
        sample.pages(), entry, publication=around.publication, locale=locale_of("en")
    )
    return made.body.decode().partition("<main")[2]


@pytest.mark.parametrize("switch", SENTENCES)
def test_each_part_of_the_line_goes_by_its_own_switch(switch):
    content = compose_entry(dossier("en"), within(**{switch: False})).content
    for name, sentence in SENTENCES.items():
        assert (sentence in content) is (name != switch)
    assert " ·  · " not in content
    assert "<small> · " not in content


def test_no_part_leaves_no_line():
    none = within(**dict.fromkeys((*SENTENCES, "reading_time"), False))
    assert "<small>" not in compose_entry(dossier("en"), none).content
    assert "<small>" not in compose_entry(dossier("en"), within(metadata_line=False)).content


@pytest.mark.parametrize("switch", ON_PAGES)
def test_pages_go_by_the_same_switches(switch):
    bare = {"metadata_line": False}
    assert SENTENCES[switch] in page(within(**bare))
    assert SENTENCES[switch] not in page(within(**bare, **{switch: False}))


def test_lists_leave_out_what_is_switched_off():
    around = within(credit_line=False, import_note=False)
    feed = compose_feed(story_key("en"), [dossier("en")], around)
    (sheet,) = render_list(
        sample.pages(), feed, publication=around.publication, locale=locale_of("en"), memberships={}
    )
    assert b"Reuters" not in sheet.body
    assert b"Imported from the archive" not in sheet.body


def test_codes_are_there_whatever_is_shown():
    around = within(**dict.fromkeys(SENTENCES, False))
    found = rendered(compose_feed(story_key("en"), [dossier("en")], around))
    for suffix, place in (("rss", "channel/item"), ("atom", "{*}entry")):
        item = parse_xml(found[suffix].body).find(place)
        assert {one.tag.removeprefix(f"{{{NAMESPACE}}}") for one in item} >= CODES
    (item,) = orjson.loads(found["json"].body)["items"]
    assert item["_swifeeds"].keys() >= CODES
    assert item["_swifeeds"]["provenance"]["code"] == "legacy-import"
