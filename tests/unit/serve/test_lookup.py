from __future__ import annotations

from datetime import UTC, datetime

import pytest

from swifeeds.emit.shelve import shelve
from swifeeds.model import Redirect, Representation, Shelf
from swifeeds.serve.lookup import Found, Missing, Moved, Withdrawn, language_of, look_up

NOW = datetime(2026, 5, 4, tzinfo=UTC)
LANGUAGES = ("en", "de", "ar")


def item(path: str):
    made = shelve(Representation(path=path, media_type="text/html", body=b"x"), None, now=NOW)
    assert made is not None
    return made


SHELF = Shelf(
    items={path: item(path) for path in ("/en/", "/de/", "/de/stories/talks/", "/feed.rss")},
    redirects={
        "/de/stories/old/": Redirect(path="/de/stories/old/", location="/de/stories/talks/"),
        "/en/articles/1/": Redirect(path="/en/articles/1/"),
        "/en/articles/2/": Redirect(path="/en/articles/2/", location="https://news.example/2"),
        "/de/": Redirect(path="/de/", location="/nowhere/"),
    },
)
FIXED = Shelf(items={"/robots.txt": item("/robots.txt"), "/ns/": item("/ns/")})


def find(path: str, accept_language: str | None = None):
    return look_up(path, SHELF, FIXED, languages=LANGUAGES, accept_language=accept_language)


@pytest.mark.parametrize("path", ["/de/", "/feed.rss"])
def test_what_is_published_is_found_and_beats_an_old_redirect(path):
    assert find(path) == Found(item=SHELF.items[path])


def test_what_the_program_brings_is_found():
    assert find("/robots.txt") == Found(item=FIXED.items["/robots.txt"])


def test_a_renamed_page_moves_and_a_withdrawn_one_is_gone():
    assert find("/de/stories/old/") == Moved(location="/de/stories/talks/")
    assert find("/en/articles/1/") == Withdrawn()


@pytest.mark.parametrize("path", ["/de/stories/talks", "/ns", "/en"])
def test_a_forgotten_slash_is_added(path):
    assert find(path) == Moved(location=f"{path}/")


def test_a_forgotten_slash_costs_no_second_step_where_the_page_moved_or_is_gone():
    assert find("/de/stories/old") == Moved(location="/de/stories/talks/")
    assert find("/en/articles/1") == Withdrawn()


def test_a_page_that_moved_in_its_languages_moved_without_a_language_too():
    assert find("/stories/old/", "ar") == Moved(location="/stories/talks/")
    assert find("/articles/1/") == Withdrawn()
    assert find("/articles/2/") == Moved(location="https://news.example/2")


@pytest.mark.parametrize(
    ("accept", "path"), [("de-CH, en;q=0.5", "/de/"), ("ar", "/en/"), (None, "/en/")]
)
def test_the_start_speaks_the_best_language_that_has_a_catalogue(accept, path):
    assert find("/", accept) == Found(item=SHELF.items[path], negotiated=True)


def test_a_page_without_language_is_answered_in_one_that_has_it():
    found = find("/stories/talks/", "en")
    assert found == Found(item=SHELF.items["/de/stories/talks/"], negotiated=True)


@pytest.mark.parametrize(
    "path", ["", "*", "/DE/", "/de//", "/feed.rss/", "//evil.example/", "/de/../", "/stories/x/"]
)
def test_nothing_else_is_found(path):
    assert find(path) == Missing()


def test_an_error_speaks_the_language_of_the_path_before_the_readers():
    assert language_of("/ar/nothing", LANGUAGES, "de") == "ar"
    assert language_of("/nothing", LANGUAGES, "de") == "de"
    assert language_of("/xx/nothing", LANGUAGES, None) == "en"
