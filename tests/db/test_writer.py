import datetime as dt
import sqlite3

import pytest
from blank import blank_database
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_house import (
    DAY,
    REFERENCE,
    House,
    ballot,
    bill,
    expectation,
    list_vote,
    person,
    report,
    secret_vote,
    sitting,
    stage,
    vote,
)

from db.records import BillStage, Chamber, Document, Tally, Term

LATER = "2025-02-02T10:00:00.000+00:00"
BILL = "zz-house-bill-7"


def stages(house):
    return house.rows("SELECT key, position FROM stages WHERE withdrawn_at IS NULL ORDER BY position")


def revisions(house):
    return house.rows("SELECT column_name, old_value, new_value FROM revisions ORDER BY id")


def days(house):
    return [day for (day,) in house.rows("SELECT date FROM sitting_days ORDER BY date")]


def test_what_the_descriptors_say_is_stored(house):
    assert house.row("SELECT * FROM countries") == ("zz", "Nowhere")
    assert house.row("SELECT name_en, seats, timezone FROM chambers WHERE key = 'zz-house'") == (
        "House",
        5,
        "UTC",
    )
    assert house.row("SELECT evidence FROM parsers") == ("proven",)


def test_a_descriptor_calls_days_start_and_a_table_start_date(house):
    found = house.row("SELECT start_date, end_date FROM terms WHERE key = 'zz-house-1'")
    assert found == ("2024-01-01", None)


def test_the_same_descriptors_write_nothing(house):
    before = house.db.conn.total_changes
    house.writer.register(REFERENCE)
    assert house.db.conn.total_changes == before


def test_a_changed_descriptor_is_applied(house):
    house.writer.register([Term(key="zz-house-1", chamber="zz-house", label="1", end=dt.date(2028, 1, 1))])
    assert house.row("SELECT end_date FROM terms WHERE key = 'zz-house-1'") == ("2028-01-01",)


def test_a_chamber_of_an_unknown_country_is_refused(house):
    lost = {"name": "?", "name_en": "?", "seats": 1, "timezone": "UTC"}
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        house.writer.register([Chamber(key="xx-house", country="xx", **lost)])


def test_every_field_of_a_vote_is_in_its_row(house):
    house.says(
        vote(
            title_sv="Om intet",
            title_en="On nothing",
            question="an nihil sit",
            majority="simple",
            threshold=2,
            threshold_base="votes cast",
            outcome_label="adoptata",
            url="https://house.example/votes/1",
        )
    )
    (found,) = house.db.query("SELECT * FROM votes")
    assert found == {
        "id": 1,
        "key": "zz-house-1-1",
        "chamber": "zz-house",
        "term": "zz-house-1",
        "sitting_key": None,
        "number": 1,
        "date": "2025-01-15",
        "time": "2025-01-15T12:30:00.000+00:00",
        "title": "De nihilo",
        "title_sv": "Om intet",
        "title_en": "On nothing",
        "question": "an nihil sit",
        "question_sv": None,
        "bill_key": None,
        "is_final": 0,
        "is_annulled": 0,
        "meaning_of_yes": "for the bill",
        "method": "electronic",
        "ballots_status": "published",
        "majority": "simple",
        "threshold": 2,
        "threshold_base": "votes cast",
        "declared_yes": 2,
        "declared_no": 1,
        "declared_abstain": 0,
        "declared_present_not_voting": 0,
        "declared_absent": 0,
        "counted_yes": 2,
        "counted_no": 1,
        "counted_abstain": 0,
        "counted_present_not_voting": 0,
        "counted_absent": 0,
        "outcome": "passed",
        "outcome_label": "adoptata",
        "url": "https://house.example/votes/1",
        "origin": "live",
        "source_url": "https://house.example/answer",
        "response_id": 1,
        "dossier_entry_id": None,
    }


def test_the_time_of_a_vote_is_stored_in_utc(house):
    zone = dt.timezone(dt.timedelta(hours=2))
    house.says(vote(time=dt.datetime(2025, 1, 16, 0, 30, tzinfo=zone)))
    assert house.row("SELECT date, time FROM votes") == ("2025-01-15", "2025-01-15T22:30:00.000+00:00")


def test_a_declared_tally_is_never_replaced_by_the_counted_one(house):
    house.says(vote(declared=Tally(yes=9)))
    assert house.row("SELECT declared_yes, declared_no, counted_yes, counted_no FROM votes") == (
        9,
        None,
        2,
        1,
    )
    assert house.row("SELECT field, official_value, other_value FROM discrepancies") == ("yes", 9, 2)


def test_an_annulled_vote_is_kept(house):
    house.says(vote(is_annulled=True, outcome="annulled"))
    assert house.row("SELECT is_annulled, outcome FROM votes") == (1, "annulled")


