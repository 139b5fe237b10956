"""Verbatim records: the items of sittings, every turn in them, and the tallies that the chair read out.

Nothing is merged: a speech that the chair cut with more minutes is two turns, as in the source. An item goes
by the second in which it began, since its own identifier may be a phrase or come twice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from msgspec import Meta

from db.records import AgendaItem, Debate, Expectation, Speech, Tally, TallyReport
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.estonia.html import plain
from scrapers.parliaments.estonia.names import (
    CHAMBER,
    TALLINN,
    UUID,
    bill_key,
    sitting_key,
    term_key,
    term_on,
    verbatim_page,
    vote_key,
)
from scrapers.parliaments.estonia.speakers import Reporting, printed_speaker
from scrapers.parliaments.estonia.spoken import PLACE, spoken_tally
from scrapers.parliaments.estonia.wire import Verbatim, VerbatimEvent, VerbatimItem

TURN, CHECK, END = "SPEECH", "PRESENCE_CHECK", "SESSION_END"
VOTES = {"VOTING_EVENT", "VOTING_RESULT"}
"""The first was seen; the contract calls it by the second."""

EARLIEST = dt.timedelta(hours=1)
"""How long before its beginning a sitting may be on record. The clocks of other zones are further off."""

Period = Annotated[list[Verbatim], Meta(min_length=1)]

_LINK = re.compile(r"https?://[\w.-]+/(?:et/|en/)?(\d{12})/?")
_VOTE = re.compile(rf".*/haaletustulemused-kohalolekukontroll/({UUID})/?")
_BILL = re.compile(r"\((\d+) (?:SE|OE|AE|UA|TK|PE|DE)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the answer a sitting stands, and what all of its turns have in common."""

    answer: Answer
    path: str
    start: dt.datetime
    sitting: str
    url: str
    term: str
    doubled: frozenset[str]
    """Identifiers of votes that two events link to: one of them is wrong, and nothing says which."""


class Spot(NamedTuple):
    """Where a turn stands: its key, its item's, its place in the sitting, and its element in the answer."""

    key: str
    item: str
    position: int
    element: str


def read_verbatims(answer: Answer) -> Iterator[Debate | Expectation | TallyReport]:
    """The sittings of a period, each with its items and turns, and the tallies read out in it.

    Raises:
        PageError: There is no sitting, a sitting comes twice, or something is missing or unknown.
    """
    seen: set[str] = set()
    for number, verbatim in enumerate(read_json(answer, Period)):
        place = _place(answer, f"$[{number}]", verbatim)
        expect(answer, f"{place.path}.link", place.sitting in seen, expected=False)
        seen.add(place.sitting)
        yield from _sitting(place, verbatim)


def _place(answer: Answer, path: str, verbatim: Verbatim) -> Place:
    """Where and when a sitting was. Its own date is true UTC, its link has Tallinn's clock.

    Raises:
        PageError: The two differ, or the sitting lies in another term than it says.
    """
    found = _LINK.fullmatch(verbatim.link)
    if found is None:
        raise PageError(answer, f"{path}.link", f"no sitting in {verbatim.link!r}")
    start = verbatim.date.astimezone(TALLINN)
    expect(answer, f"{path}.date", f"{start:%Y%m%d%H%M}", found[1])
    term = term_key(answer, f"{path}.membership", verbatim.membership)
    expect(answer, f"{path}.membership", term, term_on(answer, f"{path}.date", start.date()))
    links = Counter(_linked(event) for item in verbatim.agenda_items for event in item.events)
    doubled = frozenset(vote for vote, times in links.items() if vote and times > 1)
    return Place(
        answer=answer,
        path=path,
        start=start,
        sitting=sitting_key(start),
        url=verbatim_page(start),
        term=term,
        doubled=doubled,
    )


