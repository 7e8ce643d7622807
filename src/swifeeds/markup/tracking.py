"""Parameters that tell who clicked and not what is shown.

Gathered from their makers' own documentation and from the lists that browsers strip by (Brave's
query filter, Mozilla's query stripping list, the ClearURLs rules). For comparison alone: an
address is published with what its publisher wrote, but for the few that `canonical_url` takes off.
A name stands here only where its maker owns it; words that sites use for pages of their own (`id`,
`page`, `ref`, `source`) never do.
"""

from __future__ import annotations

import re

_FAMILIES = (
    "utm", "itm", "pk", "piwik", "mtm", "matomo", "hsa", "ga", "ns", "at", "wt", "vero",
    "guce_referrer",
)  # fmt: skip
"""Google Analytics, Matomo, HubSpot ads, comScore, AT Internet, Webtrekk, Vero, Yahoo."""

_NAMES = (
    # Google Ads and Analytics, Microsoft, Yandex, Facebook, Instagram, Twitter, TikTok, LinkedIn,
    # Reddit, Pinterest, Snapchat
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "msclkid", "yclid",
    "ymclid", "ysclid", "_openstat", "fbclid", "fb_action_ids", "fb_action_types", "igsh", "igshid",
    "twclid", "__twitter_impression", "ttclid", "li_fat_id", "rdt_cid", "epik", "sccid",
    # Mailings: Mailchimp, MailerLite, HubSpot, Marketo, Drip, Klaviyo, Omeda, Sailthru
    "mc_cid", "mc_eid", "ml_subscriber", "ml_subscriber_hash", "_hsenc", "_hsmi", "__hssc",
    "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "__s", "_kx", "oly_anon_id", "oly_enc_id",
    "sailthru_hash",
    # Adobe, Alibaba, AT Internet, Taboola, Outbrain, Yahoo and campaign marks of newsrooms
    "s_cid", "s_kwcid", "spm", "scm", "xtor", "cmpid", "ocid", "icid", "ncid", "tblci", "dicbo",
    "rb_clickid", "guccounter", "smid", "smtyp", "wickedid",
)  # fmt: skip

_IS_TRACKING = re.compile(rf"(?:{'|'.join(_FAMILIES)})_.*|{'|'.join(_NAMES)}", re.IGNORECASE)


def is_tracking(name: str) -> bool:
    """True for the name of a parameter, percent-decoded, that no page hangs on."""
    return _IS_TRACKING.fullmatch(name) is not None
