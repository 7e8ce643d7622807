"""What goes out and what is asked outside: hubs, subscribers, the webhook, the embedder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import urlsplit

from swifeeds.pipeline.embedding import NOTICE as EMBEDDER_FAILING
from swifeeds.pipeline.errands import HUB_FAILING
from swifeeds.pipeline.telling import BATCH
from swifeeds.service.counting import counted
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, note, ok, told_by, warning
from swifeeds.service.examining.patient import Patient

_SOON = timedelta(minutes=5)
"""A notice is sent within seconds; one that waits so long was refused."""


async def look_at_hubs(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether hubs and subscribers take what they are sent."""
    counts = await patient.counts()
    failing = [one for one in await patient.notices() if one.kind == HUB_FAILING]
    for one in failing:
        wrong, _, advice = one.message.rpartition("; ")
        yield warning(wrong or one.message, advice, subject=one.subject)
    if counts["outbox_failing"]:
        yield warning(
            f"of {counted(counts['outbox'], 'message')} to hubs and subscribers"
            f" {counts['outbox_failing']} failed before, to be tried again",
            "one subscriber that is away is no matter; if they grow, see this machine's way out and"
            " the log",
        )
    if not failing and not counts["outbox_failing"]:
        hubs = patient.settings.publication.hubs
        told = f"feeds name {', '.join(hubs)}" if hubs else "feeds name no hub"
        subscriptions = counted(counts["subscriptions"], "subscription")
        yield ok(f"{told}; {subscriptions}, {counts['outbox']} to send")


async def look_at_webhook(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether somebody is told, and takes it. Its address may be a secret: the host is shown."""
    address = patient.settings.tell.webhook
    if address is None:
        yield note(
            "no webhook is set, so nobody is told who does not look at the log or at"
            " `swifeeds status`",
            "set tell.webhook",
        )
        return
    host = urlsplit(address).hostname
    waiting = [notice for _, notice in await patient.opened.undelivered(BATCH)]
    late = [one for one in waiting if patient.now - one.at > _SOON]
    if late:
        many = f"{len(waiting)} or more" if len(waiting) == BATCH else str(len(waiting))
        yield warning(
            f"the webhook at {host} has not taken what it was told since"
            f" {min(one.at for one in late):%Y-%m-%d %H:%M} UTC: waiting notices: {many}",
            "see that the service runs and that the address answers a POST with 2xx; the log says"
            " what it answered",
            subject="tell.webhook",
        )
    else:
        yield ok(f"the webhook at {host} took all that was told")


async def look_at_embedder(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the embedder answered when it was asked last. It is not asked here."""
    settings = patient.settings.grouping.embedder
    if settings is None:
        yield ok("no embedder is set: articles are grouped by words")
        return
    failing = [
        one
        for one in await patient.notices()
        if one.kind == EMBEDDER_FAILING and one.subject == settings.model
    ]
    advice = "see that it runs and that grouping.embedder names its address; docs/embedder.md"
    for one in failing:
        wrong, _ = told_by(RuntimeError(one.message), otherwise=advice)
        yield warning(
            f"the embedder {settings.model} did not answer when it was asked last ({wrong}):"
            " articles are grouped by words alone",
            advice,
            subject=settings.model,
        )
    if not failing:
        yield ok(f"the embedder {settings.model} did not fail when it was asked last")


CHECKS = (
    Check(
        name="hubs",
        family="outside",
        asks="do hubs and subscribers take what they are sent?",
        needs=Needs.DATABASE,
        look=look_at_hubs,
    ),
    Check(
        name="webhook",
        family="outside",
        asks="is somebody told when something is wrong, and takes it?",
        needs=Needs.DATABASE,
        look=look_at_webhook,
    ),
    Check(
        name="embedder",
        family="outside",
        asks="did the embedder, if there is one, answer last?",
        needs=Needs.DATABASE,
        look=look_at_embedder,
    ),
)
