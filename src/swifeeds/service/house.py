"""Opening everything in the right order, for as long as it is needed."""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from swifeeds import __version__
from swifeeds.collect import Collector
from swifeeds.config import Config
from swifeeds.deliver import Webhook
from swifeeds.egress import Egress, Policy
from swifeeds.emit import Pages, make_pages, with_usual_titles
from swifeeds.isolate import Isolation
from swifeeds.localise import Catalog, Locale, make_locale, words_of
from swifeeds.model import ArticleId, Source, SourceId
from swifeeds.pipeline import Embeddings, Finder, Ingest, Publish, Renderer
from swifeeds.pipeline.completing import Completions
from swifeeds.pipeline.errands import Messenger
from swifeeds.pipeline.hosts import crowded_sources
from swifeeds.pipeline.identification import Identification
from swifeeds.serve import Forwardings, read_assets, read_templates
from swifeeds.service.embedding import embedder_client, make_embedder
from swifeeds.service.hubs import make_pushing, new_challenge, websub_clients
from swifeeds.service.owners import disown_the_dead
from swifeeds.service.packaged import read_catalogs
from swifeeds.service.reading_version import reading_version
from swifeeds.service.secret_files import read_secret
from swifeeds.store import Store
from swifeeds.store.sql import RING, SqlStore

_log = logging.getLogger(__name__)

PRELOADED = ("swifeeds.extract", "swifeeds.emit", "trafilatura", "lxml.html")
"""Imported once by the children's server, so that a killed child costs 31 ms and not 300."""

_SHOWN = (
    "id", "title", "own", "publish", "licence", "rsl", "tdm_reservation", "tdm_policy",
    "article_pages", "trust",
)  # fmt: skip
"""What of a source shows in feeds; its address does not. How often it is polled is added."""

