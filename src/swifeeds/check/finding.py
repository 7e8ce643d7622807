"""What the checker says of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: a specification is broken. `warning`: some reader will stumble, or advice is not
    followed. `info`: worth knowing, nothing to mend."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and where.

    `rule` is a code that stays the same; `line` and `column` count from 1, None where the finding
    is of no place (a header field); `element` names the element or member, `parent` the element
    that it stands in, or should, and `attribute` the attribute that is meant, where one is;
    `message` is one sentence that says what is wrong and what to do; `times` says how often it
    was found where only the first place is told; `broader` names the rules that this one is a
    case of.
    """

    rule: str
    severity: Severity
    message: str
    element: str | None = None
    parent: str | None = None
    attribute: str | None = None
    line: int | None = None
    column: int | None = None
    times: int = 1
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings on one document, in the order of their places.

    `format` is `rss`, `atom`, `json`, or None when it is none of them; `version` as it states.
    """

    format: str | None
    version: str | None
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(one.severity is severity for one in self.findings)
