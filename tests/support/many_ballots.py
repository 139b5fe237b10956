"""A database of very many ballots, written straight into its tables. Nobody in it exists.

    python tests/support/many_ballots.py DATABASE [BALLOTS]

Ten million take about two minutes. Five invented chambers of the sizes of real ones share them evenly, two
terms each; members follow the line of their faction nine times in ten.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from db.database import open_database, take_stock

BALLOTS = 10_000_000
SIZES = {"xa": 460, "xb": 199, "xc": 141, "xd": 101, "xe": 100}
"""Members of the chamber of each invented country."""
FACTIONS = ("Blue", "Green", "Red", "Yellow", "White", "Grey")
OPTIONS = ("yes", "no", "abstain", "present_not_voting", "absent", "absent_excused")
LINES = ("yes", "yes", "yes", "no", "no", "abstain")
TERMS = (1, 2)
DAY = date(2018, 1, 10)
SOURCE = {"origin": "sample", "source_url": "https://chamber.example/votes", "response_id": 1}
VOTES_ON_A_DAY = 20
VOTES_ON_A_BILL = 10


class Term(NamedTuple):
    """A chamber's term: who sits where, by the ids of the tables."""

    country: str
    number: int
    members: list[tuple[int, int]]
    """Person and faction. Some change it between two terms, and some belong to none."""
    labels: dict[str, int]

    @property
    def chamber(self) -> str:
        return f"{self.country}-chamber"

    @property
    def key(self) -> str:
        return f"{self.chamber}-{self.number}"