_MARKS = "trust-marks"
"""The key under which the store remembers whose trust marks were valid at the last registration."""

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The one clock of the house."""
    return datetime.now(UTC)


def new_article_id() -> ArticleId:
    """Sixteen letters and digits that no two articles share: 80 random bits in base 32."""
    alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
    return ArticleId("".join(secrets.choice(alphabet) for _ in range(16)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What outlives a reload: connections, children, catalogs, templates.

    The operator's webhook, hubs and embedder are asked by clients of their own: they may be
    private, sources may not. Callbacks of subscribers have another, which is open to nothing that
    others open.
    """

    store: Store
    egress: Egress
    operators_egress: Egress
    hubs_egress: Egress
    callbacks_egress: Egress
    embedder_egress: Egress
    isolation: Isolation
    catalogs: Mapping[str, Catalog]
    pages: Pages
    assets: Mapping[str, bytes]
    now: Now


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Everything that works together under one configuration; swapped whole on a reload."""

    config: Config
    parts: Parts
    sources: Mapping[SourceId, Source]
    addresses: Mapping[SourceId, str]
    at_once: int
    """How many sources of one host are polled at the same time at most."""
    crowded: Sequence[frozenset[SourceId]]
    """Of each host that has more sources than that, all of them."""
    locales: Mapping[str, Locale]
    ingest: Ingest
    finder: Finder
    publish: Publish
    messenger: Messenger
    webhook: Webhook | None
    forwardings: Forwardings

    @property
    def store(self) -> Store:
        """What is kept."""
        return self.parts.store

    @property
    def now(self) -> Now:
        """The clock, aware UTC."""
        return self.parts.now


def make_store(config: Config) -> Store:
    """The store, not opened yet. The one place that names an implementation."""
    return SqlStore(config.storage, config.base)


@asynccontextmanager
async def open_store(config: Config, *, migrate: bool = False) -> AsyncIterator[Store]:
    """The store alone, for commands that need no more.

    Args:
        config: where it is.
        migrate: bring the schema up to date first, as `run`, `demo` and `collect` do.
    """
    store = make_store(config)
    try:
        if migrate:
            await store.migrate()
        await store.open()
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def open_house(config: Config, *, now: Now = utc_now) -> AsyncIterator[House]:
    """Everything, migrated and registered. Closed in reverse, whatever happens inside."""
    async with open_store(config, migrate=True) as store, _furnished(config, store, now) as house:
        await disown_the_dead(store)
        await register(config, house.parts)
        yield house


@asynccontextmanager
async def visit_house(config: Config, *, now: Now = utc_now) -> AsyncIterator[House]:
    """Everything, to look at: nothing is migrated, registered or stored by opening it.

    The database is not even looked for until something is asked of the store.
    """
    store = make_store(config)
    try:
        async with _furnished(config, store, now) as house:
            yield house
    finally:
        await store.close()


@asynccontextmanager
async def _furnished(config: Config, store: Store, now: Now) -> AsyncIterator[House]:
    async with AsyncExitStack() as stack:
        egress = await stack.enter_async_context(Egress(config.egress, Policy.SOURCES))
        operators = await stack.enter_async_context(Egress(config.egress, Policy.OPERATOR))
        hubs, callbacks = websub_clients(config)
        hubs = await stack.enter_async_context(hubs)
        callbacks = await stack.enter_async_context(callbacks)
        embedder = await stack.enter_async_context(embedder_client(config))
        isolation = await stack.enter_async_context(Isolation(config.isolate, preload=PRELOADED))
        assets = read_assets()
        parts = Parts(
            store=store,
            egress=egress,
            operators_egress=operators,
            hubs_egress=hubs,
            callbacks_egress=callbacks,
            embedder_egress=embedder,
            isolation=isolation,
            catalogs=read_catalogs(),
            pages=make_pages(read_templates(), assets),
            assets=assets,
            now=now,
        )
        yield furnish(config, parts)


async def register(config: Config, parts: Parts) -> None:
    """Tell the store what the configuration names, and what everything is rendered with.

    Whatever changes the words or the markup of feeds and pages is in the digest: after an upgrade
    or a new title every feed is published anew, and after a mere restart none is. With a trust mark
    that begins or ends the articles of its source alone are published anew.
    """
    worded = [config.effective[key] for key in ("site", "languages", "sections")]
    worded += [[source.get(key) for key in _SHOWN] for source in config.effective["sources"]]
    catalogs = {tag: str(catalog) for tag, catalog in sorted(parts.catalogs.items())}
    now = parts.now()
    marks = await outdated_marks(config, parts.store, now)
    worded.append(config.publication.hubs)
    worded.append([str(source.polled_every) for source in config.sources])
    texts = [config.publication.robots, config.publication.trust_txt]
    terms = [__version__, worded, texts, catalogs, sorted(parts.pages.versions.items())]
    told = await _rings(parts.store)
    await parts.store.register(
        config.sources,
        config.rules,
        now,
        appearance=hashlib.sha256(json.dumps(terms, default=str).encode()).hexdigest(),
        reworded=marks,
    )
    if await parts.store.recall(_MARKS) != (shown := json.dumps(vouched_for(config, now))):
        # After the articles are marked: a crash between the two marks them once more.
        await parts.store.remember(_MARKS, shown)
    for message in (await _rings(parts.store)) - told:
        _log.warning("story: %s", message)


async def _rings(store: Store) -> frozenset[str]:
    return frozenset(one.message for one in await store.notices() if one.kind == RING)


def vouched_for(config: Config, now: datetime) -> tuple[SourceId, ...]:
    """The sources whose trust mark is valid at `now`: it comes and goes with the day alone."""
    on = config.publication.day_of(now)
    return tuple(one.id for one in config.sources if one.trust and one.trust.is_valid(on))


async def outdated_marks(config: Config, store: Store, now: datetime) -> tuple[SourceId, ...]:
    """The sources whose trust mark began or ended since feeds were last published with it.

    A running service sees to it; a command that only reads what is published can but tell.
    """
    shown = await store.recall(_MARKS)
    registered = set(json.loads(shown)) if shown else set()
    return tuple(sorted(registered ^ set(vouched_for(config, now)))) if shown else ()


def furnish(config: Config, parts: Parts) -> House:
    """Join the rooms under a configuration. Opens nothing: a reload calls it with the old parts.

    Raises:
        ConfigError: a file that it names cannot be read.
    """
    sources = {source.id: source for source in config.sources}
    # Never all lanes, lest every other source waits for one host.
    at_once = max(1, min(config.egress.per_host, config.schedule.lanes - 1))
    locales = make_locales(config, parts.catalogs)
    identification = Identification(
        store=parts.store,
        publication=config.publication,
        sources=sources,
        new_id=new_article_id,
        now=parts.now,
    )
    return House(
        config=config,
        parts=parts,
        sources=sources,
        at_once=at_once,
        crowded=crowded_sources(config.sources, at_once),
        addresses={source.id: source.url for source in config.sources},
        locales=locales,
        ingest=Ingest(
            store=parts.store,
            completions=Completions(parts.store),
            collector=Collector(
                parts.egress,
                parts.now,
                reading=repr((reading_version(), config.publication.sections)),
            ),
            isolation=parts.isolation,
            publication=config.publication,
            sources=sources,
            identification=identification,
            now=parts.now,
            lease_length=timedelta(seconds=config.schedule.lease),
            pushing=make_pushing(config, parts.store, parts.callbacks_egress, parts.now),
            reader=reading_version(),
        ),
        finder=_finder(config, parts),
        publish=Publish(
            store=parts.store,
            renderer=Renderer(
                store=parts.store,
                isolation=parts.isolation,
                publication=with_usual_titles(config.publication, locales),
                sources=sources,
                locales=locales,
                pages=parts.pages,
                now=parts.now,
                max_age=config.serve.max_age,
                deltas=config.serve.delta,
                archive_max_age=config.serve.archive_max_age,
            ),
            websub=config.websub,
        ),
        messenger=Messenger(
            store=parts.store,
            settings=config.websub,
            base_url=config.publication.base_url,
            hubs=parts.hubs_egress,
            callbacks=parts.callbacks_egress,
            new_challenge=new_challenge,
            now=parts.now,
        ),
        webhook=_webhook(config, parts.operators_egress),
        forwardings=Forwardings(config.forwardings),
    )


def _finder(config: Config, parts: Parts) -> Finder:
    embedder = make_embedder(config, parts.embedder_egress)
    embeddings = None if embedder is None else Embeddings(embedder=embedder, store=parts.store)
    return Finder(
        store=parts.store,
        isolation=parts.isolation,
        settings=config.grouping,
        embeddings=embeddings,
    )


def make_locales(config: Config, catalogs: Mapping[str, Catalog]) -> Mapping[str, Locale]:
    """A Locale for each language of the site, with the words of its region or of the nearest."""
    chosen = config.languages
    return {
        tag: make_locale(
            tag,
            catalog=words_of(tag, catalogs, style=chosen.styles.get(tag)),
            time_zone=config.publication.time_zone,
            style=chosen.styles.get(tag),
            writing=chosen.writings.get(tag),
        )
        for tag in config.publication.languages
    }


def _webhook(config: Config, egress: Egress) -> Webhook | None:
    settings = config.tell
    if settings.webhook is None:
        return None
    secret = settings.webhook_secret_file
    key = read_secret(config.base / secret, "tell.webhook_secret_file") if secret else None
    return Webhook(url=settings.webhook, egress=egress, secret=key)
