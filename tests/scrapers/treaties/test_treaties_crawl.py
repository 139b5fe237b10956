"""Walking and storing: from the pages of the treaties to a status, over invented states."""

import datetime as dt
import json
import sqlite3

import pytest
from invented_treaty import (
    ACTION_PAGE,
    BY_KEY,
    action_answer,
    dutch_answer,
    status_answer,
    status_html,
    unoda_action,
    unoda_answer,
    unoda_says,
    xml_answer,
)
from loaded import run_loaded
from rerouted import play_with
from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, Capture
from scrapers.pages import PageError, reader_of
from scrapers.treaties import DESK, PAGES
from scrapers.treaties.followed import FOLLOWED, Followed
from scrapers.treaties.spider import TreatiesSpider, ask_unoda

PAGE = {page.name: page for page in PAGES}
LINK = f'<a href="{ACTION_PAGE}">actions</a>'
LEFT = (("[Atlantis] 1", "3 Dec 1997", "12 May 2003"), ("Brobdingnag", "", "1 Jul 2005 a"))
STAYED = (("Atlantis", "3 Dec 1997", "12 May 2003"), ("Brobdingnag", "", "1 Jul 2005 a"))


def test_every_page_of_every_treaty_is_asked_for():
    asked = {request.url for request in TreatiesSpider().begin()}
    for treaty in FOLLOWED:
        assert {treaty.status_page, treaty.xml} <= asked
    assert sum("treatydatabase" in address for address in asked) == 1


def test_the_addresses_are_those_of_the_handbook():
    ottawa = BY_KEY["apmbc"]
    assert ottawa.status_page == (
        "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5&chapter=26&clang=_en"
    )
    assert ottawa.xml == (
        "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVI/XXVI-5.en.xml"
    )


@pytest.mark.parametrize(
    ("number", "volume"), [("IV-5", "I"), ("XI-1", "I"), ("XII-1", "II"), ("XXVI-2-b", "II")]
)
def test_chapters_from_the_twelfth_on_are_in_volume_two(number, volume):
    treaty = Followed(key="x", mtdsg_no=number, title="x")
    assert f"/Volume%20{volume}/" in treaty.xml


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (status_answer(), "un-treaties.status"),
        (xml_answer(), "un-treaties.status-xml"),
        (action_answer(), "un-treaties.actions"),
        (dutch_answer(), "nl-treaties.parties"),
        (unoda_answer(), "unoda.treaty"),
    ],
)
def test_an_answer_finds_its_page_by_its_address(answer, key):
    descriptor, page = reader_of(answer.url, answer.method, answer.request_body)
    assert (descriptor.name, page.key) == ("treaties", key)


def test_no_page_was_proven_and_every_host_is_asked_seldom():
    assert {page.evidence for page in PAGES} == {"constructed"}
    assert {slot["delay"] for slot in DESK.download_slots.values()} == {5.0}


def test_a_status_page_leads_to_its_list_of_actions():
    (request,) = TreatiesSpider().follow(PAGE["status"], status_answer(link=LINK))
    assert request.url == ACTION_PAGE


def test_a_name_that_unoda_does_not_know_leads_to_the_next():
    unknown = unoda_says({"data": {"treaty_": {"data": None}}})
    (request,) = TreatiesSpider().follow(PAGE["treaty"], unknown)
    assert json.loads(request.body)["variables"]["input"]["short_name"] == "apmbc"
    assert list(TreatiesSpider().follow(PAGE["treaty"], unoda_answer(unoda_action()))) == []


def test_nothing_is_followed_from_the_others_or_from_what_cannot_be_read():
    assert list(TreatiesSpider().follow(PAGE["actions"], action_answer())) == []
    with pytest.raises(PageError):
        list(TreatiesSpider().follow(PAGE["status"], status_answer(body="")))


def keep(folder, answer, day):
    request = Request(answer.url, method=answer.method, body=answer.request_body)
    capture = Capture(
        fingerprint=fingerprint(request).hex(),
        url=answer.url,
        method=answer.method,
        request_body=answer.request_body,
        fetched_at=dt.datetime(2026, 1, day, tzinfo=dt.UTC),
        status=200,
        headers=(("Content-Type", answer.content_type),),
        origin="live",
    )
    with Archive(folder / "archive") as archive:
        archive.put(capture, answer.body)


