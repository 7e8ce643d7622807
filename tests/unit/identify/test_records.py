"""An article from another house keeps its id, and takes nobody's place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.contract.making import make_article, seen

from swifeeds.identify import Residents, reunite
from swifeeds.markup import url_key
from swifeeds.model import Duplicate, New, Record, Reject, Revised, SourceId, Status

ONE = make_article("one")


def record_of(article, *more):
    return Record(article=article, sightings=(seen(article), *more))


def residents(*articles):
    here = Residents()
    for article in articles:
        here.take_in(article, (seen(article),))
    return here


def test_an_unknown_article_is_new_with_its_own_id_and_all_its_copies():
    other = seen(ONE, source_id=SourceId("other"), guid=None)
    first, second = reunite(record_of(ONE, other), Residents())
    assert first == New(article=ONE, sighting=seen(ONE))
    assert second == Duplicate(sighting=other)


def test_the_same_article_again_asks_for_nothing():
    assert reunite(record_of(ONE), residents(ONE)) == ()


def test_twice_in_one_file_is_once():
    here = Residents()
    reunite(record_of(ONE), here)
    assert reunite(record_of(ONE), here) == ()


def test_a_corrected_export_revises_what_changed_and_importing_it_again_changes_nothing():
    corrected = replace(ONE, title="Corrected")
    here = residents(ONE)
    (intent,) = reunite(record_of(corrected), here)
    assert isinstance(intent, Revised)
    assert intent.changed == ("title",)
    assert (intent.article.title, intent.article.revision) == ("Corrected", 2)
    assert reunite(record_of(corrected), here) == ()


def test_what_was_revised_here_since_is_not_overwritten():
    here = residents(replace(ONE, title="Newer", revision=3))
    assert reunite(record_of(replace(ONE, title="Older", revision=2)), here) == ()


def test_what_was_withdrawn_here_stays_withdrawn():
    here = residents(replace(ONE, status=Status.WITHDRAWN, status_reason="by the desk"))
    assert reunite(record_of(replace(ONE, title="Again", revision=9)), here) == ()


def test_what_is_held_here_is_not_freed_and_what_is_withdrawn_there_is_withdrawn():
    held = replace(ONE, status=Status.HELD, status_reason="by the desk")
    (intent,) = reunite(record_of(replace(ONE, title="New title", revision=2)), residents(held))
    assert intent.article.status is Status.HELD
    gone = replace(ONE, status=Status.WITHDRAWN, status_reason="by the publisher")
    (intent,) = reunite(record_of(gone), residents(ONE))
    assert intent.article.status is Status.WITHDRAWN


def test_updated_never_falls():
    later = replace(ONE, updated=ONE.updated + timedelta(hours=1))
    (intent,) = reunite(record_of(replace(ONE, title="X")), residents(later))
    assert intent.article.updated == later.updated


def test_an_address_or_guid_of_another_article_is_told():
    here = residents(replace(make_article("two"), url=ONE.url))
    outcome = reunite(record_of(ONE), here)
    assert isinstance(outcome, Reject)
    assert "that of article two here" in outcome.reason
    here = Residents(by_guid={(SourceId("wire"), "guid one"): "two"})
    assert isinstance(reunite(record_of(ONE), here), Reject)
    assert url_key(ONE.url) not in here.by_url


def test_a_copy_that_is_not_known_yet_is_added():
    other = seen(ONE, source_id=SourceId("other"), guid="7")
    assert reunite(record_of(ONE, other), residents(ONE)) == (Duplicate(sighting=other),)
