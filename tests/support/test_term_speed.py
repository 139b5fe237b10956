import pytest
from invented_terms import archive, whole_terms
from term_speed import Rebuilt, measured, room


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("speed")
    archive(folder / "archive", whole_terms(1_000))
    return folder / "ottawa.db"


@pytest.fixture(scope="module")
def rebuilt(database):
    return measured(database.parent / "archive", database)


def run(**changes):
    fast = {"wall": 20.0, "cpu": 19.0, "megabytes": 90.0, "ballots": 1_000, "size": 50_000}
    return Rebuilt(**fast | changes)


def test_a_rebuild_is_measured_in_a_process_of_its_own(rebuilt):
    assert 0 < rebuilt.wall < 60
    assert 0 < rebuilt.cpu < 60
    assert 30 < rebuilt.megabytes < 250
    assert rebuilt.ballots > 1_000


def test_the_size_is_that_of_the_file_as_the_rebuild_left_it(rebuilt, database):
    assert rebuilt.size == database.stat().st_size
    assert not database.with_name("ottawa.db-wal").exists()


def test_the_parts_make_up_the_whole_file(rebuilt, database):
    parts = dict(room(database, rebuilt.ballots, least=0))
    assert {"vote_ballots", "vote_ballots_by_person", "votes"} <= parts.keys()
    assert sum(parts.values()) == pytest.approx(rebuilt.bytes_a_ballot)


def test_small_parts_are_told_together(rebuilt, database):
    parts = room(database, rebuilt.ballots, least=20)
    assert parts[-1][0] == "everything else"
    assert sum(size for _, size in parts) == pytest.approx(rebuilt.bytes_a_ballot)


def test_a_rebuild_within_all_limits_is_good():
    assert run().is_within_limits


@pytest.mark.parametrize("slow", [{"wall": 61.0}, {"megabytes": 251.0}, {"size": 60_001}])
def test_a_rebuild_beyond_one_limit_is_not(slow):
    assert not run(**slow).is_within_limits
