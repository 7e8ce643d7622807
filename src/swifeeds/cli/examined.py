"""How an examination is shown: what is wrong first for people, everything for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from pathlib import Path

from rich.text import Text

from swifeeds import __version__
from swifeeds.cli.output import console, say, say_json, say_table
from swifeeds.cli.terminal import one_line
from swifeeds.service.counting import counted
from swifeeds.service.examining import Check, Diagnosis, Examined, Verdict, worst

_STYLES: Mapping[Verdict, str] = {
    Verdict.BROKEN: "bold red",
    Verdict.WARNING: "yellow",
    Verdict.NOTE: "cyan",
    Verdict.SKIPPED: "dim",
    Verdict.OK: "green",
}
_WRONG = (Verdict.BROKEN, Verdict.WARNING, Verdict.NOTE)
_MOST = 10
"""Lines of one check with one verdict: the rest is counted."""

_WIDTH = max(map(len, Verdict)) + 1


def show_checks(checks: Sequence[Check], *, json: bool) -> None:
    """The checks themselves, and the question that each answers."""
    if json:
        say_json([{"name": c.name, "family": c.family, "asks": c.asks} for c in checks])
    else:
        say_table(("check", "family", "asks"), ((c.name, c.family, c.asks) for c in checks))


def show_as_json(found: Sequence[Examined], *, configuration: str, at: datetime) -> None:
    """One document. Its names stay as they are; new ones may come with `version` the same."""
    say_json(
        {
            "version": 1,
            "program": __version__,
            "configuration": configuration,
            "examined": at,
            "verdict": worst(one.verdict for one in found),
            "counts": _counts(found),
            "checks": [
                {
                    "name": one.check.name,
                    "family": one.check.family,
                    "verdict": one.verdict,
                    "findings": [asdict(diagnosis) for diagnosis in one.diagnoses],
                }
                for one in found
            ],
        }
    )


def show_for_people(found: Sequence[Examined], *, configuration: Path) -> None:
    """What is wrong, gravest first; what is well, family by family; what it comes to."""
    for verdict in _WRONG:
        for one in found:
            _say_wrong(one, verdict)
    _say_skipped(found)
    for family, some in groupby(found, key=lambda one: one.check.family):
        _say_well(family, some)
    say("")
    say(f"{_summary(_counts(found))} ({configuration}, swifeeds {__version__})")


def _say_wrong(examined: Examined, verdict: Verdict) -> None:
    some = [one for one in examined.diagnoses if one.verdict is verdict]
    name = examined.check.name
    for one in some[:_MOST]:
        _say_marked(verdict, f"{name}: {one.sentence}")
        if one.advice:
            say(f"{'':{_WIDTH}}do: {one_line(one.advice)}")
    if (more := len(some) - _MOST) > 0:
        _say_marked(verdict, f"{name}: and {more} more; `swifeeds doctor {name} --json` has all")


def _say_skipped(found: Iterable[Examined]) -> None:
    skipped: dict[Diagnosis, list[str]] = {}
    for one in found:
        for diagnosis in one.diagnoses:
            if diagnosis.verdict is Verdict.SKIPPED:
                skipped.setdefault(diagnosis, []).append(one.check.name)
    for diagnosis, names in skipped.items():
        _say_marked(Verdict.SKIPPED, f"{', '.join(names)}: {diagnosis.sentence}")
        say(f"{'':{_WIDTH}}do: {diagnosis.advice}")


def _say_well(family: str, some: Iterable[Examined]) -> None:
    well = list(_well(some))
    if well:
        say("")
        say(family)
    for name, sentence in well:
        _say_marked(Verdict.OK, f"{name}: {sentence}")


def _well(some: Iterable[Examined]) -> Iterator[tuple[str, str]]:
    for one in some:
        for diagnosis in one.diagnoses:
            if diagnosis.verdict is Verdict.OK:
                yield one.check.name, diagnosis.sentence


def _say_marked(verdict: Verdict, sentence: str) -> None:
    mark = Text(f"{verdict:{_WIDTH}}", style=_STYLES[verdict])
    console.print(mark.append(one_line(sentence), style="default"), soft_wrap=True)


def _counts(found: Iterable[Examined]) -> dict[str, int]:
    """How many findings there are of each verdict, gravest first."""
    counts = Counter(one.verdict for examined in found for one in examined.diagnoses)
    return {verdict.value: counts[verdict] for verdict in (*_WRONG, Verdict.SKIPPED, Verdict.OK)}


def _summary(counts: Mapping[str, int]) -> str:
    if not counts["broken"] and not counts["skipped"]:
        said = ["nothing is broken"]
    else:
        said = [f"{counts['broken']} broken"]
    said += [counted(counts[name], name) for name in ("warning", "note") if counts[name]]
    if counts["skipped"]:
        said.append(f"{counts['skipped']} not examined")
    return ", ".join([*said, f"{counts['ok']} well"])
