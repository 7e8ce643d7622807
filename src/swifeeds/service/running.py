"""The service: a house that works until it is asked to stop.

Started by one strike of the clock each: poll what is due, settle (group, publish, let time pass
for stories), look whether another process published, look after the house, send what waits in the
outbox, and press what is published when there is nothing else to do. Shutdown,
in this order: the clock stops, no source is claimed and nothing taken from the outbox any more,
running polls and then what is being sent get `schedule.grace` seconds, what is left is cancelled
(its lease is given back by time), the listeners close, then client, children and store.
"""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from datetime import datetime, timedelta
from socket import socket

from swifeeds.config import Config, masked
from swifeeds.errors import SwifeedsError
from swifeeds.model import FeedKey, Scope
from swifeeds.pipeline import press
from swifeeds.pipeline.polling import watch_for_silence
from swifeeds.pipeline.telling import tell_webhook
from swifeeds.pipeline.vouching import watch_trust_marks
from swifeeds.schedule import Bell, Lanes, on_each_strike
from swifeeds.schedule._apscheduler import Clock
from swifeeds.serve import open_sockets
from swifeeds.service import courier, pushes
from swifeeds.service.answerers import Answerers
from swifeeds.service.doors import admin_door
from swifeeds.service.exporter import Exporter
from swifeeds.service.house import House, furnish, register
from swifeeds.service.lessons import learn_at_night
from swifeeds.service.owners import new_owner
from swifeeds.service.polls import Polls
from swifeeds.service.reloading import taken_by
from swifeeds.service.shelf_watch import WATCH_SECONDS
from swifeeds.service.work import pass_time, settle

_log = logging.getLogger(__name__)

RUNNING_CONFIGURATION = "running-configuration"
"""The key under which the store remembers what the service took last."""

_UPKEEP_SECONDS = 5.0

_PRESS_SECONDS = 3.0

_IDLE = timedelta(seconds=5)
"""How long nothing may have been grouped or published before time is spent on smaller bytes."""

_LEARN_SECONDS = 60.0

_WORK = (
    "poll", "settle", "watch", "upkeep", "export", "reload", "press", "learn", "push", "subscribe",
)  # fmt: skip

_JOIN = timedelta(seconds=4)
"""For each second of the least time between publications: how long polls may hold one up."""


