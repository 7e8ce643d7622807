"""The reading time: of the whole text or not at all, a number for machines beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import orjson
import pytest
from tests.http import sample
from tests.unit.emit.newsroom import LANGUAGES, article, company, dossier, story_key
from tests.unit.emit.reading import items, rendered

from swifeeds.emit import compose_entry, compose_feed, reading, render_article
from swifeeds.emit.addresses import NAMESPACE
from swifeeds.emit.reading import minutes_to_read
from swifeeds.model import Credit

TEXT = "<p>" + "Delegations return to the table. " * 456 + "</p>"
"""Ten minutes of English."""


def entry(language="en", **changes):
    return compose_entry(dossier(language, 1, **{"content": TEXT, **changes}), company())


def test_the_minutes_are_those_of_the_text_without_its_markup():
    marked = TEXT.replace("Delegations", '<a href="https://x.example/a b">Delegations</a>')
    pictured = marked.replace("<p>", '<p><img src="https://x.example/a.png" alt="">')
    assert entry(content=pictured).reading_minutes == entry().reading_minutes == 10


@pytest.mark.parametrize(
    "content",
    [None, "<p>Delegations return.</p>", "<p>A long beginning of a text [&hellip;]</p>",
     "<p>A long beginning of a text…</p>", "<p><img src=x></p>"],
)  # fmt: skip
def test_a_summary_or_a_beginning_has_no_reading_time(content):
    known = replace(article("en"), summary="Delegations return.", content=content)
    assert minutes_to_read(known) is None


def test_minutes_are_those_of_the_text_as_it_is_now_however_many_were_read_before():
    known = article("en")
    texts = [f"<p>{'word ' * 228 * minutes}{minutes}</p>" for minutes in (1, 2, 3)]
    for _ in range(2):
        assert [minutes_to_read(replace(known, content=text)) for text in texts] == [1, 2, 3]
        for number in range(10_000):
            minutes_to_read(replace(known, content=f"<p>{number}</p>"))
    assert len(reading._minutes_of) < 10_000


def test_the_minutes_do_not_depend_on_the_reader_s_language():
    ja = company().locales["ja"]
    read = compose_entry(dossier("en", 1, content=TEXT), company(), reading=ja)
    assert (read.reading_minutes, read.reading_text) == (10, "読了時間：約10分")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_formats_carry_the_number(language):
    feed = compose_feed(story_key(language), [dossier(language, 1, content=TEXT)], company())
    told = items(feed)[0].find(f"{{{NAMESPACE}}}reading")
    minutes = orjson.loads(rendered(feed)["json"].body)["items"][0]["_swifeeds"]["reading_minutes"]
    assert told.get("minutes") == str(minutes)
    assert str(minutes) in told.text


def test_the_article_s_page_says_it_to_people_and_to_machines():
    made = entry()
    site = company()
    page = render_article(
        sample.pages(), made, publication=site.publication, locale=site.locales["en"]
    ).body.decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page).group(1)
    assert json.loads(data)["timeRequired"] == "PT10M"
    assert "10-minute read" in page


def test_without_the_switch_only_what_machines_read_stays():
    quiet = replace(company().publication, reading_time=False)
    made = compose_entry(dossier("en", 1, content=TEXT), company(publication=quiet))
    assert made.reading_minutes == 10
    assert "minute" not in made.content
    page = render_article(
        sample.pages(), made, publication=quiet, locale=company().locales["en"]
    ).body.decode()
    assert "-minute read" not in page
    assert "PT10M" in page


@pytest.mark.parametrize(
    ("language", "credit", "text"),
    [
        ("de", Credit(code="with-agencies", agencies=("路透社",)), "Mit Material von Reuters"),
        ("de", Credit(code="agencies", agencies=("AFP", "Reuters")), "AFP und Reuters"),
        ("de", Credit(code="agencies", agencies=("DPA", "Reuters")), "dpa und Reuters"),
        ("de", Credit(code="with-agencies"), "Mit Agenturmaterial"),
        ("es", Credit(code="agencies"), "Agencias"),
        ("ja", Credit(code="with-agencies", agencies=("nowhere wire",)),
         "nowhere wireの配信を含む"),
        ("fr", Credit(code="with-agencies", agencies=("SDA", "ats")), "Avec ATS"),
        ("ru", Credit(code="with-agencies", agencies=("Reuters",)),
         "С использованием материалов агентства Рейтер"),
        ("ru", Credit(code="with-agencies", agencies=("AFP", "TASS")),
         "С использованием материалов агентств Франс Пресс и ТАСС"),
        ("ar", Credit(code="with-agencies", agencies=("Reuters", "Nowhere Wire")),
         "مع رويترز و\u2068Nowhere Wire\u2069"),
    ],
)  # fmt: skip
def test_the_credit_names_agencies_as_its_readers_do(language, credit, text):
    assert entry(language, credit=credit).credit_text == text


def test_machine_fields_keep_the_names_that_were_printed():
    printed = Credit(code="with-agencies", agencies=("路透社",))
    feed = compose_feed(story_key("de"), [dossier("de", 1, credit=printed)], company())
    [contributor] = items(feed)[0].findall("{http://purl.org/dc/elements/1.1/}contributor")
    assert contributor.text == "路透社"
    [item] = orjson.loads(rendered(feed)["json"].body)["items"]
    assert item["_swifeeds"]["credit"]["agencies"] == ["路透社"]
