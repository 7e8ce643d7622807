"""Whole feeds as they go out, in ten languages: a change here changes what subscribers get.

`python -m tests.unit.emit.test_golden` writes the files anew; read the difference before it is
kept.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.emit.newsroom import LANGUAGES, company, dossier, story_key, wired

from swifeeds.emit import chain_of, compose_feed, render_feed
from swifeeds.model import FeedKey, Scope

GOLDEN = Path(__file__).resolve().parents[2] / "golden/emit"
PAGES = ("archive-de", "archive-ar")
NAMES = (*LANGUAGES, "all", *PAGES)


def representations(name):
    if name in PAGES:
        return archive_page(story_key(name.removeprefix("archive-")))
    if name == "all":
        feed = compose_feed(
            FeedKey(scope=Scope.ALL), [dossier("en"), dossier("ar", 1), wired()], company()
        )
    else:
        feed = compose_feed(
            story_key(name), [dossier(name)], company(), editions=["en", "de", "ar"]
        )
    return render_feed(feed)


def archive_page(key):
    """The middle one of three."""
    page = replace(key, page=2)
    chain = chain_of(page, company(), newest=3)
    dossiers = [dossier(key.language, number) for number in (1, 2)]
    return render_feed(compose_feed(page, dossiers, company(), chain=chain))


def path_of(name, representation):
    return GOLDEN / f"{name}.{representation.path.rpartition('.')[2]}"


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_goes_out_as_it_was_read_and_found_right(name):
    for representation in representations(name):
        assert representation.body == path_of(name, representation).read_bytes()


if __name__ == "__main__":
    for name in NAMES:
        for representation in representations(name):
            path_of(name, representation).write_bytes(representation.body)