class Maker:
    """Fills one database, always in the same way."""

    def __init__(self, connection):
        self.connection = connection
        self.chance = random.Random(1)  # noqa: S311  nothing secret

    def row(self, table, **columns):
        return self.rows(table, [columns])

    def rows(self, table, rows):
        """Insert rows of the same columns; gives the id of the first one."""
        first, *rest = rows
        names, marks = ", ".join(first), ", ".join("?" * len(first))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        first_id = self.connection.execute(sql, list(first.values())).lastrowid
        self.connection.executemany(sql, (list(row.values()) for row in rest))
        return first_id

    def provenance(self):
        self.row("countries", key="xa", name="Nowhere")
        self.row(
            "sources",
            key="x",
            country="xa",
            name="Records",
            url="https://chamber.example/",
            licence="CC0",
            attribution="Nobody",
        )
        when = "2026-01-01T00:00:00.000+00:00"
        self.row("runs", spider="x", mode="sample", started_at=when, finished_at=when, state="ok")
        self.row(
            "responses",
            source="x",
            page="vote",
            url="https://chamber.example/votes",
            method="GET",
            fingerprint="0",
            fetched_at=when,
            status=200,
            content_type="text/plain",
            sha256="0",
            size=1,
            origin="sample",
            state="stored",
            run_id=1,
        )

    def country(self, country, size) -> Iterator[Term]:
        if country != "xa":
            self.row("countries", key=country, name=f"Nowhere {country}")
        chamber = f"{country}-chamber"
        self.row(
            "chambers",
            key=chamber,
            country=country,
            name=f"Domus {country}",
            name_en=f"Chamber of {country}",
            seats=size,
            timezone="UTC",
        )
        labels = {
            option: self.row(
                "ballot_labels", chamber=chamber, label=option.title(), option=option, basis="stated"
            )
            for option in OPTIONS
        }
        people = [self.person(country, number) for number in range(1, size + size // 4 + 1)]
        for number in TERMS:
            term = f"{chamber}-{number}"
            self.row("terms", key=term, chamber=chamber, label=str(number))
            factions = [
                self.row(
                    "factions",
                    key=f"{term}-{name.lower()}",
                    chamber=chamber,
                    term=term,
                    label=name,
                    is_stated=1,
                    **SOURCE,
                )
                for name in FACTIONS
            ]
            sitting = people[:size] if number == 1 else people[-size:]
            members = [
                (person, self.chance.choice([*factions, *factions, *factions, None])) for person in sitting
            ]
            self.rows(
                "memberships",
                [
                    {
                        "key": f"{term}-{person}",
                        "person_id": person,
                        "own_id": person,
                        "chamber": chamber,
                        "term": term,
                        "faction_id": faction,
                        **SOURCE,
                    }
                    for person, faction in members
                ],
            )
            yield Term(country, number, members, labels)

    def person(self, country, number):
        name = {"family_name": f"{number:03}", "given_name": f"Member {country}"}
        person = self.row(
            "persons",
            key=f"{country}-member-{number:03}",
            name=f"Member {country} {number:03}",
            is_stated=1,
            **name,
            **SOURCE,
        )
        self.row("person_names", person_id=person, own_id=person, folded_name=f"member {number}", **name)
        return person

    def votes(self, term, count):
        days = -(-count // VOTES_ON_A_DAY)
        first = DAY + timedelta(days=(term.number - 1) * 1500)
        dates = [(first + timedelta(days=day * 1400 // days)).isoformat() for day in range(days)]
        self.rows(
            "sittings",
            [
                {
                    "key": f"{term.key}-{day}",
                    "chamber": term.chamber,
                    "term": term.key,
                    "start_date": found,
                    "is_stated": 1,
                    **SOURCE,
                }
                for day, found in enumerate(dates)
            ],
        )
        bills = -(-count // VOTES_ON_A_BILL)
        first_bill = self.rows(
            "bills",
            [
                {
                    "key": f"{term.key}-bill-{number}",
                    "chamber": term.chamber,
                    "term": term.key,
                    "number": str(number),
                    "title": f"Bill {number}",
                    "is_tracked": int(number == 0),
                    "is_stated": 1,
                    **SOURCE,
                }
                for number in range(bills)
            ],
        )
        for number in range(count):
            if number == count // 2:
                self.move_some(term)
            self.vote(term, number, dates[number // VOTES_ON_A_DAY], first_bill + number // VOTES_ON_A_BILL)

    def move_some(self, term):
        """Let every fiftieth member go to another faction."""
        factions = sorted({faction for _, faction in term.members if faction})
        for place in range(0, len(term.members), 50):
            person, left = term.members[place]
            term.members[place] = person, self.chance.choice([one for one in factions if one != left])

    def vote(self, term, number, day, bill):
        lines = {faction: self.chance.choice(LINES) for _, faction in term.members}
        others = self.chance.choices((None, *OPTIONS), (90, 2, 2, 1, 1, 3, 1), k=len(term.members))
        cast = [other or lines[faction] for (_, faction), other in zip(term.members, others, strict=True)]
        counted = Counter(cast)
        tally = {
            "yes": counted["yes"],
            "no": counted["no"],
            "abstain": counted["abstain"],
            "present_not_voting": counted["present_not_voting"],
            "absent": counted["absent"] + counted["absent_excused"],
        }
        is_final = number % VOTES_ON_A_BILL == VOTES_ON_A_BILL - 1
        vote = self.row(
            "votes",
            key=f"{term.key}-{number}",
            chamber=term.chamber,
            term=term.key,
            sitting_key=f"{term.key}-{number // VOTES_ON_A_DAY}",
            number=number,
            date=day,
            title=f"Vote {number}",
            bill_key=f"{term.key}-bill-{number // VOTES_ON_A_BILL}",
            is_final=int(is_final),
            is_annulled=0,
            meaning_of_yes="for the bill" if is_final else "for the amendment",
            method="electronic",
            ballots_status="published",
            outcome="passed" if counted["yes"] > counted["no"] else "rejected",
            **{f"declared_{name}": value for name, value in tally.items()},
            **{f"counted_{name}": value for name, value in tally.items()},
            **SOURCE,
        )
        self.row("vote_bills", vote_id=vote, bill_id=bill, basis="stated")
        self.connection.executemany(
            "INSERT INTO vote_ballots (vote_id, person_id, name_id, faction_id, label_id)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (vote, person, person, faction, term.labels[option])
                for (person, faction), option in zip(term.members, cast, strict=True)
            ],
        )
        self.row("measure_pending", kind="vote", subject_id=vote)


def fill(path: Path, ballots: int = BALLOTS) -> None:
    """Make the database, with at least so many ballots."""
    with closing(open_database(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        index = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'vote_ballots_by_person'").fetchone()[
            0
        ]
        db.execute("BEGIN")
        db.execute("DROP INDEX vote_ballots_by_person")
        maker = Maker(db.conn)
        maker.provenance()
        for country, size in SIZES.items():
            for term in maker.country(country, size):
                maker.votes(term, -(-ballots // (len(SIZES) * len(TERMS) * size)))
        db.execute(index)
        db.execute("COMMIT")
        take_stock(db)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else BALLOTS)
