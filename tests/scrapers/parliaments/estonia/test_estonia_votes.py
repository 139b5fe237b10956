import datetime as dt

import pytest
from estonia_answers import (
    API,
    SITTING,
    VOTE_URL,
    a_sitting,
    a_vote,
    a_voter,
    a_voting,
    answer,
    coded,
    problem,
    problem_at,
    read_at,
    uuid,
)
from hypothesis import given, strategies

from db.records import Expectation, Sitting, Tally, TallyReport, Vote, count

LIST_URL = f"{API}/votings?startDate=2025-01-08&endDate=2025-01-08"
CHECK = {"kind": "KOHALOLEKU_KONTROLL", "description": "Kohaloleku kontroll"}


def the_vote(content):
    (vote,) = [record for record in read_at(VOTE_URL, content) if isinstance(record, Vote)]
    return vote


def test_a_vote_is_named_by_the_identifier_that_all_answers_share():
    assert the_vote(a_vote()).key == f"ee-riigikogu-{uuid(7)}"


def test_neutral_is_an_abstention_and_abstained_is_not():
    declared = the_vote(a_vote("PPPVVEHH---")).declared
    assert declared == Tally(yes=3, no=2, abstain=1, present_not_voting=2, absent=3)


def test_those_who_did_not_vote_include_the_absent_and_are_told_apart():
    content = a_vote("PPHHH--")
    assert content["abstained"] == 5
    assert (the_vote(content).declared.present_not_voting, the_vote(content).declared.absent) == (3, 2)


@given(strategies.text(alphabet="PVEH-", min_size=1, max_size=101))
def test_the_ballots_of_any_vote_make_its_tally(ballots):
    vote = the_vote(a_vote(ballots))
    assert count(vote.ballots) == vote.declared


@pytest.mark.parametrize(
    ("letter", "option", "label"),
    [
        ("P", "yes", "poolt"),
        ("V", "no", "vastu"),
        ("E", "abstain", "erapooletu"),
        ("H", "present_not_voting", "ei hääletanud"),
        ("-", "absent", "puudub"),
    ],
)
def test_a_ballot_keeps_the_word_of_the_source(letter, option, label):
    (ballot,) = the_vote(a_vote(letter)).ballots
    assert (ballot.option, ballot.label, ballot.basis) == (option, label, "stated")


def test_a_ballot_has_the_member_and_the_faction_of_that_moment():
    (ballot,) = the_vote(a_vote("P")).ballots
    assert (ballot.identifier, ballot.family_name, ballot.given_name) == (uuid(1001), "001", "Member")
    assert ballot.faction == "Blue fraktsioon"


def test_a_ballot_without_a_faction_has_none():
    (ballot,) = the_vote(a_vote("P", voters=[a_voter(1, "P", faction=None)])).ballots
    assert ballot.faction is None


def test_a_vote_belongs_to_the_bill_of_its_term():
    vote = the_vote(a_vote())
    assert (vote.bill, vote.bill_number, vote.bill_title) == ("ee-riigikogu-15-11", "11", "Ei millegi seadus")


def test_the_number_of_a_bill_is_used_again_in_the_next_term():
    sitting = {"title": "Täiskogu korraline istung neljapäev, 12.01.2023 10:00"}
    vote = the_vote(a_vote(sitting=sitting, startDateTime="2023-01-12T12:00:00"))
    assert (vote.bill, vote.term) == ("ee-riigikogu-14-11", "ee-riigikogu-14")


def test_a_vote_without_a_bill_is_called_by_its_paper_or_its_own_words():
    paper = {"uuid": uuid(6), "title": "Nothing at all"}
    assert the_vote(a_vote(relatedDraft=None, relatedDocument=paper)).title == "Nothing at all"
    assert the_vote(a_vote(relatedDraft=None)).title == "Lõpphääletus"


def test_a_vote_on_nothing_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote(relatedDraft=None, description=None))
    assert (found.element, found.problem) == ("$.description", "nothing says what was voted on")


def test_the_time_is_the_clock_of_tallinn_in_winter_and_in_summer():
    assert the_vote(a_vote()).time.isoformat() == "2025-01-08T15:04:34.790000+02:00"
    summer = {"sitting": {"title": "Täiskogu istung kolmapäev, 4.06.2025 14:00"}}
    vote = the_vote(a_vote(**summer, startDateTime="2025-06-04T15:04:34"))
    assert vote.time.astimezone(dt.UTC).isoformat() == "2025-06-04T12:04:34+00:00"


