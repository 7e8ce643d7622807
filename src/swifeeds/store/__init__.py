"""The store: what is kept, and the contract that every engine fulfils.

`Store` is the contract; `store.sql` is its one implementation, on SQLite and PostgreSQL alike,
and only the composition root knows it. Promises to every caller:

- All times are aware UTC `datetime`s, all values `model` types; no row, cursor or driver
  exception leaves the room. Any method may raise `StoreBusy` (retry later) or `StoreError`.
- A method that writes is one transaction: all of it is kept, or nothing. What a method returned
  from survives `kill -9`.
- Work is owned through leases. A write that presents a lease checks its fence in the same
  transaction and raises `LeaseLost` when somebody else has taken over; nothing is written then.
- Every change of an article leaves a mark that `regroup` consumes, and every affected feed one
  that `publish` consumes, in the transactions that did the work: a crash between the steps
  loses no publication.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from swifeeds.model import (
    Announcement,
    Article,
    ArticleId,
    Decision,
    Dossier,
    Errand,
    ErrandKind,
    FeedKey,
    FeedSummary,
    Grouping,
    HubLimits,
    Intent,
    Known,
    Lease,
    Listed,
    Membership,
    Neighbourhood,
    Notice,
    Pulse,
    Redirect,
    Shelf,
    ShelfItem,
    Source,
    SourceId,
    SourceState,
    Status,
    Story,
    StoryAct,
    StoryEvent,
    StoryId,
    StoryRule,
    Transition,
    Validators,
    Version,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageSettings:
    """Where articles are kept."""

    url: str = "sqlite:///var/swifeeds.db"
    """Database address: `sqlite:///path` (relative to the configuration file) or
    `postgresql://user@host/name`. SQLite by default because it needs no server."""

    password_file: str | None = None
    """File that holds the PostgreSQL password, so that it stays out of the configuration."""

    busy_timeout: float = 10.0
    """Seconds to wait for a locked database before saying so. 10 outlasts any write of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaStatus:
    """`current` is the database's revision (None: never migrated), `newest` this program's."""

    current: str | None
    newest: str
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCount:
    """A story and how many public articles it has in each language."""

    story: Story
    languages: Mapping[str, int]
    rungs: Mapping[str, int]


