"""How far two readings of a page agree, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from swifeeds.extract.folding import fold
from swifeeds.markup import plain_text
from swifeeds.model import Draft, FieldReading

_RUN = 4
_WORD = re.compile(r"[\u2e80-\ua4cf\uac00-\ud7a3]|[^\W\u2e80-\ua4cf\uac00-\ud7a3]+")
_SHOWN = 90


def text_of_draft(draft: Draft) -> str:
    """The words of a draft's text."""
    return plain_text(draft.content or "") or ""


def likeness(one: str, other: str) -> float:
    """The F1 of runs of four words that two texts share; letters where words have no spaces."""
    wanted, given = _runs(one), _runs(other)
    if not wanted or not given:
        return float(not wanted and not given)
    shared = sum((wanted & given).values())
    return 2 * shared / (sum(wanted.values()) + sum(given.values()))


def compare(wanted: Draft, found: Draft | None) -> tuple[FieldReading, ...]:
    """Both readings of each field."""
    return tuple(
        FieldReading(
            field=name,
            wanted=_short(show(wanted)),
            found=_short(show(found)) if found else None,
            agreement=round(_agreement(name, show(wanted), show(found) if found else None), 4),
        )
        for name, show in FIELDS.items()
    )


def _agreement(name: str, wanted: str | None, found: str | None) -> float:
    if name == "text":
        return likeness(wanted or "", found or "")
    return float(fold(wanted or "") == fold(found or ""))


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - _RUN + 1) if words else 0
    return Counter(tuple(words[start : start + _RUN]) for start in range(last))


def _people(draft: Draft) -> str | None:
    return ", ".join(person.name for person in draft.authors or ()) or None


def _moment(draft: Draft) -> str | None:
    return f"{draft.published:%Y-%m-%d %H:%M} UTC" if draft.published else None


def _picture(draft: Draft) -> str | None:
    return draft.media[0].url if draft.media else None


def _margin(draft: Draft) -> str | None:
    """What the lines around the text say, in words of ours."""
    said = (
        draft.provenance and f"{draft.provenance}",
        draft.contributions and f"contributions {draft.contributions}",
        draft.contact,
        draft.trust and "trust mark",
        *(f"story of {len(story.members)}" for story in draft.stories),
    )
    return ", ".join(one for one in said if one) or None


FIELDS: dict[str, Callable[[Draft], str | None]] = {
    "title": lambda draft: draft.title,
    "text": lambda draft: text_of_draft(draft) or None,
    "published": _moment,
    "authors": _people,
    "summary": lambda draft: draft.summary,
    "section": lambda draft: draft.section,
    "image": _picture,
    "around": _margin,
}
"""How each field is written for the comparison."""
