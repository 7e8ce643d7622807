"""Every check, one after the other: what one of them does, even to itself, stops no other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing

from swifeeds.errors import ConfigError, SwifeedsError
from swifeeds.service.examining.check import Check, Examined, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, Verdict, broken, told_by
from swifeeds.service.examining.patient import Patient

PATIENCE = 60.0
"""Seconds for one check: longer than any waiting of its own parts."""


async def examine(
    patient: Patient,
    checks: Sequence[Check],
    *,
    on_bug: Callable[[Exception], None] = lambda _: None,
    patience: float = PATIENCE,
) -> tuple[Examined, ...]:
    """Make the checks in their order.

    Args:
        patient: opened.
        checks: what to look at.
        on_bug: gets what a check raised that is no error of ours, for its traceback.
        patience: seconds for each check.
    """
    return tuple([await _made(one, patient, on_bug, patience) for one in checks])


async def _made(
    check: Check, patient: Patient, on_bug: Callable[[Exception], None], patience: float
) -> Examined:
    missing = _missing(check, patient)
    if missing is not None:
        return Examined(check=check, diagnoses=(_skipped(missing),))
    found: list[Diagnosis] = []
    try:
        async with asyncio.timeout(patience), aclosing(check.look(patient)) as diagnoses:  # type: ignore[type-var]
            async for one in diagnoses:
                found.append(one)  # noqa: PERF401 - what was found before a failure is kept
    except TimeoutError:
        found.append(_unanswered(check, f"took longer than {patience:g} s"))
    except ConfigError as error:
        advice = "mend the configuration"
        found += [broken(str(fault), advice, subject=fault.key or None) for fault in error.faults]
    except SwifeedsError as error:
        found.append(broken(*told_by(error, otherwise="mend that, then look again")))
    except Exception as error:  # noqa: BLE001 - a doctor who fails says so, and goes on
        on_bug(error)
        found.append(_unanswered(check, f"failed by itself ({type(error).__name__}: {error})"))
    return Examined(check=check, diagnoses=tuple(found))


def _missing(check: Check, patient: Patient) -> str | None:
    """The part of the patient that the check would need."""
    if check.needs >= Needs.CONFIGURATION and patient.config is None:
        return "configuration"
    if check.needs >= Needs.DATABASE and patient.store is None:
        return "database"
    return None


def _skipped(missing: str) -> Diagnosis:
    return Diagnosis(
        verdict=Verdict.SKIPPED,
        sentence=f"not examined, because there is no {missing} to examine it by",
        advice=f"`swifeeds doctor {missing}` says why",
    )


def _unanswered(check: Check, what: str) -> Diagnosis:
    return broken(
        f"the check {check.name} {what}, so nothing is known of it",
        "look again; if it stays so, run it with `swifeeds --debug doctor` and report what it says",
    )
