"""`swifeeds story` as a person or a script gives it, on the demo's store."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from tests.acceptance.journey import run_here
from tests.contract.making import grouping, member

from swifeeds.model import Evidence, Rung
from swifeeds.store import StorageSettings
from swifeeds.store.sql import SqlStore

TRAIN, GLACIER, TALKS = "the-night-train-to-the-south", "glacier-monitoring", "caucasus-talks"


@pytest.fixture
def story(copied):
    """Run a command of stories on the copied demo; what it said, or what `--json` gave."""

    def run(*arguments, expect: int = 0):
        done = run_here("story", *arguments, "--config", copied / "swifeeds.toml", expect=expect)
        if expect:
            return done.stderr.strip()
        return json.loads(done.stdout) if "--json" in arguments else done.stdout

    return run


def test_list_names_every_story_with_its_rungs(story):
    listed = {one["story"]["slug"]: one for one in story("list", "--json")}
    assert set(listed) == {TRAIN, GLACIER, TALKS}
    assert listed[TALKS]["rungs"] == {"rule": sum(listed[TALKS]["languages"].values())}
    states = {one["story"]["state"] for one in listed.values()}
    some = story("list", "--state", min(states), "--json")
    assert {one["story"]["state"] for one in some} == {min(states)}
    assert "there is no state old" in story("list", "--state", "old", expect=2)


def test_show_tells_members_by_day_decisions_and_the_log(story):
    members = story("show", TALKS, "--json")["members"]
    article = members[0]["article"]["id"]
    said = story("exclude", TALKS, article, "--by", "anna")
    event = re.search(r"excluded \(event (\d+); `swifeeds story undo \1` takes it back\)", said)[1]
    shown = story("show", TALKS)
    assert f"\n{members[0]['article']['published'][:10]}\n  {article} [" in shown
    assert ": rule (word Ab" in shown
    assert f"stands: place {article}: exclude (anna, event {event})" in shown
    assert "Z exclude by anna: article" in shown
    again = story("show", TALKS, "--json")
    assert [one["action"] for one in again["events"]] == ["exclude", "state"]


def test_why_tells_the_stored_evidence_and_what_keeps_an_article_out(story):
    article = story("show", TALKS, "--json")["members"][0]["article"]
    told = story("why", TALKS, article["url"])
    assert "rung   2 rule" in told
    assert "score  1.00" in told
    event = story("exclude", TALKS, article["id"], "--by", "anna", "--json")["event"]
    told = story("why", TALKS, article["id"])
    assert "no" in told.split("member")[1].split("\n")[0]
    assert f"exclude by anna, event {event}" in told
    found = story("why", TALKS, article["id"], "--json")
    assert found["membership"] is None
    assert found["decision"]["by"] == "anna"
    assert "nothing that is stored speaks for it" in story("why", GLACIER, article["id"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("merge", TALKS, GLACIER), r"toml:\d+ states the rule of the story caucasus-talks, and"),
        (("rename", TALKS, "-t", "en=Talks"), r"toml:\d+ states title.en of the story"),
        (("rename", TALKS, "--slug", "talks"), r"toml:\d+ states slug of the story"),
        (("close", TALKS), r"toml:\d+ states the rule of the story"),
        (("rename", TRAIN, "--slug", TALKS), "the story caucasus-talks has the address"),
        (("rename", TRAIN, "--slug", "A b"), "A b is no address"),
        (("rename", TRAIN, "-t", "xx=Zug"), "'xx=Zug' must be LANGUAGE="),
        (("rename", TRAIN), "say what to change"),
        (("merge", TRAIN, TRAIN), "cannot be merged into itself"),
        (("close", "--reopen", TRAIN), "is not closed, but "),
        (("pin", "nowhere", "x"), "there is no story nowhere"),
        (("pin", TRAIN, "x"), "there is no article x"),
        (("nest", TRAIN), "say where the story goes"),
        (("nest", TRAIN, "--within", TRAIN), r"a ring: (\S+) within \1;"),
        (("nest", TRAIN, "--within", "nowhere"), "there is no story nowhere"),
        (("nest", TRAIN, "--out"), "is within none"),
        (("undo", "99"), "there is no event 99 to undo"),
        (("review", "--accept", TRAIN), "name the story, the articles"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(story, arguments, sentence):
    said = story(*arguments, expect=2)
    assert len(said.splitlines()) == 1
    assert re.search(sentence, said), said


def test_what_the_file_does_not_state_may_be_named_and_pinned(story):
    article = story("show", TRAIN, "--json")["members"][0]["article"]["id"]
    event = story("pin", TALKS, article, "--json")["event"]
    assert "is pinned to caucasus-talks already" in story("pin", TALKS, article, expect=2)
    assert f"undone: event {event}" in story("undo")
    assert "no action that stands" in story("undo", expect=2)


def test_a_merged_story_is_told_as_such(story):
    story("merge", TRAIN, GLACIER)
    assert f"was merged into {GLACIER}" in story("show", TRAIN, expect=2)
    assert TRAIN not in story("list")


def test_a_closed_story_takes_nothing_until_it_is_reopened(story):
    article = story("show", TALKS, "--json")["members"][0]["article"]["id"]
    story("close", TRAIN)
    assert "is closed and takes no articles" in story("pin", TRAIN, article, expect=2)
    story("close", "--reopen", TRAIN)
    story("pin", TRAIN, article)


async def suggest(folder, story_id, article_id):
    """As the automatic rung will: a weak membership, kept by grouping."""
    weak = member(
        story_id, article_id, rung=Rung.SUGGESTION, score=0.31,
        evidence=(Evidence(kind="term", detail="train", weight=0.2),),
    )  # fmt: skip
    store = SqlStore(StorageSettings(url=f"sqlite:///{folder}/demo.db"), folder)
    await store.open()
    others = await store.memberships(article_id)
    await store.keep_grouping(grouping(weak, *others), marked=(), stale=())
    await store.close()


@pytest.mark.parametrize("accepted", [True, False])
def test_a_suggestion_is_listed_and_reviewed(story, copied, accepted):
    article = story("show", TALKS, "--json")["members"][0]["article"]["id"]
    asyncio.run(suggest(copied, GLACIER, article))
    listed = story("review")
    titles = dict(story("show", GLACIER, "--json")["story"]["titles"])
    assert listed.startswith("1 article suggested for 1 story\n")
    assert f"\n{GLACIER} “{titles['en']}”: 1 suggested\n" in listed
    assert re.search(rf"\n  0.31 {article} \[\w\w\] [\d-]+ .+\n       term train\n", listed)
    assert story("review", TRAIN, "--json")["proposed"] == []
    assert story("review", "--language", "ko", "--json")["articles"] == 0
    (proposed,) = story("review", "--json")["proposed"]
    assert proposed["articles"][0]["membership"]["score"] == 0.31
    told = story("why", GLACIER, article)
    assert "7 suggestion" in told
    assert "train (+0.20)" in told
    story("review", "--accept" if accepted else "--reject", GLACIER, article, "--by", "anna")
    (decision,) = story("show", GLACIER, "--json")["decisions"]
    assert decision["value"] == ("pin" if accepted else "exclude")
    assert decision["action"] == ("accept" if accepted else "reject")


def test_a_preview_lists_by_day_with_evidence_and_changes_nothing(story):
    before = story("show", TALKS, "--json")["members"]
    told = story("preview", TALKS, "--any", "en=glacier")
    first = told.splitlines()[0]
    assert re.match(r"caucasus-talks: [1-9]\d* new, [1-9]\d* leaving, 0 matching but excl", first)
    assert re.search(r"\n\d{4}-\d\d-\d\d\n(  .+\n)*  \w+ \[en\] .+: rule \(word glacier\)\n", told)
    assert story("show", TALKS, "--json")["members"] == before
    stays = story("preview", TALKS, "--json", "--limit", "1")
    nothing = dict.fromkeys(("new", "leaves", "excluded", "may_come", "may_leave"), 0)
    assert stays["counts"] == nothing | {"stays": len(before)}
    (newest,) = stays["articles"]["stays"]
    assert newest["article"]["id"] == before[-1]["article"]["id"]
    assert f"and {len(before) - 1} more" in story("preview", TALKS, "--limit", "1")


def test_a_preview_of_a_new_story_needs_a_match_that_the_file_could_state(story):
    assert "states no story ice" in story("preview", "ice", expect=2)
    tried = story("preview", "ice", "--any", "en=glacier", "--json")
    assert tried["counts"]["new"] > 0
    assert tried["counts"]["stays"] == 0
    for wrong, sentence in (
        (("--any", "glacier"), "must be LANGUAGE=WORD"),
        (("--any", "xx=glacier"), "--any: xx is not among site.languages"),
        (("--territory", "XQ"), "--territory: XQ is no ISO 3166 code"),
        (("--source", "nobody"), "--source: there is no source nobody"),
        (("--section", "nothing"), "--section: there is no section nothing"),
        (("--until", "2009-01-01"), "days alone take no article"),
        (("--from", "2009-02-01", "--until", "2009-01-01"), "--from: lies after until"),
    ):
        said = story("preview", "ice", *wrong, expect=2)
        assert sentence in said
        assert len(said.splitlines()) == 1


def test_a_story_goes_within_another_and_out_again(story, copied):
    story("nest", TRAIN, "--within", TALKS)
    assert f"within     {TALKS}" in story("show", TRAIN)
    train = story("show", TRAIN, "--json")["story"]["id"]
    assert [one["id"] for one in story("show", TALKS, "--json")["parts"]] == [train]
    assert "within caucasus-talks already" in story("nest", TRAIN, "--within", TALKS, expect=2)
    said = story("nest", TALKS, "--within", TRAIN, expect=2)
    assert f"{TALKS} within {train} within {TALKS}" in said
    file = copied / "swifeeds.toml"
    text = file.read_text(encoding="utf-8")
    wider = '\n[[stories]]\nid = "wider"\ntitle = { en = "Wider" }\n'
    line = f'id = "{TALKS}"'
    assert line in text
    file.write_text(text.replace(line, f'{line}\nparent = "wider"') + wider, encoding="utf-8")
    assert re.search(r"toml:\d+ states parent", story("nest", TALKS, "--within", TRAIN, expect=2))
    story("nest", TRAIN, "--out")
    assert TALKS not in story("show", TRAIN).split("parts")[0]
    story("undo")
    assert f"within     {TALKS}" in story("show", TRAIN)
