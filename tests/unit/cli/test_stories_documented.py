"""docs/stories.md says what the code does: rungs, commands, figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from tests.unit.emit.newsroom import story_key
from tests.unit.emit.test_time_to_live import around

from swifeeds.cli.story import app
from swifeeds.cli.story_fit import ARTICLES
from swifeeds.emit.time_to_live import least_age, minutes_to_live
from swifeeds.group import lifecycle
from swifeeds.group.fitting import DRAWS, GRID, NEEDED, PUBLISHED, PURITY
from swifeeds.model import ENDED, Rung, StoryState

TEXT = (Path(__file__).parents[3] / "docs" / "stories.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The table under a heading, cell by cell, without its head."""
    part = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_the_ladder_is_complete_and_in_order():
    told = [(int(number), name) for number, name, _ in rows("Why an article is in a story")]
    assert told == [(rung.value, f"`{rung.label}`") for rung in Rung]


def test_every_command_is_told_and_no_other():
    group = typer.main.get_command(app)
    told = [re.match(r"`swifeeds story (\w+)", row[0]) for row in rows("Commands")]
    assert [one[1] for one in told] == list(group.commands)
    for one in group.commands.values():
        options = {name for parameter in one.params for name in parameter.opts}
        assert "--json" in options
        reading = ("list", "show", "why", "fit", "preview", "learn", "words")
        assert ("--by" in options) == (one.name not in reading)


def test_every_option_that_is_told_exists():
    group = typer.main.get_command(app)
    known = {name for one in group.commands.values() for p in one.params
             for name in (*p.opts, *p.secondary_opts)}  # fmt: skip
    assert set(re.findall(r"--[a-z]+", TEXT)) <= known


def test_what_a_fit_takes_is_as_told():
    text = TEXT.replace("\n", " ")
    assert f"from {GRID[0]:.2f} to {GRID[-1]:.2f}" in text
    assert f"(`--purity`, {PURITY:.2f})" in text
    assert f"95 % of {DRAWS} draws" in text
    assert f"{ARTICLES:,} articles at most" in text
    assert f"It takes {NEEDED} events of three or more" in text
    assert f"where {NEEDED} stories have articles in two languages" in text
    assert PUBLISHED == 3


@pytest.mark.parametrize(
    ("state", "cells"), [(row[0].strip("`"), row) for row in rows("The life of a story")]
)
def test_states_and_their_pace_are_as_told(state, cells):
    within = around(state=StoryState(state))
    key = story_key("de")
    if told := re.search(r"`ttl` (\d+)", cells[2]):
        assert minutes_to_live(key, within) == int(told[1])
    else:
        assert minutes_to_live(key, within) == minutes_to_live(key, around())
    told = re.search(r"`max-age` (\d+)", cells[2])
    assert least_age(key, within) == (int(told[1]) if told else 0)


def test_all_states_of_a_life_are_told_with_their_numbers():
    table = rows("The life of a story")
    assert {row[0].strip("`") for row in table} == {
        state.value for state in StoryState if state not in ENDED
    }
    when = {row[0].strip("`"): row[1] for row in table}
    assert f"fewer than {lifecycle.FEWEST} articles" in when["emerging"]
    assert f"fewer than {lifecycle.SPREAD} sources" in when["emerging"]
    assert f"{lifecycle.DORMANT_AFTER.days} days" in when["dormant"]
    assert f"{lifecycle.ARCHIVED_AFTER.days} days" in when["archived"]
    assert f"score of {lifecycle.REVIVING_SCORE:.2f} or more" in TEXT
    assert f"shares {lifecycle.REVIVING_ENTITIES} rare" in TEXT.replace("\n", " ")
