"""The pages of the site: each is a template, and a folder of SQL files that find what it shows.

The answers of a folder reach the template under the names of its files. What stands in the folder
`every` reaches every page, Datasette's own as well.
"""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.hookspecs import hookimpl
from datasette.utils.asgi import BadRequest, NotFound, Request, Response
from jinja2 import Environment
from ottawa_site.asking import Answers, find, find_all, lead_on, run, today
from ottawa_site.described import questions, tables

Page = Callable[[Datasette, Request], Awaitable[Response]]


def plain(name: str, *others: str) -> Page:
    """A page that asks for nothing: what its own folder and the other folders find."""

    async def page(datasette: Datasette, request: Request) -> Response:
        return await _show(datasette, request, name, await find_all(datasette, name, *others))

    return page


def one(kind: str) -> Page:
    """The page of one vote, bill, person and so on, by its key.

    Raises:
        NotFound: The database holds nothing of this key.
    """

    async def page(datasette: Datasette, request: Request) -> Response:
        key = request.url_vars["key"]
        answers = await find(datasette, kind, key=key)
        if not answers[kind]:
            return await lead_on(datasette, kind, key)
        return await _show(datasette, request, kind, {**answers, kind: answers[kind][0]})

    return page


def one_on_a_day(kind: str) -> Page:
    """The page of one state or treaty as it stood on a day.

    Raises:
        BadRequest: The day that was asked for is none.
        NotFound: The database holds nothing of this key.
    """

    async def page(datasette: Datasette, request: Request) -> Response:
        day, is_today = _asked_day(request)
        answers = await find(datasette, kind, key=request.url_vars["key"], as_of=day)
        if not answers[kind]:
            return await lead_on(datasette, kind, request.url_vars["key"])
        context = {**answers, kind: answers[kind][0], "as_of": day, "is_today": is_today}
        return await _show(datasette, request, kind, context)

    return page


FACETS = ("kind", "country", "capacity", "year")
"""By what the results of a search can be narrowed down."""

RESULTS = 20
"""Results on a page."""

LAST_PAGE = 50
"""Nobody reads further, and each page costs the time of all before it."""


async def search(datasette: Datasette, request: Request) -> Response:
    """What stands where: persons, bills, votes, statements and turns, narrowed down by facets."""
    question = (request.args.get("q") or "").replace("\0", " ")
    chosen = {name: request.args.get(name) or "" for name in FACETS}
    page = _page_number(request.args.get("page"))
    answers = await find(datasette, "search", q=question)
    expression = answers["asked"][0]["expression"]
    found = await _found(datasette, question, expression, chosen, page) if expression else {}
    is_interrupted, found = found is None, found or {}
    # Every document has exactly one kind, so the kinds add up to all that was found.
    total = sum(row["number"] for row in found.get("facets", []) if row["facet"] == "kind")

    def address(name: str, value: object) -> str:
        """The address of this search with one thing changed."""
        return urlencode({key: each for key, each in {"q": question, **chosen, name: value}.items() if each})

    context = {
        "q": question,
        "chosen": chosen,
        "page": page,
        "expression": expression,
        "asked": answers["asked"][0],
        "holdings": answers["holdings"][0],
        "interrupted": is_interrupted,
        "total": total,
        "more": total > page * RESULTS and page < LAST_PAGE,
        "address": address,
    }
    return await _show(datasette, request, "search", {**found, **context})


async def _found(
    datasette: Datasette, question: str, expression: str, chosen: dict[str, str], page: int
) -> Answers | None:
    """The results of a page and the facets of all; None if it took too long."""
    try:
        return await find(
            datasette,
            "found",
            q=question,
            expression=expression,
            offset=str((page - 1) * RESULTS),
            **chosen,
        )
    except QueryInterrupted:
        return None


def _page_number(asked: str | None) -> int:
    number = asked or ""
    is_number = number.isascii() and number.isdigit() and len(number) < 4  # noqa: PLR2004  not to be huge
    return min(max(int(number), 1), LAST_PAGE) if is_number else 1


async def statements(datasette: Datasette, request: Request) -> Response:
    """What was said outside the debates: everything, or what concerns one state (`?country=lt`)."""
    country = request.args.get("country") or ""
    answers = await find(datasette, "statements", country=country)
    return await _show(datasette, request, "statements", {**answers, "country": country})


async def claims(datasette: Datasette, request: Request) -> Response:
    """Every claim of the article, and what the rows show of it: on the day of the article, and on another.

    What they show today was kept when the last crawl ended; of any other day it is found out now.

    Raises:
        BadRequest: The day that was asked for is none.
    """
    day, is_today = _asked_day(request)
    answers = await find(datasette, "claims", as_of=day)
    sentences = await asyncio.gather(*(_findings(datasette, claim, day) for claim in answers["claims"]))
    rows = [{**claim, **found} for claim, found in zip(answers["claims"], sentences, strict=True)]
    return await _show(datasette, request, "claims", {"claims": rows, "as_of": day, "is_today": is_today})


