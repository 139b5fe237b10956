"""What the rows show of each claim is kept for the days that readers ask for."""

import datetime as dt
from contextlib import closing

import pytest
from blank import blank_database

from db.claims import ARTICLE, claims, load_claims
from db.claims.findings import settle_findings

TODAY = dt.date(2026, 3, 1)
TOMORROW = "2026-03-02"


@pytest.fixture
def db():
    with closing(blank_database()) as opened:
        load_claims(opened)
        yield opened


def kept(db):
    return {(number, day): found for number, day, found in db.execute("SELECT * FROM claim_findings")}


def test_every_claim_has_a_finding_of_the_article_of_today_and_of_tomorrow(db):
    settle_findings(db, TODAY)
    days = {ARTICLE, TODAY.isoformat(), TOMORROW}
    assert set(kept(db)) == {(claim.number, day) for claim in claims() for day in days}


def test_a_kept_finding_is_what_the_query_of_its_claim_finds(db):
    settle_findings(db, TODAY)
    for number, query in db.execute("SELECT number, finding_query FROM claims").fetchall():
        for day in (ARTICLE, TOMORROW):
            assert db.execute(query, {"as_of": day}).fetchone()[0] == kept(db)[number, day]


def test_findings_that_are_settled_are_not_written_again(db):
    settle_findings(db, TODAY)
    before = db.conn.total_changes
    settle_findings(db, TODAY)
    assert db.conn.total_changes == before


def test_the_next_day_takes_the_place_of_the_last(db):
    settle_findings(db, TODAY)
    settle_findings(db, TODAY + dt.timedelta(days=1))
    assert {day for _, day in kept(db)} == {ARTICLE, TOMORROW, "2026-03-03"}


def test_a_claim_that_now_finds_something_else_says_so(db):
    settle_findings(db, TODAY)
    db.execute("UPDATE claims SET finding_query = 'SELECT ''another'' AS finding' WHERE number = '1'")
    settle_findings(db, TODAY)
    assert kept(db)["1", TODAY.isoformat()] == "another"


def test_where_there_is_no_claim_nothing_is_kept():
    with closing(blank_database()) as opened:
        settle_findings(opened)
        assert kept(opened) == {}
