"""Our own fields in JSON: the `_swifeeds` of a feed of ours, and files dropped for us."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.model import (
    Credit,
    DeclaredStory,
    Member,
    MiningTerms,
    Provenance,
    Translation,
    mining_terms,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a feed or an item is published, as far as it says so."""

    rights: str | None = None
    license: str | None = None
    rsl: str | None = None
    mining: MiningTerms | None = None


_RELATIONS = frozenset({"rest", "workTranslation", "translationOfWork"})
_MOST_STORIES = 20
_MOST_MEMBERS = 200
_CODE = re.compile(r"[a-z][a-z0-9-]{1,40}")


def read_credit(value: object) -> Credit | None:
    """`"with-agencies"`, or an object of `code` and `agencies`."""
    code = text(value) or text(table(value).get("code"))
    if code is None or not _CODE.fullmatch(code):
        return None
    named = (plain_text(text(agency) or "") for agency in entries(table(value).get("agencies")))
    return Credit(code=code, agencies=tuple(filter(None, named)))


def read_provenance(value: object) -> Provenance | None:
    """`"legacy-import"`, or an object with it as `code`."""
    code = text(value) or text(table(value).get("code"))
    return next((known for known in Provenance if known.value == code), None)


def read_terms(value: Table, base: str) -> Terms:
    """`rights` in words, `license` by address or name, `rsl` by address, `tdm` by its codes."""
    rights, licence = text(value.get("rights")), text(value.get("license"))
    rsl, mining = text(value.get("rsl")), table(value.get("tdm"))
    return Terms(
        rights=plain_text(rights) if rights else None,
        license=plain_text(licence) if licence else None,
        rsl=absolute_url(rsl, base) if rsl else None,
        mining=mining_terms(str(mining.get("reservation")), text(mining.get("policy"))),
    )


def read_translations(value: object, base: str) -> tuple[Translation, ...]:
    """A list of objects of `language`, `url` and perhaps `title`; others are passed over."""
    return tuple(filter(None, (_translation(entry, base) for entry in entries(value))))


def read_stories(value: object, base: str) -> tuple[DeclaredStory, ...]:
    """A list of objects of `title` and `url`, and perhaps `heading` and `members`; one that has
    neither an address nor members says of nobody that he belongs to it."""
    stated = (_story(table(entry), base) for entry in entries(value)[:_MOST_STORIES])
    return tuple(story for story in stated if story.url or story.members)


def _story(stated: Table, base: str) -> DeclaredStory:
    url = text(stated.get("url"))
    members = (_member(entry, base) for entry in entries(stated.get("members"))[:_MOST_MEMBERS])
    return DeclaredStory(
        members=tuple(filter(None, members)),
        heading=plain_text(text(stated.get("heading")) or ""),
        title=plain_text(text(stated.get("title")) or ""),
        url=absolute_url(url, base) if url else None,
    )


def _member(value: object, base: str) -> Member | None:
    stated = table(value)
    address = text(value) or text(stated.get("url"))
    url = absolute_url(address, base) if address else None
    title = plain_text(text(stated.get("title")) or "")
    return Member(url=canonical_url(url), title=title) if url else None


def _translation(value: object, base: str) -> Translation | None:
    stated = table(value)
    language = canonical_tag(text(stated.get("language")) or "")
    address = text(stated.get("url"))
    url = absolute_url(address, base) if address else None
    if language is None or url is None:
        return None
    title = plain_text(text(stated.get("title")) or "")
    stated_as = text(stated.get("evidence"))
    return Translation(
        language=language,
        url=canonical_url(url),
        evidence=stated_as if stated_as in _RELATIONS else "feed",
        title=title,
    )
