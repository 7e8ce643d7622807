from __future__ import annotations

from tests.unit.service.houses import TEXT, configure

from swifeeds.config import difference, masked
from swifeeds.service.reloading import taken_by


def test_what_can_be_taken_is_taken_and_nothing_waits(tmp_path):
    running = configure(tmp_path)
    stated = configure(tmp_path, TEXT.replace("World news", "The world"))
    taken, waiting = taken_by(running, stated)
    assert waiting == ()
    assert taken == stated


def test_what_was_opened_keeps_its_running_values_and_is_named(tmp_path):
    running = configure(tmp_path)
    stated = configure(
        tmp_path,
        TEXT.replace("house.db", "other.db").replace("World news", "The world")
        + "[schedule]\nlanes = 3\n[collect]\ngap = 9.0\n[workers]\nworkers = 5\n",
    )
    taken, waiting = taken_by(running, stated)
    assert waiting == ("storage", "collect", "workers", "schedule")
    assert taken.storage == running.storage
    assert taken.schedule.lanes == running.schedule.lanes
    assert taken.publication.titles == (("en", "The world"),)
    left = difference(masked(taken.effective), masked(stated.effective))
    assert {line.partition(":")[0] for line in left} == {
        "storage.url", "collect.gap", "workers.workers", "schedule.lanes",
    }  # fmt: skip


def test_a_hub_waits_for_its_door_in_feeds_too(tmp_path):
    running = configure(tmp_path)
    stated = configure(tmp_path, TEXT + '[websub]\nhub = "own"\n')
    taken, waiting = taken_by(running, stated)
    assert waiting == ("websub",)
    assert stated.publication.hubs == ("https://feeds.example.org/hub",)
    assert taken.publication.hubs == ()


def test_redirects_are_taken_by_a_reload(tmp_path):
    running = configure(tmp_path)
    rule = '[[redirects]]\nfrom = "/rss.xml"\nto = "/feed.rss"\n'
    taken, waiting = taken_by(running, configure(tmp_path, TEXT + rule))
    assert waiting == ()
    assert [one.location for one in taken.forwardings] == ["/feed.rss"]
