from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.deliver.export.names import NoFile, file_name, folded, why_unsafe


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/de/", "de/index.html"),
        ("/de/stories/talks/feed.rss", "de/stories/talks/feed.rss"),
        ("/de/stories/caf%C3%A9/", "de/stories/café/index.html"),
        ("/de/stories/a%20b%26c/feed.atom", "de/stories/a b&c/feed.atom"),
        ("/.well-known/trust.txt", ".well-known/trust.txt"),
    ],
)
def test_an_address_is_decoded_to_the_name_that_a_static_server_looks_for(path, name):
    assert file_name(path) == name


@pytest.mark.parametrize(
    "path",
    [
        "",
        "de/",
        "/../etc/passwd",
        "/de/%2e%2e/%2E%2E/x",
        "/de/%2e%2e%2f/",
        "/de/a%2Fb/",
        "/de//feed.rss",
        "/./feed.rss",
        "/.swifeeds/manifest.json",
        "/de/.htaccess",
        "/de/%00/",
        "/de/a%0d%0ab/",
        "/de/%ff/",
        "/de/%E2%80%AEcba/",
        "/de/a%5Cb/",
        "/de/a:b/",
        "/de/end./",
        "/de/end%20/",
        f"/de/{'x' * 252}/",
        f"/de/{'%C3%A9' * 130}/",
        "/de" + "/long" * 250 + "/",
    ],
)
def test_an_address_that_would_leave_hide_or_break_has_no_file(path):
    with pytest.raises(NoFile):
        file_name(path)


@given(st.text().map(lambda text: f"/{text}"))
def test_whatever_the_address_its_file_stays_in_the_folder(path):
    try:
        name = file_name(path)
    except NoFile:
        return
    assert why_unsafe(name) is None
    parts = name.split("/")
    assert not {"", ".", "..", ".swifeeds"} & set(parts)
    assert all(len(part.encode()) <= 251 for part in parts)
    assert name.isprintable() or max(name) >= "\u00a0"


def test_names_that_differ_in_case_or_composition_fold_to_one():
    assert folded("de/CAFÉ") == folded("de/cafe\u0301") == "de/café"