def test_a_vote_that_was_repeated_is_another_vote(house):
    house.says(vote(is_annulled=True, outcome="annulled"), vote(key="zz-house-1-2", number=2))
    assert house.row("SELECT count(*) FROM votes") == (2,)


def test_a_second_session_of_the_day_loses_nothing(house):
    house.says(vote(sitting="zz-house-1-s4"))
    house.says(vote(key="zz-house-1-2", sitting="zz-house-1-s5"))
    assert house.rows("SELECT sitting_key, date FROM votes ORDER BY id") == [
        ("zz-house-1-s4", "2025-01-15"),
        ("zz-house-1-s5", "2025-01-15"),
    ]


def test_a_corrected_tally_is_applied_and_the_old_one_kept(house):
    house.says(vote())
    house.says(vote(declared=Tally(yes=3, no=1, abstain=0, present_not_voting=0, absent=0)))
    assert revisions(house) == [("declared_yes", "2", "3")]


def test_a_vote_mentions_its_sitting(house):
    house.says(vote(sitting="zz-house-1-s4"))
    assert house.row("SELECT key, number, is_stated FROM sittings") == ("zz-house-1-s4", None, 0)


def test_a_sitting_that_was_mentioned_is_filled_in(house):
    house.says(vote(sitting="zz-house-1-s4"))
    house.says(sitting(DAY))
    assert house.row("SELECT number, start_date, is_stated FROM sittings") == (4, "2025-01-15", 1)
    assert revisions(house) == []


def test_a_sitting_has_its_days_in_order(house):
    house.says(sitting(DAY, DAY - dt.timedelta(days=20)))
    assert house.row("SELECT start_date, end_date FROM sittings") == ("2024-12-26", "2025-01-15")
    assert days(house) == ["2024-12-26", "2025-01-15"]


def test_where_a_transcript_is_stays_known_when_an_answer_does_not_say_it(house):
    house.says(sitting(transcript_url="https://house.example/words/4"))
    house.says(sitting())
    assert house.row("SELECT transcript_url FROM sittings") == ("https://house.example/words/4",)


def test_a_sitting_without_days_has_none(house):
    house.says(sitting())
    assert house.row("SELECT start_date, end_date FROM sittings") == (None, None)
    assert days(house) == []


def test_a_sitting_that_was_moved_has_only_its_new_days(house):
    house.says(sitting(DAY))
    house.says(sitting(DAY + dt.timedelta(days=1)))
    assert days(house) == ["2025-01-16"]
    assert ("dates", "2025-01-15", "2025-01-16") in revisions(house)


def test_the_same_sitting_again_writes_nothing(house):
    house.says(sitting(DAY))
    assert house.says(sitting(DAY)) == 0


def test_one_day_may_belong_to_two_sittings(house):
    house.says(sitting(DAY), sitting(DAY, key="zz-house-1-s5", number=5))
    assert days(house) == ["2025-01-15", "2025-01-15"]


def test_a_vote_mentions_the_bill_that_it_names(house):
    house.says(vote(bill=BILL, bill_number="7", bill_title="Lex de nihilo"))
    found = house.row("SELECT key, number, title, is_stated FROM bills")
    assert found == (BILL, "7", "Lex de nihilo", 0)


def test_a_bill_whose_title_nobody_said_is_not_given_that_of_the_vote(house):
    house.says(vote(bill=BILL, bill_number="7"))
    assert house.row("SELECT number, title FROM bills") == ("7", "7")


def test_a_bill_is_stored_with_its_stages_in_the_order_of_the_source(house):
    house.says(bill(stage("first reading", 1), stage("final vote", 15)))
    assert stages(house) == [
        (f"{BILL}-first-reading-2025-01-01", 1),
        (f"{BILL}-final-vote-2025-01-15", 2),
    ]


def test_a_stage_goes_by_the_identifier_of_the_source(house):
    house.says(bill(stage(identifier="1K/3")))
    assert stages(house) == [(f"{BILL}-1k-3", 1)]


def test_two_stages_of_one_kind_and_day_are_two_rows(house):
    house.says(bill(stage("committee"), stage("committee"), stage("committee")))
    assert [key.removeprefix(f"{BILL}-committee-2025-01-01") for key, _ in stages(house)] == ["", "-2", "-3"]


def test_a_stage_without_a_date_says_so(house):
    house.says(bill(stage("end", date=None)))
    assert house.row("SELECT key, date FROM stages") == (f"{BILL}-end-undated", None)


def test_a_stage_that_vanished_is_marked(house):
    house.says(bill(stage("first reading"), stage("committee")))
    house.says(bill(stage("first reading")), at=LATER)
    found = house.rows("SELECT kind, withdrawn_at FROM stages ORDER BY id")
    assert found == [("first reading", None), ("committee", LATER)]


