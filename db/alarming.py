"""Alarms: what the keeper of the job must hear of in the same night, one SQL file each.

An invariant says that the database is wrong. An alarm says that something did not come, or came in another
way than it used to, and what to do about it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from db.sqlfiles import sql_files

HEADER = re.compile(r"-- explains: (?P<explanation>\S.+)\n-- do: (?P<advice>\S.+)\n(?P<sql>(?s:.+))")
"""What the file of an alarm looks like: two lines that say what it is and what to do, then its query."""

STANDING = (
    "SELECT alarm, source, page, expected, came, explanation, advice FROM alarms WHERE cleared_at IS NULL"
)


class AlarmError(Exception):
    """The file of an alarm does not say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is watched for: a query for what did not come as it should."""

    name: str
    explanation: str
    advice: str
    sql: str
    """Selects `source`, `page`, `expected` and `came`, one row an alarm, as of the moment `:now`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that somebody must look at."""

    alarm: str
    source: str
    page: str
    """An address, or the run or row that it is about."""
    expected: str
    came: str
    explanation: str
    advice: str

    @property
    def place(self) -> tuple[str, str, str]:
        """What makes two alarms the same one, though what came may read differently by now."""
        return self.alarm, self.source, self.page


def watches() -> tuple[Watch, ...]:
    """Everything that is watched for, in alphabetical order.

    Raises:
        AlarmError: A file does not begin with its explanation and what to do.
    """
    return tuple(read_watch(name, text) for name, text in sql_files("alarms"))


def read_watch(name: str, text: str) -> Watch:
    """What a file of this name and text watches for.

    Raises:
        AlarmError: The text does not begin with its explanation and what to do.
    """
    header = HEADER.fullmatch(text)
    if header is None:
        raise AlarmError(f"{name}: does not begin with '-- explains:' and '-- do:'")
    return Watch(name=name, explanation=header["explanation"], advice=header["advice"], sql=header["sql"])


def raise_alarms(db: Database, now: dt.datetime) -> list[Alarm]:
    """Look for everything that is watched for; return the alarms that did not stand before.

    An alarm stands in `alarms` until its reason is gone, and is then cleared, not deleted.
    """
    found = {alarm.place: alarm for watch in watches() for alarm in _alarms(db, watch, now)}
    standing = {alarm.place: alarm for alarm in standing_alarms(db)}
    moment = now.isoformat(timespec="milliseconds")
    with db.atomic():
        db.conn.executemany(
            "UPDATE alarms SET cleared_at = ?"
            " WHERE alarm = ? AND source = ? AND page = ? AND cleared_at IS NULL",
            [(moment, *place) for place in standing.keys() - found.keys()],
        )
        fresh = [alarm for place, alarm in found.items() if place not in standing]
        db.conn.executemany(
            "INSERT INTO alarms (alarm, source, page, expected, came, explanation, advice, raised_at)"
            " VALUES (:alarm, :source, :page, :expected, :came, :explanation, :advice, :raised_at)",
            [{**asdict(alarm), "raised_at": moment} for alarm in fresh],
        )
    return fresh


def standing_alarms(db: Database) -> list[Alarm]:
    """The alarms whose reason is not gone, the oldest first."""
    return [Alarm(**row) for row in db.query(f"{STANDING} ORDER BY id")]


def _alarms(db: Database, watch: Watch, now: dt.datetime) -> Iterator[Alarm]:
    rows = db.query(watch.sql, {"now": now.isoformat(timespec="seconds")})
    for row in list(rows):
        yield Alarm(alarm=watch.name, explanation=watch.explanation, advice=watch.advice, **row)
