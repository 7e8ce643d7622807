"""`story why` on a store that the house itself filled: what was stored with the decision, told."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.acceptance.journey import run_here
from tests.series.house import OTHERS, START, about, configuration, open_newsroom

from swifeeds.service.work import settle

FERRY = (
    "Night ferry runs aground off Geneva harbour",
    "Ferry aground off Geneva harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Geneva harbour",
)
RIVAL = "Tugs of Geneva harbour go on strike"
ABROAD = "Ferry aground: Fähre läuft vor dem Hafen von Genf auf Grund"


def told(title, number, language="en", *, hours=0.0):
    at = START - timedelta(days=3) + timedelta(hours=hours)
    one = about("nothing", number, language)
    return replace(one, title=title, summary=None, content=None, published=at, updated=at)


async def fill(folder):
    async with open_newsroom(folder, configuration(["talks"])) as room:
        await room.send(*(told(title, number) for number, title in enumerate(OTHERS, 900)))
        ferry = [told(title, number, hours=9 * number) for number, title in enumerate(FERRY)]
        await room.send(told(RIVAL, 8, hours=17))
        await room.send(*ferry, told(ABROAD, 7, "de", hours=5))
        await settle(room.house, "test")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    asyncio.run(fill(folder))

    def run(*arguments):
        done = run_here("story", *arguments, "--config", folder / "swifeeds.toml")
        return json.loads(done.stdout) if "--json" in arguments else done.stdout

    return run


@pytest.fixture(scope="module")
def ferry(ask):
    """The story that the machine made."""
    return next(one["story"]["id"] for one in ask("list", "--json")
                if one["story"]["automatic"] and one["rungs"] == {"automatic": 3})  # fmt: skip


def test_an_automatic_member_tells_words_places_the_gap_and_what_else_it_could_be(ask, ferry):
    found = ask("why", ferry, "nothing-en2", "--json")
    member = found["membership"]
    assert (member["rung"], member["by"]) == (6, "machine")
    assert 0.36 <= member["score"] <= 1
    terms = {one["detail"]: one["weight"] for one in found["evidence"] if one["kind"] == "term"}
    assert {"ferry", "harbour", "aground"} <= terms.keys()
    assert all(0 < weight < 1 for weight in terms.values())
    (geneva,) = found["entities"]
    assert geneva["surfaces"] == {"en": "Geneva"}
    assert geneva["weight"] > 0
    assert 0 < found["gap_days"] < 1
    rival = found["competitor"]
    assert rival["article"]["title"] == RIVAL
    assert rival["stories"] == []
    assert 0 < rival["score"] < member["score"]


def test_the_same_is_told_to_people_in_whole_lines(ask, ferry):
    said = ask("why", ferry, "https://news.example/nothing-en2")
    found = ask("why", ferry, "nothing-en2", "--json")
    member, rival = found["membership"], found["competitor"]["article"]
    whole = " ".join(said.split())
    assert whole.startswith(f"nothing-en2 “{FERRY[2]}” in {ferry}: rung 6 automatic ")
    assert f" score {member['score']:.2f} by machine since " in whole
    assert re.search(r" term ferry \(\+0\.\d\d\) ", whole)
    assert re.search(r" entity \S+ Geneva \(en\) \(\+0\.\d\d\) ", whole)
    assert re.search(r" gap \d+\.\d hours next best “", whole)
    assert f" “{rival['title']}” ({rival['id']}), in no story, score 0." in whole
    assert "competitor" not in whole


def test_a_suggestion_tells_what_two_languages_share(ask, ferry):
    found = ask("why", ferry, "nothing-de7", "--json")
    assert found["membership"]["rung"] == 7
    assert found["membership"]["score"] < 0.36
    assert "genf ~ geneva" in {one["detail"] for one in found["evidence"]}
    assert found["gap_days"] < 1
    said = ask("why", ferry, "nothing-de7")
    assert "7 suggestion" in said
    assert re.search(r"term +genf ~ geneva \(\+0\.\d\d\)", said)


def test_what_is_no_member_has_nothing_to_tell(ask, ferry):
    found = ask("why", ferry, "nothing-en900", "--json")
    assert (found["membership"], found["gap_days"], found["competitor"]) == (None, None, None)
    assert (found["evidence"], found["entities"]) == ([], [])
