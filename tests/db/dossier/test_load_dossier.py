"""Taking the dossier into the database. The people, bills and votes of these entries are invented."""

import datetime as dt
import sqlite3

import msgspec
import pytest
from blank import blank_database

from db import dossier
from db.dossier import Entry, load_dossier
from db.records import Ballot, Bill, BillStage, Chamber, Country, Stage, Tally, Term, Vote
from db.rows import Provenance
from db.writer import Writer

DAY = dt.date(2025, 1, 2)
BILL = Bill(key="xx-bill", chamber="xx", term="xx-1", number="1", title="On nothing", is_tracked=True)


def entry(key, **changes):
    source = {
        "source_url": "https://source.example/1",
        "source_name": "A source",
        "confidence": "single source",
        "checked": dt.date(2025, 2, 3),
    }
    return Entry(**{"key": key, **source, **changes})


def stage(key, position, **fields):
    step = Stage(identifier=key, **{"kind": "deposit", "label": "Deposit", "date": DAY, **fields})
    return entry(f"entry-{key}", stage=BillStage(bill="xx-bill", position=position, stage=step))


def vote(**changes):
    return Vote(
        key="xx-vote",
        chamber="xx",
        term="xx-1",
        sitting=None,
        number=None,
        date=DAY,
        bill="xx-bill",
        title="On nothing",
        method="electronic",
        is_final=True,
        meaning_of_yes="for the bill",
        outcome="passed",
        scheme="xx",
        **{"ballots_status": "not_collected", "declared": Tally(yes=2, no=1), **changes},
    )


AGAINST = Ballot(
    identifier="17", family_name="017", given_name="Member", faction="Blue", option="no", label="against"
)
FACTS = (
    entry("entry-bill", bill=BILL),
    stage("first", 10),
    stage("second", 20),
    entry("entry-vote", vote=vote(ballots_status="partial", ballots=(AGAINST,))),
)


@pytest.fixture
def db():
    opened = blank_database()
    register(opened)
    yield opened
    opened.close()


def register(db):
    country = Country(key="xx", name="Nowhere")
    chamber = Chamber(key="xx", country="xx", name="House", name_en="House", seats=3, timezone="UTC")
    with db.atomic():
        Writer(db).register([country, chamber, Term(key="xx-1", chamber="xx", label="1")])


@pytest.fixture
def load(db, monkeypatch):
    def of(*facts):
        monkeypatch.setattr(dossier, "entries", lambda: facts)
        return load_dossier(db)

    return of


def rows(db, sql):
    return db.execute(sql).fetchall()


def changed(one, **fields):
    return msgspec.structs.replace(one, **fields)


def test_every_row_leads_to_its_entry(db, load):
    load(*FACTS)
    for table, key, entry_key in (
        ("bills", "xx-bill", "entry-bill"),
        ("stages", "xx-bill-second", "entry-second"),
        ("votes", "xx-vote", "entry-vote"),
    ):
        assert rows(
            db,
            f"SELECT origin, response_id, dossier_entries.key FROM {table} JOIN dossier_entries"
            f" ON dossier_entries.id = dossier_entry_id WHERE {table}.key = '{key}'",
        ) == [("dossier", None, entry_key)]


def test_an_entry_is_kept_with_its_confidence_and_its_note(db, load):
    load(entry("entry-bill", bill=BILL, confidence="unverified", note="The day is disputed."))
    assert rows(db, "SELECT key, confidence, note, source_name FROM dossier_entries") == [
        ("entry-bill", "unverified", "The day is disputed.", "A source")
    ]


def test_the_ballot_that_is_known_is_stored_and_not_taken_for_a_count(db, load):
    load(*FACTS)
    assert rows(db, "SELECT person_key, faction, option, origin FROM ballots") == [
        ("xx-17", "Blue", "no", "dossier")
    ]
    assert rows(db, "SELECT declared_no, counted_no FROM votes") == [(1, None)]


def test_a_vote_whose_ballots_were_not_collected_counts_nothing_rather_than_zero(db, load):
    load(FACTS[0], entry("entry-vote", vote=vote()))
    assert rows(db, "SELECT counted_yes, counted_absent, declared_absent FROM votes") == [(None, None, None)]


def test_loading_twice_writes_no_row(load):
    assert load(*FACTS) > 0
    assert load(*FACTS) == 0


def test_a_later_check_of_the_same_fact_writes_no_row(load):
    load(*FACTS)
    assert load(*(changed(fact, checked=dt.date(2026, 1, 1)) for fact in FACTS)) == 0


