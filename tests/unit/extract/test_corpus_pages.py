"""Real pages that nobody here wrote: no crash, and most of them are read.

A sample by default; SWIFEEDS_CORPUS_FULL takes them all.
"""

from __future__ import annotations

import json
import os

import pytest
from tests.corpus import CORPUS, needs_corpus
from tests.unit.extract.page_documents import make_document, make_source

from swifeeds.errors import ExtractError
from swifeeds.extract import extract, extract_article

EVERY = 1 if os.environ.get("SWIFEEDS_CORPUS_FULL") else 6

pytestmark = [
    *needs_corpus,
    pytest.mark.timeout(600),
    # What trafilatura, htmldate and dateparser warn of is theirs.
    pytest.mark.filterwarnings("ignore"),
]


def pages(folder):
    gold = json.loads((CORPUS / folder / "gold.json").read_bytes())
    return [(CORPUS / folder / name, gold[name].get("url")) for name in sorted(gold)[::EVERY]]


@pytest.mark.parametrize("folder", ["html-meta", "html-dates"])
def test_no_real_page_brings_the_reader_down(folder):
    read = 0
    for path, url in pages(folder):
        document = make_document(path.read_bytes(), url=url or "https://a.example/page")
        for reader in (extract, extract_article):
            try:
                reader(document, make_source())
                read += 1
            except ExtractError:
                continue
    assert read >= 1.6 * len(pages(folder))