def _sitting(place: Place, verbatim: Verbatim) -> Iterator[Debate | Expectation | TallyReport]:
    items: list[AgendaItem] = []
    speeches: list[Speech] = []
    reports: list[TallyReport] = []
    for item in verbatim.agenda_items:
        path = f"{place.path}.agendaItems[{len(items)}]"
        items.append(_item(place, path, item, {known.key for known in items}, len(items) + 1))
        speeches += _turns(place, path, item, items[-1].key, len(speeches))
        reports += _reports(place, item)
    yield Debate(
        sitting=place.sitting,
        chamber=CHAMBER,
        term=place.term,
        items=tuple(items),
        speeches=tuple(speeches),
    )
    yield Expectation(subject=place.sitting, what="speeches", expected=len(speeches))
    yield from reports


def _item(place: Place, path: str, item: VerbatimItem, taken: set[str], position: int) -> AgendaItem:
    title = plain(item.title)
    key = f"{place.sitting}-{_clock(place, path, item.date):%H%M%S}"
    named = list(_BILL.finditer(title))
    return AgendaItem(
        key=key if key not in taken else f"{key}b{position}",
        position=position,
        title=title,
        stage=(title[named[-1].end() :].strip() or None) if named else None,
        bills=tuple(dict.fromkeys(bill_key(place.term, int(found[1])) for found in named)),
        votes=tuple(filter(None, (_vote(place, event) for event in item.events))),
    )


def _turns(place: Place, path: str, item: VerbatimItem, key: str, before: int) -> Iterator[Speech]:
    """The turns of the item with this key; `before` is how many the sitting had before it."""
    reporting, number = Reporting(), 0
    for index, event in enumerate(item.events):
        element = f"{path}.events[{index}]"
        if event.type == TURN:
            number += 1
            spot = Spot(f"{key}-{number}", key, before + number, element)
            yield _turn(place, spot, event, reporting)
        elif event.type not in {CHECK, END, *VOTES}:
            raise PageError(place.answer, f"{element}.type", f"unknown word {event.type!r}")


def _turn(place: Place, spot: Spot, event: VerbatimEvent, reporting: Reporting) -> Speech:
    printed = printed_speaker(event.speaker)
    has_text = bool((event.text or "").strip())
    return Speech(
        key=spot.key,
        position=spot.position,
        item=spot.item,
        date=place.start.date(),
        start=_clock(place, spot.element, event.date),
        speaker=event.speaker if printed.family_name else None,
        person=printed.person(event.uuid),
        family_name=printed.family_name,
        given_name=printed.given_name,
        office=printed.office,
        capacity=reporting.capacity(printed, event.text),
        language="et" if has_text else None,
        text=event.text if has_text else None,
        url=place.url,
    )


def _clock(place: Place, element: str, moment: dt.datetime) -> dt.datetime:
    """The moment that is meant: the wall clock is Tallinn's, the offset beside it is false.

    Raises:
        PageError: The source has begun to write such moments in another way.
    """
    real = moment.replace(tzinfo=TALLINN)
    if moment.utcoffset() or real < place.start - EARLIEST:
        problem = f"{moment} is not Tallinn's clock under +00:00 in a sitting of {place.start}"
        raise PageError(place.answer, f"{element}.date", problem)
    return real


def _linked(event: VerbatimEvent) -> str | None:
    """The identifier of the vote that an event links to; some link to nothing, or to the page of a bill."""
    found = _VOTE.fullmatch(event.link or "")
    return found and found[1]


def _vote(place: Place, event: VerbatimEvent) -> str | None:
    vote = _linked(event)
    return vote_key(vote) if vote and vote not in place.doubled else None


def _reports(place: Place, item: VerbatimItem) -> Iterator[TallyReport]:
    """The tallies that the chair read out in the turn after a vote, if no other vote came between."""
    pending: list[str | None] = []
    for event in item.events:
        if event.type in VOTES:
            pending.append(_vote(place, event))
        elif event.type == TURN:
            if len(pending) == 1 and pending[0] and (tally := _read_out(event)):
                yield TallyReport(vote=pending[0], place=PLACE, tally=tally)
            pending = []


def _read_out(event: VerbatimEvent) -> Tally | None:
    is_chair = printed_speaker(event.speaker).capacity == "chair"
    return spoken_tally(event.text or "") if is_chair else None
