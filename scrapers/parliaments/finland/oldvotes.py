"""Votes of 1996 to 2007, by the tables of the old open data service, which ends with the year 2026.

A row says what was voted on and what came of it. Who voted how stands in another table, by an identifier that
only the old service knows and in answers of at most a hundred ballots, so the ballots are not collected.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo

from db.records import Sitting, Tally, Vote
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import CHAMBER, OLD_API, SITE, key_of, term_of
from scrapers.parliaments.finland.questions import is_budget, is_final, meaning_of_yes, outcome_of
from scrapers.parliaments.finland.wire import TableWire

TABLE = "SaliDBAanestys"
ADDRESS = f"{OLD_API}/tables/{TABLE}/rows"
PAGE_SIZE = 100
"""The most rows that the service gives at once."""
FINNISH, SWEDISH = "1", "2"
"""Each vote stands in the table twice, once in each language, and each time with ballots of its own."""
NO_MATTER = {"", "/ vp"}
"""What stands in place of the number of a matter where there was none."""
ANNULLED = {"0": False, "1": True}
ZONES = {"00:00": ZoneInfo("Europe/Helsinki"), "21:00": dt.UTC, "22:00": dt.UTC}
"""The zone of all times of a row, by the time in which midnight of Helsinki is written in it."""

Row = dict[str, str]
"""A row by the names of its columns, without the blanks by which values are filled up."""


def rows_of_year(year: int, page: int = 0) -> str:
    """The address of the votes of a parliamentary year, page by page."""
    query = {"columnName": "IstuntoVPVuosi", "columnValue": year, "perPage": PAGE_SIZE, "page": page}
    return f"{ADDRESS}?{urlencode(query)}"


def next_rows(answer: Answer) -> str | None:
    """The address of the rows after these, if there are more.

    Raises:
        PageError: The answer cannot be read.
    """
    wire = _read_table(answer)
    if not wire.has_more:
        return None
    query = dict(parse_qsl(answer.url.partition("?")[2]))
    return f"{ADDRESS}?{urlencode({**query, 'page': wire.page + 1})}"


def parse_old_votes(answer: Answer) -> Iterator[Sitting | Vote]:
    """The votes in the rows, each from its Finnish one, and the sittings in which they were taken.

    Raises:
        PageError: Something is missing or unknown, or a row contradicts itself.
    """
    votes = [_vote(answer, row) for row in _rows(answer) if _is_finnish(answer, row)]
    keys = [vote.key for vote in votes]
    expect(answer, "rowData", len(keys), len(set(keys)))
    sittings = {vote.sitting: vote for vote in votes}
    for key, vote in sittings.items():
        if key is not None:
            number = int(key.rpartition("-")[2])
            yield Sitting(key=key, chamber=CHAMBER, term=vote.term, number=number, dates=(vote.date,))
    yield from votes


def _read_table(answer: Answer) -> TableWire:
    wire = read_json(answer, TableWire)
    expect(answer, "tableName", wire.table_name, TABLE)
    expect(answer, "rowCount", wire.row_count, len(wire.row_data))
    expect(answer, "columnCount", wire.column_count, len(wire.column_names))
    if not wire.row_data:
        raise PageError(answer, "rowData", "empty")
    return wire


def _rows(answer: Answer) -> Iterator[Row]:
    wire = _read_table(answer)
    for values in wire.row_data:
        expect(answer, "rowData", len(values), len(wire.column_names))
        yield {name: (value or "").strip() for name, value in zip(wire.column_names, values, strict=True)}


def _is_finnish(answer: Answer, row: Row) -> bool:
    language = _cell(answer, row, "KieliId")
    if language not in {FINNISH, SWEDISH}:
        raise PageError(answer, "KieliId", f"unknown language {language!r}")
    return language == FINNISH


def _vote(answer: Answer, row: Row) -> Vote:
    year, sitting, number = (
        _number(answer, row, name) for name in ("IstuntoVPVuosi", "IstuntoNumero", "AanestysNumero")
    )
    term = term_of(str(year))
    if term is None:
        raise PageError(answer, "IstuntoVPVuosi", f"unknown parliamentary year {year}")
    _check_minutes(answer, row, f"PTK {sitting}/{year} vp")
    question, heading = _cell(answer, row, "AanestysOtsikko"), _cell(answer, row, "KohtaKasittelyOtsikko")
    title = _cell(answer, row, "KohtaOtsikko") or question
    if not title:
        raise PageError(answer, "KohtaOtsikko", "neither a title nor a question")
    matter = _matter(answer, row)
    meaning = meaning_of_yes(question, matter.partition(" ")[0] if matter else None, heading)
    tally, is_annulled = _tally(answer, row), _is_annulled(answer, row)
    day, time = _moments(answer, row)
    return Vote(
        key=f"{CHAMBER}-{year}-{sitting}-{number}",
        chamber=CHAMBER,
        term=term,
        sitting=f"{CHAMBER}-{year}-{sitting}",
        number=number,
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
    )


def _cell(answer: Answer, row: Row, name: str) -> str:
    if name not in row:
        raise PageError(answer, "columnNames", f"no column {name}")
    return row[name]


def _number(answer: Answer, row: Row, name: str) -> int:
    digits = _cell(answer, row, name)
    if not (digits.isascii() and digits.isdecimal()):
        raise PageError(answer, name, f"{digits!r} is not a number")
    return int(digits)


def _check_minutes(answer: Answer, row: Row, expected: str) -> None:
    """Compare the number of the minutes with that of the sitting, where the row has one."""
    minutes = _cell(answer, row, "AanestysPoytakirja")
    if minutes not in NO_MATTER:
        expect(answer, "AanestysPoytakirja", minutes, expected)


def _matter(answer: Answer, row: Row) -> str | None:
    number = _cell(answer, row, "AanestysValtiopaivaasia")
    return None if number in NO_MATTER else number


def _tally(answer: Answer, row: Row) -> Tally:
    yes, no, abstain, absent, total = (
        _number(answer, row, f"AanestysTulos{name}") for name in ("Jaa", "Ei", "Tyhjia", "Poissa", "Yhteensa")
    )
    expect(answer, "AanestysTulosYhteensa", total, yes + no + abstain + absent)
    return Tally(yes=yes, no=no, abstain=abstain, absent=absent)


def _is_annulled(answer: Answer, row: Row) -> bool:
    mark = _cell(answer, row, "AanestysMitatoity")
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
    text = _cell(answer, row, name)
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise PageError(answer, name, f"{text!r} is not a time") from error
