"""Which of two texts is the original is told where their pages say so, and only there."""

from __future__ import annotations

import orjson
import pytest
from tests.unit.emit.newsroom import article, company, story_key
from tests.unit.emit.reading import entries, items, rendered

from swifeeds.emit import compose_feed
from swifeeds.emit.namespaces import DCTERMS
from swifeeds.model import Dossier, Translation

DE, EN = "https://press.example.org/de/1", "https://press.example.org/en/1"


def declaring(language, url, evidence):
    return article(
        language, 1, translations=(Translation(language="en", url=url, evidence=evidence),)
    )


def told(own, other):
    """(isVersionOf, hasVersion) of an entry of `own` beside `other`, alike in every format."""
    feed = compose_feed(
        story_key(own.language), [Dossier(article=own, translations=(other,))], company()
    )
    found = [
        tuple(element.findtext(f"{{{DCTERMS}}}{name}") for name in ("isVersionOf", "hasVersion"))
        for element in (*items(feed), *entries(feed))
    ]
    assert found[0] == found[1]
    item = orjson.loads(rendered(feed)["json"].body)["items"][0]
    (translation,) = item["_swifeeds"]["translations"]
    role = {(None, None): None, (other.url, None): "original", (None, other.url): "translation"}
    assert translation.get("role") == role[found[0]]
    return found[0]


@pytest.mark.parametrize(
    ("language", "url", "evidence", "of_de", "of_en"),
    [
        ("de", EN, "translationOfWork", (EN, None), (None, DE)),
        ("de", EN, "workTranslation", (None, EN), (DE, None)),
        ("en", DE, "workTranslation", (EN, None), (None, DE)),
        ("en", f"{DE}?utm_source=x", "translationOfWork", (None, EN), (DE, None)),
        ("de", EN, "hreflang", (None, None), (None, None)),
        ("de", "https://press.example.org/en/2", "translationOfWork", (None, None), (None, None)),
    ],
)
def test_both_sides_tell_what_one_page_declares(language, url, evidence, of_de, of_en):
    own = declaring(language, url, evidence)
    german = own if language == "de" else article("de", 1)
    english = own if language == "en" else article("en", 1)
    assert told(german, english) == of_de
    assert told(english, german) == of_en


def test_an_article_without_an_address_is_nobodys_original():
    german = declaring("de", EN, "translationOfWork")
    feed = compose_feed(
        story_key("de"),
        [Dossier(article=german, translations=(article("en", 1, url=None),))],
        company(),
    )
    assert items(feed)[0].find(f"{{{DCTERMS}}}isVersionOf") is None
