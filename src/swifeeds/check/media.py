"""Media RSS 1.5.1 (rssboard.org/media-rss), as far as feeds of news use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from babel import Locale

from swifeeds.check.address_checks import attribute, required, saying, whole_uri
from swifeeds.check.addresses import judge
from swifeeds.check.everywhere import EVERYWHERE, EVERYWHERE_MANY
from swifeeds.check.languages import is_language
from swifeeds.check.notes import Notes
from swifeeds.check.plain import no_markup, safe_html
from swifeeds.check.values import is_decimal, is_media_type, true_or_false, whole
from swifeeds.check.walk import ANYTHING, Check, Kind
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

_ROLES = frozenset(
    """actor|adaptor|anchor person|animal trainer|animator|announcer|armourer|art director|artist|
    artist/performer|assistant camera|assistant chief lighting technician|assistant director|
    assistant producer|assistant visual editor|author|broadcast assistant|broadcast journalist|
    camera operator|carpenter|casting|causeur|chief lighting technician|choir|choreographer|
    clapper loader|commentary or commentator|commissioning broadcaster|composer|
    computer programmer|conductor|consultant|continuity checker|correspondent|costume designer|
    dancer|dialogue coach|director|director of photography|distribution company|draughtsman|dresser|
    dubber|editor|editor/producer|ensemble|executive producer|expert|fight director|floor manager|
    focus puller|foley artist|foley editor|foley mixer|graphic assistant|graphic designer|greensman|
    grip|hairdresser|illustrator|interviewed guest|interviewer|key character|key grip|key talents|
    leadman|librettist|lighting director|lighting technician|location manager|lyricist|
    make up artist|manufacturer|matte artist|music arranger|music group|musician|news reader|
    orchestra|participant|performer|photographer|post|producer|production assistant|
    production company|production department|production manager|production secretary|
    programme production researcher|programme proposal|property manager|publishing company|
    puppeteer|pyrotechnician|reporter|rigger|runner|scenario|scenic operative|script supervisor|
    second assistant camera|second assistant director|second unit director|set designer|set dresser|
    sign language|singer|sound designer|sound mixer|sound recordist|special effects|stunts|
    subtitles|technical director|term|translation|transportation manager|treatment|
    treatment proposal|treatment/programme proposal|vision mixer|visual editor|visual effects|
    wardrobe|witness""".replace("\n    ", "").split("|")
)
"""The European Broadcasting Union's roles, which `urn:ebu` stands for."""

_RATINGS = {
    "urn:simple": frozenset({"adult", "nonadult"}),
    "urn:mpaa": words("g m nc-17 pg pg-13 r x"),
    "urn:v-chip": words("""14+ 18+ c c8 g pg tv-14 tv-g tv-ma tv-pg tv-y tv-y7 tv-y7-fv"""),
}
_ICRA_CODE = "(?:[nsvlocx]z [01]|(?:n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[ab]|x[a-e]) 1)"
_ICRA = re.compile(rf"r \({_ICRA_CODE}(?: {_ICRA_CODE})*\)")
_PLAY_TIME = re.compile(r"now|\d+(?:\.\d+)?|\d+:\d\d:\d\d(?:\.\d+)?")
_HASHES = {None: 32, "md5": 32, "sha-1": 40}


def _said(node: Node, name: str) -> str | None:
    return node.attributes.get((None, name))


def _each(rule: str, holds: Callable[[str], bool], *names: str) -> Check:
    """A check of attributes, where they are there and not empty."""

    def check(node: Node, notes: Notes) -> None:
        for name in names:
            value = _said(node, name)
            if value and not holds(value):
                notes.note(rule, node, attribute=name, value=value)

    return check


def _is_positive(text: str) -> bool:
    return (whole(text) or 0) > 0


def _is_count(text: str) -> bool:
    return (whole(text) or 0) >= 0 and whole(text) is not None


def _text_type(node: Node, notes: Notes) -> None:
    kind = _said(node, "type")
    if kind and kind not in {"plain", "html"}:
        notes.note("invalid-media-text-type", node, value=kind)
    if kind == "html":
        safe_html(node, node.text, notes)
    else:
        no_markup(node, node.text, notes, "contains-undeclared-html")


def _label(node: Node, notes: Notes) -> None:
    no_markup(node, _said(node, "label") or "", notes, attribute="label")


def _plain(node: Node, notes: Notes) -> None:
    no_markup(node, node.text, notes)


def _credit(node: Node, notes: Notes) -> None:
    scheme, role = _said(node, "scheme") or "urn:ebu", _said(node, "role")
    if role and (role != role.lower() or (scheme == "urn:ebu" and role not in _ROLES)):
        notes.note("invalid-credit-role", node, value=role)
    if scheme != "urn:ebu":
        say = saying(node, notes, attribute="scheme")
        judge(scheme, say, "invalid-full-link", whole=True)


def _hash(node: Node, notes: Notes) -> None:
    algorithm, value = _said(node, "algo"), node.text.strip()
    if algorithm and algorithm not in _HASHES:
        notes.note("invalid-media-hash", node, value=algorithm)
    elif not value.isalnum() or len(value) != _HASHES[algorithm or None]:
        notes.note("invalid-media-hash", node, value=value)


