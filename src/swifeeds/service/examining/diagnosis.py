"""What an examination says: verdicts, each with its sentence and what to do. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands, from well to worst."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; nothing has to be done."""
    WARNING = "warning"
    """It works, and something is wrong with it or soon will be."""
    BROKEN = "broken"
    """It does not do what it is there for."""
    SKIPPED = "skipped"
    """Not examined, for want of the configuration or the database."""


_GRAVITY = (Verdict.OK, Verdict.SKIPPED, Verdict.NOTE, Verdict.WARNING, Verdict.BROKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """One thing that was found. `sentence` names its subject, without a full stop at the end;
    `advice` is what to do, None where there is nothing to do. Either may hold words of strangers
    as they are. `subject` is the thing itself for machines: an id, a key, a path."""

    verdict: Verdict
    sentence: str
    advice: str | None = None
    subject: str | None = None


def ok(sentence: str, *, subject: str | None = None) -> Diagnosis:
    """It is well."""
    return Diagnosis(verdict=Verdict.OK, sentence=sentence, subject=subject)


def note(sentence: str, advice: str | None = None, *, subject: str | None = None) -> Diagnosis:
    """Worth knowing."""
    return Diagnosis(verdict=Verdict.NOTE, sentence=sentence, advice=advice, subject=subject)


def warning(sentence: str, advice: str, *, subject: str | None = None) -> Diagnosis:
    """Something is wrong with it."""
    return Diagnosis(verdict=Verdict.WARNING, sentence=sentence, advice=advice, subject=subject)


def broken(sentence: str, advice: str, *, subject: str | None = None) -> Diagnosis:
    """It does not work."""
    return Diagnosis(verdict=Verdict.BROKEN, sentence=sentence, advice=advice, subject=subject)


def told_by(error: Exception, *, otherwise: str) -> tuple[str, str]:
    """The sentence of an error of ours in its two halves: what is wrong, and what to do.

    Args:
        error: its text is one sentence, with the advice behind the first semicolon.
        otherwise: the advice where it gives none.
    """
    wrong, _, advice = str(error).partition("; ")
    return wrong, advice or otherwise


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The gravest of them; `OK` where there is none."""
    return max(verdicts, key=_GRAVITY.index, default=Verdict.OK)
