"""What newspapers call their usual sections, so that one that an operator has no title for in a
language is not called by a foreign one.

The list has the top level of IPTC's Media Topics (by their own long names too) and what else the
front pages of newspapers are divided into. Parts of the world and countries are CLDR's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.names.places import is_territory, territory_names
from swifeeds.localise.words.later import later_in

USUAL_SECTIONS: Mapping[str, tuple[str, ...]] = {
    # Translators: usual parts of a newspaper, as its front page names them.
    later_in("section", "News"): ("latest", "latest-news", "top-stories"),
    later_in("section", "World"): ("world-news", "welt", "monde", "mondo", "mundo"),
    later_in("section", "International"): ("foreign", "foreign-affairs", "ausland", "esteri"),
    # Translators: news of the newspaper's own country.
    later_in("section", "National"): ("domestic", "home-affairs", "inland", "interni"),
    later_in("section", "Regions"): ("regional", "region", "local"),
    later_in("section", "Politics"): ("politics and government", "politik"),
    later_in("section", "Business"): ("economy, business and finance", "companies"),
    later_in("section", "Economy"): ("economics", "wirtschaft"),
    later_in("section", "Finance"): ("markets", "money", "finanzen"),
    # Translators: the part of a newspaper about jobs and labour.
    later_in("section", "Work"): ("labour", "labor", "jobs", "employment"),
    later_in("section", "Culture"): (
        "arts", "arts-culture", "arts, culture, entertainment and media", "kultur",
    ),
    later_in("section", "Entertainment"): ("arts, culture and entertainment",),
    later_in("section", "Media"): (),
    later_in("section", "Sports"): ("sport",),
    later_in("section", "Science"): ("wissenschaft",),
    later_in("section", "Technology"): ("tech", "digital"),
    later_in("section", "Science and technology"): (
        "sci-tech", "science-tech", "science-technology",
    ),
    later_in("section", "Health"): ("gesundheit",),
    later_in("section", "Environment"): ("umwelt",),
    later_in("section", "Climate"): ("climate-change",),
    later_in("section", "Society"): ("gesellschaft",),
    later_in("section", "Education"): ("bildung",),
    later_in("section", "Religion"): ("religion and belief",),
    later_in("section", "Opinion"): ("opinions", "comment", "editorial"),
    later_in("section", "Lifestyle"): ("lifestyle and leisure", "life", "style"),
    later_in("section", "Travel"): (),
    later_in("section", "Weather"): (),
    later_in("section", "Crime"): ("crime, law and justice",),
    later_in("section", "Justice"): ("law", "courts", "law-justice"),
    later_in("section", "Conflicts"): ("conflict", "conflict, war and peace", "unrest"),
    later_in("section", "Disasters"): (
        "disaster", "disaster, accident and emergency incident", "disaster and accident",
    ),
    # Translators: stories about people.
    later_in("section", "Human interest"): ("panorama", "vermischtes", "people"),
    later_in("section", "Middle East"): (),
}  # fmt: skip
"""By the name that the English press uses: other ids and titles that mean the same."""

_PARTS_OF_THE_WORLD = {
    "africa": "002", "americas": "019", "asia": "142", "europe": "150", "latin-america": "419",
    "north-america": "003", "south-america": "005", "oceania": "009",
}  # fmt: skip


def usual_section(name: str) -> str | None:
    """The key in `USUAL_SECTIONS` of a section's id or English title; None for any other."""
    return _keys().get(_bare(name))


def place_of(names: Sequence[tuple[str, str]]) -> str | None:
    """The territory or part of the world that a section is about, by CLDR's code.

    Args:
        names: (language, title) pairs; an id counts as English.
    """
    for language, name in names:
        part = _PARTS_OF_THE_WORLD.get(_bare(name).replace(" ", "-"))
        found = part or _territories(language).get(_bare(name))
        if found:
            return found
    return None


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("&", "and").replace("-", " ").replace("_", " ").split())


@lru_cache(maxsize=1)
def _keys() -> Mapping[str, str]:
    return {_bare(name): key for key, names in USUAL_SECTIONS.items() for name in (key, *names)}


@lru_cache(maxsize=32)
def _territories(language: str) -> Mapping[str, str]:
    codes = filter(is_territory, cldr_locale("en").territories)
    return {_bare(name): code for code in codes for name in territory_names(code, language)}
