"""Three hundred nights of an invented Sejm under a clock of our own: `make soak`.

    python tests/support/soak.py [NIGHTS]

Every second week the house sits. Now and then a ballot is corrected or a transcript replaced; for a week the
source is dead; one night a list loses its entries, and one night its form changes. The real spider walks, the
real policy decides what is asked for, and each night ends as a night does: with conclusions, checks, alarms.
"""

import datetime as dt
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invented_sejm import API, answers, encode
from scrapy import Request
from scrapy.utils.request import fingerprint
from sqlite_utils import Database

from db import ledger
from db.alarming import raise_alarms
from db.checks import run_checks
from db.database import open_database
from db.identities import reviewed_identities
from scrapers.archive import Archive, Capture
from scrapers.caching import is_believed
from scrapers.crawl import conclude_run, take_in_dossier
from scrapers.intake import Intake
from scrapers.pages import PageError, reader_of
from scrapers.parliaments.poland.spider import PolishSpider
from scrapers.rebuild import received_of
from scrapers.spiders import Problem, Selection, SourceSpider

FIRST = dt.datetime(2025, 2, 3, 4, 0, tzinfo=dt.UTC)
BETWEEN_SITTINGS = 14
VOTES = 3

REQUESTS = 40
"""What a night on which nothing changed may ask for at most."""


Events = dict[int, tuple[int, int]]
"""By night, a sitting and a number within it."""


@dataclass(frozen=True)
class Plan:
    """On which nights something happens that is not a sitting."""

    ballots: Events = field(default_factory=lambda: {20: (1, 2), 100: (4, 1), 180: (6, 3)})
    """The sitting and number of the vote in which a ballot is corrected."""
    transcripts: Events = field(default_factory=lambda: {24: (2, 1), 130: (8, 2)})
    """The sitting and number of the turn whose words are replaced."""
    dead: range = range(60, 67)
    short: int = 90
    """When the index of votes lists one sitting only."""
    changed: int = 115
    """When the index has other names for its elements."""

    def alarms(self) -> dict[int, set[str]]:
        """The alarms that must be raised, by night."""
        return {
            self.dead[0]: {"run_ended_badly"},
            # The habit is a night: three times as long is too long, and then one more to be longer.
            self.dead[0] + 3: {"source_is_silent"},
            self.short: {"counts_are_far_off"},
            self.changed: {"answer_is_quarantined", "run_ended_badly"},
        }


