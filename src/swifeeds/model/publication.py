"""The site as a reader meets it: its names, languages and sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the site. `match` are the sources' own category names that fall into it."""

    id: str
    titles: tuple[tuple[str, str], ...]
    match: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who answers for the site: the feed-level author."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What every feed and page says of the site.

    `base_url` ends without a slash and is the only source of absolute addresses. `languages` are
    lower-case BCP 47 tags in the operator's order; the first is the default. `tag_authority` is the
    immutable part of every id (`feeds.example.org,2026`). `robots` and `trust_txt` are texts of the
    operator's own, whole files. `hubs` are the absolute addresses of the WebSub hubs that
    subscribers are led to. `managing_editor` is an e-mail address with a name in brackets.
    `ttl_minutes` is None where it follows the schedules of the sources. `metadata_line` is the line
    that is added to entries; the five switches behind it are of its parts, and of what pages show
    (a page always has its dates). Codes for machines are there whatever is shown. `rights` is the
    copyright line by language, as `titles`; one under "" is the same in every language.
    """

    base_url: str
    tag_authority: str
    titles: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    time_zone: str = "UTC"
    fallback_languages: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    publisher: Publisher | None = None
    managing_editor: str | None = None
    rights: tuple[tuple[str, str], ...] = ()
    icon: str | None = None
    logo: str | None = None
    feed_size: int = 50
    ttl_minutes: int | None = None
    metadata_line: bool = True
    dates_line: bool = True
    reading_time: bool = True
    credit_line: bool = True
    import_note: bool = True
    trust_line: bool = True
    contributions_line: bool = True
    also_in: bool = True
    story_articles: bool = True
    lead_image: bool = True
    withdrawn_notice: bool = True
    image_enclosures: bool = False
    rsl_elements: bool = False
    robots: str | None = None
    trust_txt: str | None = None
    hubs: tuple[str, ...] = ()

    def day_of(self, moment: datetime) -> date:
        """The day that it is on this site, in the zone that its readers read dates in.

        Args:
            moment: aware.
        """
        return moment.astimezone(ZoneInfo(self.time_zone)).date()
