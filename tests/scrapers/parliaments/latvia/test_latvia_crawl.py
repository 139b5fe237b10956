"""Crawls of the invented Saeima, over sources on this machine that go wrong in every way we know."""

import sqlite3

import pytest
from invented_saeima import (
    TITANIA,
    agenda_file,
    debate,
    debates_file,
    guid,
    item,
    on_list,
    place,
    transcript_page,
    vote,
    vote_page,
    votes_file,
)
from loopback import Reply, ottawa, serving
from test_latvia_spider import FOLDER, package

from scrapers.parliaments.latvia.keys import PACKAGE_URL, members_url, sittings_url, transcript_url
from scrapers.parliaments.latvia.transcripts import category_url

XML, HTML = {"Content-Type": "application/xml"}, {"Content-Type": "text/html; charset=utf-8"}
SITTINGS = range(1, 22)
BASE = "14.saeimas-2025.gada-zila-sesija"
CALENDAR = sittings_url("14", "calendar=1")
MEMBERS = members_url("14", "deputies?OpenView&count=1000")
MEMBER = members_url("14", f"0/{1:032}?OpenDocument")
CATEGORY, TRANSCRIPT = category_url("14"), transcript_url("17")
HOSTS = ("https://data.gov.lv", "https://titania.saeima.lv", "https://www.saeima.lv")
PORTAL, PAGES, _ = (f"{host}/robots.txt" for host in HOSTS)
FIREWALL = b"<html><head><title>Request Rejected</title></head></html>"
DENIED = Reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})


def file(number, kind="vote"):
    return f"{FOLDER}/{BASE}-{number}-{kind}.xml"


def votes(number, **changes):
    return votes_file(vote("++-0.", number, **changes), sitting=guid(1000 + number))


def agenda(number, **changes):
    about = {"WORKSEQUENCEID": guid(1000 + number), "DK_NUMBER": f"{number}"}
    return agenda_file(item(number, DK_ID=guid(1000 + number), **changes), **about)


def xml(body):
    return Reply(body if isinstance(body, bytes) else body.encode(), headers=XML)


def html(body):
    return Reply(body if isinstance(body, bytes) else body.encode(), headers=HTML)


def link(url, text="x"):
    return f'<html><body><a href="{url}">{text}</a></body></html>'


def world(changes=None, sittings=SITTINGS):
    """Every address of a term: its files, its calendar, one member, one transcript."""
    listed = package(*(f"{BASE}-{number}" for number in sittings))
    found = {
        PACKAGE_URL: Reply(listed.body),
        CALENDAR: html('dCC("1","2025","4","3","4","3","' + guid(1001) + '");'),
        MEMBERS: html(on_list(1)),
        MEMBER: html(place()),
        CATEGORY: html(link("/lv/transcripts/view/17")),
        TRANSCRIPT: html(transcript_page("Sēdes vadītāja. Sākam.")),
        **{f"{host}/robots.txt": Reply(status=404) for host in HOSTS},
    }
    for number in sittings:
        found[file(number)] = xml(votes(number))
        found[file(number, "dkp")] = xml(agenda(number))
        found[file(number, "deb")] = xml(debates_file(debate(number), sitting=guid(1000 + number)))
    return {url: [reply] for url, reply in (found | (changes or {})).items()}


def crawl(folder, changes=None, sittings=SITTINGS):
    with serving(world(changes, sittings)) as source:
        run = ottawa("crawl", "latvia", "--term", "14", folder=folder, source=source)
        return run, [url for url, _ in source.asked]


def query(folder, sql, database="ottawa.db"):
    with sqlite3.connect(folder / database) as connection:
        return connection.execute(sql).fetchall()


STORED = (
    "SELECT key, sitting_key, declared_yes, counted_yes FROM votes WHERE origin = 'live' ORDER BY key",
    "SELECT vote_key, person_key, option FROM ballots WHERE origin = 'live' ORDER BY 1, 2",
    "SELECT key, text FROM speeches WHERE origin = 'live' ORDER BY key",
    "SELECT person_id, faction_id, start_date FROM memberships ORDER BY 1, 2, 3",
    "SELECT key, label, position FROM stages WHERE origin = 'live' ORDER BY key",
    "SELECT table_name, row_key, column_name, new_value FROM revisions ORDER BY id",
)


def stored(folder):
    return [query(folder, sql) for sql in STORED]


WHOLE = votes(1).encode()

