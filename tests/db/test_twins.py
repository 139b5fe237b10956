"""Once the official record of a curated vote has come, there is one vote, and the reports stand beside it."""

import pytest
from invented_house import ballot, bill, stage, vote
from msgspec import structs

from db.conclusions import conclude
from db.dossier import load_dossier
from db.identities import Reviewed
from db.records import BillStage, Tally, TallyReport
from db.twins import official_key

OFFICIAL = structs.replace(vote(), is_final=True, bill=bill().key, meaning_of_yes="for the bill")
CURATED = structs.replace(
    OFFICIAL,
    key="zz-house-1-final",
    sitting=None,
    number=None,
    ballots_status="partial",
    declared=Tally(yes=OFFICIAL.declared.yes, no=OFFICIAL.declared.no),
    scheme="zz-house-reported",
    ballots=(structs.replace(ballot(1, "Nay"), identifier="Member 001", rule="as reported"),),
)


@pytest.fixture
def joined(house):
    house.says(bill())
    house.says(CURATED, origin="dossier", url="https://book.example/1")
    house.says(OFFICIAL)
    conclude(house.db, NOBODY)
    return house


NOBODY = Reviewed(same={}, apart={})


def test_before_the_record_comes_the_curated_vote_stands(house):
    house.says(bill())
    house.says(CURATED, origin="dossier", url="https://book.example/1")
    conclude(house.db, NOBODY)
    assert house.rows("SELECT key, is_final FROM votes") == [(CURATED.key, 1)]


def test_there_is_one_final_vote_and_it_is_the_official_one(joined):
    assert joined.rows("SELECT key, origin FROM votes WHERE is_final") == [(OFFICIAL.key, "live")]


def test_the_reported_tally_stands_beside_it(joined):
    assert joined.rows("SELECT vote_key, yes, origin FROM tally_reports") == [
        (OFFICIAL.key, OFFICIAL.declared.yes, "dossier")
    ]


def test_a_reported_ballot_that_the_record_contradicts_is_a_discrepancy(joined):
    found = joined.rows(
        "SELECT kind, field, official_value, other_value FROM discrepancies WHERE kind = 'ballot'"
    )
    assert found == [("ballot", "Member 001", "yes", "no")]


def test_the_former_key_leads_to_the_record(joined):
    assert official_key(joined.db, CURATED.key) == OFFICIAL.key
    assert official_key(joined.db, OFFICIAL.key) is None


def test_joining_again_writes_nothing(joined):
    before = joined.db.conn.total_changes
    conclude(joined.db, NOBODY)
    assert joined.db.conn.total_changes == before


def test_no_reference_is_left_behind(joined):
    assert joined.rows("PRAGMA foreign_key_check") == []


def test_two_final_votes_of_a_day_are_told_apart_by_the_tally(house):
    other = structs.replace(OFFICIAL, key="zz-house-1-1-9", number=9, declared=Tally(yes=0, no=2, abstain=0))
    house.says(bill())
    house.says(CURATED, origin="dossier", url="https://book.example/1")
    house.says(OFFICIAL, structs.replace(other, ballots=(), ballots_status="not_collected"))
    conclude(house.db, NOBODY)
    assert official_key(house.db, CURATED.key) == OFFICIAL.key


def test_a_vote_of_another_day_is_no_twin(house):
    house.says(bill())
    house.says(
        structs.replace(CURATED, date=CURATED.date.replace(day=14)), origin="dossier", url="https://b.example"
    )
    house.says(OFFICIAL)
    conclude(house.db, NOBODY)
    assert official_key(house.db, CURATED.key) is None


def test_loading_the_dossier_again_brings_no_second_vote(db, monkeypatch):
    from db.writer import Writer  # noqa: PLC0415
    from scrapers.intake import register_all  # noqa: PLC0415  only here the real descriptors are needed

    with db.atomic():
        register_all(Writer(db))
    load_dossier(db)
    curated = "pl-sejm-10-ottawa-final"
    db.execute("UPDATE votes SET key = 'pl-sejm-10-37-70' WHERE key = ?", [curated])
    db.execute("INSERT INTO vote_aliases VALUES (?, 'pl-sejm-10-37-70')", [curated])
    load_dossier(db)
    assert db.execute("SELECT count(*) FROM votes WHERE key = ?", [curated]).fetchone() == (0,)
    assert db.execute("SELECT yes FROM tally_reports WHERE vote_key = 'pl-sejm-10-37-70'").fetchone() == (
        413,
    )


REPORT = TallyReport(vote=CURATED.key, place="A paper", tally=Tally(yes=OFFICIAL.declared.yes, no=7))
STEP = BillStage(
    bill=bill().key, position=10, stage=stage("final vote", 15, identifier="final", vote=CURATED.key)
)
BOOK = {"origin": "dossier", "url": "https://book.example/1"}


def test_what_named_the_curated_vote_is_told_again_and_nothing_is_written(house):
    house.says(bill(), STEP, CURATED, REPORT, **BOOK)
    house.says(OFFICIAL)
    conclude(house.db, NOBODY)
    assert house.says(STEP, REPORT, **BOOK) == 0


def test_the_record_confirms_what_a_report_had_right_and_contradicts_the_rest(house):
    house.says(bill(), CURATED, REPORT, **BOOK)
    house.says(OFFICIAL)
    conclude(house.db, NOBODY)
    found = house.rows(
        "SELECT kind, field, official_value, is_official, other_value FROM discrepancies"
        " WHERE other_place = 'A paper'"
    )
    yes, no = OFFICIAL.declared.yes, OFFICIAL.declared.no
    assert sorted(found) == [("confirms", "yes", yes, 1, yes), ("tally", "no", no, 1, 7)]


def test_a_reported_ballot_that_the_record_has_too_is_confirmed(house):
    told = structs.replace(CURATED.ballots[0], label="Aye", option="yes")
    house.says(bill(), structs.replace(CURATED, ballots=(told,)), **BOOK)
    house.says(OFFICIAL)
    conclude(house.db, NOBODY)
    assert house.rows("SELECT kind, field, other_value FROM discrepancies WHERE field = 'Member 001'") == [
        ("confirms", "Member 001", "yes")
    ]


def test_a_report_without_an_official_record_is_neither_confirmed_nor_contradicted(house):
    house.says(bill(), CURATED, REPORT, **BOOK)
    assert house.rows("SELECT kind FROM discrepancies WHERE kind = 'confirms'") == []
