"""Wire formats in a watched folder: news of today, whatever the format's age."""

from __future__ import annotations

import json

import pytest
from tests.unit.extract.archives.wordpress import SITE, attachment, export, group, post
from tests.unit.extract.feed_documents import make_document, make_source

from swifeeds.errors import NotAnArticle
from swifeeds.extract import extract
from swifeeds.extract.archives import cutting, heads, whole
from swifeeds.model import SourceKind

FOLDER = make_source(SourceKind.DIRECTORY, url="/srv/drop")
TEXT = "The crews had stopped work on Monday, leaving thousands of commuters on the quays."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Boats run again</title>
<docdata><doc-id id-string="desk-7"/><date.issue norm="20260227T090000+0100"/></docdata></head>
<body><body.head><hedline><hl1>Boats run again</hl1></hedline></body.head>
<body.content><p>{TEXT}</p></body.content></body></nitf>"""
NEWSML = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour:7" version="1"
 xml:lang="de" standard="NewsML-G2" standardversion="2.30">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-02-27T09:00:00+01:00</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Boote fahren wieder</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Die Boote fahren wieder.</p></body></html>
</inlineXML></contentSet></newsItem>"""
NINJS = {
    "uri": "urn:harbour:7",
    "type": "text",
    "language": "fr",
    "title": "Bateaux",
    "headline": "Les bateaux circulent de nouveau",
    "versioncreated": "2026-02-27T09:00:00+01:00",
    "pubstatus": "usable",
    "body_html": "<p>Les bateaux circulent de nouveau sur le lac.</p>",
}


def drop(body: str, name: str, media_type: str):
    url = f"drop:desk/{name}"
    return extract(make_document(body, url=url, final_url=url, media_type=media_type), FOLDER)


@pytest.mark.parametrize(
    ("body", "name", "media_type", "title", "language"),
    [
        (NITF, "7.nitf", "application/xml", "Boats run again", "en"),
        (NEWSML, "7.xml", "application/xml", "Boote fahren wieder", "de"),
        (json.dumps(NINJS), "7.json", "application/json", "Les bateaux circulent de nouveau", "fr"),
        (json.dumps([NINJS]), "7.json", "application/json", "Les bateaux circulent de nouveau",
         "fr"),
    ],
)  # fmt: skip
def test_a_wire_format_is_read_and_is_no_legacy(body, name, media_type, title, language):
    (draft,) = drop(body, name, media_type).drafts
    assert (draft.title, draft.language, draft.provenance) == (title, language, None)
    assert draft.published.isoformat() == "2026-02-27T08:00:00+00:00"
    assert draft.guid


def test_our_own_format_is_not_mistaken_for_a_wire():
    own = {"guid": "desk-7", "title": "Boats run again", "language": "en", "content": TEXT}
    (draft,) = drop(json.dumps(own), "7.json", "application/json").drafts
    assert (draft.guid, draft.title) == ("desk-7", "Boats run again")


@pytest.mark.parametrize(
    ("body", "name", "told"),
    [
        ("<opml/>", "a.xml", "is a list of feeds"),
        ("<urlset/>", "a.xml", "is a sitemap"),
        ("<recipe/>", "a.xml", "is XML of another kind"),
        ("Dear desk, nothing today.\n", "a.txt", "is none of the formats"),
        ("<rss><channel/></rss><!--", "a.xml", None),
        ('{"swifeeds": 1}\n{"article": {}}\n', "a.txt", "swifeeds import"),
    ],
)
def test_what_is_no_article_says_what_it_is(body, name, told):
    kind = "application/xml" if name.endswith("xml") else "text/plain"
    if told is None:
        assert drop(body, name, kind).drafts == ()
    else:
        with pytest.raises(NotAnArticle, match=told):
            drop(body, name, kind)


def test_what_is_to_be_told_of_a_dropped_article_comes_with_it():
    broken = NITF.partition("</body.content>")[0]
    found = drop(broken, "7.nitf", "application/xml")
    assert [draft.title for draft in found.drafts] == ["Boats run again"]
    (told,) = found.noted
    assert "what could be read of it was imported" in told.reason


def test_an_item_that_the_format_takes_back_is_taken_back():
    (draft,) = drop(
        json.dumps(NINJS | {"pubstatus": "canceled"}), "7.json", "application/json"
    ).drafts
    assert draft.withdrawn


def export_of_wordpress(more: str = "") -> str:
    """Two languages of one article, and its picture at the end of the file."""
    head = group("ours", [("en", 1), ("de", 2)]) + more
    items = [post(1, polylang="ours", thumbnail=9), post(2, polylang="ours", thumbnail=9)]
    return export(*items, attachment(8), attachment(9, caption="The quay"), head=head).decode()


def test_what_belongs_together_in_an_export_is_linked_all_over_the_file(monkeypatch):
    monkeypatch.setattr(cutting, "MOST_ITEMS", 1)
    found = drop(export_of_wordpress(), "export.xml", "application/xml")
    assert [(one.language, one.provenance) for one in found.drafts] == [("en", None), ("de", None)]
    assert [[one.caption for one in draft.media] for draft in found.drafts] == [["The quay"]] * 2
    assert [[one.url for one in draft.translations] for draft in found.drafts] == [
        [f"{SITE}/2"], [f"{SITE}/1"],
    ]  # fmt: skip


def test_a_long_head_of_an_export_costs_it_nothing():
    many = "".join(group(f"g{n}" + "x" * 100, []) for n in range(15_000))
    found = drop(export_of_wordpress(many), "export.xml", "application/xml")
    assert [one.language for one in found.drafts] == ["en", "de"]
    assert found.rejects == ()
    assert len(many) > heads.LARGEST_HEAD


def test_what_of_an_export_is_not_kept_is_told_and_not_linked(monkeypatch):
    monkeypatch.setattr(whole, "LARGEST_KEPT", 300)
    monkeypatch.setattr(heads, "LARGEST_ELEMENT", 1000)
    large = f"<wp:term>{'x' * 2000}</wp:term>"
    found = drop(export_of_wordpress(large), "export.xml", "application/xml")
    assert [len(one.media) for one in found.drafts] == [0, 0]
    reasons = [one.reason for one in found.noted if one.subject == "drop:desk/export.xml"]
    assert [reason.split()[0] for reason in reasons] == ["states", "holds"]
