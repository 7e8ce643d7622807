"""The demo's configuration file and the drops, put in place for one run."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from swifeeds.demo import demo_configuration, lay_drops, print_site, read_edition
from swifeeds.demo.content import LANGUAGES

CONFIG = Path(__file__).parents[3] / "config"
NEWSROOM = "http://127.0.0.1:4711"


@pytest.fixture
def stated():
    return tomllib.loads((CONFIG / "demo.toml").read_text(encoding="utf-8"))


@pytest.fixture
def placed(tmp_path):
    text = demo_configuration(
        (CONFIG / "demo.toml").read_text(encoding="utf-8"),
        newsroom=NEWSROOM,
        listen="127.0.0.1:9090",
        base_url="http://127.0.0.1:9090",
        data=tmp_path / 'a "quoted" folder',
    )
    return tomllib.loads(text)


def test_no_placeholder_is_left_but_in_ids_and_the_contact(placed):
    assert "http://newsroom.invalid" not in json.dumps(placed, default=str)
    assert placed["site"]["tag_authority"] == "newsroom.invalid,2026"


def test_listeners_and_folders_are_those_of_the_run(placed, tmp_path):
    data = tmp_path / 'a "quoted" folder'
    assert placed["site"]["base_url"] == "http://127.0.0.1:9090"
    assert placed["serve"]["listen"] == "127.0.0.1:9090"
    assert placed["serve"]["admin_listen"] == "127.0.0.1:0"
    assert placed["storage"]["url"] == f"sqlite:///{data}/demo.db"
    (drops,) = (source for source in placed["sources"] if source["kind"] == "directory")
    assert drops["url"] == str(data / "drops")


def test_all_else_stays_as_the_file_states_it(placed, stated):
    for values in (placed, stated):
        values["site"].pop("base_url")
        values["site"].pop("publisher")
        values.pop("storage")
        values.pop("serve")
        for source in values["sources"]:
            source.pop("url")
            source.pop("trust", None)
    assert placed == stated


def test_each_language_has_a_source_a_site_title_and_names_for_all(stated):
    pages = {s["language"] for s in stated["sources"] if s["url"].endswith(f"/{s['language']}/")}
    assert pages == set(LANGUAGES)
    assert set(stated["site"]["title"]) == set(LANGUAGES)
    for named in (*stated["sections"], *stated["stories"]):
        assert set(named["title"]) == set(LANGUAGES)
    for story in stated["stories"]:
        assert set(story["match"]["any"]) == set(LANGUAGES)


def test_every_address_of_a_source_is_one_the_newsroom_serves(stated):
    site = print_site(read_edition(1), "http://newsroom.invalid")
    for source in stated["sources"]:
        if source["kind"] != "directory":
            assert source["url"].removeprefix("http://newsroom.invalid") in site.pages


def test_the_night_train_is_left_to_its_pages(stated):
    assert [story["id"] for story in stated["stories"]] == ["caucasus-talks", "glacier-monitoring"]


def test_every_section_word_of_the_newsroom_is_known(stated):
    house = read_edition(1).house
    for section in stated["sections"]:
        known = {*section["match"], *section["title"].values()}
        for language in LANGUAGES:
            assert house[language]["sections"][section["id"]] in known


def test_the_example_is_toml_with_a_page_a_feed_and_a_story():
    example = tomllib.loads((CONFIG / "example.toml").read_text(encoding="utf-8"))
    assert [source["kind"] for source in example["sources"]] == ["page", "feed"]
    assert example["stories"][0]["id"] == "caucasus-talks"


def test_drops_carry_the_newsrooms_address_and_one_has_none(tmp_path):
    paths = lay_drops(tmp_path / "drops", NEWSROOM)
    drops = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert [drop.get("url") for drop in drops] == [f"{NEWSROOM}/press/autumn-lectures/", None]
    assert all(drop["content"].count("<p>") >= 3 for drop in drops)
    assert sorted(path.name for path in (tmp_path / "drops").iterdir()) == sorted(
        path.name for path in paths
    )


def test_laying_the_drops_again_changes_nothing(tmp_path):
    def state():
        return [(path.read_bytes(), path.stat().st_mtime) for path in lay_drops(tmp_path, NEWSROOM)]

    assert state() == state()
