"""Marks of desks on wire items: embargo, kill, correction, houses and people."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from tests.unit.extract.archives.archive_files import NOW, make_source, read_file, read_one, reasons

from swifeeds.extract.archives.credit_lines import credit_in, read_byline
from swifeeds.extract.archives.dates import read_date
from swifeeds.extract.archives.encoding import text_of
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.archives.marks import is_kill, shouted, signal_of, standing_of
from swifeeds.extract.archives.wire_text import paragraphs_in, untangled
from swifeeds.model import Precision, Signal

READING = Reading(source=make_source(), retrieved=NOW, name="x")


def g2(*, meta: str = "", about: str = "", body: str = "<p>Text.</p>", item: str = "") -> str:
    content = f"<contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet>"
    return (
        f'<newsItem guid="urn:x:1" {item}>'
        f'<itemMeta><itemClass qcode="ninat:text"/>{meta}</itemMeta>'
        f"<contentMeta><headline>Head</headline>{about}</contentMeta>{content if body else ''}"
        "</newsItem>"
    )


def wire(headline: str, body: str = "   Text.", foot: str = "131137 GMT Nov 13") -> bytes:
    return (
        f"\x01eca062 4 i 211 ccccb   dpa 061\r\n\r\nX/\r\n\x02{headline} =\r\n\r\n{body}\r\n"
        f"\x03{foot}\r\n\x04"
    ).encode()


@pytest.mark.parametrize(
    ("written", "people", "agencies"),
    [
        ("By ANN AUTHOR and BEN WRITER=", ("ANN AUTHOR", "BEN WRITER"), ()),
        ("Von Anna Müller, dpa", ("Anna Müller",), ("dpa",)),
        ("Par Anne Lefèvre / AFP", ("Anne Lefèvre",), ("AFP",)),
        ("Ann Author, AP Business Writer", ("Ann Author",), ()),
        ("By The Associated Press", None, ("Associated Press",)),
        ("By Ann Author, Political Correspondent", ("Ann Author",), ()),
        ("", None, ()),
    ],
)
def test_a_byline_names_people_and_agencies_apart(written, people, agencies):
    found, credit = read_byline(written)
    assert (found and tuple(person.name for person in found)) == people
    assert (credit.agencies if credit else ()) == agencies


def test_the_house_itself_is_neither_author_nor_agency():
    assert read_byline("Seeblatt", houses=["Seeblatt"]) == (None, None)
    assert credit_in(["Seeblatt", None]) is None
    assert credit_in(["Reuters", "Seeblatt", "AFP"]).agencies == ("Reuters", "AFP")


@pytest.mark.parametrize(
    ("codes", "notes", "signal"),
    [
        (["sig:update", "sig:correction"], [], Signal.CORRECTION),
        (["http://cv.iptc.org/newscodes/signal/update"], [], Signal.UPDATE),
        (["apsig:consumerready"], ["Eds: Corrects spelling."], Signal.CORRECTION),
        ([], ["Berichtigt: Name im 2. Absatz"], Signal.CORRECTION),
        ([], ["1st Ld-Writethru"], Signal.UPDATE),
        ([], ["訂正"], Signal.CORRECTION),
        ([], ["The correctional facility burned"], None),
        ([], [None], None),
    ],
)
def test_a_signal_is_read_from_codes_and_from_notes(codes, notes, signal):
    assert signal_of(codes, *notes) is signal


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("CORRECTED-Lake rises", "CORRECTED"),
        ("Lake rises (UPDATE 1, PIX)", "UPDATE 1, PIX"),
        ("LAKE RISES BY TWO CENTIMETRES TODAY", None),
        ("Government corrects course", None),
    ],
)
def test_only_what_is_shouted_in_a_headline_is_a_mark(line, said):
    assert shouted(line) == said


def test_a_status_by_any_scheme_is_the_same_status():
    for code in ("stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled", "Cancelled"):
        assert standing_of(code).withdrawn
    assert standing_of("stat:withheld").held == "its status is “withheld”"
    assert standing_of("usable") == standing_of(None)


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("KILL", True),
        ("Mandatory Kill: lake story", True),
        ("KILL LAKE STORY", True),
        ("Kill: lake", True),
        ("Lake rises (ANNULÉ)", True),
        ("Lake rises – WITHDRAWN", True),
        ("Lake kills two", False),
        ("Kill Bill returns to the lake", False),
        ("Match annulé", False),
        ("Troops withdrawn", False),
        ("TROOPS WITHDRAWN", False),
        (None, False),
    ],
)
def test_a_kill_is_told_from_a_headline_with_the_word(line, killed):
    assert is_kill(line) is killed


@pytest.mark.parametrize(
    ("written", "moment", "precision"),
    [
        ("20131020T192751+1100", datetime(2013, 10, 20, 8, 27, 51, tzinfo=UTC), Precision.SECOND),
        ("20131020", datetime(2013, 10, 20, 10, tzinfo=UTC), Precision.DAY),
        ("2020.09.07 14:45:26", datetime(2020, 9, 7, 12, 45, 26, tzinfo=UTC), Precision.SECOND),
        ("07.09.2020 14:45", datetime(2020, 9, 7, 12, 45, tzinfo=UTC), Precision.MINUTE),
        ("2018-03-01T18:34:39.924Z", datetime(2018, 3, 1, 18, 34, 39, tzinfo=UTC),
         Precision.SECOND),
    ],
)  # fmt: skip
def test_the_dates_of_archives_are_read_with_their_precision(written, moment, precision):
    read = read_date(written, READING)
    assert (read.at, read.dating.precision, read.dating.read_from) == (moment, precision, "archive")


@pytest.mark.parametrize("written", ["", "0000-00-00", "0001-01-01T00:00:00", "20131399", "soon"])
def test_what_is_no_date_is_none(written):
    assert read_date(written, READING) is None


def test_an_embargo_of_g2_holds_until_its_end_and_one_without_end_holds():
    draft = read_one(g2(meta="<embargoed>2031-01-01T12:00:00Z</embargoed>"))
    assert (draft.embargoed_until, draft.held) == (datetime(2031, 1, 1, 12, tzinfo=UTC), None)
    assert read_one(g2(meta="<embargoed/>")).held == "it is embargoed without an end"


def test_an_embargo_of_a_wire_with_an_unreadable_end_holds():
    assert read_one(wire("EMBARGOED 18:00 GMT\r\nHead")).embargoed_until == datetime(
        2013, 11, 13, 18, tzinfo=UTC
    )
    held = read_one(wire("EMBARGO until the minister speaks\r\nHead"))
    assert held.embargoed_until is None
    assert held.held == (
        "the end of its embargo cannot be read in “EMBARGO until the minister speaks”"
    )


def test_what_is_not_for_publication_is_left_out():
    body = "   Text of it.\r\n\r\n# Notebook\r\n\r\nTel: +49 30 1 <desk@a.example>"
    assert read_one(wire("Head", body)).content == "<p>Text of it.</p>"


def test_a_planning_item_in_a_message_is_told_and_costs_no_article():
    message = f"<newsMessage><itemSet>{g2()}<planningItem guid='p'/></itemSet></newsMessage>"
    found = read_file(message, "m.xml")
    assert [draft.guid for draft in found.drafts] == ["urn:x:1"]
    assert found.rejects[0].reason.startswith("is a planning item, not an article")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("ninat:picture", "is a picture by itself"),
        ("ninat:video", "is a film by itself"),
        ("ninat:audio", "is a sound recording by itself"),
        ("ninat:graphic", "is a graphic by itself"),
        ("http://cv.iptc.org/newscodes/ninature/picture", "is a picture by itself"),
    ],
)
def test_media_by_themselves_are_refused_by_name(kind, told):
    (reason,) = reasons(g2(body="").replace("ninat:text", kind))
    assert reason.startswith(told)


def test_sports_results_are_data():
    item = g2(body="").replace(
        "</newsItem>",
        "<contentSet><inlineXML><sports-content/></inlineXML></contentSet></newsItem>",
    )
    (reason,) = reasons(item)
    assert reason.startswith("is data (tables or results), not an article")


def test_a_package_is_refused_and_its_pictures_go_to_its_text():
    photo = (
        '<newsItem guid="urn:x:p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>'
        "<contentMeta><headline>P</headline></contentMeta><contentSet>"
        '<remoteContent href="https://m.example.org/p.jpg" contenttype="image/jpeg" width="640"/>'
        "</contentSet></newsItem>"
    )
    package = (
        '<packageItem guid="urn:x:0"><itemMeta/><groupSet><group>'
        '<itemRef residref="urn:x:1"/><itemRef residref="urn:x:p"/></group></groupSet>'
        "</packageItem>"
    )
    found = read_file(f"<newsMessage><itemSet>{package}{g2()}{photo}</itemSet></newsMessage>")
    (draft,) = found.drafts
    assert [medium.url for medium in draft.media] == ["https://m.example.org/p.jpg"]
    (package_told,), (pictures_told,) = found.rejects, found.noted
    assert package_told.reason.startswith("is a package, not an article")
    assert pictures_told.reason.endswith("passed over: pictures that the articles show (1)")


def test_scripts_and_private_addresses_do_not_come_in():
    body = '<p onclick="x()">Text<script>x()</script><img src="http://10.0.0.1/a.png"/></p>'
    assert read_one(g2(body=body)).content == "<p>Text</p>"


def test_a_byline_inside_the_text_names_the_author_and_leaves_the_text():
    draft = read_one(g2(body="<p>By Ann Author</p><p>The text itself, and more of it.</p>"))
    assert [person.name for person in draft.authors] == ["Ann Author"]
    assert draft.content == "<p>The text itself, and more of it.</p>"


def test_one_element_with_a_whole_text_is_taken_apart_and_pretty_print_is_not():
    assert untangled("<p>A\n    B b\nb b\n    C</p>") == "<p>A</p><p>B b b b</p><p>C</p>"
    printed = "<p>A long line\n      goes on\n      and on</p>"
    assert untangled(printed) == printed


def test_paragraphs_begin_with_a_blank_or_an_indented_line():
    assert paragraphs_in(["A", "a", "", "B", "   C", "c"]) == ["A a", "B", "C c"]


def test_letters_of_old_machines_are_read_and_a_stray_byte_turns_none():
    assert text_of("Zürich über".encode("latin-1")) == "Zürich über"
    assert text_of("Zürich über alles ".encode() * 9 + b"\xff").count("ü") == 18
    assert text_of("湖の水位".encode()) == "湖の水位"


def test_xml_that_declares_nothing_may_be_of_an_old_machine():
    item = g2(body="<p>Zürich über alles</p>").encode("latin-1")
    assert read_one(item).content == "<p>Zürich über alles</p>"


def test_what_has_no_id_is_known_by_its_text():
    item = g2().replace('guid="urn:x:1"', "")
    first, again = read_one(item), read_one(item)
    other = read_one(item.replace("Text.", "Another."))
    assert first.guid == again.guid != other.guid
    assert first.guid.startswith("urn:sha-256:")


def test_a_language_that_nobody_declares_is_that_of_the_text():
    text = "湖の水位が昨夜の雨で二センチ上がったと市が発表した。"
    assert read_one(wire("湖の水位", f"   {text}")).language == "ja"
    assert read_one(g2(item='xml:lang="de"', body=f"<p>{text}</p>")).language == "de"


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><newsItem guid="1"><itemMeta/></newsItem>',
        '<newsItem guid="1">' + "<a>" * 5000,
    ],
)
def test_hostile_xml_is_told_and_crashes_nothing(hostile):
    found = read_file(hostile, "h.xml")
    assert found.drafts == ()
    assert found.rejects


def test_a_wire_without_control_characters_is_parted_by_its_letters():
    wires = (
        "ZCZC ABC123\nPOLITICS/LAKE\n\nLake rises by two centimetres =\n\n"
        "   GENEVA - The lake rose.\n   It rained.\n\nNNNN\n"
        "ZCZC ABC124\nSPORT\n\nTeam wins =\n\n   GENEVA - The team won.\n\nNNNN\n"
    )
    found = read_file(wires, "wires.txt")
    assert [(draft.title, draft.content) for draft in found.drafts] == [
        ("Lake rises by two centimetres", "<p>GENEVA - The lake rose.</p><p>It rained.</p>"),
        ("Team wins", "<p>GENEVA - The team won.</p>"),
    ]
    assert found.rejects == ()


def test_newsml_components_are_told_apart_by_their_roles():
    def part(role: str, text: str) -> str:
        return (
            f'<NewsComponent><Role FormalName="{role}"/><ContentItem><DataContent>{text}'
            "</DataContent></ContentItem></NewsComponent>"
        )

    item = (
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a</ProviderId>"
        "<DateId>20190402</DateId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification>"
        '<NewsComponent xml:lang="fr"><NewsLines><HeadLine>Titre</HeadLine></NewsLines>'
        + part("Title", "Titre") + part("Lead", "Le chapeau.") + part("Body", "Le corps.")
        + part("Caption", "Une légende bien plus longue que le texte")
        + "</NewsComponent></NewsItem></NewsML>"
    )  # fmt: skip
    draft = read_one(item)
    assert (draft.title, draft.summary, draft.content) == (
        "Titre", "Le chapeau.", "<p>Le corps.</p>",
    )  # fmt: skip
    assert draft.published == datetime(2019, 4, 2, 10, tzinfo=UTC)


def test_a_package_of_ninjs_gives_the_texts_that_it_holds():
    one, two = (
        {"type": "text", "uri": f"urn:x:{n}", "headline": f"H{n}", "body_text": "T"} for n in (1, 2)
    )
    package = {"uri": "urn:x:0", "type": "composite", "headline": "P"}
    held = {"main": one, "sidebars": [two, {"type": "picture", "uri": "urn:x:9"}]}
    found = read_file(json.dumps({**package, "associations": held}))
    assert [draft.guid for draft in found.drafts] == ["urn:x:1", "urn:x:2"]
    (reason,) = reasons(json.dumps(package))
    assert reason.startswith("is a package, not an article")


def test_the_name_of_an_item_does_not_hang_on_who_asked_for_it():
    item = (
        '{"uri": "https://api.example/c/1?qt=a", "altids": {"itemid": "c1"}, "headline": "H",'
        ' "versioncreated": "2019-07-03T04:05:12+0000"}'
    )
    draft = read_one(item)
    assert draft.guid == "c1"
    assert draft.published == datetime(2019, 7, 3, 4, 5, 12, tzinfo=UTC)


def test_an_undeclared_prefix_and_a_tag_without_a_name_bring_nothing_down():
    found = read_file(g2(about="<x:by>By Ann</x:by>").replace("</newsItem>", "<x:/></newsItem>"))
    assert [draft.title for draft in found.drafts] == ["Head"]


@pytest.mark.parametrize("order", [("en", "de", "fr"), ("de", "en", "fr")])
def test_a_release_that_nobody_translated_is_one_article_in_its_language(order):
    text = "Der Regen der Nacht hat den Pegel des Sees um zwei Zentimeter gehoben."
    french = "La pluie de la nuit a fait monter le niveau du lac de deux centimètres."
    contents = "".join(
        f'<content lang="{language}"><title>{language if language == "fr" else "x"}</title>'
        f"<text>{french if language == 'fr' else text}</text></content>"
        for language in order
    )
    found = read_file(f'<messages><message id="1" revoked="no">{contents}</message></messages>')
    assert [draft.guid for draft in found.drafts] == ["1:de", "1:fr"]
    (told,) = found.noted
    assert told.reason.endswith("texts that stand under a second language too (1)")


@pytest.mark.parametrize(
    ("archive", "until"),
    [
        # Until 2 March, whatever the hour: the day counts in. Zurich is an hour before UTC.
        (g2(meta="<embargoed>2031-03-02</embargoed>"), datetime(2031, 3, 2, 23, tzinfo=UTC)),
        (json.dumps({"uri": "x", "type": "text", "headline": "H", "embargoed": "2031-03-02"}),
         datetime(2031, 3, 2, 23, tzinfo=UTC)),
        (wire("EMBARGO until 2031-03-02\r\nHead"), datetime(2031, 3, 2, 23, tzinfo=UTC)),
        # From 2 March on: it opens with its first minute.
        (wire("FREI AB 2031-03-02\r\nHead"), datetime(2031, 3, 1, 23, tzinfo=UTC)),
        (('<nitf><head><docdata><date.issue norm="20310101"/><date.release norm="20310302"/>'
         "</docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body>"
         "</nitf>"), datetime(2031, 3, 1, 23, tzinfo=UTC)),
        (('<messages><message id="1" revoked="no"><pubdate>2031-03-01</pubdate><blocking-period>'
         '2031-03-02</blocking-period><content lang="de"><title>Der See</title><text>Er steigt.'
         "</text></content></message></messages>"), datetime(2031, 3, 1, 23, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_an_embargo_to_the_day_opens_or_closes_with_it_as_its_format_says(archive, until):
    assert read_one(archive).embargoed_until == until


def test_a_release_on_the_day_of_issue_is_no_embargo():
    draft = read_one(
        '<nitf><head><docdata><date.issue norm="20310302T080000Z"/><date.release norm="20310302"/>'
        "</docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>"
    )
    assert (draft.embargoed_until, draft.held) == (None, None)
