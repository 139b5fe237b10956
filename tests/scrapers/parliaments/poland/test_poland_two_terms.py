"""Deputies of two terms, in the form of the Sejm's own answers. They and their ballots are invented."""

from contextlib import closing

import pytest
from blank import blank_database
from poland_answers import a_ballot, a_listed_vote, a_member, answer

from db.checks import invariants, violations
from db.ledger import Ledger, ResponseNote
from db.records import Term
from db.rows import Provenance
from db.settling import settle_identities
from db.writer import Writer
from scrapers.intake import register_all
from scrapers.parliaments.poland import addresses, members, votes

NINTH, TENTH = "pl-sejm-9", "pl-sejm-10"
MOMENT = "2025-01-10T10:00:00.000+00:00"


class Sejm:
    """A database that takes in answers as those of either term."""

    def __init__(self, db, monkeypatch):
        self.db = db
        self.monkeypatch = monkeypatch
        self.writer = Writer(db)
        register_all(self.writer)
        self.writer.register([Term(key=NINTH, chamber="pl-sejm", label="9")])
        self.run = Ledger(db).begin("poland", "live")

    def says(self, term, read, path, content):
        # Pages read the term of today; each term has the same form.
        for room in (addresses, members, votes):
            self.monkeypatch.setattr(room, "TERM_KEY", term)
        found = answer(path, content)
        self.writer.store(read(found), self.provenance(f"{term}/{path}", found.url))

    def provenance(self, fingerprint, url):
        note = ResponseNote(
            source="pl-sejm-api",
            page="members",
            url=url,
            method="GET",
            fingerprint=fingerprint,
            fetched_at=MOMENT,
            status=200,
            content_type="application/json",
            sha256="-",
            size=1,
            origin="live",
        )
        response = Ledger(self.db).note(self.run, note)
        return Provenance(origin="live", source_url=url, seen_at=MOMENT, response_id=response)

    def rows(self, sql):
        return self.db.conn.execute(sql).fetchall()


@pytest.fixture
def sejm(monkeypatch):
    with closing(blank_database()) as db:
        yield Sejm(db, monkeypatch)


def a_vote_of(*who):
    rows = [{**a_ballot(number, "YES"), "lastName": name} for number, name in who]
    return {**a_listed_vote("YES " * len(rows)), "votes": rows}


REGISTERS = {
    NINTH: [a_member(17), a_member(18, lastName="Other"), a_member(19, lastName="Third")],
    TENTH: [
        a_member(3, lastName="017"),
        a_member(4, lastName="Other", birthDate="1980-01-01"),
        a_member(5, lastName="New", birthDate="1990-01-01"),
    ],
}
BALLOTS = {NINTH: a_vote_of((17, "017"), (18, "Other")), TENTH: a_vote_of((3, "017"), (4, "Other"))}
STEPS = [
    *((term, members.read_members, "MP", rows) for term, rows in REGISTERS.items()),
    *((term, votes.read_vote, "votings/3/7", vote) for term, vote in BALLOTS.items()),
]


@pytest.mark.parametrize("steps", [STEPS, STEPS[::-1]], ids=["registers first", "ballots first"])
def test_a_deputy_of_two_terms_is_one_person_and_namesakes_are_two(sejm, steps):
    for step in steps:
        sejm.says(*step)
    settle_identities(sejm.db)
    assert sejm.rows("SELECT merged_key, kept_key, method FROM person_merges") == [
        ("pl-sejm-10-3", "pl-sejm-9-17", "name and birth date")
    ]
    assert sejm.rows("SELECT vote_key, person_key FROM ballots ORDER BY 1 DESC, 2 DESC") == [
        ("pl-sejm-9-3-7", "pl-sejm-9-18"),
        ("pl-sejm-9-3-7", "pl-sejm-9-17"),
        ("pl-sejm-10-3-7", "pl-sejm-9-17"),
        ("pl-sejm-10-3-7", "pl-sejm-10-4"),
    ]
    assert sejm.rows("SELECT * FROM unresolved_persons") == []
    assert [found for it in invariants() if "member" in it.name for found in violations(sejm.db, it)] == []


def test_the_old_number_finds_both_terms(sejm):
    for step in STEPS:
        sejm.says(*step)
    settle_identities(sejm.db)
    terms = "SELECT term FROM memberships JOIN persons ON persons.id = person_id"
    alias = "JOIN person_aliases ON person_key = persons.key WHERE alias = 'pl-sejm-10-3'"
    found = sejm.rows(f"{terms} {alias} AND faction_id IS NULL ORDER BY term DESC")
    assert found == [(NINTH,), (TENTH,)]
