"""Titania as the second witness of a vote: used while the open data is missing, then compared."""

from contextlib import closing
from itertools import permutations

import pytest
from invented_saeima import (
    LIVE_PAGE,
    UNID,
    VOTE_FILE,
    VOTE_PAGE,
    agenda_file,
    guid,
    item,
    registration,
    vote,
    vote_page,
    votes_file,
)
from test_latvia_storing import AGENDA_FILE, CAST, take_in

from db.checks import invariants, violations
from db.database import open_database

OPEN_DATA = (VOTE_FILE, votes_file(registration("R" * 97 + "rrr", 1), vote(CAST, 2)))
TITANIA = (VOTE_PAGE, vote_page(CAST, time="03.04.2025 10:02:30"))
LIVE = (LIVE_PAGE.format(guid(2)), TITANIA[1])
AGENDA = (AGENDA_FILE, agenda_file(item(2)))
SWAPPED = "-" + CAST[1:-7] + "+" + CAST[-6:]
"""As many of each, but the first member and one of the others have changed places."""
OTHERWISE = (VOTE_PAGE, vote_page(SWAPPED, time="03.04.2025 10:02:30"))

TOLD = {
    "votes": "SELECT * FROM votes",
    "ballots": "SELECT * FROM ballots ORDER BY person_key",
    "documents": "SELECT document FROM vote_documents",
    "bills": "SELECT bill_key, basis FROM vote_bills JOIN bills ON bills.id = bill_id"
    " JOIN (SELECT id AS vote, bill_key FROM votes) ON vote = vote_id",
    "tally reports": "SELECT * FROM tally_reports",
    "reported ballots": "SELECT * FROM reported_ballots ORDER BY key",
    "discrepancies": "SELECT * FROM discrepancies ORDER BY field",
    "coverage": "SELECT subject_key, what, expected, collected FROM coverage ORDER BY 1, 2",
    "revisions": "SELECT table_name, row_key, column_name, old_value, new_value FROM revisions",
}


def told(folder, answers):
    """Everything that the database says of the vote, but for numbers of rows."""
    with closing(open_database(folder / "x.db")) as db:
        take_in(db, answers)
        return {name: [_plain(row) for row in db.query(sql)] for name, sql in TOLD.items()}


def _plain(row):
    return {name: value for name, value in row.items() if name not in {"id", "response_id"}}


def test_a_titania_vote_read_after_the_open_data_withdraws_no_absent_ballots(tmp_path):
    found = told(tmp_path, [OPEN_DATA, TITANIA])
    assert [row["option"] for row in found["ballots"]].count("absent") == 4
    assert found["votes"][0]["sitting_key"] is not None
    assert found["votes"][0]["counted_absent"] == 4
    assert found["revisions"] == []


@pytest.mark.parametrize("second", [TITANIA, LIVE, OTHERWISE], ids=["archived", "running", "another account"])
def test_the_rows_are_the_same_whichever_source_was_read_first(tmp_path, second):
    orders = list(permutations([OPEN_DATA, second, AGENDA]))
    folders = [tmp_path / f"{number}" for number in range(len(orders))]
    for folder in folders:
        folder.mkdir()
    first, *others = map(told, folders, orders)
    assert others == [first] * len(others)


def test_the_open_data_tells_the_vote_also_where_titania_was_read_first(tmp_path):
    (found,) = told(tmp_path, [TITANIA, OPEN_DATA])["votes"]
    assert found["source_url"] == VOTE_FILE


def test_titania_tells_the_vote_while_the_open_data_is_missing(tmp_path):
    found = told(tmp_path, [TITANIA])
    assert [row["source_url"] for row in found["votes"]] == [VOTE_PAGE]
    assert len(found["ballots"]) == len(CAST)
    assert (found["reported ballots"], found["discrepancies"]) == ([], [])


def test_where_both_sources_agree_the_second_confirms_every_ballot(tmp_path):
    found = told(tmp_path, [OPEN_DATA, TITANIA])
    assert len(found["reported ballots"]) == len(CAST)
    assert [row["yes"] for row in found["tally reports"]] == [60]
    assert found["discrepancies"] == []


def test_a_ballot_that_the_sources_give_differently_is_a_discrepancy_and_the_open_data_stays(tmp_path):
    found = told(tmp_path, [OTHERWISE, OPEN_DATA])
    assert [
        (row["field"], row["official_value"], row["other_value"], row["source_url"])
        for row in found["discrepancies"]
    ] == [("Member 001", "yes", "no", VOTE_PAGE), ("Member 090", "no", "yes", VOTE_PAGE)]
    assert {row["other_place"] for row in found["discrepancies"]} == {
        "Agendas, votes, bills and members of the Saeima"
    }
    assert found["ballots"][0]["option"] == "yes"


def test_a_tally_that_the_sources_give_differently_is_a_discrepancy(tmp_path):
    fewer = (VOTE_PAGE, vote_page(CAST[1:], time="03.04.2025 10:02:30"))
    found = told(tmp_path, [OPEN_DATA, fewer])
    tally = [row for row in found["discrepancies"] if row["kind"] == "tally"]
    assert [(row["field"], row["official_value"], row["other_value"]) for row in tally] == [("yes", 60, 59)]


def test_a_page_that_was_archived_anew_after_a_week_is_the_same_witness(tmp_path):
    again = (VOTE_PAGE.replace(UNID, UNID[::-1]), TITANIA[1])
    for name, answers in {
        "once": [TITANIA],
        "twice": [TITANIA, again],
        "beside": [OPEN_DATA, TITANIA, again],
    }.items():
        (tmp_path / name).mkdir()
        assert told(tmp_path / name, answers)["revisions"] == []
    assert told(tmp_path / "twice", []) == told(tmp_path / "once", [])


def test_a_second_witness_disturbs_no_invariant(tmp_path):
    with closing(open_database(tmp_path / "x.db")) as db:
        take_in(db, [TITANIA, OPEN_DATA, AGENDA])
        found = {each.severity for invariant in invariants() for each in violations(db, invariant)}
        assert found <= {"notice"}
