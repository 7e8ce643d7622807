"""The addresses that the configuration gives: can readers, hubs and sources reach them?

Nothing is resolved and nobody is asked: what is seen from here need not be what a reader sees.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

from swifeeds.config import Config
from swifeeds.markup.hosts import is_public_host
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, note, ok, warning
from swifeeds.service.examining.patient import Patient

_SAMPLES = (".example", ".example.org", ".example.com", ".example.net", ".invalid", ".test")
"""Names that nobody can hold (RFC 2606): they come from a sample."""


async def look_at_addresses(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Where the site says it is, and where it listens."""
    config = patient.settings
    found = (*_base_url(config), *_samples(config), *_admin(config))
    for one in found:
        yield one
    if not found:
        yield ok(f"site.base_url {config.publication.base_url} is public, and safe to ask")


async def look_at_reach(patient: Patient) -> AsyncIterator[Diagnosis]:
    """What of this network is open to addresses that stand in documents."""
    opened = patient.settings.egress.allow_private
    if opened is True:
        yield warning(
            "collect.allow_private = true lets any page name an address inside your network, and"
            " it is asked",
            'name just the networks of your sources: allow_private = ["10.1.0.0/16"]',
            subject="collect.allow_private",
        )
    elif opened:
        networks = ", ".join(map(str, opened))
        yield ok(f"of private networks only {networks} may be asked, as collect.allow_private says")
    else:
        yield ok("no private network may be asked for a source")


def _base_url(config: Config) -> Iterator[Diagnosis]:
    base = config.publication.base_url
    parts = urlsplit(base)
    if _is_sample(parts.hostname or ""):
        return
    if not is_public_host(parts.hostname or ""):
        sentence = f"site.base_url {base} is an address that only this network can reach"
        advice = "that is right for a try; set the public address before readers subscribe"
        if config.publication.hubs:
            yield warning(f"{sentence}, and hubs are told of it", f"{advice}, or websub.hub = off",
                          subject="site.base_url")  # fmt: skip
        else:
            yield note(sentence, advice, subject="site.base_url")
    elif parts.scheme != "https":
        yield warning(
            f"site.base_url {base} is not https: anybody on the way can read and change the feeds",
            "let the web server in front speak TLS and write https:// here; no id changes by it",
            subject="site.base_url",
        )


def _samples(config: Config) -> Iterator[Diagnosis]:
    publication = config.publication
    authority = publication.tag_authority.partition(",")[0].rpartition("@")[2]
    if _is_sample(urlsplit(publication.base_url).hostname or ""):
        yield warning(
            f"site.base_url {publication.base_url} is the sample's", "set your own public address",
            subject="site.base_url",
        )  # fmt: skip
    if _is_sample(authority):
        yield warning(
            f"site.tag_authority {publication.tag_authority} is the sample's, and part of every id",
            "set a domain that you hold before anything is published; never change it later",
            subject="site.tag_authority",
        )
    if _is_sample(_host_of(config.egress.contact)):
        yield note(
            f"site.contact {config.egress.contact} is the sample's: a source that you ask too much"
            " cannot tell you, and bans you",
            "set an address that reaches you",
            subject="site.contact",
        )


def _admin(config: Config) -> Iterator[Diagnosis]:
    address = config.serve.admin_listen
    host, _ = host_and_port(address)
    if host != "localhost" and not host.startswith("127.") and host != "::1":
        yield warning(
            f"serve.admin_listen {address} is open to the network, and asks for no password",
            "listen at 127.0.0.1, or let a firewall or container keep strangers out",
            subject="serve.admin_listen",
        )


def host_and_port(address: str) -> tuple[str, int]:
    """The two halves of `host:port` or `[ipv6]:port`; port 0 where there is none."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port) if port.isdecimal() else 0


def _host_of(contact: str) -> str:
    """The host of an e-mail or web address."""
    try:
        return urlsplit(contact).hostname or contact.rpartition("@")[2]
    except ValueError:
        return ""


def _is_sample(host: str) -> bool:
    return f".{host.lower().rstrip('.')}".endswith(_SAMPLES)


CHECKS = (
    Check(
        name="addresses",
        family="configuration",
        asks="can readers reach the site's address, and no stranger the admin door?",
        needs=Needs.CONFIGURATION,
        look=look_at_addresses,
    ),
    Check(
        name="reach",
        family="configuration",
        asks="which private networks may documents lead to?",
        needs=Needs.CONFIGURATION,
        look=look_at_reach,
    ),
)
