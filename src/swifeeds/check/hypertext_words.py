"""Words of HTML and CSS: which exist, and which feed readers let through."""

from __future__ import annotations

from swifeeds.check.words import words

VOID = words(
    """area base basefont br col command embed frame hr img input isindex link meta param source
    track wbr"""
)

ACCEPTED = words(
    """a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas
    caption center cite code col colgroup command data datagrid datalist dd del details dfn
    dialog dir div dl dt em eventsource fieldset figcaption figure font footer form h1 h2 h3
    h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark menu
    meter multicol nav nextid noscript ol optgroup option output p picture pre progress q rp
    rt ruby s samp section select small sound source spacer span strike strong sub summary sup
    table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr"""
)
"""Elements that readers show."""

ALL_TAGS = ACCEPTED | words(
    """applet base basefont body comment embed frame frameset head html iframe isindex link
    listing meta noframes object param plaintext script slot style title xmp"""
)
"""Elements that HTML has or had."""

FRAME = words("base body head html meta title")
"""What a whole page has around its text."""

CSS_PROPERTIES = words(
    """azimuth background background-color border border-bottom border-bottom-color
    border-bottom-style border-bottom-width border-collapse border-color border-left
    border-left-color border-left-style border-left-width border-right border-right-color
    border-right-style border-right-width border-spacing border-style border-top
    border-top-color border-top-style border-top-width border-width clear color cursor direction
    display elevation float font font-family font-size font-style font-variant font-weight
    height letter-spacing line-height list-style-type margin margin-bottom margin-left
    margin-right margin-top overflow padding padding-bottom padding-left padding-right
    padding-top pause pause-after pause-before pitch pitch-range richness speak speak-header
    speak-numeral speak-punctuation speech-rate stress text-align text-decoration text-indent
    unicode-bidi vertical-align voice-family volume white-space width"""
)

CSS_KEYWORDS = words(
    """aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia
    gray green !important italic left lime maroon medium none navy normal nowrap olive pointer
    purple red right solid silver teal top transparent underline white yellow"""
)
