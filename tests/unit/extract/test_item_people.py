"""Authors of feed items apart from each other and from the credit."""

from __future__ import annotations

import json
from html import escape

import pytest
from tests.unit.extract.feed_documents import atom, make_document, make_source, rss

from swifeeds.extract.feed import read_feed


def read(body: str, **changes):
    (draft,) = read_feed(make_document(body), make_source(**changes)).drafts
    return draft


def of_rss(line: str) -> str:
    said = f"<title>Boats</title><guid>1</guid><dc:creator>{escape(line)}</dc:creator>"
    return rss(said)


def of_atom(line: str) -> str:
    author = f"<author><name>{escape(line)}</name></author>"
    return atom(f"<id>tag:x,2026:1</id><title>Boats</title>{author}")


def of_atom_feed(line: str) -> str:
    author = f"<author><name>{escape(line)}</name></author>"
    return atom("<id>tag:x,2026:1</id><title>Boats</title>", feed=author)


def of_json(line: str) -> str:
    items = [{"id": "1", "title": "Boats", "authors": [{"name": line}]}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def people(draft) -> list[str] | None:
    return draft.authors and [person.name for person in draft.authors]


@pytest.mark.parametrize("form", [of_rss, of_atom, of_atom_feed, of_json])
@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("Ada Meier, Reuters", ["Ada Meier"], ("Reuters",)),
        ("By Jane Doe", ["Jane Doe"], None),
        ("by Jane Doe and John Roe", ["Jane Doe", "John Roe"], None),
        ("Von Jane Doe und dpa", ["Jane Doe"], ("dpa",)),
        ("Par Jeanne Morel avec AFP", ["Jeanne Morel"], ("AFP",)),
        ("Di Anna Rossi, ANSA", ["Anna Rossi"], ("ANSA",)),
        ("Por Ana Ruiz y EFE", ["Ana Ruiz"], ("EFE",)),
        ("Por Ana Souza, Lusa", ["Ana Souza"], ("Lusa",)),
        ("Анна Петрова, ТАСС", ["Анна Петрова"], ("ТАСС",)),
        ("文・山田花子、共同通信", ["山田花子"], ("共同通信",)),
        ("记者：王小明，新华社", ["王小明"], ("新华社",)),
        ("بقلم: ليلى حسن، رويترز", ["ليلى حسن"], ("رويترز",)),
        ("Doe, Jane", ["Doe, Jane"], None),
    ],
)
def test_a_line_of_several_is_read_as_the_byline_of_a_page(form, line, names, agencies):
    draft = read(form(line))
    assert people(draft) == names
    assert (draft.credit and draft.credit.agencies) == agencies
    assert draft.credit is None or draft.credit.code == "with-agencies"


@pytest.mark.parametrize("form", [of_rss, of_atom, of_json])
def test_an_agency_that_stands_alone_is_the_author_as_on_pages(form):
    draft = read(form("Reuters"))
    assert (people(draft), draft.credit) == (["Reuters"], None)


def test_an_agency_in_an_element_of_its_own_is_the_credit():
    creators = "<dc:creator>Ada Meier</dc:creator><dc:creator>AFP</dc:creator>"
    draft = read(rss(f"<title>Boats</title><guid>1</guid>{creators}"))
    assert people(draft) == ["Ada Meier"]
    assert draft.credit.agencies == ("AFP",)


@pytest.mark.parametrize("line", ["admin", "atomic14", "tech@example.com", "3sat", "x" * 5000])
def test_what_is_no_byline_stays_as_the_feed_has_it(line):
    assert people(read(of_rss(line))) == [line]


def test_nobody_is_lost_of_many():
    names = [f"Ann {chr(65 + n)}{chr(97 + n)}son" for n in range(20)]
    assert people(read(of_rss(", ".join(names)))) == names


def test_the_site_beside_a_person_did_not_write_it():
    line = "Jane Doe | Harbour Post"
    assert people(read(of_rss(line), title="Harbour Post")) == ["Jane Doe"]


def test_an_address_stays_with_the_one_person_whose_it_can_be():
    one = read(of_rss("jane@example.org (Jane Doe, Reuters)"))
    assert [(who.name, who.email) for who in one.authors] == [("Jane Doe", "jane@example.org")]
    two = read(of_rss("jane@example.org (Jane Doe and John Roe)"))
    assert [who.email for who in two.authors] == [None, None]
