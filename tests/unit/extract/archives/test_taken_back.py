"""A message that takes an article back names it: by its guid, whatever the format calls that."""

from __future__ import annotations

import json

import pytest
from tests.unit.extract.archives.archive_files import read_file, read_one

NOTICE = "Mandatory Kill: a story"


def g2(*links: str, status: str = "stat:canceled", headline: str = NOTICE, body: str = "") -> str:
    content = f"<contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet>"
    return (
        f'<newsItem guid="urn:x:kill"><itemMeta><pubStatus qcode="{status}"/>{"".join(links)}'
        f"</itemMeta><contentMeta><headline>{headline}</headline></contentMeta>"
        f"{content if body else ''}</newsItem>"
    )


def newsml(management: str, title: str = NOTICE) -> str:
    return (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x.example</ProviderId>"
        "<DateId>20100302</DateId><NewsItemId>9</NewsItemId><RevisionId>1</RevisionId>"
        '</NewsIdentifier></Identification><NewsManagement><Instruction FormalName="Kill"/>'
        f"{management}</NewsManagement><NewsComponent><NewsLines><HeadLine>{title}</HeadLine>"
        "</NewsLines></NewsComponent></NewsItem></NewsML>"
    )


def nitf(*, status: str = "canceled", correction: str = "") -> str:
    return (
        f'<nitf><head><docdata management-status="{status}"><doc-id regsrc="x" id-string="2"/>'
        f"{correction}</docdata></head><body><body.head><hedline><hl1>Lake rises</hl1></hedline>"
        "</body.head><body.content><p>Text.</p></body.content></body></nitf>"
    )


def ninjs(**stated: object) -> str:
    return json.dumps({"uri": "urn:x:kill", "type": "text", "pubstatus": "canceled",
                       "headline": "Lake rises", "body_text": "Text.", **stated})  # fmt: skip


def wire(headline: str, body: str, service: str = "bdt0124") -> bytes:
    return (
        f"\x01{service} 4 pl 12  dpa 0999\n\nSee/\n\x02{headline} =\n\n   {body}\n"
        "\x03021045 GMT Mrz 15\n\x04"
    ).encode()


def taken_back(archive: str | bytes) -> list[str]:
    """Guids of what a message takes back besides itself; it is withdrawn too."""
    found = read_file(archive)
    assert all(draft.withdrawn for draft in found.drafts)
    own, *others = found.drafts
    assert own.guid not in {draft.guid for draft in others}
    return [draft.guid for draft in others]


LINK = '<link rel="{}" residref="urn:x:1"/>'


@pytest.mark.parametrize(
    ("archive", "guids"),
    [
        (g2(LINK.format("irel:previousVersion")), ["urn:x:1"]),
        (g2(LINK.format("")), ["urn:x:1"]),
        (g2(LINK.format("irel:seeAlso"), LINK.format("irel:translatedFrom")), []),
        (g2(LINK.format("irel:derivedFrom"), headline="Lake rises", body="<p>Text.</p>"), []),
        (g2(LINK.format("x:replaces"), headline="Lake rises", body="<p>T.</p>"), ["urn:x:1"]),
        (newsml('<DerivedFrom NewsItem="urn:newsml:x.example:20100301:7:3N"/>'),
         ["urn:newsml:x.example:20100301:7"]),
        (newsml('<AssociatedWith NewsItem="urn:newsml:x.example:20100301:7:3N"><Comment>see also'
                "</Comment></AssociatedWith>"), []),
        (nitf(correction='<correction regsrc="x" id-string="1"/>'), ["x:1"]),
        (ninjs(evolvedfrom="urn:x:1"), ["urn:x:1"]),
        (ninjs(associations={"kills": {"uri": "urn:x:1", "type": "text"}}), ["urn:x:1"]),
        (ninjs(associations=[{"name": "predecessor", "uri": "urn:x:1"}]), ["urn:x:1"]),
        (ninjs(associations={"featuremedia": {"uri": "urn:x:1", "type": "picture"}}), []),
        (wire("KILL", "Bitte verwenden Sie die Meldung bdt0123 nicht."),
         ["urn:iptc7901:dpa:bdt0123:2015-03-02"]),
    ],
)  # fmt: skip
def test_a_kill_takes_back_what_it_names(archive, guids):
    assert taken_back(archive) == guids


@pytest.mark.parametrize(
    "archive",
    [
        g2(
            LINK.format("irel:previousVersion"), status="stat:usable", headline="H", body="<p>T</p>"
        ),
        nitf(status="usable", correction='<correction regsrc="x" id-string="1"/>'),
        ninjs(pubstatus="usable", evolvedfrom="urn:x:1"),
        wire("Der See steigt", "Siehe bdt0123."),
    ],
)
def test_what_is_no_kill_takes_back_nothing_that_it_names(archive):
    assert not read_one(archive).withdrawn


def test_the_name_in_a_kill_is_the_guid_of_the_message_that_it_means():
    killed = read_one(wire("Der See steigt", "Text.", "bdt0123"))
    assert killed.guid in taken_back(wire("KILL", "Meldung bdt 0123 entfällt."))


def test_a_kill_on_a_wire_that_names_nothing_is_told():
    found = read_file(wire("KILL", "Bitte verwenden Sie die Meldung von heute nicht."))
    (told,) = found.noted
    assert found.rejects == ()
    assert "does not name by a number" in told.reason
    assert [draft.withdrawn for draft in found.drafts] == [True]
