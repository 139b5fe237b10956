"""Three hundred nights of an invented Sejm under a clock of our own: `make soak`.

    python tests/support/soak.py [NIGHTS]

Every second week the house sits. Now and then a ballot is corrected or a transcript replaced; for a week the source
is dead; one night a list loses its entries, and one night its form changes. The real spider walks, the real
policy decides what is asked for, and each night ends as a night does: with conclusions, checks and alarms.
"""

import datetime as dt
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invented_sejm import API, answers, encode  # noqa: E402  the path is set above
from scrapy import Request  # noqa: E402
from scrapy.utils.request import fingerprint  # noqa: E402
from sqlite_utils import Database  # noqa: E402

from db import ledger  # noqa: E402
from db.alarming import raise_alarms, standing_alarms  # noqa: E402
from db.checks import run_checks  # noqa: E402
from db.database import open_database  # noqa: E402
from db.identities import reviewed_identities  # noqa: E402
from scrapers.archive import Archive, Capture  # noqa: E402
from scrapers.caching import is_believed  # noqa: E402
from scrapers.crawl import conclude_run, take_in_dossier  # noqa: E402
from scrapers.intake import Intake  # noqa: E402
from scrapers.pages import PageError, reader_of  # noqa: E402
from scrapers.parliaments.poland.spider import PolishSpider  # noqa: E402
from scrapers.rebuild import received_of  # noqa: E402
from scrapers.spiders import Problem, Selection  # noqa: E402

FIRST = dt.datetime(2025, 2, 3, 4, 0, tzinfo=dt.UTC)
BETWEEN_SITTINGS = 14
VOTES = 3

REQUESTS = 40
"""What a night on which nothing changed may ask for at most."""


@dataclass(frozen=True)
class Plan:
    """On which nights something happens that is not a sitting."""

    ballots: dict[int, tuple[int, int]] = field(default_factory=lambda: {20: (1, 2), 100: (4, 1), 180: (6, 3)})
    """The sitting and number of the vote in which a ballot is corrected."""
    transcripts: dict[int, tuple[int, int]] = field(default_factory=lambda: {24: (2, 1), 130: (8, 2)})
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


class World:
    """What the source says on a night."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def answers(self, night: int) -> dict[str, bytes]:
        sittings = night // BETWEEN_SITTINGS + 1
        found = answers(sittings=sittings, votes=VOTES)
        for (sitting, number), corrected in self._since(self._plan.ballots, night):
            found[f"{API}/votings/{sitting}/{number}"] = corrected_ballot(
                found[f"{API}/votings/{sitting}/{number}"], corrected
            )
        for (sitting, number), _ in self._since(self._plan.transcripts, night):
            url = f"{API}/proceedings/{sitting}/2025-01-{sitting:02}/transcripts/{number}"
            found[url] = found[url].replace("Words", "Other words")
        if night == self._plan.short:
            found[f"{API}/votings"] = found[f"{API}/votings"][-1:]
        if night == self._plan.changed:
            found[f"{API}/votings"] = [{"day": row["date"]} for row in found[f"{API}/votings"]]
        return {on_its_day(url): on_its_day(encode(said).decode()).encode() for url, said in found.items()}

    @staticmethod
    def _since(events: dict[int, tuple[int, int]], night: int) -> Iterator[tuple[tuple[int, int], int]]:
        yield from ((what, when) for when, what in events.items() if when <= night)


def corrected_ballot(vote: dict[str, Any], _: int) -> dict[str, Any]:
    """The vote with the first yes changed into a no, and its totals with it."""
    rows = [dict(row) for row in vote["votes"]]
    next(row for row in rows if row["vote"] == "YES")["vote"] = "NO"
    return {**vote, "votes": rows, "yes": vote["yes"] - 1, "no": vote["no"] + 1}


def on_its_day(text: str) -> str:
    """The invented Sejm sits on the first days of January; here it sits every second week."""

    def moved(found: re.Match[str]) -> str:
        day = FIRST.date() + dt.timedelta(days=BETWEEN_SITTINGS * (int(found["day"]) - 1) - 1)
        return f"{day:%Y-%m-%d}" if found["iso"] else f"{day:%d-%m-%Y}"

    return re.sub(r"(?P<iso>2025-01-)(?P<day>\d\d)|(?P<day2>\d\d)-01-2025", lambda found: moved(found) if found["iso"] else moved_back(found), text)


def moved_back(found: re.Match[str]) -> str:
    day = FIRST.date() + dt.timedelta(days=BETWEEN_SITTINGS * (int(found["day2"]) - 1) - 1)
    return f"{day:%d-%m-%Y}"
