"""`swifeeds story`: what editors look at (`story_reading`, `story_fit`, `story_preview`,
`story_review`, `story_words`) and what they do to stories (`story_steering`)."""

from __future__ import annotations

import typer

from swifeeds.cli.story_fit import fit
from swifeeds.cli.story_preview import preview
from swifeeds.cli.story_reading import list_stories, show, why
from swifeeds.cli.story_review import review
from swifeeds.cli.story_steering import close, exclude, merge, nest, pin, rename, split, undo
from swifeeds.cli.story_words import learn, words

app = typer.Typer(
    help="List, explain, merge, split, rename and steer stories.", no_args_is_help=True
)

for name, command, example in (
    ("list", list_stories, "--state dormant"),
    ("show", show, "caucasus-talks"),
    ("why", why, "caucasus-talks ADDRESS"),
    ("fit", fit, "--purity 0.97"),
    ("preview", preview, "caucasus-talks --any en=Abkhazia --any de=Abchasien"),
    ("learn", learn, "--json"),
    ("words", words, "Gletscher --language de --to fr"),
    ("merge", merge, "georgia-2008 caucasus-talks"),
    ("split", split, 'caucasus-talks -t en="Abkhazia votes" ADDRESS ADDRESS'),
    ("rename", rename, 'georgia-2008 -t de="Georgien" --slug georgia'),
    ("nest", nest, "abkhazia-votes --within caucasus-talks"),
    ("pin", pin, "caucasus-talks https://news.example.org/a/17"),
    ("exclude", exclude, "caucasus-talks https://news.example.org/a/17"),
    ("close", close, "georgia-2008"),
    ("review", review, "--accept caucasus-talks ADDRESS"),
    ("undo", undo, "17"),
):
    app.command(name, epilog=f"Example: swifeeds story {name} {example}")(command)
