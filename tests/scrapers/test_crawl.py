"""A whole crawl, through Scrapy, over a source that behaves and one that does not."""

import copy
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter

import pytest
from invented_sejm import API, answers, encode
from loopback import REROUTED, Reply, ottawa, ottawa_afresh, serving

TERM = ("crawl", "poland", "--term", "10")
UNCOMPARED = {"runs", "run_problems", "_sqlite_migrations"}
VOTE = f"{API}/votings/1/2"


def replies(changes=None, **of):
    found = {url: [Reply(encode(answer))] for url, answer in answers(**of).items()}
    found["https://api.sejm.gov.pl/robots.txt"] = [Reply(b"", status=404)]
    return found | (changes or {})


def query(folder, sql, database="ottawa.db"):
    with sqlite3.connect(folder / database) as connection:
        return connection.execute(sql).fetchall()


def tables(folder, database="ottawa.db"):
    """Every table's rows in a fixed order, without the columns that only say when or in which run."""
    found = {}
    with sqlite3.connect(folder / database) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in set(names) - UNCOMPARED:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(column for column in columns if column != "run_id")
            found[name] = sorted(connection.execute(f"SELECT {kept} FROM {name}").fetchall(), key=str)
    return found


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crawled")
    with serving(replies()) as source:
        run = ottawa(*TERM, folder=folder, source=source)
        asked = [url for url, _ in source.asked]
    assert run.returncode == 0, run.stdout + run.stderr
    return folder, asked


def test_a_whole_term_is_stored_with_every_ballot(crawled):
    folder, _ = crawled
    assert query(folder, "SELECT count(*) FROM votes WHERE chamber = 'pl-sejm' AND origin = 'live'") == [(6,)]
    assert query(folder, "SELECT count(*) FROM ballots WHERE chamber = 'pl-sejm'") == [(72,)]


def test_no_address_is_asked_twice(crawled):
    _, asked = crawled
    assert len(asked) == len(set(asked))


def test_every_row_leads_to_an_archived_response(crawled):
    folder, _ = crawled
    assert query(
        folder,
        "SELECT count(*) FROM votes LEFT JOIN responses ON responses.id = response_id"
        " WHERE votes.origin = 'live' AND responses.sha256 IS NULL",
    ) == [(0,)]


def test_no_foreign_key_is_broken(crawled):
    assert query(crawled[0], "PRAGMA foreign_key_check") == []


def test_a_rebuild_equals_the_crawl_table_by_table(crawled):
    folder, _ = crawled
    run = ottawa("rebuild", "--database", "again.db", folder=folder)
    assert run.returncode == 0, run.stderr
    assert tables(folder, "again.db") == tables(folder)


def test_running_twice_writes_no_row_and_says_so(tmp_path):
    with serving(replies()) as source:
        ottawa(*TERM, folder=tmp_path, source=source)
        before = tables(tmp_path)
        run = ottawa(*TERM, folder=tmp_path, source=source)
    assert run.returncode == 0
    assert "0 rows written" in run.stdout
    assert tables(tmp_path) == before


def test_the_second_run_asks_conditionally(tmp_path):
    tagged = {
        url: [Reply(encode(answer), headers={"Content-Type": "application/json", "ETag": '"1"'})]
        for url, answer in answers().items()
    }
    with serving(replies(tagged)) as source:
        ottawa(*TERM, folder=tmp_path, source=source)
        source.asked.clear()
        run = ottawa(*TERM, folder=tmp_path, source=source)
        asked = [headers.get("If-None-Match") for url, headers in source.asked if "/sejm/" in url]
    assert run.returncode == 0
    assert set(asked) == {'"1"'}


def test_a_corrected_ballot_becomes_a_revision(tmp_path):
    world = answers()
    corrected = copy.deepcopy(world[VOTE])
    rows = corrected["votes"]
    yes = next(row for row in rows if row["vote"] == "YES")
    no = next(row for row in rows if row["vote"] == "NO")
    yes["vote"], no["vote"] = "NO", "YES"
    with serving(replies({VOTE: [Reply(encode(world[VOTE])), Reply(encode(corrected))]})) as source:
        ottawa(*TERM, folder=tmp_path, source=source)
        ottawa(*TERM, folder=tmp_path, source=source)
    changed = query(tmp_path, "SELECT old_value, new_value FROM revisions ORDER BY old_value")
    assert len(changed) == 2
    assert {(old.split()[0], new.split()[0]) for old, new in changed} == {("YES", "NO"), ("NO", "YES")}


