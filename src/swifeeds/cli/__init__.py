"""argv -> command -> exit status. Commands open a house or a store, do one thing, and speak."""

from __future__ import annotations

from swifeeds.cli import (
    answer,
    article,
    collect,
    config,
    db,
    demo,
    doctor,
    export,
    feed,
    init,
    run,
    source,
    status,
    story,
)
from swifeeds.cli.app import app, main

app.command("run")(run.run)
app.command("answer", hidden=True)(answer.answer)
app.command("demo")(demo.demo)
app.command("init")(init.init)
app.add_typer(config.app, name="config")
app.command("collect")(collect.collect)
app.add_typer(source.app, name="source")
app.add_typer(article.app, name="article")
app.add_typer(story.app, name="story")
app.add_typer(feed.app, name="feed")
app.command("export")(export.export)
app.add_typer(db.app, name="db")
app.command("status")(status.status)
app.command("doctor")(doctor.doctor)

__all__ = ["app", "main"]
