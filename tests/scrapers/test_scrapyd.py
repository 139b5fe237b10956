"""Two nodes of Scrapyd ask the sources; one writer reads their archives as one."""

import sqlite3
from urllib.error import HTTPError

import pytest
from invented_sejm import API, answers, encode
from loopback import Reply, ottawa, serving
from scrapyd_node import node, why_not

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(why_not()), reason=str(why_not()))]

OF_THE_RUN = {"runs", "run_problems", "_sqlite_migrations"}


def replies(name, **of):
    """The invented Sejm, in which a club has this name."""
    found = answers(**of)
    found[f"{API}/clubs"][0]["name"] = name
    return {
        **{url: [Reply(encode(answer))] for url, answer in found.items()},
        "https://api.sejm.gov.pl/robots.txt": [Reply(b"", status=404)],
    }


def query(database, sql):
    with sqlite3.connect(database) as db:
        return db.execute(sql).fetchall()


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """A database of what two nodes kept: the first asked before a second sitting and a new name of a club."""
    places = [tmp_path_factory.mktemp("node") for _ in range(2)]
    with serving(replies("Club Blue", sittings=1)) as source, node(places[0], source.server_port) as one:
        logs = [one.crawl("poland", term="10")]
    with serving(replies("Club Blue and Green")) as source, node(places[1], source.server_port) as other:
        logs.append(other.crawl("poland", term="10"))
    folder = tmp_path_factory.mktemp("writer")
    # The later one first: what counts is the moment of an answer.
    run = ottawa("rebuild", "--archive", str(other.archive), "--archive", str(one.archive), folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "ottawa.db", one, other, logs


def test_the_jobs_have_nothing_to_complain_of(collected):
    *_, logs = collected
    assert logs == ["", ""]


def test_each_node_keeps_an_archive_and_a_database_of_its_own(collected):
    _, one, other, _ = collected
    votes = "SELECT count(*) FROM votes WHERE chamber = 'pl-sejm' AND origin = 'live'"
    assert query(one.database, votes) == [(3,)]
    assert query(other.database, votes) == [(6,)]
    assert query(one.database, "SELECT spider, state, selection FROM runs") == [("poland", "ok", "term 10")]


def test_no_index_is_left_open_when_the_jobs_have_ended(collected):
    _, one, other, _ = collected
    assert not [*one.archive.glob("index.db-*"), *other.archive.glob("index.db-*")]


def test_the_votes_of_both_nodes_are_in_the_one_database(collected):
    database, *_ = collected
    assert query(database, "SELECT count(*) FROM ballots WHERE chamber = 'pl-sejm' AND origin = 'live'") == [
        (72,)
    ]


def test_what_changed_between_the_nodes_is_a_revision(collected):
    database, *_ = collected
    changed = (
        "SELECT old_value, new_value FROM revisions WHERE table_name = 'factions' AND column_name = 'name'"
    )
    assert query(database, changed) == [("Club Blue", "Club Blue and Green")]


def test_the_newest_of_a_node_can_be_added_to_what_is_there(collected, tmp_path):
    _, one, other, _ = collected
    ottawa("rebuild", "--archive", str(one.archive), folder=tmp_path)
    run = ottawa("crawl", "poland", "--offline", "--archive", str(other.archive), folder=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert query(tmp_path / "ottawa.db", "SELECT count(*) FROM votes WHERE origin = 'live'") == [(6,)]


def test_a_second_job_asks_only_for_what_may_have_changed(collected, tmp_path):
    with serving(replies("Club Blue")) as source, node(tmp_path, source.server_port) as again:
        again.crawl("poland", term="10")
        again.crawl("poland", term="10")
    assert query(again.database, "SELECT state, rows_written FROM runs")[1] == ("ok", 0)


def test_a_node_takes_no_other_project(tmp_path):
    with node(tmp_path, 0) as found, pytest.raises(HTTPError, match="404"):
        found.ask("addversion.json", project="ottawa", version="1", egg="x")


def test_a_spider_that_is_not_there_is_named(tmp_path):
    with node(tmp_path, 0) as found:
        said = found.ask("schedule.json", project="ottawa", spider="mars")
    assert said["message"] == "spider 'mars' not found"


def test_a_node_without_whole_paths_starts_no_job_and_says_why(tmp_path):
    with node(tmp_path, 0, OTTAWA_ARCHIVE="archive") as found:
        said = found.ask("schedule.json", project="ottawa", spider="poland")
    assert said["status"] == "error"
    assert "OTTAWA_ARCHIVE must be a whole path" in said["message"]