def altered(number, change):
    found = copy.deepcopy(TROUBLED[f"{API}/votings/3/{number}"])
    change(found)
    return Reply(encode(found))


def label(vote):
    vote["votes"][3]["vote"] = "MAYBE"


def ballot(vote):
    del vote["votes"][3]


def total(vote):
    vote["yes"] += 1


TROUBLED = answers(sittings=3, votes=16)
HTML = {"Content-Type": "text/html"}
WHOLE = encode(TROUBLED[f"{API}/votings/3/4"])

QUARANTINED = {
    "an unknown label": (1, altered(1, label), "MAYBE"),
    "a missing ballot": (2, altered(2, ballot), "votes"),
    "a tally that does not add up": (3, altered(3, total), "yes"),
    "a firewall's page with status 200": (
        4,
        Reply(b"<html><title>Request Rejected</title></html>", headers=HTML),
        "Request Rejected",
    ),
    "JSON labelled as HTML": (5, Reply(WHOLE, headers=HTML), "Content-Type"),
    "half of the JSON": (6, Reply(WHOLE[: len(WHOLE) // 2]), "body"),
    "an empty body": (7, Reply(b""), "body"),
    "the answer to another question": (8, Reply(WHOLE), "votingNumber"),
}
FAILED = {
    "500 for ever": (9, [Reply(status=500)], "failed", "HTTP 500"),
    "not there": (10, [Reply(status=404)], "failed", "HTTP 404"),
    "forbidden": (11, [Reply(status=403)], "refused", "HTTP 403"),
    "too many requests, come back tomorrow": (
        12,
        [Reply(status=429, headers={"Retry-After": "86400"})],
        "failed",
        "HTTP 429",
    ),
    "cut off by the network": (13, [Reply(WHOLE, cut=True)], "failed", ""),
}
PASSING = {
    "one 500": (14, 500),
    "one 429": (15, 429),
    "one 503": (16, 503),
}


def trouble():
    found = {}
    for number, reply, _ in QUARANTINED.values():
        found[number] = [reply]
    for number, given, _, _ in FAILED.values():
        found[number] = list(given)
    for number, status in PASSING.values():
        good = Reply(encode(TROUBLED[f"{API}/votings/3/{number}"]))
        found[number] = [Reply(status=status, headers={"Retry-After": "0"}), good]
    return {f"{API}/votings/3/{number}": given for number, given in found.items()}


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """One crawl of a source where each vote of the third sitting has a fault of its own."""
    folder = tmp_path_factory.mktemp("troubled")
    with serving(replies(trouble(), sittings=3, votes=16)) as source:
        run = ottawa(*TERM, folder=folder, source=source)
    return folder, run


def test_a_crawl_with_faults_ends_with_1_and_stores_the_rest(troubled):
    folder, run = troubled
    assert run.returncode == 1
    stored = query(folder, "SELECT sitting_key, count(*) FROM votes WHERE origin = 'live' GROUP BY 1")
    assert stored == [("pl-sejm-10-1", 16), ("pl-sejm-10-2", 16), ("pl-sejm-10-3", len(PASSING))]


@pytest.mark.parametrize("fault", QUARANTINED)
def test_what_cannot_be_read_is_quarantined_with_its_reason(fault, troubled):
    number, _, named = QUARANTINED[fault]
    url = f"{API}/votings/3/{number}"
    ((state, reason),) = query(troubled[0], f"SELECT state, reason FROM responses WHERE url = '{url}'")
    assert state == "quarantined"
    assert url in reason
    assert named in reason


@pytest.mark.parametrize("fault", FAILED)
def test_what_does_not_come_is_a_named_state(fault, troubled):
    number, _, state, reason = FAILED[fault]
    url = f"{API}/votings/3/{number}"
    ((found, why),) = query(troubled[0], f"SELECT state, reason FROM run_problems WHERE url = '{url}'")
    assert found == state
    assert reason in why


@pytest.mark.parametrize("fault", PASSING)
def test_a_passing_fault_is_retried_until_it_passes(fault, troubled):
    number, _ = PASSING[fault]
    assert query(troubled[0], f"SELECT count(*) FROM votes WHERE key = 'pl-sejm-10-3-{number}'") == [(1,)]


def test_a_crawl_leaves_a_database_that_knows_how_many_ballots_there_are(troubled):
    assert query(troubled[0], "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'vote_ballots'") == [(2,)]


def test_the_end_of_the_run_names_what_went_wrong(troubled):
    assert f"{API}/votings/3/" in troubled[1].stdout


def test_a_rebuild_quarantines_what_the_crawl_did(troubled):
    folder, _ = troubled
    run = ottawa("rebuild", "--database", "again.db", folder=folder)
    assert run.returncode == 1
    assert tables(folder, "again.db") == tables(folder)


def test_a_quarantined_correction_leaves_the_stored_vote_alone(tmp_path):
    spoiled = answers()[VOTE]
    total(spoiled)
    with serving(replies({VOTE: [Reply(encode(answers()[VOTE])), Reply(encode(spoiled))]})) as source:
        ottawa(*TERM, folder=tmp_path, source=source)
        before = query(tmp_path, "SELECT * FROM votes")
        run = ottawa(*TERM, folder=tmp_path, source=source)
    assert run.returncode == 1
    assert query(tmp_path, "SELECT * FROM votes") == before


def test_robots_are_obeyed_and_a_denial_is_a_named_state(tmp_path):
    deny = Reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    with serving(replies({"https://api.sejm.gov.pl/robots.txt": [deny]})) as source:
        run = ottawa(*TERM, folder=tmp_path, source=source)
        asked = [url for url, _ in source.asked]
    assert run.returncode == 1
    assert asked == ["https://api.sejm.gov.pl/robots.txt"]
    assert query(tmp_path, "SELECT DISTINCT state FROM run_problems") == [("refused",)]


def test_we_say_who_we_are(tmp_path):
    with serving(replies()) as source:
        ottawa_afresh(*TERM, folder=tmp_path, source=source, OTTAWA_CONTACT="desk@paper.example")
        agents = {headers["User-Agent"] for _, headers in source.asked}
    assert len(agents) == 1
    assert "desk@paper.example" in agents.pop()


def test_a_source_out_of_reach_is_a_named_state_and_loses_nothing(crawled):
    folder, _ = crawled
    before = query(folder, "SELECT * FROM votes")
    run = ottawa(*TERM, folder=folder, RETRIES="1")
    assert run.returncode == 1
    state, reason = query(folder, "SELECT state, reason FROM runs ORDER BY id DESC LIMIT 1")[0]
    assert state == "unreachable"
    assert "api.sejm.gov.pl" in reason
    assert query(folder, "SELECT * FROM votes") == before


def stopped(folder, source, how, after):
    """Crawl until the source was asked so many times more, and stop the crawl in this way."""
    before, deadline = len(source.asked), time.monotonic() + 60
    process = subprocess.Popen([sys.executable, str(REROUTED), str(source.server_port), *TERM], cwd=folder)
    while len(source.asked) - before < after and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(how)
    process.wait()
    return query(folder, "SELECT count(*) FROM votes WHERE origin = 'live'")[0][0]


def test_a_term_that_is_stopped_twice_goes_on_where_it_was_and_ends_the_same(tmp_path):
    whole, work = tmp_path / "whole", tmp_path / "work"
    whole.mkdir()
    work.mkdir()
    with serving(replies(sittings=4, votes=15)) as source:
        ottawa(*TERM, folder=whole, source=source)
        source.asked.clear()
        first = stopped(work, source, signal.SIGKILL, 35)
        second = stopped(work, source, signal.SIGTERM, 15)
        run = ottawa(*TERM, folder=work, source=source)
        asked = Counter(url for url, _ in source.asked if re.search(r"/votings/\d/", url))
    assert (0 < first < second < 60, run.returncode) == (True, 0)
    assert [row[0] for row in query(work, "SELECT state FROM runs WHERE spider = 'poland'")] == [
        "running",
        "failed",
        "ok",
    ]
    # Of the votes, only those under way at a stop are asked for again: four at a time.
    assert (len(asked), sum(asked.values()) <= 60 + 2 * 4) == (60, True)
    keys = "SELECT vote_key, person_key, option, faction FROM ballots ORDER BY 1, 2"
    assert query(work, keys) == query(whole, keys)
