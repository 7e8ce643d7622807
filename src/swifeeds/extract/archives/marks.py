"""What a desk marks an item with: status, signals of correction and update, the word "kill".

Codes are IPTC's NewsCodes by their last part, whatever scheme an agency put before them; words are
those that editors write above a text for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from swifeeds.model import Signal

_WITHDRAWN = frozenset({
    "canceled", "cancelled", "cancel", "kill", "killed", "mandatorykill", "deleted", "delete",
    "withdrawn", "revoked", "annulled", "retracted",
})  # fmt: skip
_HELD = frozenset({"withheld", "held", "hold", "spiked", "draft", "pending", "embargoed"})
_CODES = {
    "correction": Signal.CORRECTION, "corrected": Signal.CORRECTION,
    "corrective": Signal.CORRECTION, "correct": Signal.CORRECTION, "rectify": Signal.CORRECTION,
    "update": Signal.UPDATE, "updated": Signal.UPDATE, "writethru": Signal.UPDATE,
    "writethrough": Signal.UPDATE, "newlead": Signal.UPDATE,
    "clarification": Signal.CLARIFICATION, "clarify": Signal.CLARIFICATION,
    "advisory": Signal.ADVISORY, "atnec": Signal.ADVISORY,
    "advance": Signal.ADVANCE, "outlook": Signal.ADVANCE,
}  # fmt: skip
_CORRECTION = re.compile(
    r"\b(?:correct(?:s|ed|ion|ive)?\b(?! ?(?:facility|officer))|rectificat|rectifica\b|korrektur\b"
    r"|berichtig|erratum|corrige\b|corrig[ée]|corre[çc][ãa]o|correzion|corregi|rettels|korrigert"
    r"|refile\b|eds?: ?corrects)|исправлен|更正|訂正|勘误|تصحيح|تصويب",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\b(?:updates?\b|updat(?:ed|ing)\b|wri?te?-?thru|writethrough|\d(?:st|nd|rd|th) ?(?:ld|lead)\b"
    r"|adds\b|aktualisiert|mise? à jour|actualiza|aggiorna|atualiza|neufassung|zusammenfassung)"
    r"|обновлен|更新|تحديث",
    re.IGNORECASE,
)
_KILL = re.compile(
    r"^\W*(?:(?-i:KILL)\b|kill\s*(?=$|[:(,/–—-]))"
    r"|\b(?:mandatory kill|kill (?:this )?(?:story|item|copy))\b"
    r"|\bachtung[:,]? (?:diese )?meldung (?:ist )?(?:zurück|entfällt)"
    r"|[(\[](?:annul[ée]e?|withdrawn)[)\]]|^\W*(?:annul[ée]e?|withdrawn)\W*$",
    re.IGNORECASE,
)
_SHOUTED_KILL = re.compile(r"\b(?:ANNUL[ÉE]E?|WITHDRAWN)\W*$")
"""Behind a headline that is not in capitals; in small letters it is news (`Match annulé`)."""

_LONGEST_NOTE = 400
_SHORT_LINE = 24
_SHOUTED_HEAD = re.compile(r"\W*([A-Z0-9][A-Z0-9 ]{2,30})(?=\s?[-:–—/])")
_SHOUTED_BRACKETS = re.compile(r"\(([A-Z0-9 ,/]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an item may be shown: `held` and `withdrawn` as in `Draft`."""

    held: str | None = None
    withdrawn: bool = False


def standing_of(status: str | None) -> Standing:
    """What a `pubstatus`, `management-status` or `Status` says."""
    code = _bare(status)
    if code in _WITHDRAWN:
        return Standing(withdrawn=True)
    return Standing(held=f"its status is “{code}”" if code in _HELD else None)


def signal_of(codes: Iterable[str | None], *notes: str | None) -> Signal | None:
    """The desk's signal: by its codes, else by what its notes to editors say."""
    coded = [_CODES[code] for code in map(_bare, codes) if code in _CODES]
    if Signal.CORRECTION in coded:
        return Signal.CORRECTION
    if coded:
        return coded[0]
    said = " ".join(note[:_LONGEST_NOTE] for note in notes if note)
    if _CORRECTION.search(said):
        return Signal.CORRECTION
    return Signal.UPDATE if _UPDATE.search(said) else None


def shouted(line: str | None) -> str | None:
    """What editors write in capitals at the head or in brackets of a line: `CORRECTED-…`,
    `(UPDATE 1, PIX)`, `1ST LEAD`. A headline that is all in capitals shouts nothing."""
    if line is None or not any(letter.islower() for letter in line):
        return line if line is not None and len(line) < _SHORT_LINE else None
    begins = _SHOUTED_HEAD.match(line)
    brackets = _SHOUTED_BRACKETS.findall(line)
    return " ".join(([begins[1]] if begins else []) + brackets) or None


def is_kill(line: str | None) -> bool:
    """True for the line above a text that takes the text back."""
    if line is None:
        return False
    head = line[:_LONGEST_NOTE]
    is_shouted = any(letter.islower() for letter in head) and _SHOUTED_KILL.search(head)
    return bool(is_shouted or _KILL.search(head))


def _bare(code: str | None) -> str:
    """`sig:correction` and `http://…/signal/correction` are `correction`."""
    text = (code or "").strip().rstrip("/")
    return re.split(r"[:/#]", text)[-1].strip().lower().replace("-", "").replace("_", "")
