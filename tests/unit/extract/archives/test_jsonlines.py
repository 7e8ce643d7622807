"""JSON Lines of our own model: what was written comes back, what is harmful does not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.making import make_article, make_source, seen
from tests.contract.test_store_codec import values_of

from swifeeds.emit.lines import write_line
from swifeeds.extract.archives.jsonlines import read_lines
from swifeeds.markup import clean_html, strip_control
from swifeeds.model import Article, Record, Sighting, SourceId

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def read(*lines: bytes, source=None, first=0, offset=0):
    return read_lines(
        b"".join(lines), source, name="old.jsonl", first=first, offset=offset, retrieved=NOW
    )


def sound(article: Article) -> Article:
    """The article as a store may hold it: addresses that are some, text that was cleaned."""
    return replace(
        article,
        id="abc",
        language="zh-Hant",
        title=strip_control(article.title).strip() or "A title",
        url="https://news.example/1",
        content=clean_html(article.content or "", "https://news.example/1"),
        updated=max(article.updated, article.published),
        media=(),
        translations=(),
        stories=(),
        trust=(),
        origin=None,
        authors=tuple(replace(one, url=None) for one in article.authors or ()),
        mining=None,
        rsl=None,
        rsl_elements=(),
        links=("https://news.example/2",),
    )


def without_control(value):
    """What a store makes of any text."""
    if isinstance(value, dict):
        return {key: without_control(part) for key, part in value.items()}
    if isinstance(value, list):
        return [without_control(part) for part in value]
    return strip_control(value) if isinstance(value, str) else value


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(values_of(Article), st.lists(values_of(Sighting), max_size=3))
def test_every_article_comes_back_as_it_was_and_is_written_the_same_again(article, sightings):
    article = sound(article)
    copies = tuple(
        replace(one, article_id=article.id, url="https://news.example/3") for one in sightings
    )
    line = write_line(Record(article=article, sightings=copies))
    (record,) = read(line).records
    again = write_line(record)
    (once_more,) = read(again).records
    assert once_more == record
    assert write_line(once_more) == again
    assert json.loads(again) == without_control(json.loads(line))


def test_an_article_keeps_its_id_its_state_and_its_copies():
    article = make_article("one", revision=4, adopted_id="urn:x", status_reason="as it came")
    copies = (seen(article), seen(article, source_id=SourceId("other"), guid=None))
    (record,) = read(write_line(Record(article=article, sightings=copies))).records
    assert record == Record(article=article, sightings=copies)


def test_a_stated_source_takes_the_articles_over():
    line = write_line(Record(article=make_article("one"), sightings=(seen(make_article("one")),)))
    (record,) = read(line, source=make_source("house")).records
    assert record.article.source_id == "house"
    assert {one.source_id for one in record.sightings} == {"house"}


def damaged(**changes: object) -> bytes:
    line = json.loads(write_line(Record(article=make_article("one"))))
    line["article"] |= changes
    return json.dumps(line).encode() + b"\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"swifeeds": "article/2"}\n', "it is 'article/2', this program reads article/1"),
        (b'{"title": broken}\n', "cannot be read"),
        (b"[" * 100_000 + b"\n", "cannot be read"),
        (b"\xff\xfe\n", "cannot be read"),
        (damaged(id="../../etc/passwd"), "none that an address can hold"),
        (damaged(id=".."), "none that an address can hold"),
        (damaged(title="  "), "it has no title"),
        (damaged(url="javascript:alert(1)"), "is no web address"),
        (damaged(media=[{"url": "file:///etc/passwd"}]), "is no web address"),
        (damaged(published="2009-01-01T00:00:00"), "names no zone"),
        (damaged(updated="1999-01-01T00:00:00+00:00"), "updated before it was published"),
        (damaged(language="<b>"), "no tag of BCP 47"),
        (damaged(rsl_elements=["<script/>"]), "not RSL alone"),
        (damaged(mining={"reserved": True, "policy": "x\r\nSet-Cookie: a"}), "header field"),
        (damaged(revision="three"), "no int"),
        (b'{"title": "Without a source"}\n', "name the source"),
    ],
)
def test_a_line_that_cannot_be_used_is_set_aside_with_its_place(line, reason):
    sound_line = write_line(Record(article=make_article("two")))
    found = read(line, b"\n", sound_line, first=10, offset=1000)
    (reject,) = found.rejects
    assert reject.subject == "old.jsonl line 11, byte 1000"
    assert reason in reject.reason
    assert [record.article.id for record in found.records] == ["two"]


def test_scripts_and_pictures_of_private_hosts_do_not_come_along():
    text = '<p>Text<script>alert(1)</script><img src="https://ok.example/a.png"></p>'
    media = [{"url": "http://127.0.0.1/a.png"}, {"url": "https://ok.example/a.png"}]
    found = read(damaged(content=text, media=media))
    (record,) = found.records
    assert record.article.content == '<p>Text<img src="https://ok.example/a.png"></p>'
    assert [one.url for one in record.article.media] == ["https://ok.example/a.png"]
    assert "left out" in found.noted[0].reason


def test_a_line_of_another_system_is_read_as_a_dropped_article():
    line = json.dumps({"title": "Old news", "guid": "7", "published": "2009-05-19T15:45:00Z"})
    found = read(line.encode(), source=make_source("house"))
    (draft,) = found.drafts
    assert (draft.title, draft.guid, draft.source_id) == ("Old news", "7", "house")
    assert draft.published == datetime(2009, 5, 19, 15, 45, tzinfo=UTC)
