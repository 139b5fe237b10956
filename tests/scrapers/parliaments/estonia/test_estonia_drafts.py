import datetime as dt

import pytest
from estonia_answers import (
    API,
    DRAFT_URL,
    SITTING,
    a_bills_vote,
    a_committee,
    a_draft,
    a_plenary,
    a_reading,
    a_status,
    a_text,
    answer,
    problem_at,
    read_at,
    uuid,
)

from db.records import Bill, Document, Expectation, Sitting
from scrapers.parliaments.estonia.drafts import found_drafts, is_denunciation

SEARCH_URL = f"{API}/volumes/drafts?mark=11&membership=15"
LEAVING = "Jalaväemiinide keelustamise konventsioonist taganemise seadus"


def the_bill(*readings, **changes):
    (bill,) = the(Bill, a_draft(*readings, **changes))
    return bill


def the(kind, content):
    return [record for record in read_at(DRAFT_URL, content) if isinstance(record, kind)]


def stages(*events, reading="SECOND_READING"):
    return the_bill(a_reading(reading, *events)).stages


def draft_problem(*readings, **changes):
    return problem_at(DRAFT_URL, a_draft(*readings, **changes))


def event_problem(event):
    return draft_problem(a_reading("FIRST_READING", event))


def a_search(*drafts):
    page = {"size": 20, "totalElements": len(drafts), "totalPages": 1, "number": 0}
    return {"_embedded": {"content": list(drafts)}, "page": page}


def test_a_bill_is_named_by_its_term_and_number():
    bill = the_bill()
    assert (bill.key, bill.number, bill.term) == ("ee-riigikogu-15-11", "11 SE", "ee-riigikogu-15")


def test_a_bill_keeps_its_key_when_a_veto_changes_its_type():
    before, after = the_bill(), the_bill(draftTypeCode="UA")
    assert before.key == after.key
    assert (before.number, after.number) == ("11 SE", "11 UA")


def test_the_number_of_a_bill_is_used_again_in_the_next_term():
    assert the_bill(membership=14).key == "ee-riigikogu-14-11"


def test_a_bill_has_its_initiators_days_and_public_page():
    bill = the_bill(initiators=[{"name": "Member 001"}, {"name": "Member 002"}])
    assert bill.sponsor == "Member 001, Member 002"
    assert (bill.submitted, bill.closed) == (dt.date(2025, 1, 6), dt.date(2025, 1, 8))
    assert bill.url == f"https://www.riigikogu.ee/tegevus/eelnoud/eelnou/{uuid(5)}/ei-millegi-seadus"


def test_a_matter_that_nobody_initiated_has_no_day_and_no_sponsor():
    bill = the_bill(initiated=None, initiators=[])
    assert (bill.submitted, bill.sponsor) == (None, None)


def test_a_bill_under_way_is_neither_decided_nor_closed():
    bill = the_bill(activeDraftStage="TEINE_LUGEMINE", accepted=None)
    assert (bill.decision, bill.closed) == (None, None)


def test_a_rejected_bill_was_closed_by_the_sitting_that_rejected_it():
    rejected = a_plenary(decisionCode="TAGASI_LYKATUD")
    bill = the_bill(a_reading("FIRST_READING", rejected), activeDraftStage="TAGASI_LYKATUD", accepted=None)
    assert (bill.decision, bill.closed) == ("TAGASI_LYKATUD", dt.date(2025, 1, 8))


