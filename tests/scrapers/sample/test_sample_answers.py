"""The sample as a whole: where its facts come from, and that the real pages read its answers."""

import datetime as dt
import json
from importlib.resources import files

import pytest

from db.records import Vote, count
from scrapers import sample
from scrapers.archive import Archive
from scrapers.pages import Answer, reader_of
from scrapers.sample import WRITERS, sample_answers, write_sample
from scrapers.sample.tables import rows

ANSWERS = {answer.url: answer for answer in sample_answers()}
TABLES = files("scrapers.sample").joinpath("tables")
LIMIT = 250 * 1024
"""Bytes that all tables together may take."""


def read(answer):
    page = reader_of(answer.url, answer.method)[1]
    return page.read(Answer(url=answer.url, body=answer.body, content_type=answer.content_type))


def votes():
    return [record for answer in ANSWERS.values() for record in read(answer) if isinstance(record, Vote)]


def tables(parliament):
    return {file.name.removesuffix(".csv") for file in TABLES.joinpath(parliament).iterdir()} - {"sources"}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_real_page_reads_the_answer(answer):
    assert read(answer)


def test_the_votes_are_these():
    assert {vote.key: len(vote.ballots) for vote in votes()} == {
        "ee-riigikogu-4785afdf-60cd-428c-b521-a5370d6651bc": 101,
        "fi-eduskunta-2023-71-7": 199,
        "lt-seimas--8053": 141,
        "lt-seimas--10765": 141,
        "pl-sejm-10-7-13": 459,
        "pl-sejm-10-23-3": 460,
        "pl-sejm-10-23-4": 460,
        "pl-sejm-10-37-66": 460,
    }


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("ee-riigikogu-4785afdf-60cd-428c-b521-a5370d6651bc", (16, 40, 0, 17)),
        ("fi-eduskunta-2023-71-7", (102, 79, 0, 18)),
        ("lt-seimas--8053", (75, 2, 10, 0)),
        ("lt-seimas--10765", (82, 0, 3, 0)),
        ("pl-sejm-10-7-13", (435, 5, 0, 19)),
        ("pl-sejm-10-23-3", (444, 0, 0, 16)),
        ("pl-sejm-10-23-4", (442, 0, 0, 18)),
        ("pl-sejm-10-37-66", (196, 232, 0, 32)),
    ],
)
def test_the_ballots_add_up_to_the_published_tally(key, figures):
    counted = count(next(vote for vote in votes() if vote.key == key).ballots)
    assert (counted.yes, counted.no, counted.abstain, counted.absent) == figures


def test_the_answers_are_the_same_bytes_every_time():
    assert {answer.url: answer for answer in sample_answers()} == ANSWERS


def test_no_two_answers_have_the_same_address():
    assert len(ANSWERS) == sum(1 for _ in sample_answers())


@pytest.mark.parametrize("parliament", WRITERS)
def test_every_source_has_its_answer(parliament):
    written = {url for url, _ in WRITERS[parliament]()}
    assert {row["url"] for row in rows(parliament, "sources")} == written


@pytest.mark.parametrize("parliament", WRITERS)
def test_every_table_belongs_to_a_source(parliament):
    named = {table for row in rows(parliament, "sources") for table in row["tables"].split()}
    assert named == tables(parliament)


def test_an_answer_without_a_source_is_an_error(monkeypatch):
    monkeypatch.setitem(sample.WRITERS, "poland", lambda: iter([("https://source.example/1", {})]))
    with pytest.raises(KeyError, match=r"source\.example"):
        list(sample_answers())


def test_an_answer_is_dated_by_its_recording_and_not_by_the_clock():
    vote = ANSWERS["https://api.eduskunta.fi/api/v1/taysistunnot/aanestykset/2023-71-7"]
    assert vote.fetched_at == dt.datetime(2026, 10, 2, 15, 38, tzinfo=dt.UTC)


@pytest.mark.parametrize("parliament", WRITERS)
def test_a_recording_says_how_exactly_its_day_is_known(parliament):
    for row in rows(parliament, "sources"):
        assert row["precision"] in {"minute", "day", "month", "year"}
        assert row["precision"] in {"minute", "day"} or "the day is not known" in row["note"]


def test_the_tables_stay_small():
    files_of_all = [file for parliament in WRITERS for file in TABLES.joinpath(parliament).iterdir()]
    assert 0 < sum(len(file.read_bytes()) for file in files_of_all) < LIMIT


@pytest.mark.parametrize("contact", ["email", "@", "phone", "sahkoposti", "puhelin", "sidonnaisuudet"])
def test_no_answer_carries_contacts_or_interests(contact):
    assert not [url for url, answer in ANSWERS.items() if contact.encode() in answer.body]


def test_an_answer_is_whole_json_in_utf_8():
    members = json.loads(ANSWERS["https://api.sejm.gov.pl/sejm/term10/MP"].body.decode("utf-8"))
    assert len(members) == 498


def test_the_archive_holds_the_sample_marked_as_such(tmp_path):
    with Archive(tmp_path) as archive:
        write_sample(archive)
        kept = list(archive.captures())
        assert {capture.url: archive.body(capture) for capture in kept} == {
            url: answer.body for url, answer in ANSWERS.items()
        }
        assert {capture.origin for capture in kept} == {"sample"}


def test_writing_the_sample_twice_notes_nothing_new(tmp_path):
    with Archive(tmp_path) as archive:
        write_sample(archive)
        before = list(archive.captures())
        write_sample(archive)
        assert list(archive.captures()) == before