class Service:
    """Keeps a house running. `load` reads the configuration again for a reload."""

    def __init__(self, house: House, *, load: Callable[[], Config]) -> None:
        self.house = house
        self._generation = 0
        self.opened = asyncio.Event()
        self.port = self._admin_port = 0
        self.published = asyncio.Event()
        self._load = load
        self._stopping = asyncio.Event()
        self._owner = new_owner()
        self._settled_at = self._worked_at = house.now()
        self._is_settling = False
        self._courier = courier.Courier(lambda: self.house, self._watch)
        self._answerers = Answerers(lambda: self.house.config, self._wake)
        self._news_hour = house.now().replace(minute=0, second=0, microsecond=0)
        self._lives_hour: datetime | None = None
        self._exporter = Exporter()
        self._bells = {name: Bell() for name in _WORK}

    def stop(self) -> None:
        """Ask the service to end; `run` returns once everything is closed."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until `stop`, SIGTERM or SIGINT. `opened` is set once readers are answered.

        Raises:
            ServeError: a listener cannot be opened.
        """
        await self._note_configuration()
        self._listen_for_signals()
        try:
            async with self._open_doors() as doors:
                await self._work(doors)
        finally:
            self._forget_signals()

    @asynccontextmanager
    async def _open_doors(self) -> AsyncIterator[Sequence[socket]]:
        """The sockets of the processes that answer readers, and the admin door."""
        serve = self.house.config.serve
        admin = admin_door(self.house, lambda: self._answerers.are_answering)
        doors = await open_sockets(serve.listen, setting="serve.listen", count=serve.processes)
        with ExitStack() as stack:
            for door in doors:
                stack.enter_context(door)
            async with admin:
                self.port, self._admin_port = doors[0].getsockname()[1], admin.port
                yield doors

    async def _work(self, doors: Sequence[socket]) -> None:
        async with asyncio.TaskGroup() as group:
            polls = Polls(group, lambda: self.house, self._owner, self._bells["poll"].strike)
            loops = [
                group.create_task(on_each_strike(self._bells[name], work, name=name), name=name)
                for name, work in (
                    ("poll", polls.claim),
                    ("settle", lambda: self._settle(polls)),
                    ("watch", self._watch),
                    ("upkeep", self._upkeep),
                    ("export", self._export),
                    ("reload", self.reload),
                    ("press", lambda: self._press(polls)),
                    ("learn", self._learn),
                    ("push", lambda: self._take_pushed(polls.lanes)),
                    ("subscribe", self._subscribe),
                )
            ]
            loops += [group.create_task(self._answerers.keep_one(door)) for door in doors]
            loops.append(group.create_task(self._say_open(doors)))
            sending = await self._courier.start(group)
            async with Clock() as clock:
                self._wind(clock)
                await self._stopping.wait()
            _log.info("stopping: running=%d", polls.running)
            for loop in (loops[0], *sending):
                loop.cancel()
            await polls.drain(self.house.config.schedule.grace)
            await self._courier.drain(self.house.config.schedule.grace)
            for loop in loops:
                loop.cancel()

    async def _say_open(self, doors: Sequence[socket]) -> None:
        await self._answerers.until_answering(doors)
        _log.info("serving: port=%d admin_port=%d", self.port, self._admin_port)
        self.opened.set()

    def _wind(self, clock: Clock) -> None:
        schedule = self.house.config.schedule
        for name, seconds in (
            ("poll", schedule.tick),
            ("settle", schedule.publish_interval),
            ("watch", WATCH_SECONDS),
            ("upkeep", _UPKEEP_SECONDS),
            ("export", _UPKEEP_SECONDS),
            ("press", _PRESS_SECONDS),
            ("learn", _LEARN_SECONDS),
            ("push", pushes.SECONDS),
            ("subscribe", pushes.ASK_SECONDS),
        ):
            self._bells[name].strike()
            clock.every(seconds, self._bells[name].strike, name=name)
        clock.every(courier.SECONDS, self._courier.strike, name="outbox")

    def _wake(self) -> None:
        """A door of WebSub took something: a subscriber to be asked, or what a hub brought."""
        self._courier.strike()
        self._bells["push"].strike()

    async def _take_pushed(self, lanes: Lanes) -> None:
        if lanes.free and not self._stopping.is_set():
            await pushes.take_pushed(self.house, self._owner, lanes)

    async def _subscribe(self) -> None:
        await pushes.ask_hubs(self.house)

    async def _settle(self, polls: Polls) -> None:
        """Group and publish. The first polls of a new site are joined for a while, so that a start
        does not render the same feeds again and again; after that nothing waits."""
        waited = self.house.now() - self._settled_at
        is_first = not self.published.is_set()
        if (
            is_first
            and polls.working
            and waited < _JOIN * self.house.config.schedule.publish_interval
        ):
            return
        self._is_settling = True
        try:
            settled = await settle(self.house, self._owner)
        finally:
            self._is_settling = False
        self._settled_at = self.house.now()
        if settled.grouped or settled.rendered:
            self._worked_at = self._settled_at
            _log.info(
                "settled: grouped=%d rendered=%d published=%d",
                settled.grouped, settled.rendered, settled.published,
            )  # fmt: skip
        if settled.published:
            await self._watch()
            self._courier.strike()
        # Not beside it: the turn is this process's, and who is done first would give it away.
        await self._pass_time()

    async def _watch(self) -> None:
        """What was published, by whomever, is served before anybody is told of it."""
        generation = await self.house.store.shelf_generation()
        if generation != self._generation:
            await self._answerers.show(generation)
            self._generation = generation
            self._bells["export"].strike()
        if generation and self._answerers.are_answering:
            self.published.set()

    async def _export(self) -> None:
        await self._exporter.run(self.house, self._generation)

    async def _press(self, polls: Polls) -> None:
        house = self.house
        while not (polls.working or self._is_settling or self._stopping.is_set()):
            if house.now() - self._worked_at < _IDLE:
                return
            if not await press(house.store, house.parts.isolation, house.now()):
                return

    async def _learn(self) -> None:
        await learn_at_night(self.house, self._owner)

    async def _upkeep(self) -> None:
        house = self.house
        # A trust mark may have begun or ended today; and a command with a newer file may have
        # registered that one, while what runs here is grouped and worded by the running one.
        await register(house.config, house.parts)
        await self._turn_news_over()
        await watch_for_silence(house.store, house.sources, house.now)
        publication = house.config.publication
        await watch_trust_marks(house.store, house.config.sources, publication, house.now)
        if house.webhook is not None:
            await tell_webhook(house.store, house.webhook, house.now())

    async def _turn_news_over(self) -> None:
        """Once an hour a publication, though nothing else changed: news grows old."""
        hour = self.house.now().replace(minute=0, second=0, microsecond=0)
        if hour != self._news_hour and any(one.own for one in self.house.sources.values()):
            self._news_hour = hour
            await self.house.store.mark_stale([FeedKey(scope=Scope.ALL)])

    async def _pass_time(self) -> None:
        """Once an hour: stories fall silent though nothing happens."""
        hour = self.house.now().replace(minute=0, second=0, microsecond=0)
        if hour != self._lives_hour and await pass_time(self.house, self._owner):
            self._lives_hour = hour

    async def reload(self) -> None:
        """Take the configuration anew, all or nothing; a faulty one changes nothing."""
        try:
            config, waiting = taken_by(self.house.config, self._load())
            house = furnish(config, self.house.parts)
            await register(config, house.parts)
        except SwifeedsError as error:
            _log.error("configuration not reloaded, the running one stays: %s", error)
            return
        self.house = house
        await self._answerers.renew()
        await self._note_configuration()
        _log.info("configuration reloaded: sources=%d", len(config.sources))
        if waiting:
            _log.warning("need a restart, their running values stay: %s", ", ".join(waiting))

    async def _note_configuration(self) -> None:
        """What is running, for `swifeeds config diff`."""
        shown = json.dumps(masked(self.house.config.effective), sort_keys=True)
        await self.house.store.remember(RUNNING_CONFIGURATION, shown)

    def _listen_for_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        loop.add_signal_handler(signal.SIGHUP, self._bells["reload"].strike)

    def _forget_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.remove_signal_handler(number)
