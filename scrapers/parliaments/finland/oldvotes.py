"""Votes of 1996 to 2007, by the tables of the old open data service, which ends with the year 2026.

A row says what was voted on and what came of it. Who voted how stands in another table, by the identifier of
the row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from db.records import Expectation, Sitting, Tally, Vote
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.finland.keys import CHAMBER, SITE, key_of, term_of
from scrapers.parliaments.finland.questions import is_budget, is_final, meaning_of_yes, outcome_of
from scrapers.parliaments.finland.tables import (
    VOTE_ID,
    Row,
    cell,
    next_page,
    number,
    read_table,
    rows,
    rows_where,
)

TABLE = "SaliDBAanestys"
FINNISH, SWEDISH = "1", "2"
"""Each vote stands in the table twice, once in each language, and each time with ballots of its own."""
NO_MATTER = {"", "/ vp"}
"""What stands in place of the number of a matter where there was none."""
ANNULLED = {"0": False, "1": True}
ZONES = {"00:00": ZoneInfo("Europe/Helsinki"), "21:00": dt.UTC, "22:00": dt.UTC}
"""The zone of all times of a row, by the time in which midnight of Helsinki is written in it."""


def rows_of_year(year: int, page: int = 0) -> str:
    """The address of the votes of a parliamentary year, page by page."""
    return rows_where(TABLE, "IstuntoVPVuosi", year, page)


def next_rows(answer: Answer) -> str | None:
    """The address of the rows after these, if there are more.

    Raises:
        PageError: The answer cannot be read.
    """
    return next_page(answer, TABLE)


def old_votes(answer: Answer) -> list[Vote]:
    """The votes in the rows, each from its Finnish one.

    Raises:
        PageError: Something is missing or unknown, or a row contradicts itself.
    """
    found = rows(answer, read_table(answer, TABLE))
    votes = [_vote(answer, row) for row in found if _is_finnish(answer, row)]
    expect(answer, "rowData", len(votes), len({vote.key for vote in votes}))
    return votes


def parse_old_votes(answer: Answer) -> Iterator[Sitting | Vote | Expectation]:
    """The votes, the sittings in which they were taken, and how many ballots each has.

    Raises:
        PageError: As `old_votes`.
    """
    votes = old_votes(answer)
    sittings = {vote.sitting: vote for vote in votes}
    for key, vote in sittings.items():
        if key is not None:
            place = int(key.rpartition("-")[2])
            yield Sitting(key=key, chamber=CHAMBER, term=vote.term, number=place, dates=(vote.date,))
    for vote in votes:
        yield vote
        yield Expectation(subject=vote.key, what="ballots", expected=_total(vote.declared))


def _is_finnish(answer: Answer, row: Row) -> bool:
    language = cell(answer, row, "KieliId")
    if language not in {FINNISH, SWEDISH}:
        raise PageError(answer, "KieliId", f"unknown language {language!r}")
    return language == FINNISH


def _vote(answer: Answer, row: Row) -> Vote:
    year, sitting, place = (
        number(answer, row, name) for name in ("IstuntoVPVuosi", "IstuntoNumero", "AanestysNumero")
    )
    term = term_of(str(year))
    if term is None:
        raise PageError(answer, "IstuntoVPVuosi", f"unknown parliamentary year {year}")
    _check_minutes(answer, row, f"PTK {sitting}/{year} vp")
    question, heading = cell(answer, row, "AanestysOtsikko"), cell(answer, row, "KohtaKasittelyOtsikko")
    title = cell(answer, row, "KohtaOtsikko") or question
    if not title:
        raise PageError(answer, "KohtaOtsikko", "neither a title nor a question")
    matter = _matter(answer, row)
    meaning = meaning_of_yes(question, matter.partition(" ")[0] if matter else None, heading)
    tally, is_annulled = _tally(answer, row), _is_annulled(answer, row)
    day, time = _moments(answer, row)
    return Vote(
        key=f"{CHAMBER}-{year}-{sitting}-{place}",
        chamber=CHAMBER,
        term=term,
        sitting=f"{CHAMBER}-{year}-{sitting}",
        number=place,
        date=day,
        time=time,
        bill=key_of(answer, "AanestysValtiopaivaasia", matter) if matter else None,
        bill_number=matter,
        bill_title=None if is_budget(heading) else title,
        title=title,
        question=question or None,
        method="electronic",
        ballots_status="not_collected",
        is_final=is_final(meaning, heading),
        is_annulled=is_annulled,
        meaning_of_yes=meaning,
        declared=tally,
        outcome=outcome_of(tally, question, is_annulled=is_annulled),
        url=SITE + row["Url"] if row.get("Url") else None,
        scheme=CHAMBER,
        identifier=str(number(answer, row, VOTE_ID)),
    )


def _check_minutes(answer: Answer, row: Row, expected: str) -> None:
    """Compare the number of the minutes with that of the sitting, where the row has one."""
    minutes = cell(answer, row, "AanestysPoytakirja")
    if minutes not in NO_MATTER:
        expect(answer, "AanestysPoytakirja", minutes, expected)


def _matter(answer: Answer, row: Row) -> str | None:
    number = cell(answer, row, "AanestysValtiopaivaasia")
    return None if number in NO_MATTER else number


def _tally(answer: Answer, row: Row) -> Tally:
    yes, no, abstain, absent, total = (
        number(answer, row, f"AanestysTulos{name}") for name in ("Jaa", "Ei", "Tyhjia", "Poissa", "Yhteensa")
    )
    expect(answer, "AanestysTulosYhteensa", total, yes + no + abstain + absent)
    return Tally(yes=yes, no=no, abstain=abstain, absent=absent)


def _total(tally: Tally) -> int:
    return sum(figure or 0 for figure in (tally.yes, tally.no, tally.abstain, tally.absent))


def _is_annulled(answer: Answer, row: Row) -> bool:
    mark = cell(answer, row, "AanestysMitatoity")
    if mark not in ANNULLED:
        raise PageError(answer, "AanestysMitatoity", f"unknown mark {mark!r}")
    return ANNULLED[mark]


def _moments(answer: Answer, row: Row) -> tuple[dt.date, dt.datetime | None]:
    """The day of the sitting, and the moment of the vote where it is known, in the zone of the row."""
    midnight = _time(answer, row, "IstuntoPvm")
    zone = ZONES.get(f"{midnight:%H:%M}") if midnight else None
    if midnight is None or zone is None:
        raise PageError(answer, "IstuntoPvm", f"{row['IstuntoPvm']!r} is no midnight of Helsinki")
    day = midnight.replace(tzinfo=zone).astimezone(ZONES["00:00"]).date()
    moment = _time(answer, row, "AanestysAlkuaika")
    return day, moment.replace(tzinfo=zone) if moment else None


def _time(answer: Answer, row: Row, name: str) -> dt.datetime | None:
    text = cell(answer, row, name)
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise PageError(answer, name, f"{text!r} is not a time") from error