async def claim(datasette: Datasette, request: Request) -> Response:
    """One claim with the rows that bear on it.

    Raises:
        BadRequest: The day that was asked for is none.
        NotFound: There is no claim of this number.
    """
    day, is_today = _asked_day(request)
    key = request.url_vars["key"]
    answers = await find(datasette, "claim", key=key, as_of=day)
    if not answers["claim"]:
        raise NotFound(f"There is no claim with the number {key}.")
    found = answers["claim"][0]
    rows, before, sentences = await asyncio.gather(
        run(datasette, found["query"], {"as_of": day}),
        run(datasette, found["query"], {"as_of": found["as_of"]}),
        _findings(datasette, found, day),
    )
    context = {
        "claim": {**found, **sentences},
        "rows": [{**row, "is_new": row not in before} for row in rows],
        "countries": {row["key"]: row["name"] for row in answers["names"]},
        "gone": [row for row in before if row not in rows],
        "as_of": day,
        "is_today": is_today,
        "try_it": urlencode({"sql": found["query"], "as_of": day}),
    }
    return await _show(datasette, request, "claim", context)


NO_FINDING = "Nothing on it is recorded up to this day."
"""Where there is no row that a sentence could be made of."""


async def _findings(datasette: Datasette, claim: dict[str, Any], day: str) -> dict[str, str]:
    """What the rows of a claim show, on the day of the article and on this one."""

    async def finding(name: str, as_of: str) -> str:
        if claim[f"is_kept_{name}"]:
            return claim[f"kept_{name}"] or NO_FINDING
        found = await run(datasette, claim["finding_query"], {"as_of": as_of})
        return found[0]["finding"] or NO_FINDING

    return {"then": await finding("then", claim["as_of"]), "now": await finding("now", day)}


async def states(datasette: Datasette, request: Request) -> Response:
    """The states on the timeline, with their status under the two conventions on a day.

    Raises:
        BadRequest: The day that was asked for is none.
    """
    day, is_today = _asked_day(request)
    answers = await find(datasette, "states", as_of=day)
    return await _show(datasette, request, "states", {**answers, "as_of": day, "is_today": is_today})


def _asked_day(request: Request) -> tuple[str, bool]:
    """The day for which a page is asked, and whether it is today because none was named."""
    asked = request.args.get("as_of")
    if not asked:
        return today(), True
    try:
        return dt.date.fromisoformat(asked).isoformat(), False
    except ValueError as error:
        raise BadRequest(f"as_of must be a day such as 2025-05-20, not {asked}") from error


@hookimpl
def register_routes() -> list[tuple[str, Page]]:
    """The addresses of our pages. They go before Datasette's own."""
    return [
        (r"/$", plain("index", "journeys", "finals")),
        (r"/search$", search),
        (r"/votes$", plain("votes")),
        (r"/votes/(?P<key>[^/]+)$", one("vote")),
        (r"/bills$", plain("bills")),
        (r"/bills/(?P<key>[^/]+)$", one("bill")),
        (r"/people/(?P<key>[^/]+)$", one("person")),
        (r"/debates/(?P<key>[^/]+)$", one("debate")),
        (r"/claims$", claims),
        (r"/claims/(?P<key>[^/]+)$", claim),
        (r"/states$", states),
        (r"/states/(?P<key>[^/]+)$", one_on_a_day("state")),
        (r"/treaties/(?P<key>[^/]+)$", one_on_a_day("treaty")),
        (r"/abstentions$", plain("abstentions")),
        (r"/compare$", plain("compare", "finals")),
        (r"/freshness$", plain("freshness")),
        (r"/corrections$", plain("corrections")),
        (r"/methodology$", plain("methodology")),
        (r"/data$", plain("data")),
        (r"/factions/(?P<key>[^/]+)$", one("faction")),
        (r"/statements$", statements),
        (r"/statements/(?P<key>[^/]+)$", one("statement")),
    ]


ROOMS_OF_THE_SITE = {
    "/claims": "Claims",
    "/states": "States",
    "/votes": "Votes",
    "/bills": "Bills",
    "/statements": "Statements",
    "/abstentions": "Abstentions",
    "/compare": "Compare",
    "/data": "Data",
    "/freshness": "Freshness",
    "/methodology": "Method",
}
"""What stands above every page."""


LIMITS = ("sql_time_limit_ms", "max_returned_rows")
"""What those who write SQL are told."""


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Let the templates name tables and questions in the words of `datasette.yaml`, and the rooms."""
    env.globals.update({"TABLES": tables(), "QUESTIONS": questions(), "rooms": ROOMS_OF_THE_SITE.items()})


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request) -> Callable[[], Awaitable[dict[str, Any]]]:
    """What every page has: where its rows come from, and under which licence."""

    async def every_page() -> dict[str, Any]:
        def absolute(path: str) -> str:
            """The whole address of a page of ours."""
            return str(datasette.absolute_url(request, datasette.urls.path(path)))

        limits = {name: datasette.setting(name) for name in LIMITS}
        return {**await find(datasette, "every"), "absolute": absolute, "limits": limits}

    return every_page


async def _show(datasette: Datasette, request: Request, name: str, context: dict[str, Any]) -> Response:
    page = await datasette.render_template(f"{name}.html", context, request=request, view_name=name)
    return Response(page, content_type="text/html; charset=utf-8")
