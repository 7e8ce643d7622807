"""An entry of WordPress's REST interface (`/wp-json/wp/v2/posts`) in the words of our drop format.

Which entries are translations of each other it says by plug-ins: WPML lists address and locale
(`wpml_translations`), Polylang the ids by language (`translations`), which are looked up among the
entries that came together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from swifeeds.extract.hostile_json import Table, entries, table, text

_MOST = 60
_PUBLISHED = frozenset({None, "publish"})


def posts_in(data: object) -> tuple[Table, ...]:
    """The public entries of a REST answer: a list of them, or one alone."""
    stated = (table(value) for value in entries(data))
    return tuple(one for one in stated if _is_post(one))


def _is_post(stated: Table) -> bool:
    has_title = "rendered" in table(stated.get("title"))
    return has_title and text(stated.get("link")) is not None and "date" in stated


def as_drops(posts: Iterable[Table]) -> tuple[Table, ...]:
    """The same articles with the keys of the drop format; drafts and private ones are left out."""
    public = [post for post in posts if text(post.get("status")) in _PUBLISHED]
    by_id = {number: post for post in public if (number := text(post.get("id")))}
    return tuple(_as_drop(post, by_id) for post in public)


def _as_drop(post: Table, by_id: Mapping[str, Table]) -> Table:
    drop: dict[str, object] = {
        "title": _rendered(post, "title"),
        "guid": _rendered(post, "guid"),
        "url": text(post.get("link")),
        "language": _language(post),
        "summary": _rendered(post, "excerpt"),
        "content": _rendered(post, "content"),
        "published": _moment(post, "date"),
        "updated": _moment(post, "modified"),
        "translations": list(_translations(post, by_id)) or None,
    }
    return {name: value for name, value in drop.items() if value is not None}


def _rendered(post: Table, key: str) -> str | None:
    return text(table(post.get(key)).get("rendered"))


def _moment(post: Table, key: str) -> str | None:
    """UTC where it is told; the other is in the site's zone, as the source states it."""
    in_utc = text(post.get(f"{key}_gmt"))
    return f"{in_utc}Z" if in_utc else text(post.get(key))


def _language(post: Table) -> str | None:
    return text(post.get("lang")) or text(post.get("wpml_current_locale"))


def _translations(post: Table, by_id: Mapping[str, Table]) -> Iterator[Table]:
    for stated in map(table, entries(post.get("wpml_translations"))[:_MOST]):
        yield {
            "language": text(stated.get("locale")),
            "url": text(stated.get("href")),
            "title": text(stated.get("post_title")),
            "evidence": "rest",
        }
    for language, number in list(table(post.get("translations")).items())[:_MOST]:
        other = by_id.get(text(number) or "")
        if other is not None and other is not post:
            yield {
                "language": language,
                "url": text(other.get("link")),
                "title": _rendered(other, "title"),
                "evidence": "rest",
            }


def read_posts(document, source):
    raise NotImplementedError
