"""The capital letter of what stands alone: a heading, a name in a menu."""

from __future__ import annotations


def standing_alone(text: str) -> str:
    """`text` with the capital that it has where no sentence is around it: `Français`, `Martes`.

    By Unicode's title case, which leaves alone what has none (Arabic, Chinese, Georgian). A word
    with a capital inside (`isiZulu`) is written so on purpose and stays.
    """
    inside = text[1:].partition(" ")[0]
    return text if inside != inside.lower() else text[:1].title() + text[1:]
