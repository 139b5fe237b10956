"""Pictures as files of their own: for articles, and for those who show a page that was shared with them."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import textwrap
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote

from datasette.app import Datasette
from datasette.hookspecs import hookimpl
from datasette.utils.asgi import NotFound, Request, Response
from ottawa_site.asking import Answers, Row, find_one, today
from ottawa_site.bars import declared, finals_chart, tally_chart
from ottawa_site.cards import state_card, vote_card
from ottawa_site.journeys import journeys_chart
from ottawa_site.seats import seat_chart
from ottawa_site.shapes import Chart, long_day
from ottawa_site.sheets import ARTICLE, SHARED, png, sheet

MANY_SOURCES = "official records and the dossier; each row of the page names its own"


class Picture(NamedTuple):
    """What a picture shows of what these SQL files of a folder find, and the page on which it stands."""

    page: str
    folder: str
    files: tuple[str, ...]
    draw: Callable[[Answers], Chart]
    source: Callable[[Answers], str] = lambda _: MANY_SOURCES
    height: int = ARTICLE


def _title(vote: Row) -> str:
    """What a vote was on, shortened where need be so that the chamber and the day are still read."""
    words = textwrap.shorten(vote["title_en"] or vote["title"], 110, placeholder=" …")
    return f"{words}, {vote['chamber_name_en']}, {long_day(vote['date'])}"


def _seats(found: Answers) -> Chart:
    if not found["factions"] or found["vote"][0]["ballots_status"] != "published":
        raise NotFound("Not all ballots of this vote are known, so there is no count by faction.")
    return seat_chart(found["factions"], f"By faction: {_title(found['vote'][0])}", columns=2)


def _tally(found: Answers) -> Chart:
    (vote,) = found["vote"]
    tally = declared(vote)
    if not any(tally.values()):
        raise NotFound("No figure of this vote is declared.")
    return tally_chart(tally, vote["seats"], _title(vote))


def _source_of_vote(found: Answers) -> str:
    (vote,) = found["vote"]
    named = ("attribution", "source_name", "dossier_source", "source_url")
    return str(next(vote[name] for name in named if vote[name]))


def _source_of_state(found: Answers) -> str:
    """Who tells of the withdrawals, or of the state at all."""
    told = dict.fromkeys(row["told_by"] for row in found["statuses"] if row["told_by"])
    return ", ".join(told) or MANY_SOURCES


def _journeys(found: Answers) -> Chart:
    return journeys_chart(found["journeys"], columns=2)


PICTURES = {
    r"/share\.": Picture("/", "journeys", ("journeys",), _journeys, height=SHARED),
    r"/charts/states\.": Picture("/", "journeys", ("journeys",), _journeys),
    r"/charts/final-votes\.": Picture(
        "/compare", "finals", ("finals",), lambda found: finals_chart(found["finals"], columns=2)
    ),
    r"/votes/(?P<key>[^/]+)/seats\.": Picture(
        "/votes/{}", "vote", ("vote", "factions"), _seats, _source_of_vote
    ),
    r"/votes/(?P<key>[^/]+)/tally\.": Picture("/votes/{}", "vote", ("vote",), _tally, _source_of_vote),
    r"/votes/(?P<key>[^/]+)/share\.": Picture(
        "/votes/{}", "vote", ("vote",), lambda found: vote_card(found["vote"][0]), _source_of_vote, SHARED
    ),
    r"/states/(?P<key>[^/]+)/share\.": Picture(
        "/states/{}",
        "state",
        ("state", "statuses"),
        lambda found: state_card(found["state"][0], found["statuses"], today()),
        _source_of_state,
        SHARED,
    ),
}
"""By the beginning of the address, which goes on with the kind of file."""


def show(picture: Picture) -> Callable[[Datasette, Request], Any]:
    """The page that answers with this picture, as SVG or as PNG.

    Raises:
        NotFound: There is nothing that it could show.
    """

    async def page(datasette: Datasette, request: Request) -> Response:
        key = request.url_vars.get("key", "")
        each = (find_one(datasette, picture.folder, file, key=key) for file in picture.files)
        found = dict(zip(picture.files, await asyncio.gather(*each), strict=True))
        if not found[picture.files[0]]:
            raise NotFound("There is nothing that this picture could show.")
        path = datasette.urls.path(picture.page.format(quote(key, safe="")))
        address = datasette.absolute_url(request, path)
        drawn = sheet(picture.draw(found), picture.source(found), address, picture.height)
        if request.url_vars["kind"] == "svg":
            return Response(drawn, content_type="image/svg+xml; charset=utf-8")
        return Response(await asyncio.to_thread(png, drawn), content_type="image/png")

    return page


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The address of each picture, ending in `.svg` or `.png`."""
    return [(f"{start}(?P<kind>svg|png)$", show(picture)) for start, picture in PICTURES.items()]
