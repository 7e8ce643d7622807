"""How findings are shown: a table for each document for people, one list for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from rich.table import Table
from rich.text import Text

from swifeeds.check import Finding, Report, Severity
from swifeeds.cli.output import console, say, say_json
from swifeeds.service.counting import counted

_STYLES: Mapping[Severity, str] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "dim",
}
_ONE: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "remark",
}
_FORMATS: Mapping[str | None, str] = {
    "rss": "RSS",
    "atom": "Atom",
    "json": "JSON Feed",
    None: "no feed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document by the name that the operator gave it; `problem` says why there is no report."""

    document: str
    report: Report | None = None
    problem: str | None = None


def show_as_json(checked: Sequence[Checked]) -> None:
    """One list on standard output, an object for each document."""
    say_json([_plain(one) for one in checked])


def _plain(checked: Checked) -> dict[str, object]:
    report = checked.report
    if report is None:
        return {"document": checked.document, "problem": checked.problem}
    return {
        "document": checked.document,
        "format": report.format,
        "version": report.version,
        **{f"{severity}s": report.count(severity) for severity in Severity},
        "findings": [asdict(finding) for finding in report.findings],
    }


def show_for_people(checked: Sequence[Checked]) -> None:
    """Each document with its findings, and what it comes to."""
    for one in checked:
        if one.report is None:
            say(one.problem or one.document)
        else:
            _show_report(one.document, one.report)
    if len(checked) > 1:
        say(_summary(checked))


def _show_report(document: str, report: Report) -> None:
    version = f" {report.version}" if report.version else ""
    say(f"{document}: {_FORMATS[report.format]}{version}, {_counts([report])}")
    if not report.findings:
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in report.findings:
        style = _STYLES[finding.severity]
        table.add_row(
            Text(_place(finding)),
            Text(finding.severity, style=style),
            Text(finding.rule),
            Text(_sentence(finding)),
        )
    console.print(table, markup=False)


def _place(finding: Finding) -> str:
    if finding.line is None:
        return "-"
    return f"{finding.line}:{finding.column}" if finding.column else str(finding.line)


def _sentence(finding: Finding) -> str:
    more = finding.times - 1
    return f"{finding.message} (and {counted(more, 'place')} more)" if more else finding.message


def _counts(reports: Iterable[Report]) -> str:
    """`2 errors, 1 warning`."""
    known = list(reports)
    counts = {severity: sum(one.count(severity) for one in known) for severity in Severity}
    said = [counted(count, _ONE[severity]) for severity, count in counts.items() if count]
    return ", ".join(said) or "no findings"


def _summary(checked: Sequence[Checked]) -> str:
    reports = [one.report for one in checked if one.report]
    unread = len(checked) - len(reports)
    parts = [f"{counted(len(checked), 'document')}: {_counts(reports)}"]
    return ", ".join([*parts, f"{unread} not checked"] if unread else parts)
