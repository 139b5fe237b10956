"""An invented house: its chamber, members, bills and votes are nobody's. It speaks to the database."""

import datetime as dt

from db.ledger import Ledger, ResponseNote, RunFigures
from db.measures import refresh_measures
from db.records import (
    Ballot,
    Bill,
    Chamber,
    Choice,
    Country,
    Expectation,
    Faction,
    Membership,
    Parser,
    Person,
    PersonId,
    Sitting,
    Source,
    Stage,
    Tally,
    TallyReport,
    Term,
    Vote,
)
from db.rows import Provenance
from db.writer import Writer

URL = "https://house.example/answer"
MOMENT = "2025-02-01T10:00:00.000+00:00"
DAY = dt.date(2025, 1, 15)

REFERENCE = (
    Country(key="zz", name="Nowhere"),
    Chamber(key="zz-house", country="zz", name="Domus", name_en="House", seats=5, timezone="UTC"),
    Chamber(key="zz-senate", country="zz", name="Senatus", name_en="Senate", seats=3, timezone="UTC"),
    Term(key="zz-house-1", chamber="zz-house", label="1", start=dt.date(2024, 1, 1), end=None),
    Term(key="zz-senate-1", chamber="zz-senate", label="1"),
    Source(key="zz-api", country="zz", name="Archive of Nowhere", url=URL, licence="CC0", attribution="-"),
    Parser(key="zz-api.vote", source="zz-api", page="vote", evidence="proven", description="A vote."),
)

LABELS = {
    "Aye": "yes",
    "Nay": "no",
    "Blank": "abstain",
    "Here": "present_not_voting",
    "Away": "absent",
    "Excused": "absent_excused",
    "Valid": "choice",
}


class House:
    """A database, and everything that the invented house says to it."""

    def __init__(self, db):
        self.db = db
        self.ledger = Ledger(db)
        self.writer = Writer(db)
        self.writer.register(REFERENCE)
        self.run = self.ledger.begin("nowhere", "live")

    def says(self, *records, origin="live", url=URL, at=MOMENT):
        """Store records as those of one answer, and give the number of rows that were written for them."""
        provenance = self.provenance(origin=origin, url=url, at=at)
        before = self.db.conn.total_changes
        with self.db.atomic():
            self.writer.store(records, provenance)
        return self.db.conn.total_changes - before

    def provenance(self, origin="live", url=URL, at=MOMENT):
        if origin == "dossier":
            return Provenance(origin=origin, source_url=url, seen_at=at, dossier_entry_id=self.entry(url))
        found = note(url=url, origin=origin, fetched_at=at)
        return Provenance(
            origin=origin, source_url=url, seen_at=at, response_id=self.ledger.note(self.run, found)
        )

    def entry(self, url):
        row = {"key": "fact", "source_url": url, "source_name": "A book", "confidence": "official"}
        return self.db["dossier_entries"].insert(row, ignore=True).last_pk or 1

    def rows(self, sql, *values):
        return self.db.conn.execute(sql, values).fetchall()

    def row(self, sql, *values):
        (found,) = self.rows(sql, *values)
        return found

    def damage(self, *statements):
        """Change the database as no writer would, past every check of its own."""
        self.db.execute("PRAGMA ignore_check_constraints = ON")
        self.db.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            self.db.execute(statement)


def note(**changes):
    row = {
        "source": "zz-api",
        "page": "vote",
        "url": URL,
        "method": "GET",
        "fingerprint": "f1",
        "fetched_at": MOMENT,
        "status": 200,
        "content_type": "application/json",
        "sha256": "a",
        "size": 2,
        "origin": "live",
    }
    return ResponseNote(**(row | changes))


def who(number, **changes):
    name = {"scheme": "zz-house", "identifier": str(number), "family_name": f"{number:03}"}
    return PersonId(**({**name, "given_name": "Member"} | changes))


