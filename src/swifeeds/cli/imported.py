"""What an import came to, on a terminal or as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from swifeeds.cli.output import complain, say, say_json, say_table
from swifeeds.cli.status import came_to
from swifeeds.model import Draft, ImportRun, Record, SetAside, Tally
from swifeeds.service.counting import counted
from swifeeds.service.import_preview import Preview
from swifeeds.service.importing import FileReport
from swifeeds.service.work import Settled

_MOST_REASONS = 10
_COUNTS = (
    ("new", "new"), ("revised", "revised"), ("duplicate", "known"), ("held", "held"),
    ("withdrawn", "withdrawn"), ("set_aside", "set aside"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A file's report with all that was set aside of it, or remarked."""

    report: FileReport
    set_aside: tuple[SetAside, ...]

    @property
    def has_lost(self) -> bool:
        """True when something in it is not in the store."""
        return any(not one.is_remark for one in self.set_aside)


def show_files(shown: Sequence[ShownFile], settled: Settled, *, json: bool) -> None:
    """The summary of an import."""
    if json:
        say_json({"files": [_as_json(one) for one in shown], "settled": settled})
        return
    say_table(("file", "format", "came to"), map(_came_to, shown))
    for one in shown:
        if one.report.went_on_from:
            say(f"{one.report.name}: went on after {one.report.went_on_from} items of before")
        _show_set_aside(one.report.name, one.set_aside)
    say(came_to(settled))


def show_previews(found: Sequence[Preview], *, json: bool) -> None:
    """What an import would store, and where each field was read."""
    if json:
        say_json(found)
        return
    for one in found:
        kind = f"{one.format}: " if one.format else ""
        say(f"{one.name}: {kind}{one.failure or _sentence(one.tally)}")
        for draft in one.drafts:
            _show_draft(draft)
        for record in one.records:
            _show_record(record)
        _show_set_aside(one.name, one.set_aside)


def show_runs(runs: Sequence[tuple[ImportRun, tuple[SetAside, ...]]], *, json: bool) -> None:
    """Imports that are remembered, unfinished ones too."""
    if json:
        say_json([{"import": run, "set_aside": some} for run, some in runs])
        return
    say_table(
        ("key", "file", "came to"),
        (
            (run.key, Path(run.name).name, f"{_origin(run)}: {_words(run.tally)}; {_state(run)}")
            for run, _ in runs
        ),
    )
    for run, some in runs:
        _show_set_aside(run.name, some)


def _as_json(one: ShownFile) -> dict[str, object]:
    return {
        "name": one.report.name,
        "failure": one.report.failure,
        "went_on_from": one.report.went_on_from,
        "import": one.report.run,
        "set_aside": one.set_aside,
    }


def _came_to(shown: ShownFile) -> tuple[object, ...]:
    run = shown.report.run
    said = filter(None, (_words(run.tally) if run else None, shown.report.failure))
    return shown.report.name, run.format if run else None, "; ".join(said)


def _origin(run: ImportRun) -> str:
    return f"{run.format} of {run.source_id}" if run.source_id else run.format


def _words(tally: Tally) -> str:
    """The counts in words; those that are nothing are left out, but for what is always asked."""
    named = [(getattr(tally, field), word) for field, word in _COUNTS]
    said = [f"{count:,} {word}" for count, word in named if count or word == "new"]
    if tally.mended:
        said.append(counted(tally.mended, "remark"))
    return ", ".join([counted(tally.items, "item"), *said])


def _state(run: ImportRun) -> str:
    if run.finished is None:
        return f"cut off at byte {run.offset}; import it again to go on"
    return f"finished {run.finished:%Y-%m-%d %H:%M}Z"


def _sentence(tally: Tally) -> str:
    return (
        f"{counted(tally.items, 'item')}, {tally.new} would be new, {tally.revised} revised,"
        f" {tally.duplicate} are known, {tally.held} would be held, {tally.set_aside} set aside,"
        f" {counted(tally.mended, 'remark')}"
    )


def _show_set_aside(name: str, some: Sequence[SetAside]) -> None:
    """The first of each reason, with how often it came."""
    times = Counter(one.reject.reason for one in some)
    first: dict[str, SetAside] = {}
    for one in some:
        first.setdefault(one.reject.reason, one)
    for reason, count in times.most_common(_MOST_REASONS):
        one = first[reason]
        what = "remark" if one.is_remark else "set aside"
        more = f" (and {count - 1} more)" if count > 1 else ""
        complain(f"{what}: {one.reject.subject}: {reason}{more}")
    if len(times) > _MOST_REASONS:
        complain(
            f"{name}: {counted(len(times) - _MOST_REASONS, 'more reason')};"
            " `swifeeds import --list --json` has them all"
        )


def _show_draft(draft: Draft) -> None:
    read = dict(draft.provenances)
    dated = f"{draft.dating.read_from}, to the {draft.dating.precision}" if draft.dating else ""
    say("")
    say(draft.title)
    say_table(
        ("", "", "read from"),
        (
            ("address", draft.url, read.get("url", "declared" if draft.url else "")),
            ("id", draft.guid, read.get("guid", "declared" if draft.guid else "")),
            ("language", draft.language, read.get("language", "declared")),
            ("published", draft.published, dated or "not found"),
            ("updated", draft.updated, read.get("updated", "declared" if draft.updated else "")),
            ("lead", draft.summary, read.get("summary", "declared" if draft.summary else "")),
            ("text", f"{len(draft.content or '')} characters",
             read.get("content", "declared" if draft.content else "")),
            ("authors", ", ".join(person.name for person in draft.authors or ()),
             read.get("authors", "declared" if draft.authors else "")),
            ("section", draft.section, read.get("section", "declared" if draft.section else "")),
            ("embargo", draft.embargoed_until, "declared" if draft.embargoed_until else ""),
        ),
    )  # fmt: skip


def _show_record(record: Record) -> None:
    article = record.article
    say("")
    say(article.title)
    say_table(
        ("", ""),
        (
            ("id", article.id),
            ("address", article.url),
            ("source", article.source_id),
            ("language", article.language),
            ("published", article.published),
            ("status", article.status),
        ),
    )
