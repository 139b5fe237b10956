import pytest
from invented_ballots import CHAMBERS, fill
from measure_speed import LIMITS, measured, one_more_sitting

from db.database import open_database
from db.measures import refresh_measures
from db.measures.check import disagreements, is_current

BALLOTS = 20_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    file = tmp_path_factory.mktemp("measures") / "filled.db"
    db = open_database(file)
    with db.atomic():
        fill(db, BALLOTS)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    yield file
    db.close()


def test_every_chamber_has_as_many_ballots_as_asked_for(filled):
    db = open_database(filled)
    found = db.execute(
        "SELECT chamber, count(*) FROM votes JOIN vote_ballots ON vote_id = votes.id GROUP BY 1"
    )
    sizes = {size.key: size.members for size in CHAMBERS}
    assert all(BALLOTS / 5 <= ballots < BALLOTS / 5 + sizes[chamber] for chamber, ballots in found)
    db.close()


def test_every_member_is_invented(filled):
    db = open_database(filled)
    assert db.execute("SELECT DISTINCT given_name FROM persons").fetchall() == [("Member",)]
    db.close()


def test_each_step_is_measured_once_a_run(filled, tmp_path):
    found = measured(filled, tmp_path, 2)
    assert {step: len(times) for step, times in found.items()} == dict.fromkeys(LIMITS, 2)
    assert all(wall > 0 and cpu >= 0 for times in found.values() for wall, cpu in times)


def test_what_is_summed_up_is_what_the_ballots_come_to(filled, tmp_path):
    copy = tmp_path / "copy.db"
    copy.write_bytes(filled.read_bytes())
    db = open_database(copy)
    refresh_measures(db)
    assert disagreements(db) == []
    one_more_sitting(db)
    assert is_current(db)
    assert disagreements(db) == []
    db.close()
