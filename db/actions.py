"""The same treaty action told by several sources is one action: which telling of it counts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from sqlite_utils import Database

TELLINGS = """
SELECT
    told.key, told.treaty, told.state, told.class, told.target, told.date, treaties.withdrawal_months,
    told_actions.event_key
FROM treaty_actions AS told
JOIN told_actions ON told_actions.key = told.key
JOIN treaties ON treaties.key = told.treaty
ORDER BY
    -- The depositary first, then the best known; what a source still shows before what it took back.
    told.is_official DESC,
    told.withdrawn_at IS NOT NULL,
    CASE told.confidence
        WHEN 'official' THEN 0 WHEN 'confirmed' THEN 1 WHEN 'single source' THEN 2 ELSE 3
    END,
    told.origin <> 'live',
    told.key
"""


class Telling(NamedTuple):
    """What one source tells of an action."""

    key: str
    treaty: str
    state: str
    kind: str
    target: str | None
    date: str
    months: int
    event_key: str | None


def settle_actions(db: Database) -> None:
    """Put every telling of an action beside the one that counts. On settled rows it writes nothing."""
    standing: defaultdict[tuple[str | None, ...], list[Telling]] = defaultdict(list)
    for row in db.conn.execute(TELLINGS).fetchall():
        told = Telling(*row)
        rivals = standing[told.treaty, told.state, told.kind, told.target]
        event = next((better.key for better in rivals if _are_one(better, told)), None)
        if event is None:
            rivals.append(told)
        if event != told.event_key:
            db.conn.execute("UPDATE told_actions SET event_key = ? WHERE key = ?", [event, told.key])


def _are_one(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one kind are of the same action."""
    if one.kind in {"joining", "withdrawal", "suspension"}:
        # Nobody comes, or goes, twice within the months that going takes.
        return abs(_day(one) - _day(other)).days < 30 * one.months
    return one.kind in {"signature", "objection", "provisional application"} or one.date == other.date


def _day(told: Telling) -> dt.date:
    return dt.date.fromisoformat(told.date)
