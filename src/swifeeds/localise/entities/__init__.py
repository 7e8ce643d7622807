"""Places and organisations in a text, by one code in ten languages.

- What a name can be (`city_rows`, `zone_cities`, `other_names`, `demonyms`) and what makes it
  doubtful (`doubts`) are tables; CLDR gives territories and the cities of time zones.
- `word_forms` declines a name as its language does, `lexicon` makes one table of a language.
- `find` looks a text up in it: one step for each word, whatever the number of names.
"""

from __future__ import annotations

from swifeeds.localise.entities.find import Entity, country_of, find_entities

__all__ = ["Entity", "country_of", "find_entities"]
