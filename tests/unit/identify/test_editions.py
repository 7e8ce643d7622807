"""What a publisher says of an edition: held back, set free, older than the one we have."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.unit.identify.test_decide import AGENCY, MONDAY, decide, draft, known_of, stored

from swifeeds.model import Duplicate, Revised, Signal, Status

DAY = timedelta(days=1)


def test_an_article_that_its_source_holds_is_kept_and_not_public():
    article = stored(held="it is a draft")
    assert article.status is Status.HELD
    assert article.status_reason == "held by its source: it is a draft"
    assert not article.is_public(MONDAY + DAY)


def test_importing_a_held_article_again_changes_nothing():
    held = stored(held="it is a draft")
    assert isinstance(decide(draft(held="it is a draft"), known_of(held)), Duplicate)


def test_a_source_may_hold_back_what_was_public():
    intent = decide(draft(held="its status is “withheld”"), known_of(stored()))
    assert isinstance(intent, Revised)
    assert intent.changed == ("status",)
    assert intent.article.status is Status.HELD
    assert intent.article.content == stored().content


def test_what_its_source_held_is_free_once_the_source_says_so():
    held = stored(held="it is a draft")
    intent = decide(draft(retrieved=MONDAY + DAY), known_of(held))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.USABLE
    assert intent.article.status_reason is None
    assert intent.article.updated == held.updated


def test_a_withdrawal_goes_before_a_hold():
    intent = decide(draft(held="it is a draft", withdrawn=True), known_of(stored()))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.WITHDRAWN


@pytest.mark.parametrize(("kept", "comes"), [("3", "2"), ("10", "9"), ("12", "7")])
def test_an_older_edition_does_not_replace_a_newer_one(kept, comes):
    intent = decide(draft(version=comes, title="An older headline"), known_of(stored(version=kept)))
    assert isinstance(intent, Duplicate)


@pytest.mark.parametrize(("kept", "comes"), [("2", "3"), ("9", "10"), (None, "1"), ("b", "a")])
def test_a_newer_edition_and_one_that_cannot_be_compared_do(kept, comes):
    intent = decide(draft(version=comes, title="A newer headline"), known_of(stored(version=kept)))
    assert isinstance(intent, Revised)
    assert (intent.article.title, intent.article.version) == ("A newer headline", comes)


def test_the_numbers_of_another_source_are_not_compared():
    kept = stored(source_id=AGENCY, version="9")
    assert isinstance(decide(draft(version="1", title="Ours"), known_of(kept)), Revised)


def test_a_signal_alone_revises_without_an_update():
    before = stored(version="1")
    intent = decide(draft(version="2", signal=Signal.CORRECTION), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.changed == ("version", "signal")
    assert intent.article.updated == before.updated


def test_no_edition_is_too_old_to_take_the_text_back():
    intent = decide(draft(version="1", withdrawn=True), known_of(stored(version="3")))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.WITHDRAWN


def test_what_was_taken_back_before_it_came_is_not_public_when_it_comes():
    gone = stored(withdrawn=True, title="Access denied", content=None)
    assert gone.status is Status.WITHDRAWN
    assert isinstance(decide(draft(version="3"), known_of(gone)), Duplicate)
