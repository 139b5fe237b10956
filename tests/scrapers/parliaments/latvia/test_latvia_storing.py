"""The sources of the Saeima together in one database: they speak of the same votes, bills and members."""

import datetime as dt
from contextlib import closing

import pytest
from invented_saeima import (
    AGENDA_FILE,
    DEBATES_FILE,
    TRANSCRIPT,
    VOTE_FILE,
    VOTE_PAGE,
    agenda_file,
    agreed,
    answer,
    debate,
    debates_file,
    guid,
    item,
    place,
    registration,
    transcript_page,
    vote,
    vote_page,
    votes_file,
)
from test_latvia_bills import BILL, ROWS, card_page
from test_latvia_members import MEMBER

from db.checks import invariants, violations
from db.conclusions import conclude
from db.database import open_database
from db.identities import reviewed_identities
from scrapers.intake import Intake
from scrapers.parliaments.latvia import PARLIAMENT
from scrapers.spiders import Received

INCLUSION = {"TITLE": "Par iekļaušanu", "VOTEMOTIVE": "Par iekļaušanu", "LIVSDOCUMENTID": "", "RESULT": ""}
CAST = "+" * 60 + "-" * 30 + "0" * 6

ANSWERS = [
    (VOTE_PAGE, vote_page(CAST, time="03.04.2025 10:02:30")),
    (BILL, card_page(ROWS)),
    (
        AGENDA_FILE,
        agenda_file(
            item(2, READING="3", VOTEMOTIVE="Par zilo krāsu (7/Lp14), 3.lasījums"),
            item(3, PARENTID=guid(2), **INCLUSION),
            agreed(4, LIVSDOCUMENTID="8/Lp14", VOTEMOTIVE="Cits (8/Lp14), nodošana komisijām"),
        ),
    ),
    (
        VOTE_FILE,
        votes_file(
            registration("R" * 97 + "rrr", 1),
            vote(CAST, 2),
            vote("+" * 40 + "." * 50, 3, VOTEMOTIVE="Par iekļaušanu"),
        ),
    ),
    (MEMBER, place()),
]


def take_in(db, answers=ANSWERS):
    intake = Intake(db, "latvia", "live")
    for number, (url, body) in enumerate(answers):
        received = Received(
            page=PARLIAMENT.page_for(url),
            answer=answer(url, body),
            fingerprint=f"{number:040}",
            fetched_at=dt.datetime(2025, 4, 10, number, tzinfo=dt.UTC),
            origin="live",
        )
        intake.take(received)
    intake.close(len(answers))
    conclude(db, reviewed_identities())
    assert intake.problems == []
    return intake.figures


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(open_database(tmp_path_factory.mktemp("latvia") / "x.db")) as database:
        take_in(database)
        yield database


def test_a_vote_that_both_sources_have_is_one_row_with_its_sitting(db):
    rows = list(db.query("SELECT sitting_key, number, counted_yes FROM votes WHERE key LIKE '%100230'"))
    assert len(rows) == 1
    assert rows[0]["sitting_key"].startswith("lv-saeima-14-")
    assert (rows[0]["number"], rows[0]["counted_yes"]) == (2, 60)


def test_the_absent_come_with_the_open_data_as_derived_ballots(db):
    rows = list(
        db.query("SELECT option, basis FROM ballots WHERE vote_key LIKE '%100230' AND option = 'absent'")
    )
    assert rows == [{"option": "absent", "basis": "derived"}] * 4


def test_how_many_were_absent_is_counted_where_the_absent_are_listed(db):
    rows = db.query("SELECT counted_absent FROM votes WHERE ballots_status = 'published' ORDER BY time")
    assert [row["counted_absent"] for row in rows] == [4, 10]


def test_how_many_were_absent_is_unknown_and_not_0_where_only_those_present_are_listed(tmp_path):
    with closing(open_database(tmp_path / "x.db")) as database:
        take_in(database, ANSWERS[:1])
        rows = database.query("SELECT counted_yes, counted_absent FROM votes")
        assert list(rows) == [{"counted_yes": 60, "counted_absent": None}]
        found = {each.severity for invariant in invariants() for each in violations(database, invariant)}
        assert found <= {"notice"}


def test_a_vote_without_a_number_finds_its_bill_by_the_item_above_it(db):
    (row,) = db.query("SELECT bill_key FROM votes WHERE key LIKE '%100330'")
    assert row["bill_key"] == "lv-saeima-7-lp14"


