"""The course of a sitting of an invented Seimas."""

import datetime as dt

import pytest
from invented_seimas import (
    BLUE_BILL,
    GREEN_BILL,
    OTTAWA_BILL,
    answer,
    course,
    error_of,
    only,
    question,
    read,
    vote,
)

from db.records import Bill, Expectation, Tally, Vote
from scrapers.parliaments.lithuania.course import GROUP, read_course

ADOPTION = "dėl šio įstatymo priėmimo"
ADOPTED = vote(-60001, ADOPTION, "Priimta")
AGREED = vote(-60002, "dėl pritarimo po pateikimo", "Pritarta bendru sutarimu")


def vote_of(*questions):
    return only(Vote, read(course(*questions)))


def bills_of(*questions):
    return [record for record in read(course(*questions)) if isinstance(record, Bill)]


def adoption(title=BLUE_BILL, taken=ADOPTED, **attributes):
    return question(-9300, title, "Priėmimas", taken, **attributes)


def test_a_vote_has_the_keys_of_itself_and_its_sitting():
    found = vote_of(adoption())
    assert (found.key, found.sitting, found.term) == ("lt-seimas--60001", "lt-seimas--502100", "lt-seimas-10")


def test_a_vote_has_its_question_its_outcome_and_its_moment():
    found = vote_of(adoption())
    assert (found.question, found.outcome, found.outcome_label) == (ADOPTION, "passed", "Priimta")
    assert found.time.isoformat() == "2025-05-08T12:30:01+03:00"


def test_a_vote_after_midnight_keeps_the_date_of_its_sitting():
    found = vote_of(adoption(taken=vote(-60001, ADOPTION, "Priimta", time="2025-05-09 00:10:00")))
    assert (found.date, found.time.day) == (dt.date(2025, 5, 8), 9)


def test_the_ballots_of_an_open_vote_are_not_collected_here():
    found = vote_of(adoption())
    assert (found.method, found.ballots_status, found.ballots) == ("electronic", "not_collected", ())


def test_a_consensus_decision_is_a_vote_without_figures_and_without_absentees():
    found = vote_of(question(-9300, BLUE_BILL, "Pateikimas", AGREED))
    assert (found.method, found.ballots_status, found.outcome) == ("consensus", "consensus", "passed")
    assert (found.declared, found.ballots) == (Tally(), ())


def test_a_secret_vote_is_a_row_with_its_reason():
    found = vote_of(question(-9300, "Rinkimai", "Klausimas", vote(-60001, "slaptas balsavimas", "")))
    assert (found.method, found.ballots_status, found.outcome) == ("secret", "secret", None)


def test_nepriimta_contains_priimta_and_is_rejected():
    assert vote_of(adoption(taken=vote(-60001, ADOPTION, "Nepriimta"))).outcome == "rejected"


def test_figures_in_the_line_of_result_are_the_declared_ones():
    found = vote_of(adoption(taken=vote(-60001, ADOPTION, "Priimta (už 73, prieš 1, susilaikė 7)")))
    assert found.declared == Tally(yes=73, no=1, abstain=7)


def test_a_line_without_figures_declares_nothing():
    assert vote_of(adoption()).declared == Tally()


def test_the_number_of_the_amended_law_is_not_taken_for_the_bill():
    found = vote_of(adoption())
    assert (found.bill, found.bill_number, found.documents) == ("lt-seimas-xvp-17", "XVP-17", ("XVP-17(2)",))


def test_the_revision_suffix_of_the_title_counts_before_the_registered_number():
    assert vote_of(adoption(registracijos_nr="XVP-17")).documents == ("XVP-17(2)",)


def test_a_title_cut_at_200_characters_falls_back_on_the_registered_number():
    cut = ("Labai ilgo įstatymo " * 10)[:187] + " (Nr. XVP-17"
    assert len(cut) == 199
    found = vote_of(adoption(cut, registracijos_nr="XVP-1719"))
    assert (found.bill, found.documents) == ("lt-seimas-xvp-1719", ("XVP-1719",))


def test_a_cut_title_without_a_registered_number_names_no_bill():
    assert vote_of(adoption("Mėlynojo įstatymo projektas (Nr. XVP-17")).bill is None


def test_a_registered_number_of_another_form_is_a_named_error():
    error = error_of(course(adoption(registracijos_nr="septyniolika")))
    assert error.element == "darbotvarkes-klausimas/@registracijos_nr"


def test_a_bill_has_its_stage_with_the_final_vote():
    (bill,) = bills_of(adoption())
    (stage,) = bill.stages
    assert (bill.key, bill.term, bill.documents) == (
        "lt-seimas-xvp-17",
        "lt-seimas-10",
        ("XVP-17", "XVP-17(2)"),
    )
    assert bill.title == "Mėlynojo įstatymo Nr. I-1 2 straipsnio pakeitimo įstatymo projektas"
    assert (stage.kind, stage.label, stage.vote) == ("final vote", "Priėmimas", "lt-seimas--60001")
    assert (stage.decision, stage.date) == ("Priimta", dt.date(2025, 5, 8))


def test_one_bill_at_two_stages_of_a_sitting_is_one_bill():
    (bill,) = bills_of(
        question(-9300, GREEN_BILL, "Pateikimas", AGREED), question(-9301, GREEN_BILL, "Svarstymas")
    )
    assert [(stage.kind, stage.vote) for stage in bill.stages] == [
        ("first reading", "lt-seimas--60002"),
        ("second reading", None),
    ]


def test_a_bill_carried_over_stays_in_the_term_of_its_number():
    (bill,) = bills_of(adoption("Senojo įstatymo projektas (Nr. XIVP-4000)"))
    assert bill.term == "lt-seimas-9"


