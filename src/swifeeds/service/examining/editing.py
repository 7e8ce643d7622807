"""What waits for people, and what waits for the machine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from datetime import datetime

from swifeeds.desk import read_suggestions
from swifeeds.model import Notice, Source
from swifeeds.pipeline.embedding import NOTICE as EMBEDDER_FAILING
from swifeeds.pipeline.errands import HUB_FAILING
from swifeeds.pipeline.learning import NOTICE as NOT_LEARNED
from swifeeds.pipeline.vouching import ENDED as MARK_ENDED
from swifeeds.pipeline.vouching import ENDING as MARK_ENDING
from swifeeds.service.counting import counted
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, note, ok, told_by, warning
from swifeeds.service.examining.patient import Patient
from swifeeds.service.exporter import EXPORT_FAILED

_HELD = "article-held"
_OF_SOURCES = ("source-failing", "source-silent", "source-gone", "source-moved")

_RECORDS = {
    "article-withdrawn": ("article", "withdrawn by the publisher"),
    "id-not-adopted": ("guid", "not adopted, because another article has it"),
}
"""Kinds that nothing ends: they are there to be read."""

_ELSEWHERE = frozenset(
    {_HELD, HUB_FAILING, EMBEDDER_FAILING, EXPORT_FAILED, NOT_LEARNED, MARK_ENDING, MARK_ENDED}
)
"""Kinds that checks of their own tell."""


async def look_at_held(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What was held by the machine, and how much an editor holds."""
    notices = [one for one in await patient.notices() if one.kind == _HELD]
    counts = await patient.counts()
    for one in notices:
        yield warning(
            f"{one.subject} is held since {one.at:%Y-%m-%d %H:%M} UTC: {one.message}",
            f"`swifeeds article show {one.subject}`, then `article release` or `article withdraw`",
            subject=one.subject,
        )
    if (others := counts["held"] - len(notices)) > 0:
        held = counted(others, "article or revision", "articles or revisions")
        advice = "`swifeeds article release` lets one back in"
        yield note(f"{held} held that no notice tells of: an editor decided so", advice)
    elif not notices:
        yield ok("no article is held")


async def look_at_review(patient: Patient) -> AsyncIterator[Diagnosis]:
    """How many suggestions wait for an editor."""
    waiting = await read_suggestions(patient.opened, limit=0)
    if waiting.articles:
        stories = counted(waiting.stories, "story", "stories")
        yield note(
            f"{counted(waiting.articles, 'suggestion')} for {stories}: an editor's word is awaited",
            "`swifeeds story review` lists them; none is published until it is accepted",
        )
    else:
        yield ok("no story waits for review")


async def look_at_work(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether what was stored reaches the readers."""
    for one in work_diagnoses(await patient.counts()):
        yield one


def work_diagnoses(counts: Mapping[str, int]) -> Iterator[Diagnosis]:
    """What the counts of `Store.counts` say of work that waits. Pure."""
    if counts["articles"] and not counts["shelf"]:
        yield warning(
            f"{counted(counts['articles'], 'article')} stored, and nothing is published",
            "`swifeeds run` publishes; its log says what stands in the way",
        )
    elif counts["marked"] or counts["stale"]:
        yield note(
            f"waiting: {counted(counts['marked'], 'article')} to be grouped,"
            f" {counted(counts['stale'], 'feed')} to be rendered",
            "a running service does that in seconds; if it goes on, its log says why",
        )
    else:
        yield ok(f"nothing waits; {counted(counts['shelf'], 'document')} published")


async def look_at_notices(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What is told and stands in no other check."""
    notices = await patient.notices()
    for one in notice_diagnoses(notices, patient.settings.sources):
        yield one


def notice_diagnoses(notices: Iterable[Notice], sources: Iterable[Source]) -> Iterator[Diagnosis]:
    """What to say of open notices that no other check tells. Pure."""
    named = {str(one.id) for one in sources}
    records: dict[str, list[datetime]] = {}
    empty = True
    for one in notices:
        if one.kind in _RECORDS:
            records.setdefault(one.kind, []).append(one.at)
        elif (one.kind in _OF_SOURCES and one.subject in named) or one.kind in _ELSEWHERE:
            continue
        elif one.kind in _OF_SOURCES:
            empty = False
            yield note(
                f"{one.kind} was told of {one.subject}, which the file names no more",
                subject=one.subject,
            )
        else:
            empty = False
            yield warning(
                *told_by(RuntimeError(one.message), otherwise="see docs/operating.md, Being told"),
                subject=one.subject,
            )
    for kind, times in records.items():
        what, happened = _RECORDS[kind]
        yield note(
            f"{counted(len(times), what)} {happened}, the last at {max(times):%Y-%m-%d %H:%M} UTC",
            f"read them in `swifeeds status`, under {kind}; nothing else has to be done",
            subject=kind,
        )
    if empty and not records:
        yield ok("nothing else is told")


CHECKS = (
    Check(
        name="held",
        family="editors",
        asks="is an article held and waiting for a decision?",
        needs=Needs.DATABASE,
        look=look_at_held,
    ),
    Check(
        name="review",
        family="editors",
        asks="do suggestions for stories wait for an editor?",
        needs=Needs.DATABASE,
        look=look_at_review,
    ),
    Check(
        name="work",
        family="editors",
        asks="does what is stored reach the readers?",
        needs=Needs.DATABASE,
        look=look_at_work,
    ),
    Check(
        name="notices",
        family="editors",
        asks="what else was an operator told?",
        needs=Needs.DATABASE,
        look=look_at_notices,
    ),
)