def test_the_steps_of_a_bill_are_in_order_whichever_source_tells_them(db):
    rows = db.query("SELECT kind FROM stages WHERE bill_key = 'lv-saeima-7-lp14' ORDER BY position")
    assert [row["kind"] for row in rows] == [
        "submission",
        "announcement",
        "referral",
        "first reading",
        "third reading",
    ]


def test_neither_source_erases_what_the_other_said_of_a_bill(db):
    revised = list(db.query("SELECT * FROM revisions WHERE table_name IN ('bills', 'stages')"))
    assert revised == []


def test_all_votes_that_the_agenda_expects_are_there(db):
    rows = db.query("SELECT expected, collected FROM coverage WHERE what = 'votes'")
    assert list(rows) == [{"expected": 3, "collected": 3}]


def test_the_page_of_a_member_is_about_the_one_who_has_the_ballots(db):
    (row,) = db.query("SELECT count(*) AS found FROM persons WHERE key = 'lv-saeima-14-member-001'")
    assert row["found"] == 1
    (row,) = db.query("SELECT count(*) AS found FROM memberships")
    assert row["found"] == 1


def test_taking_in_the_same_answers_again_writes_nothing(db):
    figures = take_in(db)
    assert (figures.unchanged, figures.rows_written) == (len(ANSWERS), 0)


SPEAKERS = debates_file(
    debate(2, ["Marta#Zilā#ZILIE#05:00#Dep.#Referents iesniedzēju vārdā", "Jānis#Zaļais##20:05#VesM#"]),
    debate(3, ["Marta#Zilā#ZILIE#01:30#1x, Dep.#Pret"], DKP_SEQUENCE="00002.0000.901", LIVSDOCUMENTID=""),
)
WORDS = transcript_page(
    "Sēdes vadītāja. Sākam.",
    "M. Zilā (ZILIE).",
    "Viens.",
    "Sēdes vadītāja. Lūdzu klusumu!",
    "M. Zilā.",
    "Divi.",
    "Sēdes vadītāja. Vārds ministram.",
    "J. Zaļais (veselības ministrs).",
    "Trīs.",
    "A. Cita (ZILIE).",
    "Četri.",
    "M. Zilā.",
    "Pieci.",
)
DEBATE = [(DEBATES_FILE, SPEAKERS), (TRANSCRIPT, WORDS)]
TURNS = "SELECT position, family_name, capacity, bill_key, seconds, text FROM speeches ORDER BY position"


@pytest.mark.parametrize("answers", [DEBATE, DEBATE[::-1]], ids=["list first", "words first"])
def test_turns_have_item_bill_and_length_by_the_list_of_speakers_whichever_came_first(tmp_path, answers):
    with closing(open_database(tmp_path / "x.db")) as database:
        take_in(database, [ANSWERS[2], *answers])
        bill = "lv-saeima-7-lp14"
        assert [tuple(row.values()) for row in database.query(TURNS)] == [
            (1, "Chair", "chair", None, None, "Sākam."),
            (2, "Zilā", "member", bill, None, "Viens."),
            (3, "Chair", "chair", None, None, "Lūdzu klusumu!"),
            (4, "Zilā", "member", bill, None, "Divi."),
            (5, "Chair", "chair", None, None, "Vārds ministram."),
            (6, "Zaļais", "minister", bill, 1205, "Trīs."),
            (7, "Cita", "member", None, None, "Četri."),
            (8, "Zilā", "member", bill, 90, "Pieci."),
        ]


def test_the_list_of_speakers_and_the_transcript_are_of_one_sitting(tmp_path):
    with closing(open_database(tmp_path / "x.db")) as database:
        take_in(database, [ANSWERS[2], *DEBATE])
        assert [row["is_stated"] for row in database.query("SELECT is_stated FROM sittings")] == [1]
        linked = database.query("SELECT capacity FROM speech_outlines WHERE speech_key IS NOT NULL")
        assert [row["capacity"] for row in linked] == ["rapporteur", "minister", "member"]


def test_taking_in_words_and_speakers_again_writes_nothing(tmp_path):
    with closing(open_database(tmp_path / "x.db")) as database:
        take_in(database, DEBATE)
        before = list(database.query("SELECT * FROM speeches"))
        assert take_in(database, DEBATE).rows_written == 0
        assert list(database.query("SELECT * FROM speeches")) == before
        assert list(database.query("SELECT * FROM revisions")) == []
