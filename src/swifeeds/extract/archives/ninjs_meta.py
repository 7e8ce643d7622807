"""What ninjs says about an item: byline, houses, subjects, rights, translations."""

from __future__ import annotations

from swifeeds.extract.archives.ninjs_items import lowered
from swifeeds.extract.archives.subjects import is_top_level, top_level, words_of
from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.extract.people import read_person
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url
from swifeeds.model import Person, Translation

_WROTE = ("author", "by", "creator")


def byline_of(stated: Table) -> str | None:
    """The byline of either generation."""
    for name in ("byline", "by"):
        value = stated.get(name)
        if found := text(value) or text(table(value).get("name")):
            return found
    return None


def authors_of(stated: Table) -> tuple[Person, ...] | None:
    """Superdesk's `authors`; of `people` those that the item is by."""
    named = [text(table(one).get("name")) or text(one) for one in entries(stated.get("authors"))]
    people = map(table, [*entries(stated.get("people")), *entries(stated.get("person"))])
    named += [text(one.get("name")) for one in people if text(one.get("rel")) in _WROTE]
    written = (read_person(name) for name in named if name)
    return tuple(dict.fromkeys(filter(None, written))) or None


def houses_of(stated: Table) -> list[str]:
    """Who sends it, as far as it tells."""
    values = [stated.get(name) for name in ("creditline", "source", "provider", "copyrightholder")]
    values += entries(stated.get("infosources") or stated.get("infosource"))
    named = [text(value) or text(table(value).get("name")) for value in values]
    return list(dict.fromkeys(house for house in named if house))


def _subjects(stated: Table) -> list[Table]:
    return [table(one) for one in entries(stated.get("subjects") or stated.get("subject"))]


def code_of(value: object) -> str | None:
    """`"sig:update"`, or an object that has it as its code, literal or address."""
    stated = table(value)
    named = (text(stated.get(name)) for name in ("code", "literal", "uri", "name"))
    return text(value) or next(filter(None, named), None)


def section_of(stated: Table) -> str | None:
    """The first top level of IPTC's subjects."""
    subjects = _subjects(stated)
    for subject in subjects:
        if is_top_level(code_of(subject)):
            return text(subject.get("name")) or top_level(code_of(subject))
    coded = (top_level(code_of(subject)) for subject in subjects)
    return next(filter(None, coded), None)


def keywords_of(stated: Table, services: list[str | None]) -> tuple[str, ...]:
    """Names of services beside the first, keywords, subjects, genres, the slug line."""
    subjects = [text(subject.get("name")) for subject in _subjects(stated)]
    genres = [text(table(one).get("name")) for one in entries(stated.get("genres"))]
    listed = [text(word) for word in entries(stated.get("keywords"))]
    return words_of([*services[1:], *listed, *subjects, *genres, text(stated.get("slugline"))])


def rights_of(stated: Table) -> str | None:
    """The notice, else the holder's name."""
    notice = text(stated.get("copyrightnotice"))
    holder = stated.get("copyrightholder")
    named = text(holder) or text(table(holder).get("name"))
    return notice or (f"© {named}" if named else None)


def licence_of(stated: Table) -> str | None:
    """The address of linked rights."""
    rights = table(stated.get("rightsinfo"))
    linked = text(rights.get("linkedrights")) or text(rights.get("licence"))
    return absolute_url(linked, "") if linked else None


def translations_of(stated: Table) -> tuple[Translation, ...]:
    """Associated items of the relation "translation" that give a language and an address."""
    found = []
    for one in map(lowered, map(table, entries(stated.get("translations")))):
        language = canonical_tag(text(one.get("language")) or "")
        written = text(one.get("url")) or text(one.get("href"))
        address = absolute_url(written, "") if written else None
        if language and address:
            url = canonical_url(address)
            found.append(Translation(language=language, url=url, evidence="workTranslation"))
    return tuple(found)
