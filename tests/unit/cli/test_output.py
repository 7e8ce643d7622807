from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.contract.making import NOW, make_source

from swifeeds.cli import output
from swifeeds.model import Notice, Status


@pytest.fixture(autouse=True)
def _in_a_pipe(monkeypatch):
    """Commands whose output nobody watches."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(output, "console", output._console(stderr=False))
    monkeypatch.setattr(output, "complaints", output._console(stderr=True))


def lines(capsys) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_a_table_has_headings_numbers_to_the_right_and_nothing_for_none(capsys):
    output.say_table(("source", "new"), [("wire", 7), ("site-en", 112), ("site-de", None)])
    assert lines(capsys) == [
        "source   new",
        "wire       7",
        "site-en  112",
        "site-de",
    ]


def test_times_of_a_table_say_their_zone(capsys):
    output.say_table(("next",), [(datetime(2026, 7, 1, 12, 0, 5, tzinfo=UTC),)])
    assert lines(capsys)[1] == "2026-07-01 12:00Z"


def test_a_row_stays_on_one_line_in_a_pipe(capsys):
    address = "https://news.example/" + "long/" * 60
    output.say_table(("a", "b"), [(address, "end")])
    assert lines(capsys)[1] == f"{address}  end"


def test_an_empty_table_is_its_headings(capsys):
    output.say_table(("source", "new"), [])
    assert lines(capsys) == ["source  new"]


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "urn:heart:1", ":warning:", "[/x]", "a" * 300])
def test_text_from_outside_is_shown_as_it_is(text, capsys):
    output.say(text)
    output.complain(text)
    output.say_table(("title",), [(text,)])
    written = capsys.readouterr()
    assert written.out.splitlines()[0] == text
    assert written.out.splitlines()[2].rstrip() == text
    assert written.err == f"{text}\n"


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x07", "\r", "\u202e", "\u2066", "\u2028"])
def test_nothing_that_is_said_steers_a_terminal(sign, capsys):
    text = f"Summit{sign}[2J news"
    output.say(text)
    output.complain(text)
    output.say_table(("title",), [(text,)])
    written = capsys.readouterr()
    assert sign not in written.out + written.err
    assert (written.out + written.err).count("Summit\\") == 3


def test_line_breaks_of_our_own_stay(capsys):
    output.say("one\ntwo")
    assert capsys.readouterr().out == "one\ntwo\n"


def test_json_is_one_document_of_plain_values(capfdbinary):
    notice = Notice(kind="source-failing", subject="wire", message="Genève", at=NOW)
    output.say_json(
        {
            "notice": notice,
            "status": Status.HELD,
            "day": date(2026, 7, 1),
            "wait": timedelta(minutes=10),
            "tags": frozenset({"en"}),
        }
    )
    written = json.loads(capfdbinary.readouterr().out)
    assert written["notice"]["message"] == "Genève"
    assert written["notice"]["at"] == NOW.isoformat()
    assert written["status"] == "held"
    assert written["day"] == "2026-07-01"
    assert written["wait"] == 600
    assert written["tags"] == ["en"]


def test_every_setting_of_a_source_has_a_json_form(capfdbinary):
    output.say_json(make_source(expect_new_within=timedelta(hours=6)))
    written = json.loads(capfdbinary.readouterr().out)
    assert written["expect_new_within"] == 21600
    assert written["schedule"]["when"] == {"interval": 900, "adaptive": None}


def test_what_has_no_json_form_is_a_bug():
    with pytest.raises(TypeError):
        output.say_json(Decimal(1))


def test_what_strangers_wrote_does_not_steer_the_terminal(capsys):
    title = "\x1b[31mTalks\x9b2J \udcff"
    output.say(title)
    output.say_table(("title",), [(title,)])
    output.complain(title)
    captured = capsys.readouterr()
    for text in (captured.out, captured.err):
        assert "Talks" in text
        assert not {"\x1b", "\x9b", "\udcff"} & set(text)
