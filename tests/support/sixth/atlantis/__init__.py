"""Atlantis: a parliament that never was, in the one folder that a parliament needs."""

import datetime as dt

import msgspec

from db.records import Ballot, Chamber, Country, Source, Tally, Term, Vote
from scrapers.pages import Page, PageError, Parliament, read_json

API = "https://api.atlantis.example"
OPTIONS = {"aye": "yes", "nay": "no", "away": "absent"}


class Row(msgspec.Struct):
    member: int
    name: str
    group: str
    ballot: str


class Division(msgspec.Struct):
    number: int
    date: dt.date
    question: str
    ayes: int
    nays: int
    rows: list[Row]


def read_division(answer):
    division = read_json(answer, Division)
    ballots = tuple(_ballot(answer, row) for row in division.rows)
    if sum(ballot.option == "yes" for ballot in ballots) != division.ayes:
        raise PageError(answer, "ayes", "not the sum of the rows")
    yield Vote(
        key=f"at-thing-{division.number}",
        chamber="at-thing",
        term="at-thing-1",
        sitting=None,
        number=division.number,
        date=division.date,
        title=division.question,
        method="roll_call",
        ballots_status="published",
        is_final=False,
        meaning_of_yes=None,
        declared=Tally(yes=division.ayes, no=division.nays),
        outcome="passed" if division.ayes > division.nays else "rejected",
        scheme="at-thing",
        ballots=ballots,
    )


def _ballot(answer, row):
    if row.ballot not in OPTIONS:
        raise PageError(answer, "rows", f"unknown ballot {row.ballot!r}")
    return Ballot(
        identifier=str(row.member),
        family_name=row.name,
        given_name="Member",
        faction=row.group,
        option=OPTIONS[row.ballot],
        label=row.ballot,
    )


PARLIAMENT = Parliament(
    country=Country(key="at", name="Atlantis"),
    chambers=(Chamber(key="at-thing", country="at", name="Thing", name_en="Thing", seats=9, timezone="UTC"),),
    terms=(Term(key="at-thing-1", chamber="at-thing", label="1"),),
    sources=(
        Source(key="at-api", country="at", name="API", url=API, licence="none", attribution="Atlantis"),
    ),
    pages=(
        Page(
            name="division",
            source="at-api",
            pattern=rf"{API}/divisions/\d+",
            parse=read_division,
            evidence="constructed",
            description="A division with its ballots.",
        ),
    ),
)