def world(plan: Plan, night: int) -> dict[str, bytes]:
    """What the source answers on a night, by address."""
    found = answers(sittings=night // BETWEEN_SITTINGS + 1, votes=VOTES)
    for sitting, number in happened(plan.ballots, night):
        url = f"{API}/votings/{sitting}/{number}"
        found[url] = corrected(found[url])
        row = found[f"{API}/votings/{sitting}"][number - 1]
        row.update({name: found[url][name] for name in row})
    for sitting, number in happened(plan.transcripts, night):
        url = f"{API}/proceedings/{sitting}/2025-01-{sitting:02}/transcripts/{number}"
        found[url] = found[url].replace("Words", "Other words")
    index = f"{API}/votings"
    if night == plan.short:
        found[index] = found[index][-1:]
    if night == plan.changed:
        found[index] = [{"day": row["date"]} for row in found[index]]
    return {moved(url): moved(encode(said).decode()).encode() for url, said in found.items()}


def happened(events: Events, night: int) -> list[tuple[int, int]]:
    return [what for when, what in events.items() if when <= night]


def corrected(vote: dict[str, Any]) -> dict[str, Any]:
    """The vote with its first yes changed into a no, and its totals with it."""
    rows = [dict(row) for row in vote["votes"]]
    next(row for row in rows if row["vote"] == "YES")["vote"] = "NO"
    yes, no = vote["yes"] - 1, vote["no"] + 1
    return {**vote, "votes": rows, "yes": yes, "no": no, "majorityVotes": no + 1}


def moved(text: str) -> str:
    """The invented Sejm sits on the first days of January; here it sits every second week."""

    def day(found: re.Match[str]) -> dt.date:
        return FIRST.date() + dt.timedelta(days=BETWEEN_SITTINGS * (int(found[1]) - 1))

    text = re.sub(r"2025-01-(\d\d)", lambda found: f"{day(found):%Y-%m-%d}", text)
    return re.sub(r"(\d\d)-01-2025", lambda found: f"{day(found):%d-%m-%Y}", text)


@dataclass
class Night:
    """What a night came to."""

    number: int
    requests: int = 0
    answers: int = 0
    rows: int = 0
    seconds: float = 0.0
    archived: int = 0
    """Bytes by which the archive grew."""
    raised: set[str] = field(default_factory=set)
    errors: int = 0
    """Findings of the gravest kind."""


class Sleeper:
    """Plays the nights: walks as the spider does, asks as the policy decides, stores as a crawl does."""

    def __init__(self, db: Database, archive: Archive, folder: Path, plan: Plan) -> None:
        self._db, self._archive, self._folder, self._plan = db, archive, folder, plan

    def night(self, number: int) -> Night:
        now = FIRST + dt.timedelta(days=number)
        ledger.now = lambda: now.isoformat(timespec="milliseconds")
        played, size, began = Night(number), self._size(), time.process_time()
        intake = Intake(self._db, "poland", "live", "term 10")
        self._walk(intake, now, played)
        intake.close(played.requests)
        played.rows, played.answers = intake.figures.rows_written, intake.figures.responses
        conclude_run(self._db, reviewed_identities())
        played.seconds = time.process_time() - began
        played.errors = sum(finding.severity == "error" for finding in run_checks(self._db))
        played.raised = {alarm.alarm for alarm in raise_alarms(self._db, now)}
        played.archived = self._size() - size
        return played

    def _size(self) -> int:
        return sum(file.stat().st_size for file in self._folder.glob("*.warc.gz"))

    def _walk(self, intake: Intake, now: dt.datetime, played: Night) -> None:
        source = {} if played.number in self._plan.dead else world(self._plan, played.number)
        spider = PolishSpider(selection=Selection(term="10"))
        waiting, seen = list(spider.begin()), set()
        while waiting:
            request = waiting.pop(0)
            if request.url not in seen:
                seen.add(request.url)
                capture = self._believed(request, now) or self._asked(request, source, now, played)
                waiting += self._taken(intake, spider, request, capture)

    def _taken(
        self, intake: Intake, spider: SourceSpider, request: Request, capture: Capture | None
    ) -> list[Request]:
        """Store the answer, and say what the spider asks for next."""
        reader = reader_of(request.url, request.method, request.body)
        assert reader, request.url
        if capture is None:
            intake.fail(Problem(url=request.url, state="unreachable", reason="no route to the host"))
            return []
        received = received_of(self._archive, capture, reader[1])
        intake.take(received)
        try:
            return [one for one in spider.follow(reader[1], received.answer) if isinstance(one, Request)]
        except PageError:
            return []

    def _believed(self, request: Request, now: dt.datetime) -> Capture | None:
        """The kept answer, if the policy believes it."""
        kept = self._archive.latest(fingerprint(request).hex())
        if kept is None:
            return None
        since = self._archive.unchanged_since(kept)
        request.meta.update(origin=kept.origin, fetched_at=kept.fetched_at, unchanged_since=since)
        return kept if is_believed(request, now) else None

    def _asked(
        self, request: Request, source: dict[str, bytes], now: dt.datetime, played: Night
    ) -> Capture | None:
        """What the source says now, which is kept; nothing from a dead one."""
        played.requests += 1
        body = source.get(f"{request.url} {request.body.decode()}") or source.get(request.url)
        if body is None:
            return None
        made = Capture(
            fingerprint=fingerprint(request).hex(),
            url=request.url,
            method=request.method,
            request_body=request.body,
            fetched_at=now,
            status=200,
            headers=(("Content-Type", "text/html" if body.startswith(b"<") else "application/json"),),
            origin="live",
        )
        self._archive.put(made, body)
        return self._archive.latest(made.fingerprint)


def soak(nights: int, plan: Plan, room: Path) -> tuple[list[Night], list[str]]:
    """Play the nights; return them, and what is wrong."""
    real = ledger.now
    with Archive(room / "archive") as archive, closing(open_database(room / "ottawa.db")) as db:
        try:
            take_in_dossier(db, "live")
            sleeper = Sleeper(db, archive, room / "archive", plan)
            played = [sleeper.night(number) for number in range(nights)]
        finally:
            ledger.now = real
        return played, [*wrong_alarms(plan, played), *wrong_nights(plan, played), *lost(plan, nights, db)]


def wrong_alarms(plan: Plan, played: list[Night]) -> list[str]:
    """Alarms that did not come in the night when they should, or came in another."""
    due = plan.alarms()
    return [
        f"night {night.number}: {sorted(night.raised)} where {sorted(due.get(night.number, set()))} was due"
        for night in played
        if night.raised != due.get(night.number, set())
    ]


def wrong_nights(plan: Plan, played: list[Night]) -> list[str]:
    """Nights without news that cost too much or wrote a row, and any on which the database was wrong."""
    troubled = {*plan.dead, plan.dead.stop, plan.short, plan.changed}
    corrections = [when for when in (*plan.ballots, *plan.transcripts) if when < len(played)]
    quiet = [n for n in played if n.number % BETWEEN_SITTINGS and n.number not in troubled]
    late = [n.number for n in quiet if n.rows]
    return [
        *(f"night {n.number}: {n.errors} findings" for n in played if n.errors),
        *(f"night {n.number}: {n.requests} requests" for n in quiet if not n.rows and n.requests > REQUESTS),
        *(f"night {number}: rows, though nothing happened" for number in late if number < min(corrections)),
        # A correction may be told in two answers, which are not asked for in the same night.
        *([f"rows on quiet nights: {late}"] if len(late) > 2 * len(corrections) else []),
    ]


def lost(plan: Plan, nights: int, db: Database) -> list[str]:
    """Corrections that are not in the revisions."""
    kept = [row[0] for row in db.execute("SELECT row_key FROM revisions")]
    wanted = [
        *(f"pl-sejm-10-{sitting}-{number}" for sitting, number in happened(plan.ballots, nights)),
        *(
            moved(f"pl-sejm-10-{sitting}-2025-01-{sitting:02}-{number}")
            for sitting, number in happened(plan.transcripts, nights)
        ),
    ]
    return [f"no revision of {key}" for key in wanted if not any(key in row for row in kept)]


def growth(played: list[Night]) -> Iterator[str]:
    """What the nights without a change cost at first and at last."""
    quiet = [night for night in played if not night.rows]
    asked = [night.requests for night in quiet]
    usual = f"{statistics.mean(asked):.1f} requests each, {max(asked)} at most"
    yield f"{len(quiet)} nights without a change, {usual}"
    for name, part in (("at first", quiet[: len(quiet) // 4]), ("at last", quiet[-(len(quiet) // 4) :])):
        size = statistics.mean(night.archived for night in part)
        speed = statistics.median(night.seconds / max(night.answers, 1) for night in part) * 1000
        yield f"  {name}: the archive grew by {size:,.0f} bytes a night, an answer took {speed:.2f} ms"


def main() -> bool:
    """Play the nights, print what came of them, and say whether nothing was wrong."""
    nights = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with TemporaryDirectory() as room:
        played, wrong = soak(nights, Plan(), Path(room))
    raised = Counter(alarm for night in played for alarm in night.raised)
    print(f"{nights} nights, {sum(n.rows for n in played):,} rows, alarms: {dict(raised)}")
    print(*growth(played), sep="\n")
    for complaint in wrong:
        print(f"    {complaint}")
    return not wrong


if __name__ == "__main__":
    sys.exit(not main())
