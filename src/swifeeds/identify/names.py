"""By what a draft is looked up: addresses, guid, or the article that its text was matched to."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.identify.fingerprint import fingerprint
from swifeeds.markup import url_key, url_keys
from swifeeds.model import Article, Draft, Identity, Known, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What may be asked for a draft, in the order of trust.

    `keys` are its address, the same at its site's other hosts, and where its page was read;
    `guid` is the one that is looked up and kept with the sighting. With `guid_first` the guid goes
    before the address. `same_as` is the stored article that its text was matched to.
    """

    keys: tuple[str, ...] = ()
    guid: str | None = None
    guid_first: bool = False
    same_as: Article | None = None


def names_of(draft: Draft, source: Source | None, same_as: Article | None = None) -> Names:
    """The names that the source's policy goes by.

    A draft with neither address nor guid is named by its fingerprint: it stays the same article
    as long as it says the same.
    """
    policy = source.identity if source else Identity.AUTO
    keys = url_keys(draft.url, source.hosts if source else ()) if draft.url else ()
    if draft.read_at and (read := url_key(draft.read_at)) not in keys:
        keys = (*keys, read)
    guid = None if policy is Identity.URL and keys else draft.guid
    if guid is None and not keys:
        guid = f"text:{fingerprint(draft)}"
    first = policy is Identity.GUID and guid is not None
    return Names(keys=keys, guid=guid, guid_first=first, same_as=same_as)


def known_article(known: Known, names: Names) -> Article | None:
    """The stored article that these names lead to."""
    by_url = next((known.by_url[key] for key in names.keys if key in known.by_url), None)
    by_guid = known.by_guid.get(names.guid) if names.guid else None
    found = (by_guid or by_url) if names.guid_first else (by_url or by_guid)
    return found or names.same_as