def test_the_ottawa_bill_is_tracked_by_its_number_and_title():
    (bill,) = bills_of(adoption(OTTAWA_BILL))
    assert (bill.key, bill.is_tracked) == ("lt-seimas-xvp-305", True)


def test_the_cluster_munitions_bill_is_tracked_by_its_title():
    title = "Įstatymo „Dėl Konvencijos dėl kasetinių šaudmenų denonsavimo“ projektas (Nr. XIVP-9999)"
    (bill,) = bills_of(adoption(title))
    assert bill.is_tracked


def test_other_denunciations_are_not_tracked():
    (bill,) = bills_of(
        adoption("Įstatymo „Dėl Energetikos chartijos sutarties denonsavimo“ projektas (Nr. XVP-9)")
    )
    assert not bill.is_tracked


def test_the_same_vote_under_a_group_and_its_members_is_one_vote_on_all_of_them():
    questions = (
        question(-1, GROUP, "", ADOPTED, kl_gr_id="7"),
        question(-2, BLUE_BILL, "Priėmimas", ADOPTED, kl_gr_id="7"),
        question(-3, GREEN_BILL, "Priėmimas", ADOPTED, kl_gr_id="7"),
    )
    found = vote_of(*questions)
    assert (found.bill, found.documents) == (None, ("XVP-17(2)", "XVP-18"))
    assert found.title == f"{BLUE_BILL}; {GREEN_BILL}"
    assert [bill.stages[0].vote for bill in bills_of(*questions)] == ["lt-seimas--60001"] * 2


def test_a_vote_under_a_group_alone_settles_its_members():
    found = vote_of(
        question(-1, GROUP, "", ADOPTED, kl_gr_id="7"),
        question(-2, BLUE_BILL, "Priėmimas", kl_gr_id="7"),
        question(-3, GREEN_BILL, "Priėmimas", kl_gr_id="8"),
    )
    assert (found.bill, found.is_final) == ("lt-seimas-xvp-17", True)


def test_a_group_without_members_stands_for_itself():
    assert vote_of(question(-1, GROUP, "", ADOPTED, kl_gr_id="7")).title == GROUP


def test_one_vote_told_in_two_ways_is_a_named_error():
    other = vote(-60001, ADOPTION, "Nepriimta")
    error = error_of(course(adoption(), question(-9301, GREEN_BILL, "Priėmimas", other)))
    assert error.element == "balsavimas -60001, antraste"


def test_the_votes_of_a_sitting_are_counted_once_each():
    answered = course(adoption(), question(-9301, GREEN_BILL, "Priėmimas", ADOPTED, AGREED))
    expected = Expectation(subject="lt-seimas--502100", what="votes", expected=2)
    assert only(Expectation, read(answered)) == expected


def test_a_vote_on_the_agenda_without_a_stage_is_read():
    found = vote_of(
        question(-1, "Darbotvarkės tvirtinimas", "", vote(-60001, "dėl darbotvarkės", "Pritarta"))
    )
    assert (found.bill, found.is_final, found.meaning_of_yes) == (None, False, None)


def test_an_unknown_stage_is_a_named_error():
    assert (
        error_of(course(question(-1, GREEN_BILL, "Kitas etapas"))).problem == "unknown stage 'Kitas etapas'"
    )


def test_a_sitting_whose_course_is_still_empty_gives_nothing():
    assert read(course()) == ()


def test_another_sitting_than_the_one_asked_for_is_a_named_error():
    assert error_of(course(adoption(), sitting_id="-1")).element == "pos_id"


def test_a_sitting_without_its_course_is_a_named_error():
    body = '<posedziai><posedis pos_id="-502100"><data>2025-05-08</data></posedis></posedziai>'
    error = error_of(answer("ad_seimo_posedzio_eiga_full?posedzio_id=-502100", body))
    assert error.element == "posedis/posedzio-eiga"


@pytest.mark.parametrize("part", ["aprasas", "antraste", "nuo"])
def test_a_vote_that_lacks_an_element_is_a_named_error(part):
    spoilt = ADOPTED.replace(f"<{part}>", "<kita>").replace(f"</{part}>", "</kita>")
    assert error_of(course(adoption(taken=spoilt))).element == f"balsavimas/{part}"


def test_a_vote_without_its_identifier_is_a_named_error():
    spoilt = ADOPTED.replace("bals_id", "id")
    assert (
        "missing balsavimas/@bals_id; unknown balsavimas/@id"
        in error_of(course(adoption(taken=spoilt))).problem
    )


@pytest.mark.parametrize("day", ["", "08.05.2025", "2025-13-08"])
def test_a_day_in_another_format_is_a_named_error(day):
    assert error_of(course(adoption(), day=day)).element == "posedis/data"


def test_a_moment_in_another_format_is_a_named_error():
    spoilt = vote(-60001, ADOPTION, "Priimta", time="12:30")
    assert error_of(course(adoption(taken=spoilt))).element == "balsavimas/nuo"


def test_a_question_without_a_title_is_a_named_error():
    assert "no title" in error_of(course(adoption(""))).problem


def test_soft_hyphens_and_padding_do_not_reach_the_title():
    soft = BLUE_BILL.replace("Mėlynojo", "Mė\N{SOFT HYPHEN}ly\N{SOFT HYPHEN}nojo") + "   "
    assert vote_of(adoption(soft)).title == BLUE_BILL


def test_only_votes_by_machine_may_have_ballots():
    secret = vote(-60003, "slaptas balsavimas", "")
    _, taken = read_course(course(question(-1, GREEN_BILL, "Priėmimas", ADOPTED, AGREED, secret)))
    assert [(found.identifier, found.is_open) for found in taken] == [
        ("-60001", True),
        ("-60002", False),
        ("-60003", False),
    ]