UNREADABLE = {
    "truncated": (file(2), xml(WHOLE[: len(WHOLE) // 2]), "not whole XML"),
    "in another encoding": (file(3), xml(votes(3).encode("windows-1257")), "not whole XML"),
    "HTML for XML": (file(4), html(FIREWALL), "<html> where <DKroot> was promised"),
    "arrays of different length": (file(5), xml(votes(5, NAME="Member")), "arrays of different length"),
    "an unknown ballot label": (file(6), xml(votes(6, RESULT="Par#Par#Pret#Atturas#Varbūt")), "'Varbūt'"),
    "a member twice": (file(7), xml(votes(7, SURNAME="001#001#003#004#005")), "'member-001' is listed twice"),
    "a tally that does not add up": (file(8), xml(votes(8, VOTERESULT_FOR="3")), "3 stated"),
    "a date in another format": (
        file(9),
        xml(votes(9, VOTETIMESTAMP="2025-04-03T10:09:30")),
        "'2025-04-03T10:09:30' is not a moment",
    ),
    "an empty body": (file(10), xml(b""), "empty"),
    "an agenda of a sitting that was held but has no items": (file(11, "dkp"), xml(agenda_file()), "DKP"),
    "an agenda with a date in another format": (
        file(12, "dkp"),
        xml(agenda_file(item(12), DKDATE="2025-04-03")),
        "'2025-04-03' is not a date",
    ),
    "speakers in arrays of different length": (
        file(13, "deb"),
        xml(debates_file(debate(13, DEBATE_NAME="A#B"))),
        "arrays of different length",
    ),
    "an empty calendar": (CALENDAR, html("<html></html>"), "dCC"),
    "a page of a member in another encoding": (
        MEMBER,
        html(place(str="Deputāts").encode("utf-16")),
        "drawWN",
    ),
    "a transcript that was cut": (TRANSCRIPT, html(transcript_page("Sēdes vadītāja. Sākam.")[:300]), ""),
}
"""The address, the answer, and words of the reason for which it is quarantined."""

FAILED = {
    "401": (file(14), Reply(status=401), "refused", "HTTP 401"),
    "403": (file(15), Reply(status=403), "refused", "HTTP 403"),
    "404": (file(16), Reply(status=404), "failed", "HTTP 404"),
    "429": (file(17), Reply(status=429, headers={"Retry-After": "86400"}), "failed", "HTTP 429"),
    "500": (file(18), Reply(status=500), "failed", "HTTP 500"),
    "cut off by the network": (file(19), Reply(WHOLE, cut=True), "failed", ""),
    "an empty list on a day the house sat": (
        file(20),
        xml(votes_file(sitting=guid(1020))),
        "failed",
        "no votes, where the agenda of the sitting tells of 1",
    ),
}
FAULTS = {url: reply for url, reply, *_ in (*UNREADABLE.values(), *FAILED.values())}
GOOD = (1, 11, 12, 13, 21)
"""The sittings whose votes came whole."""


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """One crawl of sources where nearly every file has a fault of its own."""
    folder = tmp_path_factory.mktemp("troubled")
    run, asked = crawl(folder, FAULTS)
    return folder, run, asked


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A crawl where all is well, and then one where nearly every file has a fault."""
    folder = tmp_path_factory.mktemp("kept")
    run, _ = crawl(folder)
    assert run.returncode == 0, run.stdout + run.stderr
    before = stored(folder)
    return folder, before, crawl(folder, FAULTS)[0]


@pytest.mark.parametrize("fault", UNREADABLE)
def test_what_cannot_be_read_is_quarantined_with_its_reason(fault, troubled):
    url, _, named = UNREADABLE[fault]
    ((state, reason),) = query(troubled[0], f"SELECT state, reason FROM responses WHERE url = '{url}'")
    assert state == "quarantined"
    assert url in reason
    assert named in reason


@pytest.mark.parametrize("fault", FAILED)
def test_what_does_not_come_is_a_named_state(fault, troubled):
    url, _, state, named = FAILED[fault]
    ((found, reason),) = query(troubled[0], f"SELECT state, reason FROM run_problems WHERE url = '{url}'")
    assert found == state
    assert named in reason


def test_a_crawl_with_faults_ends_with_1(troubled):
    assert troubled[1].returncode == 1


def test_the_votes_of_the_other_sittings_are_stored(troubled):
    found = query(troubled[0], "SELECT sitting_key FROM votes WHERE origin = 'live' ORDER BY time")
    assert [key for (key,) in found] == [f"lv-saeima-14-{guid(1000 + number)}" for number in GOOD]


def test_nothing_that_was_stored_is_changed_by_answers_that_cannot_be_read(kept):
    folder, before, run = kept
    assert run.returncode == 1
    assert stored(folder) == before


def test_a_rebuild_quarantines_what_the_crawl_did(troubled):
    run = ottawa("rebuild", "--database", "again.db", folder=troubled[0])
    assert run.returncode == 1
    sql = "SELECT url, state, reason FROM responses ORDER BY url"
    assert query(troubled[0], sql, "again.db") == query(troubled[0], sql)


def test_robots_that_deny_titania_are_obeyed_and_the_other_sources_are_read(tmp_path):
    run, asked = crawl(tmp_path, {PAGES: DENIED}, sittings=(1,))
    assert run.returncode == 1
    assert [url for url in asked if url.startswith(HOSTS[1])] == [PAGES]
    assert query(tmp_path, "SELECT DISTINCT state FROM run_problems") == [("refused",)]
    assert query(tmp_path, "SELECT count(*) FROM votes WHERE origin = 'live'") == [(1,)]
    assert query(tmp_path, "SELECT count(*) FROM speeches WHERE origin = 'live'") == [(1,)]


@pytest.mark.parametrize(
    ("statuses", "left"),
    [({PACKAGE_URL: 401, CALENDAR: 429}, "speeches"), ({MEMBERS: 403, CATEGORY: 404}, "votes")],
    ids=["files and calendar", "members and transcripts"],
)
def test_sources_that_answer_with_an_error_leave_the_others_unharmed(tmp_path, statuses, left):
    tomorrow = {"Retry-After": "86400"}
    errors = {url: Reply(status=status, headers=tomorrow) for url, status in statuses.items()}
    run, _ = crawl(tmp_path, errors, sittings=(1,))
    assert run.returncode == 1
    problems = {
        url: (state, why)
        for url, state, why in query(tmp_path, "SELECT url, state, reason FROM run_problems")
    }
    for url, status in statuses.items():
        state, reason = problems[url]
        assert state == ("refused" if status in {401, 403} else "failed")
        assert f"HTTP {status}" in reason
    assert query(tmp_path, f"SELECT count(*) FROM {left} WHERE origin = 'live'") == [(1,)]


def stand_in(number):
    """Titania's page of a sitting, and of its vote."""
    unid = f"{number:032X}"
    linked = f'drawDKP_Pr("1");addVotesLink("{guid(number)}","{unid}","0","0","0");'
    return {
        sittings_url("14", f"nr={guid(1000 + number)}"): html(linked),
        f"{TITANIA}/SaeimaLIVS2_DK.nsf/0/{unid}?OpenDocument": html(
            vote_page("++-0.", time=f"03.04.2025 10:{number:02}:30")
        ),
    }


BROKEN = {
    file(1): Reply(status=500),
    file(2): Reply(status=403),
    file(3): html(FIREWALL),
    file(4): xml(votes_file(sitting=guid(1004))),
}
ALL_STAND_IN = {url: page for number in range(1, 6) for url, page in stand_in(number).items()}
TELLERS = "SELECT key, source_url LIKE '%titania%' FROM votes WHERE origin = 'live' ORDER BY key"


@pytest.fixture(scope="module")
def standing_in(tmp_path_factory):
    """A crawl in which four of five files of votes fail, and one in which all are there again."""
    folder = tmp_path_factory.mktemp("standing-in")
    first, asked = crawl(folder, ALL_STAND_IN | BROKEN, sittings=range(1, 6))
    told = query(folder, TELLERS), query(folder, "SELECT vote_key FROM ballots WHERE origin = 'live'")
    again, _ = crawl(folder, ALL_STAND_IN, sittings=range(1, 6))
    return folder, first, asked, told, again


def test_where_the_open_data_fail_titania_stands_in_with_every_ballot(standing_in):
    _, run, _, (votes_told, ballots), _ = standing_in
    assert run.returncode == 1
    assert votes_told == [(f"lv-saeima-14-2025-04-03-100{n}30", int(n < 5)) for n in range(1, 6)]
    assert len(ballots) == 25


def test_titania_is_not_asked_for_votes_that_the_open_data_give(standing_in):
    assert not set(standing_in[2]) & set(stand_in(5))


def test_files_that_come_back_after_titania_stood_in_tell_their_votes_again(standing_in):
    folder, *_, run = standing_in
    assert run.returncode == 0, run.stdout
    assert {by_titania for _, by_titania in query(folder, TELLERS)} == {0}
    assert query(folder, "SELECT count(*) FROM reported_ballots WHERE origin = 'live'") == [(20,)]
    assert query(folder, "SELECT count(*) FROM discrepancies WHERE origin = 'live'") == [(0,)]


def test_where_robots_deny_the_open_data_titania_stands_in_for_all_of_it(tmp_path):
    run, asked = crawl(tmp_path, stand_in(1) | {PORTAL: DENIED}, sittings=(1,))
    assert run.returncode == 1
    assert [url for url in asked if url.startswith(HOSTS[0])] == [PORTAL]
    assert query(tmp_path, "SELECT DISTINCT state FROM run_problems") == [("refused",)]
    assert query(tmp_path, TELLERS) == [("lv-saeima-14-2025-04-03-100130", 1)]