@pytest.mark.parametrize("fraction", ["", ".7", ".79", ".791"])
def test_a_time_has_any_number_of_digits_of_a_second(fraction):
    vote = the_vote(a_vote(startDateTime=f"2025-01-08T15:04:34{fraction}"))
    assert vote.time.replace(microsecond=0).isoformat() == "2025-01-08T15:04:34+02:00"


def test_a_time_that_claims_a_zone_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote(startDateTime="2025-01-08T15:04:34.000+00:00"))
    assert found.element == "$.startDateTime"


def test_a_date_in_another_form_is_a_named_error():
    assert problem_at(VOTE_URL, a_vote(startDateTime="08.01.2025 15:04")).element == "$.startDateTime"


def test_a_vote_after_midnight_has_the_day_of_its_sitting():
    vote = the_vote(a_vote(startDateTime="2025-01-09T03:59:00"))
    assert (vote.date, vote.time.day, vote.sitting) == (dt.date(2025, 1, 8), 9, "ee-riigikogu-202501081400")


def test_the_sitting_of_a_vote_is_told_with_it():
    assert read_at(VOTE_URL, a_vote())[0] == Sitting(
        key="ee-riigikogu-202501081400",
        chamber="ee-riigikogu",
        term="ee-riigikogu-15",
        number=202501081400,
        title=SITTING,
        dates=(dt.date(2025, 1, 8),),
    )


def test_a_secret_vote_has_totals_and_no_ballots():
    vote = the_vote(a_vote("PPPV-", "SALAJANE", voters=[a_voter(1, "P", decision=None)]))
    assert (vote.method, vote.ballots_status, vote.ballots) == ("secret", "secret", ())
    assert vote.declared == Tally(yes=3, no=1, abstain=0)


def test_a_presence_check_is_no_vote_on_the_bill():
    vote = the_vote(a_vote("KK-", **CHECK))
    assert (vote.meaning_of_yes, vote.bill, vote.is_final, vote.outcome) == (
        "quorum check",
        None,
        False,
        None,
    )
    assert vote.declared == Tally(present_not_voting=2, absent=1)


def test_those_at_a_presence_check_are_present_and_did_not_vote():
    ballots = the_vote(a_vote("K-", **CHECK)).ballots
    assert [(ballot.option, ballot.label) for ballot in ballots] == [
        ("present_not_voting", "kohal"),
        ("absent", "puudub"),
    ]


def test_a_presence_check_is_known_by_its_type_and_not_by_its_words():
    vote = the_vote(a_vote("K-", "KOHALOLEKU_KONTROLL", description="Lõpphääletus"))
    assert (vote.meaning_of_yes, vote.is_final) == ("quorum check", False)


def test_somebody_merely_present_where_members_voted_is_a_named_error():
    assert problem_at(VOTE_URL, a_vote("PK")).element == "$.voters[1].decision.code"


def test_the_result_is_derived_and_the_source_has_no_words_for_it():
    vote = the_vote(a_vote("PPV", description="1. muudatusettepanek"))
    assert (vote.outcome, vote.outcome_label, vote.threshold_base) == ("passed", None, "more yes than no")


def test_a_decision_whose_title_tells_of_it_needs_51_and_says_so():
    draft = {
        "uuid": uuid(5),
        "title": 'Riigikogu otsus "Ettepaneku tegemine Vabariigi Valitsusele"',
        "mark": 11,
    }
    vote = the_vote(a_vote("PPPP", relatedDraft=draft))
    assert (vote.threshold, vote.threshold_base) == (51, "more than half of all 101 seats")
    assert vote.outcome == "rejected"


def test_a_vote_that_may_need_51_members_is_left_open_where_that_decides():
    vote = the_vote(a_vote("P" * 17 + "H" * 70 + "-" * 14))
    assert vote.outcome is None
    assert "does not say which" in vote.threshold_base


def test_an_unknown_code_is_a_named_error_and_nobody_is_made_absent():
    strange = a_voter(1, "P", decision=coded("MAYBE"))
    found = problem_at(VOTE_URL, a_vote("P", voters=[strange]))
    assert (found.element, found.problem) == ("$.voters[0].decision.code", "unknown word 'MAYBE'")


def test_an_unknown_type_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote(kind="KASI_PUSTI"))
    assert (found.element, found.problem) == ("$.type.code", "unknown word 'KASI_PUSTI'")


def test_an_open_vote_with_an_empty_ballot_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote("P", voters=[a_voter(1, "P", decision=None)]))
    assert found.element == "$.voters[0].decision"


def test_an_open_vote_without_its_ballots_is_a_named_error():
    assert problem_at(VOTE_URL, a_vote(voters=None)).element == "$.voters"


