"""What becomes of the answers of the old service in the database: a roll in two parts, and its traps."""

import pytest
from blank import blank_database
from eduskunta_stored import take
from invented_eduskunta import cast, old_answer, part, parts_answer, roll_answer, row

from scrapers.parliaments.finland.oldvotes import rows_of_year

GROUPS = ("kesk", "sd", "kok")
STATE = "SELECT ballots_status, counted_yes, counted_no, counted_abstain, counted_absent FROM votes"
REASONS = "SELECT reason FROM responses WHERE state = 'quarantined'"
WHOLE = ("published", 100, 80, 0, 19)
NOT_WHOLE = ("partial", None, None, None, None)


@pytest.fixture
def db():
    database = blank_database()
    yield database
    database.close()


def label_of(number):
    """The ballots of members 1 to 199 in the invented vote of 100 to 80."""
    return "Jaa" if number <= 100 else "Ei" if number <= 180 else "Poissa"


def ballots(first, last, vote="13000"):
    return [
        cast(number, label_of(number), GROUPS[number % 3], vote=vote) for number in range(first, last + 1)
    ]


VOTES = old_answer(rows_of_year(1999), row())
FIRST = roll_answer(*ballots(1, 100), hasMore=True)
SECOND = roll_answer(*ballots(101, 199), page=1)


def test_the_first_hundred_ballots_of_an_old_vote_are_not_shown_as_the_whole(db):
    assert take(db, VOTES, FIRST) == ["stored", "stored"]
    assert db.execute(STATE).fetchone() == NOT_WHOLE
    assert db.execute("SELECT collected, expected FROM coverage").fetchone() == (100, 199)


def test_an_old_vote_has_all_its_ballots_once_its_last_page_is_read(db):
    take(db, VOTES, FIRST, SECOND)
    assert db.execute(STATE).fetchone() == WHOLE
    assert db.execute("SELECT count(*), count(DISTINCT person_key) FROM ballots").fetchone() == (199, 199)
    assert db.execute("SELECT count(*) FROM revisions").fetchone() == (0,)


def test_reading_the_old_service_again_writes_nothing(db):
    take(db, VOTES, FIRST, SECOND)
    before = db.execute(STATE).fetchone(), db.execute("SELECT count(*) FROM revisions").fetchone()
    assert take(db, VOTES, FIRST, SECOND) == ["unchanged"] * 3
    assert (db.execute(STATE).fetchone(), db.execute("SELECT count(*) FROM revisions").fetchone()) == before


def test_votes_like_those_of_2009_61_to_63_that_lack_one_ballot_stay_partial_and_say_so(db):
    take(db, VOTES, FIRST, roll_answer(*ballots(101, 198), page=1))
    assert db.execute(STATE).fetchone() == NOT_WHOLE
    assert db.execute("SELECT collected, expected FROM coverage").fetchone() == (198, 199)


def test_orphan_ballots_of_a_vote_that_has_no_row_are_quarantined(db):
    orphan = roll_answer(*ballots(1, 3, vote="14000"), vote="14000")
    assert take(db, VOTES, orphan) == ["stored", "quarantined"]
    ((reason,),) = db.execute(REASONS).fetchall()
    assert "no answer has described the vote 14000" in reason
    assert db.execute("SELECT count(*) FROM vote_ballots").fetchone() == (0,)


def test_orphan_ballots_are_taken_in_once_their_vote_has_been_read(db):
    assert take(db, FIRST, VOTES) == ["quarantined", "stored"]
    assert take(db, FIRST, SECOND) == ["stored", "stored"]
    assert db.execute(STATE).fetchone() == WHOLE


def test_the_swedish_ballots_of_a_vote_are_those_of_no_vote_of_ours(db):
    swedish = row(AanestysId="13001", KieliId="2")
    labels = ("Ja", "Nej", "Avstår", "Frånvarande")
    twins = [cast(number, label, vote="13001") for number, label in enumerate(labels, 1)]
    both = old_answer(rows_of_year(1999), row(), swedish)
    assert take(db, both, roll_answer(*twins, vote="13001")) == ["stored", "quarantined"]
    assert db.execute("SELECT count(*) FROM vote_ballots").fetchone() == (0,)


def test_a_member_who_stands_on_two_pages_of_a_roll_is_quarantined_and_the_roll_stays_partial(db):
    again = roll_answer(*ballots(100, 198), page=1)
    assert take(db, VOTES, FIRST, again) == ["stored", "stored", "quarantined"]
    ((reason,),) = db.execute(REASONS).fetchall()
    assert "a person has two ballots, in two answers" in reason
    assert db.execute(STATE).fetchone() == NOT_WHOLE
    assert db.execute("SELECT count(*) FROM vote_ballots").fetchone() == (100,)


def test_old_ballots_that_contradict_the_tally_are_quarantined_and_the_roll_stays_partial(db):
    switched = [*ballots(101, 198), cast(199, "Ei")]
    assert take(db, VOTES, FIRST, roll_answer(*switched, page=1))[-1] == "quarantined"
    ((reason,),) = db.execute(REASONS).fetchall()
    assert "81 ballots are no, but the vote declares 80" in reason
    assert db.execute(STATE).fetchone() == NOT_WHOLE


def test_a_page_that_goes_bad_leaves_a_whole_old_roll_as_it_was(db):
    take(db, VOTES, FIRST, SECOND)
    bad = roll_answer(*ballots(1, 99), cast(100, "Paikalla"), hasMore=True)
    assert take(db, bad) == ["quarantined"]
    assert db.execute(STATE).fetchone() == WHOLE


def test_the_old_breakdowns_stand_beside_their_vote(db):
    shares = parts_answer(
        part("Keskustan eduskuntaryhmä", (100, 0, 0, 19)),
        part("Viherä eduskuntaryhmä", (0, 80, 0, 0)),
        part("Hallitusryhmät", (100, 80, 0, 19), kind="hallitusoppositio"),
    )
    assert take(db, VOTES, shares) == ["stored", "stored"]
    found = db.execute("SELECT kind, yes, no, absent FROM vote_breakdowns ORDER BY id").fetchall()
    assert found == [("faction", 100, 0, 19), ("faction", 0, 80, 0), ("side", 100, 80, 19)]


def test_old_breakdowns_that_contradict_the_tally_are_quarantined(db):
    shares = parts_answer(part("Keskustan eduskuntaryhmä", (99, 80, 0, 20)))
    assert take(db, VOTES, shares) == ["stored", "quarantined"]
    ((reason,),) = db.execute(REASONS).fetchall()
    assert "faction: yes adds up to 99, but the vote declares 100" in reason
    assert db.execute("SELECT count(*) FROM vote_breakdowns").fetchone() == (0,)


def test_old_breakdowns_of_a_vote_that_has_no_row_are_quarantined(db):
    orphan = parts_answer(part("Keskustan eduskuntaryhmä", (1, 0, 0, 0), vote="14000"), vote="14000")
    assert take(db, orphan) == ["quarantined"]
