from collections import Counter

import pytest
from invented_terms import TERMS, archive, whole_terms

from db.checks import run_checks
from db.database import open_database
from scrapers.archive import Archive
from scrapers.pages import reader_of
from scrapers.rebuild import take_in_archive

BALLOTS = 20_000


@pytest.fixture(scope="module")
def answers():
    return list(whole_terms(BALLOTS))


@pytest.fixture(scope="module")
def db(answers, tmp_path_factory):
    folder = tmp_path_factory.mktemp("terms")
    archive(folder / "archive", answers)
    db = open_database(folder / "ottawa.db")
    with Archive(folder / "archive") as kept:
        take_in_archive(db, kept)
    yield db
    db.close()


def test_the_pages_of_the_parliaments_read_every_answer(answers):
    read = Counter(reader_of(answer.url, answer.method)[0].name for answer in answers)
    assert set(read) == set(TERMS)


def test_nothing_is_quarantined(db):
    runs = db.execute("SELECT spider, state, quarantined FROM runs ORDER BY spider").fetchall()
    assert runs == [(name, "ok", 0) for name in sorted(TERMS)]


def test_there_are_as_many_ballots_as_asked_for_and_at_most_a_sitting_more_in_each_parliament(db):
    found = db.execute(
        "SELECT count(*) FROM vote_ballots JOIN votes ON votes.id = vote_id GROUP BY chamber"
    ).fetchall()
    assert [BALLOTS / 5 <= ballots < BALLOTS / 5 + 141 * 50 for (ballots,) in found] == [True] * 5


def test_every_vote_has_its_ballots(db):
    lacking = db.execute("SELECT key FROM votes WHERE ballots_status <> 'published'").fetchall()
    assert lacking == []


def test_every_member_is_invented(db):
    people = db.execute("SELECT DISTINCT family_name, given_name FROM person_names").fetchall()
    assert {given for _, given in people} == {"Member"}
    assert all(family.isdecimal() for family, _ in people)


def test_the_database_made_of_it_is_found_to_be_right(db):
    assert [finding for finding in run_checks(db) if finding.severity != "notice"] == []


def test_the_same_term_is_made_every_time(answers):
    assert list(whole_terms(BALLOTS)) == answers
