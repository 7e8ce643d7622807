"""Items of feeds that declare an embargo, and items about embargoes."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from tests.unit.extract.embargo_lines import ABOUT, DECLARED, lines_of, written
from tests.unit.extract.feed_documents import FULL, atom, make_document, make_source, rss

from swifeeds.extract import extract
from swifeeds.extract.feed import read_feed
from swifeeds.model import SourceKind

END = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
LINE = "Embargoed until 5 March 2026, 10:30"
TEXT = "<p>The crews had stopped work on Monday, leaving thousands of commuters on the quays.</p>"


def read(body: str, **changes):
    (draft,) = read_feed(make_document(body), make_source(publish=FULL.publish, **changes)).drafts
    return draft


def item(html: str, *others: str) -> str:
    named = '<title>Boats run again</title><guid isPermaLink="false">1</guid>'
    return rss(f"{named}<content:encoded><![CDATA[{html}]]></content:encoded>{''.join(others)}")


def entry(html: str) -> str:
    content = f'<content type="html"><![CDATA[{html}]]></content>'
    return atom(f"<id>tag:x,2026:1</id><title>Boats</title>{content}")


def json_item(html: str) -> str:
    items = [{"id": "1", "title": "Boats run again", "content_html": html}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def fate(draft) -> tuple[datetime | None, str | None]:
    return draft.embargoed_until, draft.held


@pytest.mark.parametrize("form", [item, entry, json_item])
@pytest.mark.parametrize(("language", "line"), lines_of(DECLARED))
def test_the_line_that_its_text_opens_with_holds_it_and_is_no_part_of_it(form, language, line):
    said = written(line, language, END)
    draft = read(form(f"<p>{said}</p>{TEXT * 5}"), language=language)
    assert fate(draft) == (END, None)
    assert dict(draft.provenances)["embargoed_until"] == "line"
    assert draft.content == TEXT * 5
    assert said not in (draft.summary or "")


@pytest.mark.parametrize(("language", "line"), lines_of(ABOUT))
def test_an_item_about_embargoes_is_not_held(language, line):
    said = written(line, language, END)
    for html in (f"<p>{said}</p>{TEXT}", f"{said}<br>{TEXT}", said):
        draft = read(item(html), language=language)
        assert fate(draft) == (None, None)
        assert said.split()[-1] in draft.content


@pytest.mark.parametrize(
    ("html", "content"),
    [
        (f"{LINE}<br>{TEXT * 5}", TEXT * 5),
        (f"<p><strong>{LINE}</strong></p>{TEXT * 5}", TEXT * 5),
        (f"<p><strong>{LINE}</strong><br>Harbour</p>{TEXT * 5}", f"<p>Harbour</p>{TEXT * 5}"),
        (f"<div><p>{LINE}</p></div>{TEXT * 5}", TEXT * 5),
        (f"<div><p>{LINE}</p>{TEXT * 5}</div>", f"<div>{TEXT * 5}</div>"),
    ],
)
def test_the_line_leaves_the_text_and_nothing_else_does(html, content):
    draft = read(item(html))
    assert (*fate(draft), draft.content) == (END, None, content)


@pytest.mark.parametrize(
    "html",
    [
        f"{LINE}, said the mayor.{TEXT}",
        f"{TEXT}<p>{LINE}</p>",
        f"<p>“{LINE}”: so it said on the first page of a report that nobody read in time.</p>",
    ],
)
def test_a_line_that_goes_on_or_stands_further_down_says_nothing(html):
    assert fate(read(item(html))) == (None, None)


@pytest.mark.parametrize("text", [LINE, f"{LINE}\n\nThe crews had stopped work on Monday."])
def test_so_does_the_first_line_of_a_plain_description(text):
    body = rss(f"<title>Boats run again</title><guid>1</guid><description>{text}</description>")
    draft = read(body)
    assert fate(draft) == (END, None)
    assert LINE not in (draft.summary or "")


@pytest.mark.parametrize(
    ("term", "until"),
    [
        ("2026-03-05T10:30:00+01:00", END),
        ("2026-03-05", datetime(2026, 3, 4, 23, tzinfo=UTC)),
    ],
)
def test_prism_says_from_when_it_may_be_shown(term, until):
    space = "http://prismstandard.org/namespaces/basic/2.0/"
    said = f'<prism:embargoDate xmlns:prism="{space}">{term}</prism:embargoDate>'
    assert read(item(TEXT, said)).embargoed_until == until


@pytest.mark.parametrize(
    ("html", "held"),
    [
        (
            f"<p>Embargoed until 99 March 2026</p>{TEXT}",
            "the end of its embargo cannot be read in “Embargoed until 99 March 2026”",
        ),
        (
            f"<p>Embargoed until 5 March 2126, 10:30</p>{TEXT}",
            "its embargo is said to end only on 2126-03-05",
        ),
    ],
)
def test_an_end_that_cannot_be_read_or_lies_years_ahead_holds_it_for_a_person(html, held):
    assert fate(read(item(html))) == (None, held)


def test_a_time_without_a_zone_is_on_the_sources_clock():
    draft = read(item(f"<p>{LINE}</p>{TEXT}"), time_zone="Asia/Tokyo")
    assert draft.embargoed_until == datetime(2026, 3, 5, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2026-03-05T10:30:00+01:00", (END, None)),
        ("2026-03-05", (datetime(2026, 3, 5, 23, tzinfo=UTC), None)),
        ("next week", (None, "the end of its embargo cannot be read: “next week”")),
    ],
)
def test_our_own_format_says_until_when(said, expected):
    article = json.dumps({"title": "Boats", "guid": "1", "embargoed_until": said})
    folder = make_source(SourceKind.DIRECTORY, url="/srv/drop")
    place = {"url": "/srv/drop/a.json", "final_url": "/srv/drop/a.json"}
    (draft,) = extract(make_document(article, **place), folder).drafts
    assert fate(draft) == expected
