"""The wordings of an embargo as patterns over folded text: what a line says, and of which end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from swifeeds.extract.wording import EMBARGO
from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag

CERTAIN = ("until", "before")
"""Kinds of wording that are said of a text that must wait, and of nothing else."""

OPENING = ("before", "from")
"""Kinds whose date opens the text; until that of the others it must wait."""

_OTHERS = ("word", "from")
_CALLS = (
    "achtung|attention|attenzione|atención|atenção|внимание|تنبيه|注意|please note|hinweis"
    "|note to editors|eds|an die redaktionen|check against delivery|es gilt das gesprochene wort"
    "|seul le prononcé fait foi|fa fede il discorso pronunciato"
)
_UNTIL = r"until\b|till\b|bis\b|jusqu|fino\b|hasta\b|até\b|до\b|حتى\b|まで"
_JOIN = r"(?:(?![^\W_])|(?<=[\u3040-\u30ff\u3400-\u9fff]))[\W_]*+"
_SIGNS = re.compile(r"\A[\W_]++|(?<![\W_])[\W_]++\Z")
_STEMS = {
    "en": (
        "embarg", "not for", "not to be", "do not", "hold for", "not before", "for release",
        "for publication",
    ),
    "de": (
        "sperrfrist", "frei ab", "freigabe", "freigegeben", "nicht vor", "veröffentlichung",
        "publikation", "verbreitung", "verwendung",
    ),
    "fr": ("ne pas", "publication", "diffusion", "interdit"),
    "it": (
        "non pubblicare", "non diffondere", "non divulgare", "non utilizzare", "pubblicazione",
        "diffusione",
    ),
    "es": (
        "no publicar", "no difundir", "no divulgar", "no utilizar", "prohibida", "publicación",
        "difusión",
    ),
    "pt": ("não ", "publicação", "divulgação"),
    "ja": ("解禁", "エンバーゴ", "報道", "公開", "掲載", "配信", "放送"),
    "zh": ("禁发", "禁發", "解禁", "保密", "勿", "不要", "不得", "禁止"),
    "ar": ("نشر", "مبارغو"),
    "ru": ("эмбарго", "публик", "распростран", "запрещен"),
}  # fmt: skip
"""Stems of which every wording of a language has one; those of English stand in any page."""


_LONGEST = 400
"""Characters of a line; a wire's may be a paragraph."""


def may_speak_of_embargo(folded: str) -> bool:
    """False for a text that holds no word of any wording: nearly every line, quickly told."""
    return any(map(folded.__contains__, _stems(is_ascii=folded.isascii())))


def words_of_embargo(text: str, language: str) -> Iterator[int]:
    """Where such words of a language, or of English, begin in a text that nobody has folded: with
    their accents or without."""
    lower = text.lower()
    for stem in _written_stems(primary_subtag(language)):
        place = lower.find(stem)
        while place >= 0:
            yield place
            place = lower.find(stem, place + len(stem))


@lru_cache(maxsize=16)
def _written_stems(language: str) -> tuple[str, ...]:
    stems = (*_STEMS["en"], "sperrfrist", *_STEMS.get(language, ()))
    return tuple(dict.fromkeys((*stems, *map(fold_date, stems))))


def framed(folded: str) -> Iterator[tuple[str, str]]:
    """The kinds of wording that a whole line is, with what each says of the end: the innermost
    first, for "strictly embargoed: not for publication before" is two."""
    if len(folded) > _LONGEST or not may_speak_of_embargo(folded):
        return
    for kind, when in _matched(folded):
        if kind in CERTAIN:
            yield from _matched(when)
        yield kind, when


def _matched(folded: str) -> Iterator[tuple[str, str]]:
    line = _SIGNS.sub("", folded)
    for kind, frame in _frames():
        if found := frame.fullmatch(line):
            yield kind, _SIGNS.sub("", found["when"])


def begins_as_note(folded: str) -> bool:
    """True for a line of a wire that is a note to editors that a text must wait, or begins as one:
    in words that are said of nothing else, or in others with an end."""
    is_one = any(kind in CERTAIN for kind, _ in framed(folded))
    return is_one or _begins().match(folded) is not None


@lru_cache(maxsize=2)
def _stems(*, is_ascii: bool) -> tuple[str, ...]:
    """Those that a text can hold, without those that hold another one."""
    folded = {fold_date(stem) for stems in _STEMS.values() for stem in stems}
    least = (one for one in folded if not any(other in one for other in folded - {one}))
    return tuple(stem for stem in sorted(least) if stem.isascii() or not is_ascii)


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(f"{_calls()}{_slotted(frame)}"))
        for kind, frames in EMBARGO.items()
        for frame in map(fold_date, frames)
    )


def _slotted(frame: str) -> str:
    """The frame as a pattern; signs may stand between its words and its date.

    Those around the line are gone, and no two repetitions may share the signs within: a line of
    dashes would be divided between them in every way.
    """
    label, _, rest = frame.partition("@")
    join = _JOIN if label.endswith(" ") else r"[\W_]*+"
    return rf"{label.rstrip()}{join}(?P<when>.*?){rest.lstrip()}"


@lru_cache(maxsize=1)
def _begins() -> re.Pattern[str]:
    certain, others = (
        "|".join(
            label.strip()
            for kind in kinds
            for label, _, _ in (fold_date(frame).partition("@") for frame in EMBARGO[kind])
            if label.strip()
        )
        for kinds in (CERTAIN, _OTHERS)
    )
    ends = rf"(?=\W*$|\W*\d|\s*[:=]|\W*(?:{fold_date(_UNTIL)}))"
    said = rf"(?:{certain})(?![^\W_])|(?:{others})(?![^\W_]){ends}"
    return re.compile(rf"[\W_]*+{_calls()}(?:{said})")


def _calls() -> str:
    return rf"(?:(?:{fold_date(_CALLS)})[\W_]+)?"