def command(folder, *arguments):
    return run_loaded(play_with, "with_invented_states", *arguments, folder=folder)


def query(folder, sql):
    with sqlite3.connect(folder / "ottawa.db") as db:
        return db.execute(sql).fetchall()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Two readings of the status page, the second with brackets; the others; a notice instead of XML."""
    folder = tmp_path_factory.mktemp("treaties")
    keep(folder, status_answer(body=status_html(STAYED, status="Signatories : 1. Parties : 2")), 1)
    keep(folder, status_answer(body=status_html(LEFT, status="Signatories : 1. Parties : 1")), 2)
    keep(folder, xml_answer(body="<html>urgent maintenance</html>"), 2)
    keep(folder, action_answer(), 3)
    keep(folder, dutch_answer(), 4)
    keep(folder, unoda_answer(unoda_action(date="2003-05-13 00:00:00")), 5)
    run = command(folder, "rebuild")
    assert run.returncode == 1, run.stdout + run.stderr
    return folder


def test_every_version_is_kept_and_a_changed_row_is_a_revision(crawled):
    found = query(
        crawled,
        "SELECT column_name, old_value, new_value FROM revisions WHERE table_name = 'treaty_participants'"
        " AND row_key = 'apmbc-xa-in-un-status' ORDER BY column_name",
    )
    assert found == [("footnotes", None, "1"), ("is_bracketed", "0", "1")]
    assert query(crawled, "SELECT count(*) FROM responses WHERE page = 'status'") == [(2,)]


def test_the_status_follows_from_the_actions(crawled):
    found = query(
        crawled, "SELECT status, since FROM treaty_status WHERE state = 'xa' AND treaty = 'apmbc' ORDER BY 2"
    )
    assert found == [
        ("not a party", "1997-09-18"),
        ("party", "2003-11-01"),
        ("party, withdrawal pending", "2025-06-27"),
        ("not a party", "2025-12-27"),
    ]


def test_an_action_that_four_pages_tell_counts_once(crawled):
    found = query(
        crawled,
        "SELECT told_by, counts FROM treaty_actions WHERE state = 'xa' AND class = 'joining'"
        " ORDER BY counts DESC, 1",
    )
    assert found == [("un-actions", 1), ("nl-database", 0), ("un-status", 0), ("unoda", 0)]


def test_what_confirms_and_what_contradicts_is_said(crawled):
    found = query(
        crawled,
        "SELECT other_place, kind, official_value, other_value FROM discrepancies"
        " WHERE subject_key LIKE 'apmbc-xa-ratification%' AND field = 'date' ORDER BY 1",
    )
    assert found == [
        ("nl-database", "confirms", "2003-05-12", "2003-05-12"),
        ("un-status", "confirms", "2003-05-12", "2003-05-12"),
        ("unoda", "contradicts", "2003-05-12", "2003-05-13"),
    ]


def test_a_notice_where_xml_was_promised_is_set_aside_by_name(crawled):
    (found,) = query(
        crawled,
        "SELECT run_problems.state, run_problems.reason"
        " FROM run_problems JOIN runs ON runs.id = run_id WHERE spider = 'treaties'",
    )
    assert found[0] == "quarantined"
    assert found[1].endswith("body: a notice of maintenance where XML was promised")


def test_running_twice_writes_no_row(crawled):
    command(crawled, "crawl", "treaties", "--offline")
    before = query(crawled, "SELECT count(*) FROM told_actions")
    run = command(crawled, "crawl", "treaties", "--offline")
    assert query(crawled, "SELECT rows_written FROM runs WHERE spider = 'treaties'")[-1] == (0,), run.stderr
    assert query(crawled, "SELECT count(*) FROM told_actions") == before


def test_a_saved_list_of_actions_is_told_as_json_lines(tmp_path):
    (tmp_path / "actions.html").write_bytes(action_answer().body)
    run = command(tmp_path, "parse", "actions.html", "--url", ACTION_PAGE)
    assert run.returncode == 0, run.stderr
    (line,) = map(json.loads, run.stdout.splitlines())
    assert (line["record"], line["treaty"], len(line["actions"])) == ("TreatyPage", "apmbc", 4)


def test_the_question_to_unoda_is_sent_as_json():
    assert ask_unoda("mine_ban").headers[b"Content-Type"] == b"application/json"