class Store(Protocol):
    """Everything swifeeds remembers. See the module docstring for what holds for every method."""

    # Opening and schema

    async def open(self) -> None:
        """Connect and check the schema.

        Raises:
            StoreMissing: nothing there, or older than this program: `migrate()` first.
            StoreNewer: a newer program wrote it.
        """

    async def close(self) -> None:
        """Give every connection back. Safe to call twice."""

    async def migrate(self) -> SchemaStatus:
        """Bring the schema to the newest revision, in one transaction; idempotent, and safe when
        several processes start at once. Raises `StoreNewer`."""

    async def schema(self) -> SchemaStatus:
        """The schema's revision against this program's. Works before `open()`."""

    # Sources and leases

    async def register(
        self,
        sources: Sequence[Source],
        rules: Sequence[StoryRule],
        now: datetime,
        *,
        appearance: str = "",
    ) -> None:
        """Make rows for what the configuration names.

        New sources are due at `now`; sources no longer named keep their articles but are never
        claimed. Stories of `rules` are written (title, slug, parent); a rule no longer stated
        closes its story (`StoryState.CLOSED`). When the rules or `appearance` (a digest of what
        feeds are worded and rendered with) changed since the last call, every article is marked,
        so that everything is grouped and published anew.
        """

    async def source_states(self) -> Mapping[SourceId, SourceState]:
        """The state of every registered source."""

    async def claim(
        self,
        *,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int,
        only: Collection[SourceId] | None = None,
    ) -> tuple[Lease, ...]:
        """Take up to `limit` sources that are due, unpaused and not leased, longest overdue first.

        With `only`, exactly those are taken whether due or paused or not (a person asked); a live
        lease of somebody else is respected all the same.
        """

    async def renew(self, lease: Lease, until: datetime) -> Lease:
        """Prolong a lease. Raises `LeaseLost`."""

    async def complete(self, lease: Lease, state: SourceState) -> None:
        """Write the poll's outcome (all of `state` but `paused`) and give the lease back. Raises
        `LeaseLost`."""

    async def release(self, lease: Lease) -> None:
        """Give a lease back with nothing else changed (a shutdown); a lost lease is no error."""

    async def set_paused(self, source_id: SourceId, *, paused: bool) -> bool:
        """Pause or resume polling. False when there is no such source."""

    async def reset_source(self, source_id: SourceId, now: datetime) -> bool:
        """Forget failures and validators and make it due at `now`. False when there is none."""

    async def hold(self, name: str, *, owner: str, now: datetime, until: datetime) -> bool:
        """Take or prolong the named lease of a singleton job (`regroup`, `publish`)."""

    async def drop_hold(self, name: str, *, owner: str) -> None:
        """Give a named lease back."""

    async def owners(self) -> tuple[str, ...]:
        """Who holds a lease of any kind, each once. What an owner's name means is the caller's."""

    async def disown(self, owner: str) -> None:
        """Give back every lease of an owner that is known to be dead, so that nobody has to wait
        for it to run out. Should it live after all, its fences refuse its work."""

    # Articles

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """The validators last stored for these addresses; unknown addresses are left out."""

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """All validators of one source's documents (a folder's files, say)."""

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """Public addresses of the source's usable articles, newest published first."""

    async def known(
        self, source_id: SourceId, *, url_keys: Collection[str], guids: Collection[str]
    ) -> Known:
        """What is kept under these canonical keys (any source) and guids (this source)."""

    async def keep(
        self,
        lease: Lease,
        intents: Sequence[Intent],
        validators: Mapping[str, Validators],
        notices: Sequence[Notice] = (),
    ) -> None:
        """Carry out a batch: articles, revisions, sightings, held revisions, validators, notices
        and the marks for regrouping. Idempotent: the same New twice (same source and guid, or
        same canonical key) is kept once. An `adopted_id` that another article has as its id is
        left out, and told (`id-not-adopted`); no revision changes one. A Revised or Duplicate of
        an article drops its held revision: what looked like damage is over. Raises
        `LeaseLost`."""

    async def article(self, reference: str) -> Article | None:
        """By the id it brought from its former feed, id, tag URI's last part, or public address."""

    async def articles(self, ids: Collection[ArticleId]) -> tuple[Article, ...]:
        """Those of `ids` that exist, in the order of (first_seen, id)."""

    async def articles_since(
        self, since: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Articles that are public at `now` and were published at `since` or later, newest
        first."""

    async def articles_between(
        self, first: datetime, last: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Articles that are public at `now` and were published from `first` to `last`, those
        nearest to the middle first where there are more than `limit`."""

    async def memberships(self, article_id: ArticleId) -> tuple[Membership, ...]:
        """The living memberships of one article."""

    async def set_status(
        self, article_id: ArticleId, status: Status, *, reason: str | None, now: datetime
    ) -> bool:
        """Hold, release or withdraw. Marks the article. False when there is no such article.

        `updated` rises when readers must be told: when a notice takes the place of a text that was
        public, and when the text comes back."""

    async def held_revision(self, article_id: ArticleId) -> Article | None:
        """The revision that was put aside, if any."""

    async def release_revision(self, article_id: ArticleId, now: datetime) -> bool:
        """Put the held revision in the article's place. False when none is held."""

    # Grouping

    async def marked(self, limit: int) -> tuple[ArticleId, ...]:
        """Articles that changed since they were last grouped, oldest mark first."""

    async def neighbourhood(
        self, ids: Collection[ArticleId], *, limit: int = 5000
    ) -> Neighbourhood:
        """Those articles and all that declared links (translations, story blocks) tie to them, in
        either direction and over several hops, up to `limit` articles."""

    async def keep_grouping(
        self,
        grouping: Grouping,
        *,
        marked: Collection[ArticleId],
        stale: Collection[FeedKey],
        shown: Collection[ArticleId] = (),
    ) -> None:
        """Store a grouping, clear the marks it answered, and mark feeds for rendering: `stale`, and
        the archive pages that any of the articles `shown` stands on.

        A story that ends by it (`ENDED`) marks its articles and a feed of its own: all that must
        be rendered anew is.

        Fills `earlier` of memberships that are new: the five latest usable members of the same
        story and language that were published before; later groupings leave it alone.
        """

    async def lift_embargoes(self, now: datetime) -> int:
        """Mark articles whose embargo has passed and that were not marked for it yet."""

    async def stories(self) -> tuple[StoryCount, ...]:
        """Every story that was neither removed nor merged, with its public articles per
        language."""

    async def ended_stories(self) -> tuple[Story, ...]:
        """Stories that were removed or merged. From the next publication on their addresses answer
        410, or lead to the story that they were merged into."""

    async def story(self, story_id: StoryId) -> Story | None:
        """One story."""

    # Steering

    async def act(self, act: StoryAct) -> int:
        """Carry out an editor's action: its decisions stand, its stories are written, its articles
        are marked for regrouping, and it is logged. Returns the number of the event."""

    async def undo(self, number: int | None, *, by: str, at: datetime) -> StoryEvent:
        """Take back event `number`, or the last action that still stands; its articles are marked.
        Returns the event that was undone.

        Raises:
            UsageError: there is no such action, it was undone before, or a later one stands on it.
        """

    async def events(
        self, story_id: StoryId | None = None, *, limit: int = 100
    ) -> tuple[StoryEvent, ...]:
        """The log of one story or of all, newest first. Events are filed under the story that was
        acted upon; the others are named in `details`."""

    async def decisions(self, story_id: StoryId | None = None) -> tuple[Decision, ...]:
        """The editors' standing decisions, of one story or of all, in the order they were made. A
        pin whose action is `ACCEPT` is a pair that an editor confirmed."""

    async def members(self, story_id: StoryId) -> tuple[Membership, ...]:
        """Every membership of one story, suggestions included, by article."""

    async def suggestions(self) -> tuple[Membership, ...]:
        """Memberships of the rung `SUGGESTION`, best score first. `keep_grouping` stores them like
        any other; nothing but this, `members` and `neighbourhood` ever gives them out."""

    async def pulses(self, only: Collection[StoryId] | None = None) -> tuple[Pulse, ...]:
        """How each living story stands (closed ones left out); with `only`, just those."""

    async def transit(
        self, transitions: Collection[Transition], *, stale: Collection[FeedKey], at: datetime
    ) -> None:
        """Write the states of these stories, log each, and mark feeds for rendering. One whose
        state is another by now than when its pulse was read stays as it is."""

    # Publishing

    async def stale(self, limit: int) -> tuple[FeedKey, ...]:
        """Documents of feeds that must be rendered anew, oldest first; all current ones before any
        archive page."""

    async def mark_stale(self, keys: Collection[FeedKey]) -> None:
        """Mark feeds for rendering (a changed title in the configuration, say)."""

    async def dossiers(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        among: Sequence[ArticleId] | None = None,
        notices: bool = False,
    ) -> tuple[Dossier, ...]:
        """The newest public articles of a feed's scope, by (published, id) descending; of an
        archive page, those of its set that are in the scope by now. With `among`, only these (at
        most 500), whatever page the key names. With `notices`, withdrawn articles that were
        public are among them (`Article.leaves_notice`).

        `languages` are the tags as stored on articles that the feed may draw from (empty: all).
        """

    async def published(
        self, key: FeedKey, *, languages: Sequence[str], now: datetime
    ) -> tuple[datetime, ...]:
        """When each public article of a feed's scope was published, oldest first; the scope and
        `languages` as in `dossiers`."""

    async def archive_size(self, key: FeedKey) -> int:
        """How many pages the archive of a feed has, whichever document of it `key` names."""

    async def unarchived(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        after: tuple[datetime, ArticleId] | None = None,
        notices: bool = False,
    ) -> tuple[Listed, ...]:
        """Public articles of a feed's scope that stand on none of its pages, by (published, id)
        ascending, from the first behind `after` on. `languages` and `notices` as for `dossiers`."""

    async def archived_texts(
        self, key: FeedKey, fingerprints: Collection[str], now: datetime
    ) -> Mapping[str, frozenset[ArticleId]]:
        """Which public articles on the pages of a feed have one of these fingerprints."""

    async def dossier(self, article_id: ArticleId, now: datetime) -> Dossier | None:
        """One public article's dossier, or None when it is not public."""

    async def article_languages(self) -> tuple[str, ...]:
        """Every language tag that occurs on a stored article."""

    async def summaries(self, now: datetime) -> Mapping[FeedKey, FeedSummary]:
        """For each scope and stored article language (and "" for all) that has public articles:
        how many, the latest published of them, and when one changed last or ceased to be public.
        Keys use the articles' own tags."""

    async def publish(
        self,
        items: Sequence[ShelfItem],
        *,
        gone: Collection[Redirect] = (),
        done: Collection[FeedKey] = (),
        pages: Mapping[FeedKey, Sequence[ArticleId]] = MappingProxyType({}),
        announcement: Announcement | None = None,
    ) -> int:
        """Put items on the shelf, note moved and gone paths, clear the marks: one transaction, one
        new shelf generation, which is returned. Bytes equal to those on the shelf under the same
        path are not written anew.

        `pages` are new archive pages in the order of their numbers: what stands on them is kept for
        good. A page is marked for rendering at once where its feed was marked again
        after its mark was taken: one of its articles may have changed since. Raises `StoreBusy`
        when somebody else has made the next page of that feed meanwhile.

        Of the topics of `announcement`, those whose bytes really changed are put in the outbox in
        the same transaction: a ping for each other hub, a delivery for each living subscription.
        One that waits there already is renewed instead. Subscriptions to paths that are gone or
        moved end, and their subscribers are to be told so.
        """

    async def shelf(self) -> Shelf:
        """All that is published, bytes and all but deltas, as of now."""

    async def shelf_index(self) -> Shelf:
        """As `shelf`, but no item has its bytes (`encodings` are empty): cheap at any size."""

    async def shelf_items(self, paths: Collection[str]) -> tuple[ShelfItem, ...]:
        """Those of these paths that are on the shelf, with their bytes and deltas."""

    async def versions(self, paths: Collection[str]) -> Mapping[str, tuple[Version, ...]]:
        """The versions of these documents that were published with deltas and are still known,
        the current one first; paths without any are left out."""

    async def unpressed(self, before: datetime, *, room: int) -> tuple[ShelfItem, ...]:
        """Items with brotli bytes that nobody has tried to press and that were published before
        `before`, oldest first: as many as have `room` bytes together as they are, at least one if
        any."""

    async def keep_pressed(self, items: Sequence[ShelfItem]) -> int:
        """Put the brotli bytes of pressed items in the place of those they were pressed from, and
        note of the others that it was tried; how many are settled by that.

        One that was published anew meanwhile stays as it is. The generation rises when any bytes
        were put in place, and nothing else: nobody is told, nothing is stale, no date changes.
        """

    async def shelf_generation(self) -> int:
        """The newest generation; cheap enough to ask every second."""

    async def remember(self, key: str, value: str) -> None:
        """Keep a small text under a key (the running configuration, say)."""

    async def recall(self, key: str) -> str | None:
        """The text kept under a key."""

    # WebSub

    async def take_errands(
        self, kind: ErrandKind, *, now: datetime, until: datetime, limit: int, per_host: int
    ) -> tuple[Errand, ...]:
        """Take up to `limit` errands of a kind that are due, for `until` then: after it somebody
        else may. Longest due first, hosts in turns; at most `per_host` of one host are taken at a
        time. A delivery comes with the secret of its subscription."""

    async def finish_errand(self, errand: Errand, now: datetime) -> None:
        """It is done and goes, unless it was renewed since it was taken: then it is due again,
        wanted since `now`."""

    async def retry_errand(self, errand: Errand, next_at: datetime) -> None:
        """It failed once more and is due again at `next_at`; a ping together with all other pings
        to the same hub that failed less often."""

    async def release_errand(self, errand: Errand) -> None:
        """Give it back with nothing else changed (a shutdown)."""

    async def revive_hub(self, hub: str, now: datetime) -> None:
        """The hub takes pings again: all that wait for it after failures are due at `now`."""

    async def keep_hubs(self, hubs: Collection[str], kind: str) -> None:
        """Forget pings to all hubs but these, and the open notices of `kind` about them."""

    async def ask_subscriber(self, errand: Errand, limits: HubLimits) -> bool:
        """Keep a request (kind `VERIFY`) until its subscriber was asked. A newer one of the same
        topic and callback takes the place of an older. False when there is no room: nothing is
        kept then."""

    async def confirm(self, errand: Errand, now: datetime) -> None:
        """The subscriber said yes: subscribe (or renew) until `now` and the lease, or unsubscribe,
        and finish the errand. When the topic's bytes changed since the request, the delivery is in
        the outbox; a topic that is no longer on the shelf is not subscribed to."""

    async def end_subscription(self, errand: Errand) -> None:
        """The subscriber of a delivery is gone: its subscription and the delivery go."""

    async def drop_expired(self, now: datetime) -> int:
        """Drop subscriptions whose lease is over, and what they were still to get. How many."""

    # Telling

    async def tell(self, notices: Sequence[Notice]) -> None:
        """Keep notices; one is open per (kind, subject), the newest message wins."""

    async def settle(self, kind: str, subject: str) -> None:
        """The matter is over: close the open notice."""

    async def notices(self) -> tuple[Notice, ...]:
        """Open notices, oldest first."""

    async def undelivered(self, limit: int) -> tuple[tuple[int, Notice], ...]:
        """Notices that the webhook has not had, with their row numbers."""

    async def delivered(self, rows: Collection[int], now: datetime) -> None:
        """The webhook took these."""

    async def counts(self) -> Mapping[str, int]:
        """`articles`, `held`, `withdrawn`, `sightings`, `stories`, `memberships`, `marked`,
        `stale`, `shelf`, `subscriptions`, `outbox` (what hubs and subscribers are still to get)
        and `outbox_failing` (what failed before): what `status` shows."""

    async def check(self) -> tuple[str, ...]:
        """Problems found in the database, one sentence each; empty when sound."""

    async def backup(self, path: str) -> None:
        """Write a consistent copy while the service runs (SQLite; elsewhere `StoreError`)."""
