"""Language tags (BCP 47): their one spelling, names, and the direction they are written in.

Tags leave this module as `language[-Script][-REGION][-variant]`, in the letter case of RFC 5646
section 2.1.1. Names are CLDR's, so a language is written the same wherever it is named.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel.core import get_global

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.detection import detect_language, language_of_script
from swifeeds.localise.negotiation import LONGEST_TAG, lookup, negotiate, primary_subtag
from swifeeds.localise.typography import typography_of
from swifeeds.model import Direction

__all__ = [
    "LANGUAGES",
    "VARIANTS",
    "autonym",
    "canonical_tag",
    "detect_language",
    "direction",
    "language_name",
    "language_of_script",
    "lookup",
    "negotiate",
]

LANGUAGES = ("en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru")
"""The languages that have a catalog and were looked at by people who read them."""

VARIANTS = (
    "en-GB", "en-US", "en-CH", "de-CH", "de-AT", "fr-CH", "it-CH", "es-MX", "pt-PT", "pt-BR",
    "zh-Hans", "zh-Hant", "ar-EG",
)  # fmt: skip
"""Regional ways of writing that were looked at as well; each inherits what it lacks."""

_TAG = re.compile(
    r"""(?P<language>[a-z]{2,3})
        (?:-(?P<extended>[a-z]{3}))?
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
        (?:-[a-z0-9]-.+)?""",
    re.VERBOSE,
)
_GRANDFATHERED = {
    "art-lojban": "jbo", "en-gb-oed": "en-gb-oxendict", "i-ami": "ami", "i-bnn": "bnn",
    "i-hak": "hak", "i-klingon": "tlh", "i-lux": "lb", "i-navajo": "nv", "i-pwn": "pwn",
    "i-tao": "tao", "i-tay": "tay", "i-tsu": "tsu", "no-bok": "nb", "no-nyn": "nn",
    "sgn-be-fr": "sfb", "sgn-be-nl": "vgt", "sgn-ch-de": "sgg", "zh-gan": "gan",
    "zh-guoyu": "zh", "zh-hakka": "hak", "zh-min-nan": "nan", "zh-wuu": "wuu", "zh-xiang": "hsn",
}  # fmt: skip
"""Whole tags of the time before RFC 4646, and what the IANA registry prefers to them."""

_NOT_A_LANGUAGE = frozenset({"und", "mul", "zxx", "mis", "root"})
_BIBLIOGRAPHIC = {"alb": "sq", "baq": "eu", "gre": "el", "per": "fa", "slo": "sk", "tib": "bo"}
"""ISO 639-2/B codes that CLDR gives no alias for."""

_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})
_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)


def canonical_tag(text: str) -> str | None:
    """The one spelling of a language tag, or None when `text` names no language.

    Underscores, any letter case, ISO 639-2 codes (`ger`, `chi`), withdrawn codes (`iw`, `UK`),
    grandfathered tags (`zh-min-nan`), extended languages (`zh-yue` is `yue`) and POSIX suffixes
    (`de_CH.UTF-8`) are understood. A script or region that does not exist is left out (`en-EN`
    gives `en`), as are extensions and private parts.
    """
    # What strangers write there may be of any length, and what was asked for is kept.
    return _spelled(text) if len(text) <= LONGEST_TAG else None


@lru_cache(maxsize=2048)
def _spelled(text: str) -> str | None:
    plain = text.strip().partition(".")[0].partition("@")[0].replace("_", "-").lower()
    plain = _GRANDFATHERED.get(plain, plain)
    found = _TAG.fullmatch(plain)
    if found is None:
        return None
    codes = (found["extended"], found["language"])
    language, script = next(filter(None, map(_language_code, codes)), (None, None))
    if language is None:
        return None
    parts = (language, _script_code(found["script"]) or script, _region_code(found["region"]))
    return "-".join(part for part in parts if part) + found["variants"]


@lru_cache(maxsize=2048)
def direction(tag: str) -> Direction:
    """The direction that `tag` is written in: by its script where it names one."""
    canonical = canonical_tag(tag) or tag
    script = re.search(r"-([A-Z][a-z]{3})(?:-|$)", canonical)
    if script is not None:
        return Direction.RTL if script[1] in _RTL_SCRIPTS else Direction.LTR
    return Direction.RTL if primary_subtag(canonical) in _RTL_LANGUAGES else Direction.LTR


def autonym(tag: str) -> str:
    """The language's name in itself (`français`), in CLDR's letter case; else the tag."""
    return language_name(tag, tag)


def language_name(tag: str, in_language: str) -> str:
    """The name of the language `tag` as `in_language` says it; the tag where CLDR has no name.

    What has a name of its own is called by it (`繁體中文`, `português europeu`); else script and
    region stand in the brackets of the language (`English (Switzerland)`, full-width in Japanese).
    """
    canonical = canonical_tag(tag)
    if canonical is None:
        return tag
    names = cldr_locale(in_language).languages
    if own := names.get(canonical.replace("-", "_")):
        return _in_brackets(str(own), in_language)
    subject = cldr_locale(canonical)
    if subject.language != primary_subtag(canonical):
        # CLDR names more languages than it has locales for.
        return str(names.get(primary_subtag(canonical), canonical))
    shown = subject.get_display_name(cldr_locale(in_language)) or canonical
    return _in_brackets(shown, in_language)


def _in_brackets(shown: str, in_language: str) -> str:
    name, opened, detail = shown.partition(" (")
    before, after = typography_of(in_language).brackets
    return f"{name}{before}{detail[:-1]}{after}" if opened else shown


def _language_code(code: str | None) -> tuple[str, str | None] | None:
    """The code of today, and the script that an old one said (`sh` is `sr` in Latin letters)."""
    if code is None:
        return None
    aliases = get_global("language_aliases")
    known, _, script = (_BIBLIOGRAPHIC.get(code) or aliases.get(code) or code).partition("_")
    names = cldr_locale("en").languages
    is_known = known in names and known not in _NOT_A_LANGUAGE
    return (known, script or None) if is_known else None


def _script_code(code: str | None) -> str | None:
    script = code.title() if code else None
    return script if script in cldr_locale("en").scripts else None


def _region_code(code: str | None) -> str | None:
    if code is None:
        return None
    upper = code.upper()
    region = get_global("territory_aliases").get(upper, [upper])[0]
    return region if region in cldr_locale("en").territories and region != "ZZ" else None
