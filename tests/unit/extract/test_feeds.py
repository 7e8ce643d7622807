"""Whatever a feed address gives: the right reader, the most that can be had, one clear sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.feed_documents import FULL, atom, make_document, make_source, rss

from swifeeds.errors import ExtractError, NotAFeed
from swifeeds.extract import extract
from swifeeds.extract.feed import read_feed
from swifeeds.model import Publish

ITEMS = [
    f"<title>Title {n}</title><link>https://news.example.org/{n}</link>"
    f"<description>Words of number {n} é</description>"
    for n in range(50)
]
WHOLE = '<?xml version="1.0" encoding="utf-8"?>\n' + rss(*ITEMS)


def drafts_of(body, **changes):
    return read_feed(make_document(body, **changes), FULL).drafts


@pytest.mark.parametrize(
    "body",
    [
        WHOLE,
        "\n\n" + WHOLE,
        WHOLE.replace("Words", "Words & words"),
        WHOLE.replace("Words", "Words&nbsp;&eacute;"),
        WHOLE.replace("Words", "Wo\x0brds"),
        WHOLE.replace("Words", "Words<br>more", 1),
        WHOLE.replace("Words", "Words</p>", 1),
        WHOLE.replace("<description>", "<what:ever>x</what:ever><description>"),
        "<br />\n<b>Warning</b>: Undefined index in <b>/x.php</b> on line <b>2</b><br />\n" + WHOLE,
        WHOLE.encode("utf-16"),
        WHOLE.replace("utf-8", "iso-8859-1"),
        WHOLE.encode("latin-1"),
        WHOLE.replace("</channel></rss>", ""),
        "<!DOCTYPE html><html><body>" + rss(*ITEMS) + "</body></html>",
    ],
    ids=["whole", "blank lines", "bare &", "named entities", "control", "open br", "stray end",
         "undeclared prefix", "php warning", "utf-16", "declared latin-1", "latin-1 in utf-8",
         "never closed", "inside a page"],
)  # fmt: skip
def test_all_items_of_a_spoilt_feed_are_read(body):
    drafts = drafts_of(body)
    assert len({draft.title for draft in drafts}) == 50


@pytest.mark.parametrize("share", [0.3, 0.45, 0.6, 0.75, 0.9])
def test_a_feed_that_breaks_off_gives_what_came_and_says_so(share):
    whole = {(draft.title, draft.url) for draft in drafts_of(WHOLE)}
    cut = WHOLE[: int(len(WHOLE) * share)]
    extraction = read_feed(make_document(cut), FULL)
    broken, *aside = extraction.rejects
    assert "is not well-formed XML" in broken.reason
    assert len(extraction.drafts) + len(aside) == cut.count("<item>")
    # Half an address is another article's.
    assert {(draft.title, draft.url) for draft in extraction.drafts} <= whole


HALF = (
    "<description>Half a", "<description><![CDATA[Half a", "<description>Half a</desc",
    "<description>&lt;p>Half</p> a", "<dc:creator>Ad", "<pubDate>Mon, 05 Jan 20",
    "<enclosure url='ht",
)  # fmt: skip


@pytest.mark.parametrize("half", HALF)
def test_of_the_entry_in_which_a_feed_breaks_off_what_came_whole_is_read(half):
    cut = WHOLE[: WHOLE.index("<description>Words of number 30")] + half
    *others, last = read_feed(make_document(cut), FULL).drafts
    assert [draft.summary for draft in others] == [f"Words of number {n} é" for n in range(30)]
    assert (last.title, last.url) == ("Title 30", "https://news.example.org/30")
    assert (last.summary, last.content, last.authors, last.published) == (None,) * 4


@pytest.mark.parametrize("lost", ["</channel></rss>", "</rss>", "</item></channel></rss>", "s>"])
def test_what_came_whole_of_the_last_entry_is_read_though_its_feed_never_ends(lost):
    drafts = drafts_of(WHOLE.removesuffix(lost))
    assert [draft.summary for draft in drafts] == [f"Words of number {n} é" for n in range(50)]


def test_the_empty_element_that_came_last_came_whole():
    entry = "<entry><id>a:b</id><title>T</title><link href='https://news.example.org/1'/>"
    (draft,) = drafts_of(atom().replace("</feed>", entry))
    assert draft.url == "https://news.example.org/1"


def test_what_lxml_loses_feedparser_finds():
    deep = "<b>" * 300
    body = rss(*ITEMS[:1], f"<title>Deep</title><description>{deep}</description>", *ITEMS[1:3])
    assert {"Title 0", "Title 1", "Title 2"} <= {draft.title for draft in drafts_of(body)}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "is empty"),
        ("  \n ", "is empty"),
        ("<!DOCTYPE html><title>Our news</title><p>Hello", 'an HTML page ("Our news")'),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "an HTML page"),
        ("<opml><body/></opml>", "<opml>"),
        ('{"hello": 1}', "no JSON Feed"),
        ("[1, 2]", "no JSON Feed"),
        ("just words", "no XML element"),
        ('{"items": ', "not valid JSON"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss/>', "declares entities"),
    ],
)
def test_what_is_no_feed_is_told_in_one_sentence(body, sentence):
    with pytest.raises(ExtractError) as caught:
        extract(make_document(body), FULL)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("https://news.example.org/feed.xml: ")
    assert "\n" not in str(caught.value)


def test_a_page_in_place_of_a_feed_names_the_pages_own_feed():
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/real.xml"></head>'
    with pytest.raises(NotAFeed, match=r"names https://news\.example\.org/real\.xml as its feed"):
        read_feed(make_document(page), FULL)


def test_an_empty_feed_is_a_feed():
    assert drafts_of(rss()) == drafts_of(atom()) == drafts_of('{"items": []}') == ()


def test_an_item_that_stands_twice_is_one_and_a_guid_at_two_addresses_is_two():
    same = "<guid isPermaLink='false'>g1</guid>"
    extraction = read_feed(
        make_document(
            rss(
                f"<title>A</title><link>/a</link>{same}",
                f"<title>A again</title><link>/a#x</link>{same}",
                f"<title>B</title><link>/b</link>{same}",
            )
        ),
        FULL,
    )
    assert [draft.title for draft in extraction.drafts] == ["A", "B"]
    assert extraction.rejects == ()


def test_an_item_that_could_not_be_known_again_costs_itself_alone():
    extraction = read_feed(
        make_document(rss("<title>Lost</title>", ITEMS[0], "<guid>g</guid>")), FULL
    )
    assert [draft.title for draft in extraction.drafts] == ["Title 0"]
    assert [reject.subject for reject in extraction.rejects] == ["Lost", "g"]


def test_an_unknown_language_is_told_once_and_the_sources_assumed():
    body = rss(*ITEMS[:3], channel="<language>Klingonese of Kronos</language>")
    extraction = read_feed(make_document(body), FULL)
    assert {draft.language for draft in extraction.drafts} == {"en"}
    assert len(extraction.noted) == 1
    assert "Klingonese" in extraction.noted[0].reason


def test_a_language_that_says_less_than_the_source_does_not_overrule_it():
    source = make_source(language="en-GB")
    body = rss(ITEMS[0], channel="<language>en</language>")
    (draft,) = read_feed(make_document(body), source).drafts
    assert draft.language == "en-GB"


def test_a_date_in_the_future_stays_as_written():
    (draft,) = drafts_of(rss(ITEMS[0] + "<pubDate>Fri, 27 Feb 2099 08:15:00 GMT</pubDate>"))
    assert draft.published.year == 2099


def test_a_date_that_cannot_be_read_is_left_out_and_told():
    extraction = read_feed(make_document(rss(ITEMS[0] + "<pubDate>whenever</pubDate>")), FULL)
    assert extraction.drafts[0].published is None
    assert '"whenever"' in extraction.noted[0].reason


def test_months_of_the_language_that_is_visibly_written_are_read():
    item = (
        "<title>O governo não disse quando será a votação sobre a nova lei</title>"
        "<link>/pt</link><pubDate>Seg, 24 Set 2018 19:42:40 -0300</pubDate>"
    )
    (draft,) = drafts_of(rss(item))
    assert draft.published.isoformat() == "2018-09-24T22:42:40+00:00"


@pytest.mark.parametrize("publish", [Publish.SUMMARY, Publish.LINK])
def test_pages_are_followed_only_where_full_text_may_be_published(publish):
    extraction = read_feed(make_document(rss(ITEMS[0])), make_source(publish=publish))
    assert (len(extraction.drafts), extraction.links) == (1, ())


@given(st.binary(max_size=120), st.integers(0, 400))
@settings(deadline=None, max_examples=80)
def test_any_damage_gives_drafts_or_our_error(noise, place):
    body = rss(*ITEMS[:3]).encode()
    with suppress(ExtractError):
        read_feed(make_document(body[:place] + noise + body[place:]), FULL)


GERMAN = (
    "Das Parlament traf sich am Dienstag in Genf und besprach den Vertrag mit den Nachbarn. Niemand"
    " erwartete eine schnelle Einigung, und bis zum Abend kam auch keine zustande. Am Mittwoch wird"
    " die Sitzung fortgesetzt."
)
TRADITIONAL = "議會週二在日內瓦開會，與鄰國就條約進行了長時間的討論。沒有人期待迅速達成協議。"


def languages_of(channel, *texts, **source):
    items = [
        f"<guid>{n}</guid><title>Genf</title><description>{text}</description>"
        for n, text in enumerate(texts)
    ]
    document = make_document(rss(*items, channel=channel))
    return [draft.language for draft in read_feed(document, make_source(**source)).drafts]


def test_the_language_of_an_installation_is_not_believed_of_texts_in_another():
    assert languages_of("<language>en-US</language>", GERMAN, ITEMS[0]) == ["de", "en-US"]
    assert languages_of("<language>en-US</language>", GERMAN, language="de-CH") == ["de-CH"]
    assert languages_of("", GERMAN) == ["de"]


def test_few_words_in_another_language_are_a_quotation():
    assert languages_of("<language>en-US</language>", GERMAN[:90]) == ["en-US"]


def test_an_item_that_states_its_language_is_believed():
    item = f"<guid>1</guid><dc:language>en</dc:language><description>{GERMAN}</description>"
    assert [draft.language for draft in drafts_of(rss(item))] == ["en"]


def test_chinese_is_of_the_script_that_it_is_written_in():
    assert languages_of("<language>zh</language>", TRADITIONAL) == ["zh-Hant"]
    assert languages_of("<language>zh-TW</language>", TRADITIONAL) == ["zh-TW"]
