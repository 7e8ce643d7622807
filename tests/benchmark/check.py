"""How many of the faults that conformance cases were made for the checker finds.

`python -m tests.benchmark.check CORPUS`: `CORPUS/feeds-conformance/feedvalidator` holds small
feeds, each with the event that a validator must log (`Expect: InvalidTAG`), or must not
(`Expect: !Error`).
A `Valid…` event is one that finds nothing wrong. Counted for RSS 2.0, Atom and the namespaces that
our feeds use: the share of faults found by their rule, and of clean cases that got no finding of
the kind that was ruled out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from swifeeds.check.finding import Finding, Severity

_EXPECT = re.compile(r"Expect:\s*(!?)(\w+)(?:\{(.*?)\})?", re.DOTALL)
_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_IN_SCOPE = ("atom/", "rss/", "rss20/", "ext/media/", "ext/fh/", "ext/thr/", "xml/")
_ALIASES = {"saxerror": "sax-error"}
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A conformance case: `event` must be found, or must not when `ruled_out`, at the `place`:
    the `element`, its `parent` and its `attr`, as far as they are stated."""

    name: str
    body: bytes
    format: str
    event: str
    ruled_out: bool
    place: Mapping[str, str]

    @property
    def is_clean(self) -> bool:
        """True where nothing of the kind may be found."""
        return self.ruled_out != self.event.startswith("Valid")


def cases(corpus: Path) -> Iterator[Case]:
    """The cases in scope that state an event."""
    folder = corpus / "feeds-conformance" / "feedvalidator" / "testcases"
    for path in sorted(folder.rglob("*.xml")):
        name = path.relative_to(folder).as_posix()
        body = path.read_bytes()
        found = _EXPECT.search(body.decode("utf-8", "replace"))
        form = _format(name, body)
        if found and form and name.startswith(_IN_SCOPE):
            yield Case(
                name=name,
                body=body,
                format=form,
                event=found[2],
                ruled_out=bool(found[1]),
                place=_stated_place(found[3] or ""),
            )


def _stated_place(parameters: str) -> dict[str, str]:
    said = (one.partition(":") for one in parameters.split(",") if ":" in one)
    named = {name.strip(): value.strip() for name, _, value in said}
    return {name: named[name] for name in ("element", "parent", "attr") if name in named}


def _format(name: str, body: bytes) -> str | None:
    """`rss` for RSS 2.0 and its forerunners, `atom`; None for RSS 1.0 and whatever else."""
    if b"<rss" in body:
        return "rss"
    if b"<feed" in body or b"<entry" in body or name.startswith("atom/"):
        return "atom"
    return None


def normal(name: str) -> str:
    """A rule's or event's name, letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


_OPPOSITES = {
    "ValidURI": "invalidlink", "ValidTAG": "invalidtag", "ValidURN": "invalidname",
    "ValidContact": "invalidcontact", "ValidHtml": "nothtml", "ValidW3CDTFDate": "invaliddate",
    "ValidRFC2822Date": "invalidrfc2822date", "ValidMIMEAttribute": "invalidmime",
    "ValidAtomLinkRel": "unregisteredatomlinkrel", "ValidTitle": "containshtml",
    "ValidDay": "invalidday", "ValidHour": "invalidhour", "ValidHeight": "invalidheight",
    "ValidInteger": "invalidinteger", "ValidLanguage": "invalidlanguage", "ValidCloud": "cloud",
    "ValidURLAttribute": "invalidurlattribute", "ValidNPTTime": "invalidnpttime",
    "ValidUpdatePeriod": "invalidupdateperiod", "ValidElement": "containshtml",
}  # fmt: skip
"""What a Valid… event rules out. A date is invalid by any of its rules, a type by either."""


def passes(case: Case) -> bool:
    """True when the checker says what the case states."""
    findings = tuple(one for one in findings_of(case.body) if is_at(one, case.place))
    rules = {normal(name) for one in findings for name in (one.rule, *one.broader)}
    if case.event in {"Error", "Warning"}:
        grave = {Severity.ERROR} | ({Severity.WARNING} if case.event == "Warning" else set())
        return any(one.severity in grave for one in findings) != case.is_clean
    wanted = normal(case.event)
    if case.event.startswith("Valid"):
        wanted = _OPPOSITES[case.event]
        dates = {"invalidw3cdtfdate", "invalidrfc3339date"} & rules
        types = {"invalidmimetype", "invalidmimeattribute"} & rules
        said = {
            "invaliddate": bool(dates), "invalidmime": bool(types),
            "invalidname": bool({"invalidurn", "invaliduuid", "invalidlink"} & rules),
        }  # fmt: skip
        return said.get(wanted, wanted in rules) != case.is_clean
    if case.ruled_out and case.place:
        rules = {normal(one.rule) for one in findings}
    return (wanted in rules) != case.is_clean


def is_at(found: Finding, place: Mapping[str, str]) -> bool:
    """True for a finding at the place that a case states.

    The validator calls an attribute an element of the one that it stands on, now and then; and the
    document `root`.
    """
    wanted = {name: normal(value) for name, value in place.items()}
    if wanted.get("parent") == "root":
        wanted["parent"] = "document"
    plain = {"element": found.element, "parent": found.parent, "attr": found.attribute}
    within = {**plain, "element": found.attribute, "parent": found.element}
    beside = {**plain, "element": found.attribute}
    return any(
        all(normal(said[name] or "") == value for name, value in wanted.items())
        for said in (plain, within, beside)
    )


def findings_of(body: bytes) -> tuple[Finding, ...]:
    """What the checker says of a document whose address is unknown."""
    from swifeeds.check import check

    return check(body, now=NOW).findings


def main() -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if corpus is None:
        figures = {"why": "no corpus named: make benchmark-check CORPUS=DIR"}
        print(json.dumps({"benchmark": "check", "figures": figures}))
        return
    counted: dict[str, list[int]] = {}
    for case in cases(corpus):
        kind = f"{'clean' if case.is_clean else 'found'}_{case.format}"
        total = counted.setdefault(kind, [0, 0])
        total[1] += 1
        if passes(case):
            total[0] += 1
        else:
            print(f"  {'clean' if case.is_clean else 'fault'} missed: {case.name}: {case.event}")
    for kind, (good, total) in sorted(counted.items()):
        print(f"  {kind:<12} {good:4} of {total:4}  {good / total:7.1%}")
    figures = {kind: round(good / total, 4) for kind, (good, total) in sorted(counted.items())}
    print(json.dumps({"benchmark": "check", "figures": figures}))


if __name__ == "__main__":
    main()
