"""Text, dates and addresses as every reader can take them."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

import orjson
from lxml.html import fragment_fromstring
from tests.unit.emit.newsroom import TODAY, alone, article, company, dossier, story_key, wired
from tests.unit.emit.reading import A, entries, items, rendered

from swifeeds.check import check
from swifeeds.emit import compose_feed
from swifeeds.emit.namespaces import DCTERMS
from swifeeds.model import FeedKey, Scope


def test_text_goes_out_composed_clean_and_escaped_once():
    """NFC, no control character, and a title that looks like markup is told as it is."""
    odd = article(
        "en", 2, title="C++ <vector> re\u0301\x0b & \ufffe\ud800co", summary="e\u0301\x00 < f",
        content="<p>e\u0301\x0c</p>",
        keywords=("C++ <vector>",),
    )  # fmt: skip
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [alone(odd)], company())
    (item,), (entry,) = items(feed), entries(feed)
    (member,) = orjson.loads(rendered(feed)["json"].body)["items"]
    titles = {item.findtext("title"), entry.findtext(f"{A}title"), member["title"]}
    assert titles == {"C++ <vector> ré & co"}
    assert b"C++ &#x3C;vector&gt; r\xc3\xa9 &#x26; co" in rendered(feed)["rss"].body
    assert b">C++ &#x3C;vector&gt;</category>" in rendered(feed)["rss"].body
    assert b"C++ &lt;vector&gt; r\xc3\xa9 &amp; co" in rendered(feed)["atom"].body
    rules = {
        note.rule for one in rendered(feed).values() for note in check(one.body, now=TODAY).findings
    }
    assert rules <= {"missing-dc-language"}
    assert item.findtext("description") == "é &lt; f"
    assert {entry.findtext(f"{A}summary"), member["summary"]} == {"é < f"}
    assert "<p>é</p>" in member["content_html"]
    for one in rendered(feed).values():
        text = one.body.decode()
        assert unicodedata.is_normalized("NFC", text)
        assert not text.startswith("\ufeff")


def test_a_correction_keeps_the_date_of_publication_and_raises_the_other():
    before, after = (
        compose_feed(
            FeedKey(scope=Scope.ALL, language="en"),
            [alone(article("en", 2, updated=article("en", 2).published + late))],
            company(),
        )
        for late in (timedelta(), timedelta(hours=1))
    )
    (was,), (now,) = items(before), items(after)
    for name in ("guid", "pubDate", "link"):
        assert now.findtext(name) == was.findtext(name)
    modified = f"{{{DCTERMS}}}modified"
    assert (was.findtext(modified), now.findtext(modified)) == (None, "2009-05-21T14:45:00Z")
    (was,), (now,) = entries(before), entries(after)
    assert was.findtext(f"{A}published") == now.findtext(f"{A}published")
    assert now.findtext(f"{A}updated") == "2009-05-21T14:45:00Z" > was.findtext(f"{A}updated")
    assert not any(b"dc:date" in one.body for one in rendered(after).values())


def test_every_address_in_a_feed_is_absolute():
    feed = compose_feed(story_key("ar"), [dossier("ar"), wired(url=None)], company())
    relative = re.compile(r"""^(?:/|\.|#|\?)""")
    for parent in (*items(feed), *entries(feed)):
        for element in parent.iter():
            for name in {"href", "url", "domain", "scheme"}.intersection(element.attrib):
                assert not relative.match(element.get(name)), (element.tag, element.get(name))
    for one in orjson.loads(rendered(feed)["json"].body)["items"]:
        assert one["url"].startswith("https://")
        html = fragment_fromstring(one["content_html"], create_parent=True)
        for element, name, link, _ in html.iterlinks():
            assert link.startswith("https://"), (element.tag, name, link)
