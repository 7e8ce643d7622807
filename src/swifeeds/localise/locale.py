"""One language's tongue: everything a feed or page says in words, dates and numbers.

A Locale is a value without a clock: the same moment is always the same text. It can be pickled
into a child process; CLDR's data are looked up there again. Times come in as aware UTC moments
and are written in the site's zone, which is named where the desk wants it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.localise.bidi import isolate
from swifeeds.localise.languages import autonym, direction
from swifeeds.localise.names.agencies import agency_of
from swifeeds.localise.names.territories import territory_title
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.typography import Typography, typography_of, with_inner_quotes
from swifeeds.localise.words.lists import joined
from swifeeds.localise.words.messages import Catalog, key
from swifeeds.localise.words.numbers import written
from swifeeds.localise.writing.choices import Writing
from swifeeds.localise.writing.writer import DateWriter, date_writer
from swifeeds.model import Direction, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How one language speaks.

    `language` is the tag of the text, `style` the tag whose way of writing dates is used (often
    the same), `writing` what the desk chose beyond it, `time_zone` an IANA name. Made by
    `make_locale`.
    """

    language: str
    style: str
    catalog: Catalog
    time_zone: str
    writing: Writing = field(default_factory=Writing)
    _kept: DateWriter | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def direction(self) -> Direction:
        """The direction of the language."""
        return direction(self.language)

    @property
    def autonym(self) -> str:
        """The language's name in itself."""
        return autonym(self.language)

    def date(self, moment: datetime) -> str:
        """The day: `May 19, 2009`."""
        return self._writer.date(moment)

    def time(self, moment: datetime) -> str:
        """The time of day to the minute: `3:45 PM`, `15:45`."""
        return self._writer.time(moment)

    def date_time(self, moment: datetime) -> str:
        """Day and time, as they stand in a sentence: `19. Mai 2009, 15:45`."""
        return self._writer.date_time(moment)

    def day(self, moment: datetime, precision: Precision) -> str:
        """Day and time, or the day alone where no more than the day is known.

        A day-precise moment is noon in its source's zone, so it keeps its day in any zone less
        than twelve hours away.
        """
        return self.date(moment) if precision is Precision.DAY else self.date_time(moment)

    def day_heading(self, moment: datetime) -> str:
        """The day with its weekday, to stand above what happened then."""
        return self._writer.day_heading(moment)

    def month_heading(self, moment: datetime) -> str:
        """The month, to stand above what happened in it."""
        return self._writer.month_heading(moment)

    def year_heading(self, moment: datetime) -> str:
        """The year, to stand above or beside what happened in it: `2009`, `2009年`."""
        return self._writer.year_heading(moment)

    def range(self, first: datetime, last: datetime) -> str:
        """From day to day, as short as the language allows: `19–21 mai 2009`."""
        return self._writer.range(first, last)

    def number(self, n: int) -> str:
        """A count, grouped as the language groups digits."""
        return written(n, self.style, self.writing)

    def join(self, items: Iterable[str], *, sound: str | None = None) -> str:
        """A list in running text by CLDR: `A, B und C`.

        `sound` is how the last item reads, where it stands in for something.
        """
        isolated = [isolate(item, self.direction) for item in items]
        return self.writing.spaced(joined(isolated, self.style, sound=sound))

    def quoted(self, text: str) -> str:
        """In the language's quotation marks, quotations inside it in the inner ones."""
        before, after = self._marks.quotes
        inside = isolate(with_inner_quotes(text, self._marks), self.direction)
        return f"{before}{inside}{after}"

    def bracketed(self, text: str) -> str:
        """In brackets, to follow a word at once: with the space before them where one belongs."""
        before, after = self._marks.brackets
        return f"{before}{isolate(text, self.direction)}{after}"

    def labelled(self, label: str, text: str) -> str:
        """A label, a colon and what it labels: `Thema: Genf`, `Dossier : Genève`."""
        return self._marks.colon.join(isolate(one, self.direction) for one in (label, text))

    def within(self, part: str, whole: str) -> str:
        """The name of a part, then that of the whole it belongs to: `World – The Daily`."""
        return self._marks.dash.join(isolate(one, self.direction) for one in (part, whole))

    @property
    def dot(self) -> str:
        """What stands between the facts of one line, with its spaces."""
        return self._marks.dot

    def territory(self, code: str) -> str:
        """The press's name of an ISO 3166 territory, else CLDR's; the code where it has none."""
        return territory_title(code, self.language)

    def agency(self, printed: str) -> str:
        """A news agency as this language's press calls it; one that is not known as printed."""
        known = agency_of(printed)
        return self.catalog.text_in("agency", known) if known else printed

    def section(self, usual: str) -> str | None:
        """A usual section (`section_names`) as newspapers of this language call it.

        None where its own catalog has no name: the English one would be foreign.
        """
        if primary_subtag(self.catalog.language) != primary_subtag(self.language):
            return None
        forms = self.catalog.translations.get(key(usual, "section"))
        return forms[0] if forms else None

    def text(self, message: str, /, **values: object) -> str:
        """A message of ours. Values of the other direction are isolated.

        Raises:
            KeyError: a placeholder of the message has no value.
        """
        return self.catalog.text(message, **self._isolated(values))

    def text_in(self, context: str, message: str, /, **values: object) -> str:
        """As `text`, of a message whose English words mean something else elsewhere."""
        return self.catalog.text_in(context, message, **self._isolated(values))

    def plural(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """A counted message of ours. Values of the other direction are isolated.

        Raises:
            KeyError: a placeholder of the message has no value.
        """
        return self.catalog.plural(singular, plural, n, **self._isolated(values))

    def plural_in(
        self, context: str, singular: str, plural: str, n: int, /, **values: object
    ) -> str:
        """As `plural`, of a message whose English words mean something else elsewhere."""
        return self.catalog.plural_in(context, singular, plural, n, **self._isolated(values))

    @property
    def _marks(self) -> Typography:
        return typography_of(self.style)

    @property
    def _writer(self) -> DateWriter:
        """Kept from the first date on: to look it up is a quarter of what a date takes."""
        writer = self._kept
        if writer is None:
            writer = date_writer(self.style, self.writing, self.time_zone)
            object.__setattr__(self, "_kept", writer)
        return writer

    def _isolated(self, values: dict[str, object]) -> dict[str, object]:
        around = self.direction
        return {name: isolate(str(value), around) for name, value in values.items()}


def make_locale(
    language: str,
    *,
    catalog: Catalog,
    time_zone: str,
    style: str | None = None,
    writing: Writing | None = None,
) -> Locale:
    """The Locale of a language.

    Args:
        language: BCP 47 tag of the text.
        catalog: our messages in that language, or in the one that stands in for it.
        time_zone: IANA name of the zone that times are written in.
        style: BCP 47 tag whose way of writing dates is used; by default the language's own.
        writing: what the desk chose of its clock, spaces, digits and the naming of the zone.
    """
    return Locale(
        language=language,
        style=style or language,
        catalog=catalog,
        time_zone=time_zone,
        writing=writing or Writing(),
    )