def _rating(node: Node, notes: Notes) -> None:
    scheme, value = _said(node, "scheme") or "urn:simple", node.text.strip()
    if scheme in _RATINGS:
        if value not in _RATINGS[scheme]:
            notes.note("invalid-media-rating", node, value=value)
    elif scheme == "urn:icra":
        if not _ICRA.fullmatch(value):
            notes.note("invalid-media-rating", node, value=value)
    else:
        say = saying(node, notes, attribute="scheme")
        judge(scheme, say, "invalid-full-link", whole=True)


def _restriction(node: Node, notes: Notes) -> None:
    relationship, kind = _said(node, "relationship"), _said(node, "type")
    value = node.text.strip()
    if not relationship:
        notes.note("missing-attribute", node, attribute="relationship")
    elif relationship not in {"allow", "deny"}:
        notes.note("invalid-media-restriction-rel", node, value=relationship)
    if not kind:
        if value and value not in {"all", "none"}:
            notes.note("invalid-media-restriction", node, value=value)
    elif kind == "country":
        countries = Locale("en").territories
        for country in value.upper().split():
            if len(country) != len("CH") or country not in countries:
                notes.note("invalid-country-code", node, value=country)
    elif kind == "uri":
        whole_uri(node, notes)
    else:
        notes.note("invalid-media-restriction-type", node, value=kind)


def _alternatives(node: Node, notes: Notes) -> None:
    if sum(child.name[1] == "content" for child in node.children) < len("ab"):
        notes.note("media-group-without-alternatives", node)


_whole = "invalid-full-link"
_size = _each("invalid-positive-integer", _is_positive, "height", "width")
_times = _each(
    "invalid-npt-time", lambda text: bool(_PLAY_TIME.fullmatch(text)), "time", "start", "end"
)
_language = _each("invalid-language", is_language, "lang")


def _leaf(*checks: Check, attributes: str = "") -> Callable[[], Kind]:
    return lambda: Kind(text=True, after=checks, attributes=frozenset(attributes.split()))


def _adult(node: Node, notes: Notes) -> None:
    notes.note("deprecated-media-adult", node)
    true_or_false(node, notes)


_ELEMENTS: dict[str, Callable[[], Kind]] = {
    "media:adult": _leaf(_adult),
    "media:category": _leaf(
        _plain, _label, attribute("scheme", _whole, whole=True), attributes="label scheme"
    ),
    "media:copyright": _leaf(_plain, attribute("url", _whole, whole=True), attributes="url"),
    "media:credit": _leaf(_credit, attributes="role scheme"),
    "media:description": _leaf(_text_type, attributes="type"),
    "media:hash": _leaf(_hash, attributes="algo"),
    "media:keywords": _leaf(),
    "media:player": _leaf(
        required("url"), attribute("url", _whole, whole=True), _size, attributes="url height width"
    ),
    "media:rating": _leaf(_rating, attributes="scheme"),
    "media:restriction": _leaf(_restriction, attributes="relationship type"),
    "media:text": _leaf(_text_type, _times, _language, attributes="end lang start type"),
    "media:thumbnail": _leaf(
        required("url"),
        attribute("url", _whole, whole=True),
        _size,
        _times,
        attributes="height time url width",
    ),
    "media:title": _leaf(_text_type, attributes="type"),
}

_LATER = words(
    """backLinks comments community embed license location peerLink price responses rights scenes
    status subTitle"""
)
"""Elements of Media RSS 1.5 that are known and not looked into."""

_ELEMENTS.update({f"media:{name}": lambda: ANYTHING for name in _LATER})

MEDIA_MANY = frozenset(_ELEMENTS) - {
    "media:adult",
    "media:copyright",
    "media:description",
    "media:title",
}
MEDIA_MANY |= {"media:content", "media:group"}
"""What may stand several times in one place."""


def _content() -> Kind:
    return Kind(
        children={**_ELEMENTS, **EVERYWHERE},
        many=MEDIA_MANY | EVERYWHERE_MANY,
        attributes=words(
            """bitrate channels duration expression fileSize framerate height isDefault lang
            medium samplingrate type url width"""
        ),
        after=(
            _each("invalid-float", is_decimal, "bitrate", "duration", "framerate", "samplingrate"),
            _each("invalid-non-negative-integer", _is_count, "channels"),
            _each(
                "invalid-media-expression", {"sample", "full", "nonstop"}.__contains__, "expression"
            ),
            _each("invalid-positive-integer", _is_positive, "fileSize", "height", "width"),
            _each(
                "invalid-true-false", lambda text: text.lower() in {"true", "false"}, "isDefault"
            ),
            _each(
                "invalid-media-medium",
                {"image", "audio", "video", "document", "executable"}.__contains__,
                "medium",
            ),
            _each("invalid-mime-attribute", is_media_type, "type"),
            _language,
            attribute("url", _whole, whole=True),
        ),
    )


def _group() -> Kind:
    return Kind(
        children={**_ELEMENTS, "media:content": _content}, many=MEDIA_MANY, after=(_alternatives,)
    )


MEDIA_OF_CHANNELS: Mapping[str, Callable[[], Kind]] = _ELEMENTS
"""Media RSS as it may stand in a channel and a feed: what holds for all media in it."""

MEDIA: Mapping[str, Callable[[], Kind]] = {
    **_ELEMENTS,
    "media:content": _content,
    "media:group": _group,
}
"""Media RSS as it may stand in an item and an entry."""
