"""Elements and attributes of SVG Tiny and MathML that draw and write, and do nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from swifeeds.check.words import words

_SVG_ELEMENTS = words(
    """a animate animateColor animateMotion animateTransform circle defs desc ellipse font-face
    font-face-name font-face-src g glyph hkern line linearGradient marker metadata missing-glyph
    mpath path polygon polyline radialGradient rect set stop svg switch text title tspan use"""
)

_SVG_ATTRIBUTES = words(
    """accent-height accumulate additive alphabetic arabic-form ascent attributeName
    attributeType baseProfile bbox begin by calcMode cap-height class color color-rendering
    content cx cy d descent display dur dx dy end fill fill-opacity fill-rule font-family
    font-size font-stretch font-style font-variant font-weight from fx fy g1 g2 glyph-name
    gradientUnits hanging height horiz-adv-x horiz-origin-x id ideographic k keyPoints
    keySplines keyTimes lang marker-end marker-mid marker-start markerHeight markerUnits
    markerWidth mathematical max min name offset opacity orient origin overline-position
    overline-thickness panose-1 path pathLength points preserveAspectRatio r refX refY
    repeatCount repeatDur requiredExtensions requiredFeatures restart rotate rx ry slope stemh
    stemv stop-color stop-opacity strikethrough-position strikethrough-thickness stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width style systemLanguage target text-anchor to transform type u1 u2
    underline-position underline-thickness unicode unicode-range units-per-em values version
    viewBox visibility width widths x x-height x1 x2 xlink:actuate xlink:arcrole xlink:href
    xlink:role xlink:show xlink:title xlink:type xml:base xml:lang xml:space xmlns xmlns:xlink y
    y1 y2 zoomAndPan"""
)

_MATHML_ELEMENTS = words(
    """annotation annotation-xml maction math merror mfrac mi mmultiscripts mn mo mover mpadded
    mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr
    munder munderover none semantics"""
)

_MATHML_ATTRIBUTES = words(
    """actiontype align columnalign columnlines columnspacing columnspan depth display displaystyle
    encoding equalcolumns equalrows fence fontstyle fontweight frame height linethickness lspace
    mathbackground mathcolor mathvariant maxsize minsize other rowalign rowlines rowspacing
    rowspan rspace scriptlevel selection separator stretchy width xlink:href xlink:show
    xlink:type xmlns xmlns:xlink"""
)

GRAPHICS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "http://www.w3.org/2000/svg": (_SVG_ELEMENTS, _SVG_ATTRIBUTES),
    "http://www.w3.org/1998/Math/MathML": (_MATHML_ELEMENTS, _MATHML_ATTRIBUTES),
}
"""By namespace: the elements and the attributes without namespace that readers let through."""
