"""The line that declares an embargo: how it is told from news about one, and when it ends.

Pages, feeds and wires say it in the same words (`wording.EMBARGO`), so they are read here. Some
words are said of a text that must wait and of nothing else ("embargoed until", "ne pas publier
avant"). Others are those of trade, of fishing and of courts, too ("embargo", "解禁"): on a wire,
where editors write for each other, they mean the text; on a page or in a feed they do so in a line
that has a time of day and nothing beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.extract.embargo_ends import End, read_end_of
from swifeeds.extract.embargo_frames import (
    CERTAIN,
    OPENING,
    begins_as_note,
    framed,
    may_speak_of_embargo,
)
from swifeeds.extract.moments import Moment
from swifeeds.extract.phrases import ends_a_sentence
from swifeeds.localise.folding import fold_date

_LONGEST = 160
_LONGEST_UNREAD = 90
"""Characters of a line whose end cannot be read: what is longer is a sentence."""

_FEW = 3
"""Words of an end that has no number ("Redebeginn"): what goes on tells of embargoes."""

_MOST_UNREAD = 4
"""Words beside an end that may be a place or the name of a zone."""

_FARTHEST_OFF = timedelta(days=366)
_QUOTED = 80
_MENTIONED = re.compile(r"\b(?:embargoed|under embargo)\b(?:\W+(?:until|till|to)\b)?\W*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """A line that says that a text must wait. `until` None: its end cannot be read.

    `when` is what it says of its end, folded.
    """

    line: str
    when: str
    until: Moment | None

    @property
    def held(self) -> str | None:
        """Why the text is held where nobody can tell until when. As `Draft.held`."""
        if self.until is not None:
            return None
        return f"the end of its embargo cannot be read in “{self.line.strip()[:_QUOTED]}”"

    def wait(self, near: datetime) -> tuple[datetime | None, str | None]:
        """As `wait_for`, where its end can be read; else it is held."""
        return wait_for(self.until.at, near) if self.until else (None, self.held)


def wait_for(end: datetime, near: datetime) -> tuple[datetime | None, str | None]:
    """Until when an article waits that was retrieved at `near`, or why it is held instead.

    Embargoes last hours or weeks. An end years ahead is a slip of the pen, and nobody would miss
    an article that waits for it unseen: a person is told and decides.
    """
    if end <= near + _FARTHEST_OFF:
        return end, None
    return None, f"its embargo is said to end only on {end:%Y-%m-%d}"


def may_be_declared(line: str) -> bool:
    """False for a line that `declared_embargo` finds none in, whatever its language: for nearly
    every line, quickly told."""
    return len(line) <= _LONGEST and may_speak_of_embargo(fold_date(line))


def declared_embargo(line: str, *, language: str, zone: str, near: datetime) -> Embargo | None:
    """The embargo that a line of a page or a feed declares; None for any other line.

    Args:
        line: plain text, the whole line.
        language: BCP 47 tag of the text.
        zone: IANA zone of a time that names none, and of a day alone.
        near: the moment by which the year is told where none is written.
    """
    if len(line) > _LONGEST:
        return None
    read = [
        (kind, when, _end(kind, when, language, zone, near))
        for kind, when in framed(fold_date(line))
    ]
    ends = [(when, end) for kind, when, end in read if end and _is_meant(line, kind, end)]
    if ends:
        return _clearest(line, ends)
    unread = (when for kind, when, end in read if end is None and kind in CERTAIN)
    when = next((when for when in unread if _may_be_unread(line, when)), None)
    return None if when is None else Embargo(line=line, when=when, until=None)


def noted_embargo(line: str, *, language: str, zone: str, near: datetime) -> Embargo | None:
    """The same of a note to editors above a wire's text: any wording of it counts, with an end
    that can be read or without."""
    folded = fold_date(line)
    mentioned = _MENTIONED.search(folded)
    if not (begins_as_note(folded) or mentioned):
        return None
    found = [(kind, when) for kind, when in framed(folded) if when]
    found += [("word", folded[mentioned.end() :])] if mentioned else []
    ends = [
        (when, end)
        for kind, when in found
        if (end := _end(kind, when, language, zone, near)) is not None
    ]
    if ends:
        return _clearest(line, ends)
    return Embargo(line=line, when=found[0][1] if found else "", until=None)


def is_embargo_note(line: str) -> bool:
    """True for a line of a wire that begins as such a note does; a headline on trade does not."""
    return begins_as_note(fold_date(line))


def _is_meant(line: str, kind: str, end: End) -> bool:
    """False for a sentence that goes on about what was once embargoed until that day."""
    if end.is_exact or not end.unread:
        return end.is_exact or kind in CERTAIN
    return kind in CERTAIN and end.unread <= _MOST_UNREAD and not ends_a_sentence(line)


def _clearest(line: str, ends: Sequence[tuple[str, End]]) -> Embargo:
    """By the wording that leaves least unread; the first where they are alike."""
    when, end = min(ends, key=lambda read: not read[1].is_exact)
    return Embargo(line=line, when=when, until=end.at)


def _may_be_unread(line: str, when: str) -> bool:
    if not when or len(line) > _LONGEST_UNREAD or ends_a_sentence(line):
        return False
    has_number = any(letter.isdigit() for letter in when)
    return has_number or len(re.findall(r"[^\W_]+", when)) <= _FEW


def _end(kind: str, when: str, language: str, zone: str, near: datetime) -> End | None:
    opens = kind in OPENING
    return read_end_of(when, language=language, zone=zone, opens=opens, near=near)