def test_a_missing_ballot_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote("PPV", voters=[a_voter(1, "P"), a_voter(2, "V")]))
    assert found.problem == "1 ballots are yes, but 2 is stated"


def test_a_member_with_two_ballots_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote("PP", voters=[a_voter(1, "P"), a_voter(1, "P")]))
    assert found.problem == f"member {uuid(1001)} has 2 ballots"


def test_figures_that_are_not_all_members_are_a_named_error():
    found = problem_at(VOTE_URL, a_vote("PPV-", abstained=0))
    assert (found.element, found.problem) == ("$.abstained", "2 + 1 + 0 + 0 make 3, but 4 could vote")


def test_more_absent_than_did_not_vote_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote("PP--", inFavor=3, abstained=1))
    assert found.problem == "1 did not vote, yet 2 were absent"


@pytest.mark.parametrize("element", ["inFavor", "against", "neutral", "abstained"])
def test_a_missing_figure_of_an_open_vote_is_a_named_error(element):
    assert problem_at(VOTE_URL, a_vote(**{element: None})).element == f"$.{element}"


@pytest.mark.parametrize("element", ["uuid", "type", "startDateTime", "present", "absent", "sitting"])
def test_a_missing_element_of_a_vote_is_a_named_error(element):
    assert f"`{element}`" in problem_at(VOTE_URL, a_vote(**{element: None})).problem


def test_another_vote_than_the_one_asked_for_is_a_named_error():
    assert problem_at(VOTE_URL, a_vote(uuid=uuid(8))).element == "$.uuid"


@pytest.mark.parametrize(
    "title", ["Komisjoni istung", "Täiskogu istung, 31.02.2025 14:00", "istung 8.01.2025"]
)
def test_a_sitting_without_a_day_and_hour_is_a_named_error(title):
    assert problem_at(VOTE_URL, a_vote(sitting={"title": title})).element == "$.sitting.title"


def test_a_sitting_before_the_first_known_term_is_a_named_error():
    found = problem_at(VOTE_URL, a_vote(sitting={"title": "Istung, 1.01.1991 10:00"}))
    assert "before the first known term" in found.problem


def test_a_page_of_a_guard_in_place_of_the_answer_is_a_named_error():
    found = problem(answer(VOTE_URL, b"<html><title>Too Many Requests</title></html>", "text/html"))
    assert "'Too Many Requests'" in found.problem


@pytest.mark.parametrize("body", [b"", b'{"uuid": "', b"\xff\xfe", b"null", b"[]"])
def test_an_answer_that_is_no_vote_is_a_named_error(body):
    assert problem(answer(VOTE_URL, body)).url == VOTE_URL


@given(strategies.binary(max_size=200))
def test_whatever_comes_in_place_of_a_vote_is_refused(body):
    assert problem(answer(VOTE_URL, body)).url == VOTE_URL


def test_a_list_tells_its_sittings_their_votes_and_the_tallies():
    content = [a_sitting(a_voting("PPV-"), a_voting("VVP-", number=8, description="1. muudatusettepanek"))]
    sitting, expectation, transcript, first, second = read_at(LIST_URL, content)
    assert (sitting.key, sitting.title) == ("ee-riigikogu-202501081400", SITTING)
    assert expectation == Expectation(subject=sitting.key, what="votes", expected=2)
    assert transcript == Expectation(subject=sitting.key, what="transcripts", expected=1)
    assert first == TallyReport(
        vote=f"ee-riigikogu-{uuid(7)}",
        place="list of votes",
        tally=Tally(yes=2, no=1, abstain=0, present_not_voting=0, absent=1),
    )
    assert second.vote == f"ee-riigikogu-{uuid(8)}"


def test_a_sitting_without_votes_is_a_sitting_nevertheless():
    sitting, expectation, _ = read_at(LIST_URL, [a_sitting()])
    assert (sitting.key, expectation.expected) == ("ee-riigikogu-202501081400", 0)


def test_an_empty_list_of_a_session_is_a_named_error():
    assert problem_at(LIST_URL, []).element == "$"


def test_a_listed_sitting_of_another_term_than_its_day_is_a_named_error():
    assert problem_at(LIST_URL, [a_sitting(membership=14)]).element == "$[0].membership"


def test_a_listed_sitting_of_an_unknown_term_is_a_named_error():
    assert problem_at(LIST_URL, [a_sitting(membership=16)]).problem == "unknown word 16"


def test_a_listed_vote_that_does_not_add_up_is_named_by_its_place():
    found = problem_at(LIST_URL, [a_sitting(a_voting(), a_voting("PP", neutral=1))])
    assert found.element == "$[0].votings[1].abstained"