@pytest.mark.parametrize(
    ("title", "is_tracked"),
    [
        (LEAVING, True),
        ("Jalaväemiinide konventsiooni denonsseerimise seadus", True),
        ("Jalaväemiinide konventsiooniga ühinemise seadus", False),
        ("Konventsioonist taganemise seadus", False),
        ("Meremiinide ja muude asjade seadus", False),
        ("Alumiiniumi konventsioonist taganemise seadus", False),
    ],
)
def test_a_bill_is_tracked_by_the_words_of_its_title(title, is_tracked):
    assert is_denunciation(title) is is_tracked
    assert the_bill(title=title).is_tracked is is_tracked


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("ALGATATUD", "submission"),
        ("MENETLUSSE_VOETUD", "referral"),
        ("SAADETUD_VABARIIGI_PRESIDENDILE", "to head of state"),
        ("VALJAKUULUTATUD", "promulgation"),
        ("VALJA_KUULUTAMATA_JAETUD", "veto"),
        ("UUESTI_ARUTAMINE", "reconsideration"),
        ("AVALDATUD_RIIGITEATAJAS", "other"),
        ("TAGASI_VOETUD", "end"),
    ],
)
def test_an_entry_of_the_clerks_is_a_stage_in_their_own_word(status, kind):
    (stage,) = stages(a_status(status))
    assert (stage.kind, stage.label, stage.date) == (kind, status, dt.date(2025, 1, 8))


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        ("FIRST_READING", "first reading"),
        ("SECOND_READING", "second reading"),
        ("SECOND_READING_CONTINUED", "second reading"),
        ("THIRD_READING", "third reading"),
        ("REDISCUSS", "reconsideration"),
        ("EFFECTUATION", "other"),
    ],
)
def test_a_sitting_is_the_reading_that_it_stands_under(reading, kind):
    (stage,) = stages(a_plenary(), reading=reading)
    assert (stage.kind, stage.label, stage.decision) == (kind, SITTING, "VASTU_VOETUD")
    assert stage.sitting == "ee-riigikogu-202501081400"


@pytest.mark.parametrize("decision", [None, "II_LUGEMINE_LOPETATUD"])
def test_a_sitting_may_decide_nothing_or_decide_without_a_vote(decision):
    (stage,) = stages(a_plenary(decisionCode=decision))
    assert (stage.decision, stage.vote) == (decision, None)


def test_a_committees_meeting_has_its_decisions_in_its_own_words():
    meeting = a_committee(("A", "Teha ettepanek", "muudetud kujul"), ("B", "Muu otsus", None))
    (stage,) = stages(meeting)
    assert (stage.kind, stage.decision) == ("committee", "Teha ettepanek: muudetud kujul; Muu otsus")


def test_a_committee_that_decided_nothing_met_nevertheless():
    (stage,) = stages(a_committee())
    assert (stage.kind, stage.decision) == ("committee", None)


def test_the_day_that_a_committee_plans_is_no_stage():
    meeting = a_committee(("A", "Teha ettepanek", None))
    meeting["committeeDecisions"][0]["plenaryAgendaDateTime"] = "2025-05-22T10:00:00"
    assert [stage.date for stage in stages(meeting)] == [dt.date(2025, 1, 7)]


def test_the_votes_of_a_sitting_are_stages_in_the_order_of_their_times():
    late = a_bills_vote(2, "15:20:00", "2. muudatusettepanek")
    early = a_bills_vote(1, "15:10:00.5", "1. muudatusettepanek")
    _, first, second = stages(a_plenary(late, early))
    assert (first.label, second.label) == ("1. muudatusettepanek", "2. muudatusettepanek")
    assert (first.kind, first.vote) == ("other", f"ee-riigikogu-{uuid(1)}")


def test_of_votes_that_were_broken_off_and_repeated_only_the_last_is_final():
    again = a_bills_vote(2, "10:48:37.3"), a_bills_vote(1, "10:47:20.33"), a_bills_vote(3, "10:52:10.447")
    reading, *votes = stages(a_plenary(*again))
    assert [vote.kind for vote in votes] == ["other", "other", "final vote"]
    assert reading.vote == votes[-1].vote == f"ee-riigikogu-{uuid(3)}"


def test_a_bill_adopted_again_after_a_veto_has_a_final_vote_of_its_own():
    vote = a_bills_vote(1, description="Muutmata kujul uuesti vastuvõtmine")
    reading, final = stages(a_plenary(vote), reading="REDISCUSS")
    assert (reading.kind, final.kind) == ("reconsideration", "final vote")


def test_a_vote_without_words_goes_by_its_type():
    _, vote = stages(a_plenary(a_bills_vote(1, description=None)))
    assert (vote.label, vote.kind) == ("avalik", "other")


def test_a_vote_after_midnight_belongs_to_the_day_of_its_sitting():
    _, vote = stages(a_plenary(a_bills_vote(1, "02:13:07.82", day="2025-01-09")))
    assert vote.date == dt.date(2025, 1, 8)


def test_stages_are_in_the_order_of_their_days_and_else_in_the_sources():
    events = a_status("MENETLUSSE_VOETUD"), a_status("ALGATATUD"), a_committee()
    assert [stage.kind for stage in stages(*events)] == ["committee", "referral", "submission"]