def test_steps_of_one_bill_from_one_address_do_not_push_each_other_out(db, load):
    load(*FACTS)
    load(*FACTS)
    assert rows(db, "SELECT key, position FROM stages WHERE withdrawn_at IS NULL ORDER BY position") == [
        ("xx-bill-first", 10),
        ("xx-bill-second", 20),
    ]
    assert rows(db, "SELECT * FROM revisions") == []


def test_a_corrected_day_of_a_step_is_a_revision_of_the_same_row(db, load):
    load(FACTS[0], stage("first", 10))
    load(FACTS[0], stage("first", 10, date=dt.date(2025, 1, 9)))
    assert rows(db, "SELECT key, date FROM stages") == [("xx-bill-first", "2025-01-09")]
    assert rows(db, "SELECT table_name, row_key, column_name, old_value, new_value FROM revisions") == [
        ("stages", "xx-bill-first", "date", "2025-01-02", "2025-01-09")
    ]


def test_a_changed_confidence_is_a_revision_of_the_entry(db, load):
    load(entry("entry-bill", bill=BILL))
    load(entry("entry-bill", bill=BILL, confidence="confirmed"))
    assert rows(db, "SELECT confidence FROM dossier_entries") == [("confirmed",)]
    assert rows(
        db,
        "SELECT table_name, row_key, old_value, new_value, dossier_entries.key, seen_at FROM revisions"
        " JOIN dossier_entries ON dossier_entries.id = dossier_entry_id",
    ) == [
        (
            "dossier_entries",
            "entry-bill",
            "single source",
            "confirmed",
            "entry-bill",
            "2025-02-03T00:00:00.000+00:00",
        )
    ]


def test_rows_follow_their_entry_to_a_new_address(db, load):
    load(*FACTS)
    load(*(changed(fact, source_url="https://source.example/2") for fact in FACTS))
    for table in ("bills", "stages", "votes", "persons", "factions"):
        assert set(rows(db, f"SELECT source_url FROM {table}")) == {("https://source.example/2",)}


def test_an_entry_that_left_the_files_stays_in_the_database(db, load):
    load(*FACTS)
    assert load(*FACTS[:1]) == 0
    assert rows(db, "SELECT count(*) FROM stages WHERE withdrawn_at IS NULL") == [(2,)]
    assert rows(db, "SELECT count(*) FROM dossier_entries") == [(4,)]


def test_a_contradicting_entry_leaves_the_earlier_ones_stored_and_nothing_of_itself(db, load):
    twice = entry("entry-vote", vote=vote(ballots_status="partial", ballots=(AGAINST, AGAINST)))
    with pytest.raises(Exception, match="a person has two ballots"):
        load(FACTS[0], twice)
    assert rows(db, "SELECT key FROM dossier_entries") == [("entry-bill",)]
    assert rows(db, "SELECT key FROM votes") == []


def test_an_entry_of_an_unknown_chamber_is_an_error(load):
    with pytest.raises(sqlite3.IntegrityError):
        load(entry("entry-bill", bill=changed(BILL, chamber="yy")))


def test_an_official_answer_replaces_the_bill_and_the_dossier_does_not_take_it_back(db, load):
    load(*FACTS)
    with db.atomic():
        Writer(db).store([changed(BILL, title="Official")], live(db))
    assert load(*FACTS) == 0
    assert rows(db, "SELECT title, origin FROM bills") == [("Official", "live")]


def test_an_official_list_of_steps_leaves_those_of_the_dossier_standing(db, load):
    load(*FACTS)
    steps = (Stage(kind="deposit", label="Deposit", date=DAY, identifier="official"),)
    with db.atomic():
        Writer(db).store([changed(BILL, stages=steps)], live(db))
    assert rows(db, "SELECT key, origin FROM stages WHERE withdrawn_at IS NULL ORDER BY key") == [
        ("xx-bill-first", "dossier"),
        ("xx-bill-official", "live"),
        ("xx-bill-second", "dossier"),
    ]


def live(db):
    """An archived answer from the very address that the dossier names."""
    url = "https://source.example/1"
    db.execute("INSERT INTO sources VALUES ('s', 'xx', 'S', ?, 'free', 'S')", [url])
    db.execute("INSERT INTO runs (spider, mode, started_at, state) VALUES ('xx', 'live', '2025-03-01', 'ok')")
    db.execute(
        "INSERT INTO responses (source, page, url, method, fingerprint, fetched_at, status, content_type,"
        " sha256, size, origin, state, run_id)"
        " VALUES ('s', 'bill', ?, 'GET', 'f', '2025-03-01', 200, '', 'h', 0, 'live', 'stored', 1)",
        [url],
    )
    return Provenance(origin="live", source_url=url, seen_at="2025-03-01", response_id=1)
