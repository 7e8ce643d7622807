"""What the command says of every language is kept as it was looked at, line by line.

`swifeeds language show > tests/golden/localise/specimens.txt` writes the file anew; read the
difference as an editor of that language before it is kept.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swifeeds.cli.language import app
from swifeeds.errors import UsageError
from swifeeds.localise import LANGUAGES, VARIANTS
from swifeeds.service.packaged import read_catalogs

GOLDEN = Path(__file__).resolve().parents[2] / "golden/localise/specimens.txt"


def said(*arguments: str) -> str:
    outcome = CliRunner().invoke(app, arguments)
    assert outcome.exception is None, outcome.exception
    return outcome.stdout


@pytest.fixture(scope="module")
def sheets():
    return json.loads(said("show", "--json"))


def test_every_language_and_variant_reads_as_it_was_looked_at():
    assert said("show") == GOLDEN.read_text(encoding="utf-8")


def test_each_line_has_a_name_of_its_own():
    for sheet in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        names = [line[:20] for line in sheet.splitlines()]
        assert len(set(names)) == len(names)


def test_one_language_is_shown_alone_whatever_the_spelling_of_its_tag():
    whole = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    assert [said("show", "de_ch").strip()] == [one for one in whole if one.startswith("[de-CH]")]


@pytest.mark.parametrize("tag", [*LANGUAGES, *VARIANTS])
def test_machines_get_the_texts_without_marks(tag, sheets):
    assert list(sheets[tag]) == list(sheets["en"])
    assert not re.search("[⍽⟦⟧]", "".join(sheets[tag].values()))


@pytest.mark.parametrize("tag", [*LANGUAGES, *VARIANTS])
def test_no_line_is_empty_and_no_name_is_missing(tag, sheets):
    for name, text in sheets[tag].items():
        assert text.strip(), name
        assert "%(" not in text
        assert "?" not in text.split(" | "), name


@pytest.mark.parametrize("tag", [one for one in LANGUAGES if one != "en"])
def test_no_sentence_is_left_in_english(tag, sheets):
    same = {name for name, text in sheets[tag].items() if text == sheets["en"][name]}
    assert same <= {"numbers", "lists", "credit by name", "agency names", "quotation"}


def test_the_list_tells_what_each_inherits_and_how_much_is_translated():
    rows = {one["tag"]: one for one in json.loads(said("list", "--json"))}
    assert list(rows)[: len(LANGUAGES) + len(VARIANTS)] == [*LANGUAGES, *VARIANTS]
    assert set(rows) == {*LANGUAGES, *VARIANTS, *read_catalogs()}
    assert rows["de-CH"]["parents"] == ["de"]
    assert rows["en-CH"]["parents"] == ["en-gb", "en"]
    assert {one["tag"] for one in rows.values() if one["direction"] == "rtl"} == {"ar", "ar-EG"}
    assert all(one["translated"] == one["messages"] for one in rows.values())
    table = said("list").splitlines()
    assert table[0].split() == ["tag", "name", "direction", "catalog", "messages", "then"]
    assert set(rows) <= {line.split()[0] for line in table[1:]}


def test_a_language_that_nobody_looked_at_is_shown_as_it_would_read():
    assert "[nl]" in said("show", "nl")


def test_a_configuration_s_choices_are_shown(tmp_path):
    file = tmp_path / "swifeeds.toml"
    file.write_text(
        """
[site]
base_url = "https://feeds.example.org"
title = { de = "Nachrichten" }
languages = ["de", "en"]
time_zone = "Asia/Tokyo"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///a.db"
[languages.en]
style = "en-GB"
"""
    )
    sheets = json.loads(said("show", "--config", str(file), "--json"))
    assert list(sheets) == ["de", "en"]
    assert sheets["en"]["date and time"] == "19 May 2009, 22:45"
    assert "[de]" in said("show", "de", "--config", str(file))


def test_what_is_no_language_is_told_with_the_nearest_that_is():
    outcome = CliRunner().invoke(app, ["show", "frx"])
    assert isinstance(outcome.exception, UsageError)
    assert str(outcome.exception) == "there is no language frx; did you mean fr?"
