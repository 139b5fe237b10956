"""The agenda of the open data, on an invented sitting."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import (
    AGENDA_FILE,
    SITTING,
    agenda_file,
    agreed,
    answer,
    guid,
    item,
    problem,
    read,
    refusal,
)

from db.records import Bill, BillStage, Expectation, Sitting, Tally, Vote
from scrapers.parliaments.latvia.agenda import bills_on

INCLUSION = "  Par iekļaušanu nākamās kārtējās sēdes darba kārtībā"


def found(kind, *items, **changes):
    records = read(AGENDA_FILE, agenda_file(*(items or (item(),)), **changes))
    return [record for record in records if isinstance(record, kind)]


def step(*items, **changes):
    (stage,) = found(BillStage, *items, **changes)
    return stage


def error_of(*items, **changes):
    return problem(AGENDA_FILE, agenda_file(*items, **changes))


def sub_item(number, parent, **changes):
    nothing = dict.fromkeys(("LIVSDOCUMENTID", "RESULT", "READING", "NAMESUBMITED", "DKP_DOCUMENTNRLST"), "")
    words = {"TITLE": INCLUSION, "VOTEMOTIVE": INCLUSION, "DKP_SEQUENCE": f"{parent:05}.0000.{number}"}
    return item(number, **{**nothing, **words, "PARENTID": guid(parent), **changes})


def test_a_sitting_is_keyed_by_the_identifier_that_both_sources_give_it():
    (sitting,) = found(Sitting)
    assert (sitting.key, sitting.term, sitting.number) == (f"lv-saeima-14-{SITTING}", "lv-saeima-14", 3)
    assert sitting.title == "14.Saeimas 2025.gada zilā sesija, kārtējā sēde"


def test_a_sitting_that_is_continued_has_all_its_days():
    (sitting,) = found(Sitting, CONTINUE_DATES="10.04.2025 09:00#17.04.2025 09:00")
    assert [day.isoformat() for day in sitting.dates] == ["2025-04-03", "2025-04-10", "2025-04-17"]


def test_a_sitting_is_of_the_term_that_the_file_states_and_not_of_its_name():
    (sitting,) = found(Sitting, PARLAMENTNUMBER="13")
    assert sitting.term == "lv-saeima-13"


def test_two_sittings_of_one_day_have_keys_of_their_own():
    (first,), (second,) = (
        found(Sitting, item(DK_ID=guid(number)), WORKSEQUENCEID=guid(number)) for number in (1, 2)
    )
    assert first.dates == second.dates
    assert first.key != second.key


def test_a_question_hour_needs_no_number():
    assert found(Sitting, SESSIONTYPE="5", DK_NUMBER="") == []


def test_an_ordinary_sitting_without_a_number_is_refused():
    assert error_of(item(), DK_NUMBER="").element == "DK.DK_NUMBER"


def test_an_unknown_kind_of_sitting_is_refused():
    assert error_of(item(), SESSIONTYPE="9").problem == "unknown kind of sitting '9'"


def test_an_unknown_state_of_a_sitting_is_refused():
    assert error_of(item(), STATUS="5").problem == "unknown state '5'"


def test_a_cancelled_sitting_gives_nothing():
    assert read(AGENDA_FILE, agenda_file(STATUS="8")) == ()


def test_a_sitting_that_was_held_but_has_no_items_is_refused():
    assert error_of().problem == "no items, though the sitting was held"


def test_an_item_of_another_sitting_is_refused():
    assert error_of(item(DK_ID=guid(5))).element == "DKP.DK_ID"


@pytest.mark.parametrize("name", ["DKDATE", "CONTINUE_DATES", "PARLAMENTNUMBER", "WORKSEQUENCEID", "STATUS"])
def test_whatever_a_sitting_lacks_is_named(name):
    assert error_of(item(), **{name: None}).element == f"DK.{name}"


@pytest.mark.parametrize(
    "name", ["DKP_ID", "DKP_SEQUENCE", "LIVSDOCUMENTID", "RESULT", "VOTE_TYPE", "PARENTID"]
)
def test_whatever_an_item_lacks_is_named(name):
    assert error_of(item(**{name: None})).element == f"DKP.{name}"


@pytest.mark.parametrize("date", ["2025-04-03", "04/31/2025", "3.4.2025", "31.04.2025", ""])
def test_a_date_in_another_form_is_refused(date):
    assert error_of(item(), DKDATE=date).element == "DK.DKDATE"


def test_votes_are_expected_of_items_and_of_sub_items():
    (expected,) = found(Expectation, item(1), sub_item(2, 1), item(3))
    assert expected == Expectation(subject=f"lv-saeima-14-{SITTING}", what="votes", expected=3)


def test_a_vote_is_expected_of_what_passed_by_consensus_too():
    (expected,) = found(Expectation, item(1), agreed(2))
    assert expected.expected == 2


def test_a_registration_of_those_present_is_not_expected_as_a_vote():
    words = {"TITLE": "Deputātu klātbūtnes reģistrācija", "VOTEMOTIVE": "Deputātu klātbūtnes reģistrācija"}
    nothing = dict.fromkeys(("VOTERESULT_FOR", "LIVSDOCUMENTID", "RESULT"), "")
    (expected,) = found(Expectation, item(1), item(2, **words, **nothing))
    assert expected.expected == 1


def test_an_election_without_a_tally_is_expected_as_a_vote():
    (expected,) = found(Expectation, item(1, VOTERESULT_FOR="", VOTE_TYPE="1#1#1"))
    assert expected.expected == 1


def test_a_bill_has_the_numbers_of_its_papers_and_of_its_items():
    (bill,) = found(Bill)
    assert (bill.key, bill.number, bill.kind) == ("lv-saeima-7-lp14", "7/Lp14", "likumprojekts")
    assert bill.documents == ("70", "70A", guid(1))


def test_the_tracked_bill_is_marked():
    (bill,) = found(Bill, item(LIVSDOCUMENTID="898/Lp14"))
    assert bill.is_tracked
    assert not found(Bill)[0].is_tracked


def test_a_bill_has_the_sub_items_of_no_other():
    one, other = found(Bill, item(1), item(2, LIVSDOCUMENTID="8/Lp14"), sub_item(3, 2))
    assert guid(3) not in one.documents
    assert guid(3) in other.documents


def test_a_bill_has_the_sub_items_under_it_however_deep():
    (bill,) = found(Bill, item(1), sub_item(2, 1), sub_item(3, 2), sub_item(4, 9))
    assert bill.documents[2:] == (guid(1), guid(2), guid(3))


def test_items_that_are_parents_of_each_other_end_the_climb():
    (bill,) = found(Bill, item(1, PARENTID=guid(2)), sub_item(2, 1))
    assert bill.documents[2:] == (guid(1), guid(2))


def test_items_come_by_their_sequence_and_not_in_the_order_of_the_file():
    bills = found(Bill, item(2, LIVSDOCUMENTID="8/Lp14"), item(1))
    assert [bill.number for bill in bills] == ["7/Lp14", "8/Lp14"]


def test_what_is_no_number_of_a_bill_is_refused():
    assert "is not the number of a bill" in error_of(item(LIVSDOCUMENTID="7/Xx14")).problem


def test_a_bill_without_a_title_is_refused():
    assert error_of(item(TITLE="")).element == "title of 7/Lp14"


def test_a_step_has_its_day_sponsor_result_and_papers():
    stage = step().stage
    assert (stage.kind, stage.date, stage.actor) == ("first reading", dt.date(2025, 4, 3), "Zilā komisija")
    assert (stage.decision, stage.document) == ("Pieņemts", "70, 70A")
    assert stage.sitting == f"lv-saeima-14-{SITTING}"


def test_the_day_of_a_step_is_unknown_where_the_sitting_had_several():
    stage = step(item(), CONTINUE_DATES="10.04.2025 09:00").stage
    assert (stage.date, stage.identifier) == (None, guid(1))


def test_reading_1_is_a_referral_where_the_motive_says_so():
    assert step(item(VOTEMOTIVE="Par zilo krāsu (7/Lp14), nodošana komisijām")).stage.kind == "referral"


@pytest.mark.parametrize(
    ("reading", "kind", "position"),
    [("1", "first reading", 4), ("2", "second reading", 5), ("3", "third reading", 6), ("9", "other", 7)],
)
def test_the_step_of_a_reading_has_its_kind_and_place(reading, kind, position):
    found_step = step(item(READING=reading))
    assert (found_step.stage.kind, found_step.position) == (kind, position)


def test_what_has_a_result_but_no_ballot_passed_by_consensus():
    (vote,) = found(Vote, agreed())
    assert (vote.method, vote.ballots_status, vote.declared) == ("consensus", "consensus", Tally())
    assert (vote.outcome, vote.outcome_label, vote.ballots) == ("passed", "Nodots komisijai", ())
    assert (vote.key, vote.bill) == (f"lv-saeima-14-{guid(1)}", "lv-saeima-7-lp14")


def test_a_referral_by_consensus_is_no_final_vote():
    assert not found(Vote, agreed())[0].is_final


def test_what_became_law_by_consensus_is_final():
    motive = "Par zilo krāsu (7/Lp14), 3.lasījums"
    (vote,) = found(Vote, agreed(RESULT="Likums", VOTEMOTIVE=motive))
    assert (vote.is_final, vote.meaning_of_yes) == (True, "for the bill")


def test_a_result_that_is_not_known_stays_in_its_own_words():
    (vote,) = found(Vote, agreed(RESULT="Zilā atbilde"))
    assert (vote.outcome, vote.outcome_label) == (None, "Zilā atbilde")


@pytest.mark.parametrize("changes", [{"RESULT": "Atsaukts"}, {"RESULT": ""}, {"VOTE_TYPE": "1#0#0"}])
def test_what_was_taken_back_or_not_decided_or_voted_on_did_not_pass_by_consensus(changes):
    assert found(Vote, agreed(**changes)) == []


def test_no_day_is_made_up_for_consensus_in_a_continued_sitting():
    assert found(Vote, agreed(), CONTINUE_DATES="10.04.2025 09:00") == []


def test_an_item_with_a_ballot_is_left_to_the_file_of_votes():
    assert found(Vote) == []


def test_an_agenda_names_the_bills_of_its_items_and_of_their_motives():
    motive = "Par likumprojekta Par zilo krāsu (8/Lp14) iekļaušanu Saeimas sēdes darba kārtībā"
    body = agenda_file(item(), sub_item(2, 9, VOTEMOTIVE=motive, PARENTID=""))
    assert bills_on(answer(AGENDA_FILE, body)) == {"7/Lp14", "8/Lp14"}


def test_a_cancelled_sitting_names_no_bills():
    assert bills_on(answer(AGENDA_FILE, agenda_file(STATUS="8"))) == set()


def test_a_file_without_a_sitting_is_refused():
    assert problem(AGENDA_FILE, f"<DKroot>{item()}</DKroot>").element == "DK"


@given(st.text(max_size=30))
def test_no_date_makes_the_page_fail_but_by_a_named_error(text):
    printable = "".join(letter for letter in text if letter.isprintable())
    assert refusal(AGENDA_FILE, agenda_file(item(), DKDATE=printable)) in {None, "DK.DKDATE"}
