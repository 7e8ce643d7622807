"""The sources: how each fares, in the words of `status`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime

from swifeeds.model import Source, SourceId, SourceState
from swifeeds.pipeline.condition import Condition, condition_of
from swifeeds.pipeline.outcome import failure_notice, silence_notice
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok, warning
from swifeeds.service.examining.patient import Patient

_MANY = 3
"""Fewest sources of which it means something that all of them fail."""


async def look_at_sources(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Each source that does not fare well, and how many do."""
    sources, states = patient.settings.sources, await patient.source_states()
    for one in source_diagnoses(sources, states, patient.now):
        yield one


def source_diagnoses(
    sources: tuple[Source, ...], states: Mapping[SourceId, SourceState], now: datetime
) -> Iterator[Diagnosis]:
    """What to say of these sources at `now` (UTC). Pure."""
    if not sources:
        yield note(
            "no source is configured, so nothing is ever collected",
            "add `[[sources]]`; `swifeeds source test URL` tries one first",
        )
        return
    conditions = {source.id: condition_of(source, states.get(source.id), now) for source in sources}
    failing = [one for one in conditions.values() if one is Condition.FAILING]
    if len(failing) == len(sources) >= _MANY:
        yield broken(
            f"all {len(sources)} sources fail",
            "see this machine's network, name service and clock before the sources:"
            " `curl -I` the address of one",
        )
    for source in sources:
        found = _of(source, states.get(source.id), conditions[source.id], now)
        if found is not None:
            yield found
    well = sum(one is Condition.WELL for one in conditions.values())
    if well:
        yield ok(f"{well} of {len(sources)} sources are polled in time and bring what they should")


def _of(
    source: Source, state: SourceState | None, condition: Condition, now: datetime
) -> Diagnosis | None:
    name = source.id
    if state is None or condition is Condition.NEVER_POLLED:
        return note(
            f"source {name} was never polled", "`swifeeds run` or `swifeeds collect` polls it",
            subject=name,
        )  # fmt: skip
    match condition:
        case Condition.PAUSED:
            advice = f"`swifeeds source resume {name}` polls it again"
            return note(f"source {name} is paused; its feeds stay as they are", advice,
                        subject=name)  # fmt: skip
        case Condition.FAILING:
            told = failure_notice(source, state, now)
            return warning(told.message if told else f"source {name} fails", _of_failing(name),
                           subject=name)  # fmt: skip
        case Condition.SILENT:
            told = silence_notice(source, state, now)
            return warning(told.message if told else f"source {name} is silent", _of_silent(name),
                           subject=name)  # fmt: skip
        case Condition.LATE:
            return warning(
                f"source {name} was due at {state.next_at:%Y-%m-%d %H:%M} UTC and was not polled",
                "see that the service runs (check `service`); if it does, raise schedule.lanes",
                subject=name,
            )
        case _:
            return None


def _of_failing(name: str) -> str:
    return (
        f"`swifeeds source test {name}` reads it now and shows what comes; mend its settings, or"
        f" `swifeeds source pause {name}`"
    )


def _of_silent(name: str) -> str:
    return (
        f"`swifeeds source test {name}` shows what is read there now; if its page changed mend its"
        " rules, if it writes less often raise expect_new_within"
    )


CHECKS = (
    Check(
        name="sources",
        family="sources",
        asks="is each source polled in time, and does it bring what it should?",
        needs=Needs.DATABASE,
        look=look_at_sources,
    ),
)
