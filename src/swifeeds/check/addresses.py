"""Addresses: URIs and IRIs (RFC 3986, RFC 3987), tags (RFC 4151), URNs (RFC 8141), e-mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from swifeeds.check.vocabulary import XML
from swifeeds.check.words import words
from swifeeds.markup.outline import Node

Say = Callable[..., None]
"""Notes a rule at the right place: `say("invalid-link", value=…)`."""

_ALLOWED = r"0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#"
_SCHEME = r"[a-zA-Z][0-9a-zA-Z+\-.]*:"
_REFERENCE = re.compile(
    # RFC 3986 4.2: the first segment of a path without a scheme holds no colon.
    rf"(?:{_SCHEME}|(?![^/?#]*:))/{{0,2}}(?:\[[0-9A-Fa-f:]+\])?[{_ALLOWED}]*"
)
_WHOLE = re.compile(rf"{_SCHEME}(?://)?(?:\[[0-9A-Fa-f:]+\])?[{_ALLOWED}]+")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CHARACTER = re.compile(rf"[{_ALLOWED}]")
_TAG = re.compile(
    r"tag:(?:[a-z0-9\-._]+@)?[a-z0-9.\-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:"
    r"[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*(?:#[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*)?"
)
_URN = re.compile(
    r"urn:[a-z0-9][a-z0-9-]{1,31}:(?:[a-z0-9()+,.:=@;$_!*'\-]|%[0-9a-f]{2})+", re.IGNORECASE
)
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NAMES = {"tag": _TAG, "urn": _URN, "uuid": _UUID}
_HTTP = re.compile(r"\w+://[^/].*", re.DOTALL)
_DOMAIN = r"(?:(?:[0-9]{1,3}\.){3}|(?:[a-z0-9\-]+\.)+)[a-z0-9][a-z0-9-]*"
_HTTP_URL = re.compile(rf"https?://{_DOMAIN}(?::\d+)?(?:/.*|$)", re.IGNORECASE | re.DOTALL)
MAIL = re.compile(rf"[a-z0-9_\-+.'!#$%&*/=?^`{{|}}~]+@{_DOMAIN}", re.IGNORECASE)
_SIMPLE_MAIL = re.compile(r"[\w.%+-]+@[A-Za-z][\w.-]+")
_SCHEMES = words(
    """aaa aaas about acap acct bitcoin blob cap cid coap coaps crid dat data dav dict did dns
    example fax file ftp geo go gopher h323 http https iax icap im imap info ipfs ipns ipp
    ipps iris iris.beep iris.lwz iris.xpc iris.xpcs jabber ldap ldaps magnet mailto matrix mid
    modem msrp msrps mtqp mupdate news nfs ni nih nntp opaquelocktoken pop pres prospero rsync
    rtsp rtsps service session sftp shttp sip sips sms snmp soap.beep soap.beeps ssh stun
    stuns tag tel telnet tftp thismessage tip tv urn vemmi vnc wais ws wss xmlrpc.beep
    xmlrpc.beeps xmpp z39.50r z39.50s"""
)


def judge(text: str, say: Say, rule: str = "invalid-link", *, whole: bool = False) -> bool:
    """Judge a URI, or a relative reference unless `whole`; True when nothing was said.

    `rule` is said of what is none. An IRI must be turned into a URI before.
    """
    scheme = text.partition(":")[0].lower()
    if scheme in {"tag", "urn"}:
        name = "uuid" if text.lower().startswith("urn:uuid:") else scheme
        return _or_say(NAMES[name].fullmatch(text), say, f"invalid-{name}", text)
    if (_WHOLE if whole else _REFERENCE).fullmatch(text) is None:
        _say_why(text, say, rule, whole=whole)
        return False
    if _BROKEN_PERCENT.search(text):
        say("invalid-uri-char", value=text, char=repr("%"))
        return False
    if scheme in {"http", "ftp", "https"} and ":" in text and not _HTTP.fullmatch(text):
        say(rule, value=text)
        return False
    if ":" in text and scheme.isalpha() and scheme not in _SCHEMES:
        say("scheme-not-iana-registered", value=scheme)
        return False
    return True


def _or_say(found: object, say: Say, rule: str, text: str) -> bool:
    if not found:
        say(rule, value=text)
    return bool(found)


def _say_why(text: str, say: Say, rule: str, *, whole: bool) -> None:
    """A character that must be encoded; else letters beyond ASCII; else that it is none at all."""
    for character in text:
        if character.isascii() and not _CHARACTER.match(character):
            say("invalid-uri-char", value=text, char=repr(character))
            return
    as_uri = to_uri(text)
    is_iri = not text.isascii() and (_WHOLE if whole else _REFERENCE).fullmatch(as_uri)
    say("uri-not-iri" if is_iri else rule, value=text)


def to_uri(text: str) -> str:
    """An IRI as a URI: the host by IDNA, what else is not ASCII percent-encoded (RFC 3987 3.1)."""
    if text.isascii():
        return text
    try:
        parts = urlsplit(text)
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
        text = urlunsplit(parts._replace(netloc=host))
    except (ValueError, UnicodeError):
        pass
    return "".join(
        one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode("utf-8", "replace"))
        for one in text
    )


def base_of(node: Node) -> str | None:
    """What references in an element are relative to (xml:base), None where nothing says."""
    bases: list[str] = []
    place: Node | None = node
    while place is not None:
        if base := place.attributes.get((XML, "base")):
            bases.append(base)
        place = place.parent
    found = None
    for base in reversed(bases):
        found = resolved(found, base) if found else base
    return found


def resolved(base: str, reference: str) -> str:
    """A reference against its base; the reference itself where either is no address."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def has_host(address: str) -> bool:
    """True for an address that names a host."""
    try:
        return bool(urlsplit(address).netloc)
    except ValueError:
        return False


def is_http_url(text: str) -> bool:
    """True for a whole http(s) address with a host that has a full name."""
    return bool(_HTTP_URL.fullmatch(text) and _WHOLE.fullmatch(text))


def mail_address(text: str, say: Say, rule: str) -> None:
    """An address as RFC 5322 writes it (`addr-spec`)."""
    if MAIL.fullmatch(text):
        return
    say("unknown-host" if _SIMPLE_MAIL.fullmatch(text) else rule, value=text)


def unquoted(text: str) -> str:
    """An address out of a `mailto:`."""
    return unquote(text.partition(":")[2]) if text.startswith("mailto:") else text