def person(number, memberships=None, **facts):
    seats = (Membership(chamber="zz-house", start=dt.date(2024, 1, 1)),)
    return Person(id=who(number), memberships=seats if memberships is None else memberships, **facts)


def ballot(number, label="Aye", **changes):
    row = {
        "identifier": str(number),
        "family_name": f"{number:03}",
        "given_name": "Member",
        "faction": "Blue",
        "option": LABELS[label],
        "label": label,
    }
    return Ballot(**(row | changes))


def vote(*ballots, **changes):
    """A vote on bill 7 with these ballots, or with three of its own: two for it, one against."""
    cast = ballots or (ballot(1), ballot(2), ballot(3, "Nay", faction="Green"))
    row = {
        "key": "zz-house-1-1",
        "chamber": "zz-house",
        "term": "zz-house-1",
        "sitting": None,
        "number": 1,
        "date": DAY,
        "time": dt.datetime(2025, 1, 15, 12, 30, tzinfo=dt.UTC),
        "title": "De nihilo",
        "method": "electronic",
        "ballots_status": "published",
        "is_final": False,
        "meaning_of_yes": "for the bill",
        "declared": Tally(yes=2, no=1, abstain=0, present_not_voting=0, absent=0),
        "outcome": "passed",
        "scheme": "zz-house",
        "ballots": cast,
    }
    return Vote(**(row | changes))


def secret_vote(**changes):
    row = {
        "key": "zz-house-1-2",
        "number": 2,
        "time": None,
        "method": "secret",
        "ballots_status": "secret",
        "declared": Tally(),
        "outcome": None,
        "ballots": (),
    }
    return vote(**(row | changes))


def list_vote(**changes):
    row = {
        "key": "zz-house-1-3",
        "number": 3,
        "time": None,
        "declared": Tally(),
        "outcome": None,
        "meaning_of_yes": "for the candidate",
        "choices": (Choice(number=1, label="Candidate A", votes=2), Choice(number=2, label="Candidate B")),
        "ballots": (
            ballot(1, "Valid", choices=((1, "yes"), (2, "no"))),
            ballot(2, "Valid", choices=((1, "yes"),)),
        ),
    }
    return vote(**(row | changes))


def bill(*stages, **changes):
    row = {
        "key": "zz-house-bill-7",
        "chamber": "zz-house",
        "term": "zz-house-1",
        "number": "7",
        "title": "Lex de nihilo",
        "stages": stages,
    }
    return Bill(**(row | changes))


def stage(kind="first reading", day=1, **changes):
    return Stage(**({"kind": kind, "label": f"lectio {kind}", "date": dt.date(2025, 1, day)} | changes))


def sitting(*days, **changes):
    row = {"key": "zz-house-1-s4", "chamber": "zz-house", "term": "zz-house-1", "number": 4}
    return Sitting(**({**row, "dates": days} | changes))


def faction(label="Blue", **changes):
    return Faction(**({"chamber": "zz-house", "label": label, "name": f"The {label} group"} | changes))


def report(tally, vote_key="zz-house-1-1"):
    return TallyReport(vote=vote_key, place="Page of bill 7", tally=tally)


def expectation(expected, subject="zz-house-1-1", what="ballots"):
    return Expectation(subject=subject, what=what, expected=expected)


def sound(house):
    """Everything the house says when nothing is wrong with it."""
    day_before = DAY - dt.timedelta(days=1)
    house.says(*(person(number) for number in (1, 2, 3)), faction("Blue"), faction("Green"))
    house.says(sitting(day_before, DAY), bill(stage(day=1), stage("final vote", 15), is_tracked=True))
    house.says(
        vote(bill="zz-house-bill-7", sitting="zz-house-1-s4", is_final=True, threshold=2),
        secret_vote(),
        list_vote(),
        vote(ballot(1), key="zz-house-1-4", number=4, time=None, ballots_status="partial"),
        report(Tally(yes=2, no=1)),
        expectation(3),
    )
    refresh_measures(house.db)
    house.ledger.end(house.run, "ok", None, RunFigures())
    return house
