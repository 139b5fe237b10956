"""Who spoke on a day of a sitting, in which order. The words stand on a page of each turn's own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from db.records import Debate, Expectation, PersonId, Speech
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.poland.addresses import (
    CHAMBER,
    TERM,
    TERM_KEY,
    WARSAW,
    expect_asked,
    position_of,
    sitting_key,
    speech_key,
    statement_url,
)
from scrapers.parliaments.poland.names import split_name
from scrapers.parliaments.poland.speakers import capacity_of, office_in
from scrapers.parliaments.poland.wire import SittingDay, Statement


def read_day(answer: Answer) -> Iterator[Debate | Expectation]:
    """The turns of a day without their words, and that the sitting has a transcript.

    Raises:
        PageError: As `list_statements`.
    """
    day, statements = list_statements(answer)
    opening = min((statement.start for statement in day.statements if statement.start), default=None)
    if day.statements[0].num == 0:
        opening = day.statements[0].start or opening
    yield Debate(
        sitting=sitting_key(day.proceeding_num),
        chamber=CHAMBER,
        term=TERM_KEY,
        speeches=tuple(_speech(day, statement, opening) for statement in statements),
    )
    if statements:
        yield Expectation(subject=sitting_key(day.proceeding_num), what="transcripts", expected=1)


def list_statements(answer: Answer) -> tuple[SittingDay, list[Statement]]:
    """The day and its turns. Number 0 is the chair for the whole day, and no turn.

    Raises:
        PageError: There is none, a number stands twice, or it is another day.
    """
    day = read_json(answer, SittingDay)
    expect_asked(answer, term=TERM, proceedingNum=day.proceeding_num, date=str(day.date))
    (number, times), *_ = Counter(statement.num for statement in day.statements).most_common(1)
    if times > 1:
        raise PageError(answer, "$.statements", f"number {number} stands {times} times")
    return day, [statement for statement in day.statements if statement.num > 0]


def _speech(day: SittingDay, statement: Statement, opening: dt.datetime | None) -> Speech:
    start, end = _moment(statement.start, opening), _moment(statement.end, opening)
    given, family = split_name(statement.name)
    return Speech(
        key=speech_key(day.proceeding_num, day.date, statement.num),
        position=position_of(day.date, statement.num),
        date=day.date,
        start=start,
        # A moment before the beginning is not the end.
        end=end if start and end and start <= end else None,
        is_unspoken=statement.unspoken,
        speaker=f"{statement.function} {statement.name}".strip() or None,
        person=_person(statement, given, family),
        family_name=family or None,
        given_name=given or None,
        office=office_in(statement.function),
        capacity=capacity_of(
            statement.function, is_member=statement.member_id > 0, is_rapporteur=statement.rapporteur
        ),
        language=None,
        text=None,
        url=statement_url(day.proceeding_num, day.date, statement.num),
    )


def _person(statement: Statement, given: str, family: str) -> PersonId | None:
    if statement.member_id == 0 or not family:
        return None
    return PersonId(
        scheme=TERM_KEY, identifier=str(statement.member_id), family_name=family, given_name=given
    )


def _moment(clock: dt.datetime | None, opening: dt.datetime | None) -> dt.datetime | None:
    """A moment of the day. After midnight the source keeps the day's date, so it lies before the opening."""
    if clock is None:
        return None
    is_past_midnight = opening is not None and clock < opening
    return (clock + dt.timedelta(days=int(is_past_midnight))).replace(tzinfo=WARSAW)
