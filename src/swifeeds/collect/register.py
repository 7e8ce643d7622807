"""What the items of archives are to each other, on a disk until the import that asks is over.

    survey of a portion ──keep──► site, number ─► companion ──of──► what the articles of a
                                  group ─► numbers                  portion need
                                  file, name ─► what its head states
                                  portion ─► what it needs

A private file of SQLite, which the system removes with the process, however that ends. Nothing is
kept from one import to the next: the first look is made anew, and finds the same. So memory is flat
however many pictures an archive has; what has no room is left out, and told. All of this blocks:
call it in a thread.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Self

import orjson

from swifeeds.extract.archives import kept
from swifeeds.model import Needed, Portion, Sought, Survey
from swifeeds.model.companion import MOST_TOGETHER

LARGEST = 1024 * 1024 * 1024
"""Bytes of the file: about two million pictures, each with a caption."""

LARGEST_ANSWER = 4 * 1024 * 1024
"""Bytes of what one portion is told: of 200 articles, each may show 50 pictures."""

_PAGE = 4096

_TABLES = f"""
pragma page_size = {_PAGE};
pragma cache_size = -2048;
pragma journal_mode = memory;
pragma synchronous = off;
create table companion (
    site text, number integer, parent integer, body blob, primary key (site, number)
) without rowid;
create index hanging on companion (site, parent, number) where parent is not null;
create table member (
    site text, name text, number integer, primary key (site, name, number)
) without rowid;
create index naming on member (site, number);
create table stated (
    file text, kind text, name text, body blob, primary key (file, kind, name)
) without rowid;
create table sought (file text, site text, start integer, stop integer, body blob);
create index within on sought (file, start);
"""

_BY_NUMBER = "select number, body from companion where site = ? and number = ? limit ?"
_BY_PARENT = (
    "select number, body from companion indexed by hanging where site = ? and parent = ?"
    " order by number limit ?"
)
_STATED = "select body from stated where file = ? and kind = ? and name = ?"
_BY_GROUP = """
select c.number, c.body from member m join companion c on c.site = m.site and c.number = m.number
where m.site = ? and m.name = ? order by m.number limit ?
"""


class Register:
    """Companions by site and number, what the heads of files state, and what each portion needs.

    Archives of one site know each other; one that does not say which it is knows itself alone.

    Args:
        largest: bytes on the disk.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self._turn = Lock()
        self._short: set[str] = set()
        self._without: set[str] = set()
        # The empty name is SQLite's for a file that nobody else can open.
        self._connection = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._connection.executescript(_TABLES)
        self._connection.execute(f"pragma max_page_count = {largest // _PAGE}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._turn:
            self._connection.close()

    def keep(self, file: str, portion: Portion, survey: Survey) -> None:
        """Take in what was found in a portion of the file of that identity. Of two companions of
        one number, or two that state something of one name, the later one holds. Where there is no
        room, all of the portion is left out."""
        with self._turn:
            try:
                self._keep(file, portion, survey)
            except sqlite3.Error:  # the file is as large as it may be, or the disk is full
                self._short.add(file)
                if self._connection.in_transaction:
                    self._connection.execute("rollback")

    def of(self, file: str, portion: Portion) -> Needed | None:
        """What the articles of a portion need, as it is written; it may have been cut otherwise
        than those that were surveyed. None where nothing is known of it."""
        query = "select site, body from sought where file = ? and start < ? and stop > ?"
        with self._turn:
            rows = self._connection.execute(query, (file, portion.end, portion.offset)).fetchall()
            answer = _Answer()
            for site, written in rows:
                sought = Sought(**orjson.loads(written))
                for kind, name in sought.stated:
                    for (body,) in self._connection.execute(_STATED, (file, kind, name)):
                        answer.add_stated((kind, name), body)
                for number, body in self._sought(site, sought, answer.members):
                    answer.add_companion((site, number), body)
            if answer.room <= 0:
                self._short.add(file)
        return answer.needed if rows else None

    def has_left_out(self, file: str) -> bool:
        """True once something of that file had no room."""
        return file in self._short

    def leave_out_of_head(self, file: str) -> None:
        """Something of the head of that file could not be read."""
        self._without.add(file)

    def has_left_out_of_head(self, file: str) -> bool:
        """True once that was so."""
        return file in self._without

    def _keep(self, file: str, portion: Portion, survey: Survey) -> None:
        site = survey.site or file
        execute = self._connection.execute
        execute("begin")
        for one in survey.companions:
            row = (site, one.number, one.parent, kept.written(one))
            execute("insert or replace into companion values (?, ?, ?, ?)", row)
            execute("delete from member where site = ? and number = ?", (site, one.number))
            members = ((site, name, one.number) for name in one.groups)
            self._connection.executemany("insert or ignore into member values (?, ?, ?)", members)
        rows = ((file, one.kind, one.name, kept.written(one)) for one in survey.stated)
        self._connection.executemany("insert or replace into stated values (?, ?, ?, ?)", rows)
        if not portion.is_head:
            sought = (file, site, portion.offset, portion.end, orjson.dumps(survey.sought))
            execute("insert into sought values (?, ?, ?, ?, ?)", sought)
        execute("commit")

    def _sought(
        self, site: str, sought: Sought, members: Iterable[int]
    ) -> Iterator[tuple[int, bytes]]:
        for query, names in (
            (_BY_NUMBER, (*sought.numbers, *members)),
            (_BY_PARENT, sought.parents),
            (_BY_GROUP, sought.groups),
        ):
            for name in names:
                yield from self._connection.execute(query, (site, name, MOST_TOGETHER))


class _Answer:
    """What is found for a portion, each once, until there is no room for more."""

    def __init__(self) -> None:
        self.room = LARGEST_ANSWER
        self.members: dict[int, None] = {}
        self._companions: dict[tuple[str, int], bytes] = {}
        self._stated: dict[tuple[str, str], bytes] = {}

    @property
    def needed(self) -> Needed:
        return Needed(
            companions=tuple(self._companions.values()), stated=tuple(self._stated.values())
        )

    def add_stated(self, name: tuple[str, str], body: bytes) -> None:
        if self.room > 0 and name not in self._stated:
            self._stated[name] = body
            self.room -= len(body)
            self.members.update((number, None) for _, number in kept.read_stated(body).members)

    def add_companion(self, name: tuple[str, int], body: bytes) -> None:
        if self.room > 0 and name not in self._companions:
            self._companions[name] = body
            self.room -= len(body)
