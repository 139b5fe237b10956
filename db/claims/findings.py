"""What the rows show of each claim, kept after each run: the page of the claims waits for no query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlite_utils import Database

from db.rows import Value, replace_rows


def settle_findings(db: Database, today: dt.date | None = None) -> None:
    """Bring the table `claim_findings` to what the rows show up to the days that readers ask for.

    These are the day of the article, today, and tomorrow, which begins before the next run has ended. On
    settled rows it writes nothing.
    """
    today = today or dt.datetime.now(dt.UTC).date()
    days = {today.isoformat(), (today + dt.timedelta(days=1)).isoformat()}
    with db.atomic():
        replace_rows(
            db, "claim_findings", {(row["number"], row["as_of"]): row for row in _findings(db, days)}
        )


def _findings(db: Database, days: set[str]) -> Iterator[dict[str, Value]]:
    for number, query, own_day in db.execute("SELECT number, finding_query, as_of FROM claims").fetchall():
        for day in sorted({own_day, *days}):
            ((finding,),) = db.execute(query, {"as_of": day}).fetchall()
            yield {"number": number, "as_of": day, "finding": finding}
