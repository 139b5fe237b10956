"""Lists of votes, from which nothing is stored: they only say which votes to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from db.records import Expectation
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import term_of
from scrapers.parliaments.finland.wire import Mention, SearchWire, Voters
from scrapers.shapes import Shape, json_names

CATEGORY = "aanestys"
RESULT = "Aanestys"
"""The category of votes, in queries and in results."""
PAGE_SIZE = 1000
"""The most results that a search gives at once."""
WINDOW = 10_000
"""The most results of one search that can be reached at all."""

VOTES_OF_MATTER = Shape(
    names=json_names,
    known=frozenset(
        {
            "[].id",
            "[].istunnonTunniste",
            "[].istuntovpvuosi",
            "[].istuntonumero",
            "[].istuntopvm",
            "[].aanestysnumero",
            "[].ilmoitettualkuaika",
            "[].istuntoalkuaika",
            "[].aanestysalkuaika",
            "[].aanestysloppuaika",
            "[].paivajarjestyksenotsikko",
            "[].aanestysotsikko",
            "[].aanestysmitatoity",
            "[].kohta",
            "[].puhemies",
            "[].aanestystapahtumat[]",
            "[].aanestystulos",
            "[].hallitusoppositioJakaumat[]",
            "[].eduskuntaryhmaJakaumat[]",
            "[].vaalipiiriJakaumat[]",
        }
    ),
    required=frozenset({"[].id", "[].istuntopvm"}),
)
"""What the list of a matter's votes should look like by the documentation: whole votes. None was recorded."""

Query = dict[str, Any]


def votes_of_year(year: int) -> Query:
    """The search for all votes of a parliamentary year, without their ballots.

    By the year, since a search by the dates of sittings is known to lose votes.
    """
    return {
        "category": CATEGORY,
        "expression": {"property": "istuntovpvuosi", "from": year, "to": year + 1},
        "fields": {"operation": "exclude", "list": ["aanestystapahtumat"]},
        "sort": [{"property": "aanestysalkuaika", "ascending": True}],
        "maxResults": PAGE_SIZE,
        "startFromIndex": 0,
    }


def next_query(answer: Answer) -> Query | None:
    """The search for the results after these, if it is ours and there are more."""
    metadata = read_search(answer).search_metadata
    start = metadata.start_from_index + metadata.actual_result_count
    if not answer.request_body or start >= metadata.total_result_count:
        return None
    query: Query = msgspec.json.decode(answer.request_body)
    return {**query, "startFromIndex": start} if query.get("category") == CATEGORY else None


def read_search(answer: Answer) -> SearchWire:
    """One page of results.

    Raises:
        PageError: It is empty, is not as long as it says, or is of a search with more than can be reached.
    """
    wire = read_json(answer, SearchWire)
    expect(
        answer,
        "searchMetadata.actualResultCount",
        wire.search_metadata.actual_result_count,
        len(wire.results),
    )
    if not wire.results:
        raise PageError(answer, "results", "empty")
    for hit in wire.results:
        if hit.type == RESULT:
            expect(answer, "results.aanestys", hit.aanestys and hit.aanestys.id, hit.id)
    if any(hit.aanestys for hit in wire.results) and wire.search_metadata.total_result_count > WINDOW:
        raise PageError(answer, "searchMetadata.totalResultCount", f"more than {WINDOW} cannot be reached")
    return wire


def found_votes(answer: Answer) -> list[Mention]:
    """The votes that a search found."""
    return [hit.aanestys for hit in read_search(answer).results if hit.aanestys]


def votes_of_matter(answer: Answer) -> list[Mention]:
    """All votes on one matter, which may be none: most proposals pass without a vote."""
    return read_json(answer, list[Mention])


def voters(answer: Answer) -> list[str]:
    """The identifiers of those who cast ballots in a vote."""
    return [voter.henkilonumero for voter in read_json(answer, Voters).aanestystapahtumat]


def parse_search(answer: Answer) -> Iterator[Expectation]:
    """How many votes the parliamentary year has, where it was asked for as we do it.

    Raises:
        PageError: The page is not whole.
    """
    total = read_search(answer).search_metadata.total_result_count
    year = _year_of(answer.request_body)
    if year is not None and (term := term_of(str(year))):
        yield Expectation(subject=term, what="votes", expected=total)


def _year_of(body: bytes) -> int | None:
    """The year of our own search; None for the body of anybody else's."""
    try:
        query = msgspec.json.decode(body)
        year = query["expression"]["from"]
    except (msgspec.DecodeError, TypeError, KeyError):
        return None
    if not isinstance(year, int):
        return None
    ours = votes_of_year(year)
    return year if {**ours, "startFromIndex": query.get("startFromIndex")} == query else None


def parse_votes_of_matter(answer: Answer) -> Iterator[Any]:
    """Nothing to store; but the list must be whole.

    Raises:
        PageError: It is not.
    """
    votes_of_matter(answer)
    return iter(())