def test_the_same_bill_again_writes_nothing(house):
    said = bill(stage("committee"), stage("committee"), documents=("7", "7-A"))
    house.says(said)
    assert house.says(said) == 0


def test_a_bill_of_the_sample_adds_nothing_to_an_official_one(house):
    house.says(bill(stage("first reading")))
    house.says(bill(stage("committee"), documents=("8",)), origin="sample")
    assert len(stages(house)) == 1
    assert house.rows("SELECT * FROM bill_documents") == []


def test_a_stage_from_a_source_of_its_own_stands_beside_the_others(house):
    house.says(bill(stage("first reading")))
    house.says(BillStage(bill=BILL, position=9, stage=stage("deposit", 20)), origin="dossier")
    house.says(bill(stage("first reading")))
    assert [position for _, position in stages(house)] == [1, 9]


def test_a_stage_may_come_before_the_bill_that_it_is_of(house):
    published = stage("promulgation", 20)
    early = BillStage(bill=BILL, position=9, stage=published, chamber="zz-house", bill_number="7")
    house.says(early, origin="dossier")
    house.says(bill(stage("first reading")))
    assert [position for _, position in stages(house)] == [1, 9]
    assert house.rows("SELECT * FROM revisions") == []


def test_a_document_is_a_paper_of_its_bills(house):
    paper = Document(key="zz-print-7-a", chamber="zz-house", number="7-A", title="Relatio", bills=(BILL,))
    house.says(paper)
    assert house.row("SELECT number, title FROM documents") == ("7-A", "Relatio")
    assert house.row("SELECT * FROM bill_documents") == (BILL, "7-A")


def test_a_tally_report_may_come_before_its_vote(house):
    house.says(report(Tally(yes=3)))
    house.says(vote())
    assert house.row("SELECT key, yes, no FROM tally_reports") == ("zz-house-1-1-in-page-of-bill-7", 3, None)
    assert house.row("SELECT kind, other_place, other_value FROM discrepancies") == (
        "tally",
        "Page of bill 7",
        3,
    )


def test_a_figure_that_a_report_leaves_out_contradicts_nothing(house):
    house.says(vote(), report(Tally(yes=2)))
    assert house.rows("SELECT * FROM discrepancies") == []


@pytest.mark.parametrize(
    ("what", "subject", "collected"),
    [("votes", "zz-house-1-s4", 1), ("ballots", "zz-house-1-1", 3), ("members", "zz-house-blue", 0)],
)
def test_what_is_expected_is_compared_with_what_was_collected(house, what, subject, collected):
    house.says(vote(sitting="zz-house-1-s4"), expectation(7, subject, what))
    assert house.row("SELECT what, expected, collected FROM coverage") == (what, 7, collected)


def test_an_expectation_that_changed_makes_a_revision(house):
    house.says(expectation(7))
    house.says(expectation(8))
    assert revisions(house) == [("expected", "7", "8")]


def test_an_unknown_term_is_refused_and_nothing_of_the_answer_stored(house):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        house.says(bill(), vote(term="zz-house-99"))
    assert house.rows("SELECT * FROM bills") == []


def test_a_record_that_no_table_holds_is_refused(house):
    with pytest.raises(KeyError):
        house.says(Tally())


RECORDS = [
    person(1),
    person(2, memberships=()),
    sitting(DAY),
    bill(stage(), documents=("7",)),
    vote(bill=BILL, sitting="zz-house-1-s4"),
    vote(ballot(1), key="zz-house-1-9", documents=("7",)),
    secret_vote(),
    list_vote(),
    report(Tally(yes=2)),
    expectation(3),
]
CONTENT = {
    "persons": "key, name, birth_date, is_stated",
    "bills": "key, title, is_stated",
    "sittings": "key, number, start_date, is_stated",
    "votes": "key, bill_key, counted_yes",
    "ballots": "vote_key, person_key, option, faction",
    "memberships": "key, start_date",
    "stages": "key, position",
    "discrepancies": "subject_key, field",
    "coverage": "subject_key, collected",
}


def content(records):
    house = House(blank_database())
    for record in records:
        house.says(record)
    found = {
        table: sorted(house.rows(f"SELECT {columns} FROM {table}")) for table, columns in CONTENT.items()
    }
    house.db.close()
    return found


@settings(max_examples=40, deadline=None)
@given(st.permutations(RECORDS))
def test_the_order_in_which_answers_come_does_not_matter(records):
    assert content(records) == content(RECORDS)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(RECORDS), max_size=6))
def test_twice_is_once(records):
    house = House(blank_database())
    house.says(*records)
    assert house.says(*records) == 0
    assert house.says(*reversed(records)) == 0
    house.db.close()