def test_the_sittings_that_dealt_with_a_bill_are_told_with_it():
    (sitting,) = the(Sitting, a_draft(a_reading("FIRST_READING", a_plenary(), a_committee())))
    assert (sitting.key, sitting.title) == ("ee-riigikogu-202501081400", SITTING)


def test_a_bill_says_how_many_files_and_debates_it_has():
    night = a_plenary(
        title="Täiskogu korraline istung neljapäev, 9.01.2025 10:00", date="2025-01-09T10:00:00"
    )
    content = a_draft(
        a_reading("FIRST_READING", a_plenary()),
        a_reading("SECOND_READING", a_plenary(), night, a_status("SAADETUD_RT")),
        texts=[a_text(8), a_text(9)],
    )
    found = [record for record in read_at(DRAFT_URL, content) if isinstance(record, Expectation)]
    assert {(record.subject, record.what): record.expected for record in found} == {
        ("ee-riigikogu-15-11", "documents"): 2,
        ("ee-riigikogu-15-11", "transcripts"): 2,
    }


def test_a_file_of_a_bill_is_a_document():
    (document,) = the(Document, a_draft(texts=[a_text()]))
    assert (document.number, document.title) == ("11_SE.docx", "Algtekst: Eelnõu")
    assert (document.date, document.bills) == (dt.date(2025, 1, 6), ("ee-riigikogu-15-11",))
    assert document.url == f"https://api.riigikogu.ee/api/files/{uuid(8)}/download"


def test_a_file_that_is_not_public_has_no_address():
    (document,) = the(Document, a_draft(texts=[a_text(accessRestrictionType="FOR_USE_WITHIN_ESTABLISHMENT")]))
    assert document.url is None


def test_a_file_without_a_title_goes_by_its_document():
    (document,) = the(Document, a_draft(texts=[a_text(fileTitle=None)]))
    assert document.title == "Algtekst"


def test_an_unknown_status_is_a_named_error():
    found = event_problem(a_status("UNUSTATUD"))
    assert (found.element, found.problem) == (
        "$.readings[0].proceedingEvents[0].status",
        "unknown word 'UNUSTATUD'",
    )


def test_an_unknown_reading_is_a_named_error():
    assert draft_problem(a_reading("FOURTH_READING")).element == "$.readings[0].readingCode"


def test_an_unknown_type_is_a_named_error():
    assert draft_problem(draftTypeCode="XX").problem == "unknown word 'XX'"


def test_an_event_of_no_known_shape_is_a_named_error():
    assert event_problem({"date": "2025-01-08T15:26:00"}).problem == "neither a status nor a sitting"
    unknown = {"date": "2025-01-08T15:26:00", "sittingTitle": SITTING}
    assert "neither committeeDecisions nor votings" in event_problem(unknown).problem


def test_a_sitting_without_a_day_is_a_named_error():
    assert event_problem(a_plenary(title="Täiskogu istung")).problem.startswith("no day and hour")


def test_another_bill_than_the_one_asked_for_is_a_named_error():
    assert draft_problem(uuid=uuid(6)).element == "$.uuid"


def test_a_bill_of_an_unknown_term_is_a_named_error():
    found = draft_problem(membership=16)
    assert (found.element, found.problem) == ("$.membership", "unknown word 16")


def test_a_bill_without_a_single_reading_is_a_named_error():
    assert problem_at(DRAFT_URL, {**a_draft(), "readings": []}).element == "$.readings"


@pytest.mark.parametrize("element", ["uuid", "title", "mark", "membership", "draftTypeCode", "readings"])
def test_a_missing_element_of_a_bill_is_a_named_error(element):
    assert f"`{element}`" in draft_problem(**{element: None}).problem


def test_a_search_names_the_bills_that_it_found():
    found = {"uuid": uuid(5), "mark": 11, "membership": 15}
    assert [draft.uuid for draft in found_drafts(answer(SEARCH_URL, a_search(found)))] == [uuid(5)]
    assert read_at(SEARCH_URL, a_search(found)) == ()


@pytest.mark.parametrize("content", [a_search(), {"page": {"totalElements": 0}}])
def test_a_search_that_found_nothing_is_a_named_error(content):
    found = problem_at(SEARCH_URL, content)
    assert (found.element, found.problem) == ("$._embedded.content", "no bill found, 0 stated")
