"""What the database holds after an invented Seimas has answered."""

import pytest
from blank import blank_database
from invented_seimas import (
    BLUE_BILL,
    GREEN_BILL,
    course,
    faction,
    factions,
    member,
    members,
    old_event,
    old_item,
    old_question,
    old_vote,
    post,
    question,
    read,
    roll,
    sitting,
    sittings,
    vote,
)

from db.checks import run_checks
from db.ledger import Ledger, ResponseNote
from db.rows import Provenance
from db.writer import Writer
from scrapers.intake import register_all
from scrapers.pages import Answer

OPEN = vote(-60001, "dėl šio įstatymo priėmimo", "Priimta")
AGREED = vote(-60002, "dėl pritarimo po pateikimo", "Pritarta bendru sutarimu")
ANSWERS = (
    members(*(member(n, post("Mėlynųjų frakcija", "2024-11-14", number="9999")) for n in range(1, 6))),
    factions(faction("BLUE", "Mėlynųjų frakcija", 5)),
    sittings(sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30")),
    course(question(-1, BLUE_BILL, "Priėmimas", OPEN), question(-2, GREEN_BILL, "Pateikimas", AGREED)),
    roll(),
)


class Store:
    def __init__(self, db):
        self.db = db
        self.writer = Writer(db)
        register_all(self.writer)
        self.ledger = Ledger(db)
        self.run = self.ledger.begin("lithuania", "live")

    def take(self, *answers):
        """Store what the pages say of these answers, and give the number of rows written for it."""
        written = 0
        for number, answer in enumerate(answers):
            provenance = self.provenance(answer, number)
            before = self.db.conn.total_changes
            with self.db.atomic():
                self.writer.store(read(answer), provenance)
            written += self.db.conn.total_changes - before
        return written

    def provenance(self, answer, number):
        note = ResponseNote(
            source="lt-seimas-p2b",
            page="course",
            url=answer.url,
            method="GET",
            fingerprint=f"{number}",
            fetched_at="2026-10-01T10:00:00.000+00:00",
            status=200,
            content_type="text/xml",
            sha256=f"{number}",
            size=len(answer.body),
            origin="live",
        )
        response_id = self.ledger.note(self.run, note)
        return Provenance(
            origin="live", source_url=answer.url, seen_at=note.fetched_at, response_id=response_id
        )

    def rows(self, sql):
        return self.db.execute(sql).fetchall()


@pytest.fixture
def store():
    db = blank_database()
    yield Store(db)
    db.close()


def test_a_consensus_decision_counts_nobody_as_absent(store):
    store.take(*ANSWERS)
    found = store.rows(
        "SELECT ballots_status, declared_yes, counted_absent FROM votes WHERE key = 'lt-seimas--60002'"
    )
    assert found == [("consensus", None, None)]


def test_a_final_vote_has_its_bill_and_the_bill_its_vote(store):
    store.take(*ANSWERS)
    assert store.rows("SELECT bill_key FROM votes WHERE is_final") == [("lt-seimas-xvp-17",)]
    found = store.rows("SELECT vote_key, decision FROM stages WHERE kind = 'final vote'")
    assert found == [("lt-seimas--60001", "Priimta")]


def test_a_sitting_is_the_same_in_its_list_and_in_its_course(store):
    store.take(*ANSWERS)
    assert store.rows("SELECT key, number FROM sittings") == [("lt-seimas--502100", 41)]


def test_the_same_answers_again_write_no_row(store):
    store.take(*ANSWERS)
    assert store.take(*ANSWERS) == 0


def test_an_answer_in_which_only_suformavimo_laikas_is_another_changes_no_row_but_its_response(store):
    store.take(*ANSWERS)
    tables = [name for name in store.db.table_names() if name not in {"responses", "runs"}]
    before = [store.rows(f"SELECT * FROM [{name}]") for name in tables]
    store.take(*(Answer(url=a.url, body=a.body.replace(b"10:00:00", b"10:00:07")) for a in ANSWERS))
    assert [store.rows(f"SELECT * FROM [{name}]") for name in tables] == before


def test_the_order_of_course_and_list_does_not_matter(store):
    store.take(*reversed(ANSWERS[:4]))
    assert store.rows("SELECT key, number FROM sittings") == [("lt-seimas--502100", 41)]


def test_a_vote_on_a_package_is_joined_to_each_bill_of_it(store):
    items = (
        "<li><b>Mėlyna (Nr. XIP-17)</b>; pateikimas</li>",
        "<li><b>Žalia (Nr. XIP-18)</b>; pateikimas</li>",
    )
    taken = old_event(-10001, "dėl pritarimo po pateikimo", "pritarta", (2, 0, 1))
    package = old_vote(old_item("Mėlyna (Nr. XIP-17)"), old_item("Žalia (Nr. XIP-18)"))
    store.take(package, old_question(taken, items=items))
    joined = store.rows("SELECT bills.number FROM vote_bills JOIN bills ON bills.id = bill_id ORDER BY 1")
    assert joined == [("XIP-17",), ("XIP-18",)]
    assert store.rows("SELECT bill_key FROM votes") == [(None,)]


def test_an_old_vote_counts_its_crosses_and_calls_nobody_absent(store):
    store.take(old_vote())
    found = store.rows("SELECT counted_yes, counted_no, counted_abstain, counted_absent FROM votes")
    assert found == [(2, 0, 1, 0)]
    assert store.rows("SELECT count(*) FROM vote_ballots") == [(4,)]


@pytest.mark.parametrize("answers", [ANSWERS, (old_vote(),)], ids=["open data", "old site"])
def test_no_check_finds_an_error(store, answers):
    store.take(*answers)
    findings = run_checks(store.db)
    assert [found for found in findings if found.severity == "error" and "lt-" in found.subject_key] == []


def test_a_final_vote_has_its_ballots_its_figures_and_its_outcome(store):
    store.take(*ANSWERS)
    found = store.rows(
        "SELECT declared_yes, declared_no, declared_abstain, counted_yes, outcome, ballots_status"
        " FROM votes WHERE is_final"
    )
    assert found == [(2, 1, 1, 2, "passed", "published")]
    assert store.rows("SELECT count(*) FROM vote_ballots") == [(5,)]


def test_the_course_asked_again_leaves_the_ballots_alone(store):
    store.take(*ANSWERS)
    assert store.take(ANSWERS[3]) == 0
    assert store.rows("SELECT count(*) FROM vote_ballots WHERE withdrawn_at IS NULL") == [(5,)]
