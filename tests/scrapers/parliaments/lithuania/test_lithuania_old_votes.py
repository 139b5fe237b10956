"""A vote on the old site of an invented Seimas."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_seimas import OLD_SAID, error_of, old_answer, old_item, old_page, old_row, old_vote, only, read

from db.records import Expectation, Sitting, Tally, Vote
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import OLD_VOTE
from scrapers.parliaments.lithuania.ballots import LEFT_OPEN
from scrapers.parliaments.lithuania.old_votes import split_name


def vote_of(answer):
    return only(Vote, read(answer))


def said(old, new):
    assert old in OLD_SAID
    return OLD_SAID.replace(old, new)


def test_negative_ids_keep_their_minus_in_keys():
    vote = vote_of(old_vote())
    assert (vote.key, vote.sitting) == ("lt-seimas--10001", "lt-seimas--500001")


def test_the_sitting_is_stored_with_its_number_kind_and_day():
    assert only(Sitting, read(old_vote())) == Sitting(
        key="lt-seimas--500001",
        chamber="lt-seimas",
        term="lt-seimas-6",
        number=302,
        title="rytinis",
        dates=(dt.date(2011, 3, 24),),
    )


def test_a_cross_is_a_ballot_in_the_words_of_its_column():
    ballots = vote_of(old_vote()).ballots
    assert [(ballot.label, ballot.option, ballot.basis) for ballot in ballots[:3]] == [
        ("Už", "yes", "stated"),
        ("Už", "yes", "stated"),
        ("Susil.", "abstain", "stated"),
    ]


def test_three_empty_cells_are_no_ballot_and_no_absence():
    ballot = vote_of(old_vote()).ballots[3]
    assert (ballot.option, ballot.label, ballot.basis) == ("not_recorded", "", "derived")
    assert ballot.rule == LEFT_OPEN


def test_a_member_has_identifier_and_name_of_the_row():
    ballot = vote_of(old_vote()).ballots[0]
    assert (ballot.identifier, ballot.family_name, ballot.given_name) == ("1", "001", "Member")


def test_one_faction_spelt_in_two_ways_is_one():
    rows = old_row(1, "+", "", "", label="TSLKDF"), old_row(2, "+", "", "", label="TS-LKDF")
    vote = vote_of(old_vote(rows=(*rows, old_row(3, "", "", "+"))))
    assert [ballot.faction for ballot in vote.ballots] == ["TS-LKDF", "TS-LKDF", "BLUE"]


def test_the_speaker_without_a_faction_has_none():
    rows = old_row(1, "+", "", "", label=""), old_row(2, "+", "", ""), old_row(3, "", "", "+")
    assert vote_of(old_vote(rows=rows)).ballots[0].faction is None


def test_the_tally_is_the_declared_one_and_says_nothing_of_absence():
    assert vote_of(old_vote()).declared == Tally(yes=2, no=0, abstain=1)


def test_as_many_ballots_are_expected_as_members_held_seats():
    expected = Expectation(subject="lt-seimas--10001", what="ballots", expected=4)
    assert only(Expectation, read(old_vote())) == expected


def test_the_outcome_is_in_the_words_of_the_page():
    vote = vote_of(old_vote())
    assert (vote.outcome, vote.outcome_label) == ("passed", "pritarta")


def test_nepritarta_contains_pritarta_and_is_rejected():
    vote = vote_of(old_vote(said=said("<b>pritarta</b>", "<b>nepritarta</b>")))
    assert (vote.outcome, vote.outcome_label) == ("rejected", "nepritarta")


def test_more_for_than_against_does_not_make_an_outcome():
    vote = vote_of(old_vote(said=said(", <b>pritarta</b>", "")))
    assert (vote.outcome, vote.outcome_label) == (None, None)


def test_the_time_is_by_the_clock_of_vilnius():
    assert vote_of(old_vote()).time.isoformat() == "2011-03-24T12:42:09+02:00"


def test_a_time_that_is_none_is_a_named_error():
    assert error_of(old_vote(said=said("12:42:09", "25:42:09"))).element == "Balsavimo laikas"


def test_a_vote_names_its_bill_without_the_revision_and_its_paper_with_it():
    vote = vote_of(old_vote(old_item("Mėlynojo įstatymo PROJEKTAS (Nr. XIP-17(2))")))
    assert (vote.bill, vote.bill_number, vote.documents) == ("lt-seimas-xip-17", "XIP-17", ("XIP-17(2)",))
    assert vote.bill_title == "Mėlynojo įstatymo PROJEKTAS"


def test_a_vote_settling_several_bills_names_them_all_and_none_alone():
    vote = vote_of(old_vote(old_item("Mėlyna (Nr. XIP-17)"), old_item("Žalia (Nr. XIP-18)")))
    assert (vote.bill, vote.documents) == (None, ("XIP-17", "XIP-18"))
    assert vote.title == "Mėlyna (Nr. XIP-17); Žalia (Nr. XIP-18)"


def test_one_bill_at_three_stages_in_one_question_is_one_bill():
    title = "Mėlyna (Nr. XIP-17)"
    stages = [old_item(title, stage) for stage in ("pateikimas", "svarstymas", "priėmimas")]
    vote = vote_of(old_vote(*stages))
    assert (vote.bill, vote.title, vote.documents) == ("lt-seimas-xip-17", title, ("XIP-17",))


def test_a_vote_on_no_bill_has_none():
    vote = vote_of(old_vote(old_item("Darbotvarkės tvirtinimas", "")))
    assert (vote.bill, vote.bill_title, vote.documents) == (None, None, ())


def test_the_vote_on_adoption_is_final():
    item = old_item("Mėlyna (Nr. XIP-17)", "priėmimas")
    vote = vote_of(old_vote(item, said=said("dėl pritarimo po pateikimo", "dėl šio įstatymo priėmimo")))
    assert (vote.is_final, vote.meaning_of_yes) == (True, "for the bill")


def test_the_vote_after_presentation_is_for_the_bill_but_not_final():
    vote = vote_of(old_vote())
    assert (vote.is_final, vote.meaning_of_yes) == (False, "for the bill")


def test_a_table_without_a_cross_is_no_list_of_ballots():
    empty = said("<b>3</b> iš", "<b>0</b> iš").replace("<b>2</b>", "<b>0</b>").replace("<b>1</b>", "<b>0</b>")
    vote = vote_of(old_vote(said=empty, rows=[old_row(1, "", "", "")]))
    assert vote.ballots_status == "not_published"


def test_the_registered_instead_of_the_voting_are_no_sum_of_ballots():
    vote = vote_of(
        old_vote(said=said("Balsavo Seimo narių: <b>3</b>", "Užsiregistravo Seimo narių: <b>4</b>"))
    )
    assert vote.declared == Tally(yes=2, no=0, abstain=1)


def test_the_voting_are_the_sum_of_the_tally():
    assert error_of(old_vote(said=said("<b>3</b> iš", "<b>2</b> iš"))).element == "tally"


def test_a_tally_that_its_ballots_do_not_add_up_to_is_a_named_error():
    wrong = said("už - <b>2</b>", "už - <b>1</b>").replace("<b>3</b> iš", "<b>2</b> iš")
    assert error_of(old_vote(said=wrong)).element == "tally"


def test_a_member_with_two_ballots_is_a_named_error():
    rows = old_row(1, "+", "", ""), old_row(1, "+", "", ""), old_row(3, "", "", "+")
    assert "member 1" in error_of(old_vote(rows=rows)).problem


@pytest.mark.parametrize("marks", [("+", "+", ""), ("-", "", ""), ("", "x", "")])
def test_unknown_marks_are_a_named_error(marks):
    assert "unknown marks" in error_of(old_vote(rows=[old_row(1, *marks)])).problem


def test_columns_in_another_order_are_a_named_error():
    assert error_of(old_vote(columns="Prieš|Už|Susil.")).element == "th"


def test_a_row_with_a_cell_too_few_is_a_named_error():
    assert error_of(old_vote(rows=[old_row(1, "+", "")])).element == "td"


def test_a_member_of_another_term_is_a_named_error():
    assert error_of(old_vote(rows=[old_row(1, "+", "", "", term=5)])).element == "p_kade_id"


@pytest.mark.parametrize(("kept", "lost"), [("p_asm_id", "p_nobody"), ("<a href=", "<a name=")])
def test_a_member_without_an_identifier_is_a_named_error(kept, lost):
    row = old_row(1, "+", "", "").replace(kept, lost)
    assert error_of(old_vote(rows=[row])).element == "p_asm_id"


@pytest.mark.parametrize(
    ("label", "wording"),
    [
        ("Formuluotė", "Formuluotė:"),
        ("Balsavimo laikas", "12:42:09"),
        ("Balsavo Seimo narių", "Balsavo"),
        ("Balsavimo rezultatai", "susilaikė"),
    ],
)
def test_a_missing_word_of_the_page_is_named(label, wording):
    assert error_of(old_vote(said=said(wording, ""))).element == label


def test_an_unknown_stage_is_a_named_error():
    assert "unknown stage 'kažkas'" in error_of(old_vote(old_item("Mėlyna", "kažkas"))).problem


def test_a_vote_on_no_question_at_all_is_a_named_error():
    assert error_of(old_vote("<li>nothing</li>")).element == "Darbotvarkės klausimai"


def test_a_page_without_the_table_is_a_named_error():
    body = old_page("Balsavimo rezultatai", old_item("Mėlyna"), OLD_SAID)
    assert error_of(old_answer("bals?p_bals_id=-1", body)).element == "table.basic"


def test_another_page_under_the_address_of_a_vote_is_a_named_error():
    body = old_page("Klaida")
    assert error_of(old_answer("bals?p_bals_id=-1", body)).element == "title"


def test_a_page_without_a_sitting_is_a_named_error():
    answer = old_vote()
    body = answer.body.decode("windows-1257").replace("Seimo posėdis", "Susirinkimas")
    assert error_of(old_answer("bals?p_bals_id=-1", body)).element == "heading"


def test_an_empty_answer_is_a_named_error():
    assert error_of(old_answer("bals?p_bals_id=-1", " ")).problem == "empty"


def test_a_page_in_another_encoding_is_a_named_error():
    body = old_vote().body.decode("windows-1257")
    assert error_of(old_answer("bals?p_bals_id=-10001", body, encoding="utf-8")).element == "heading"


def test_an_address_without_the_identifier_is_a_named_error():
    answer = old_answer("bals?p_var=2", old_vote().body.decode("windows-1257"))
    assert error_of(answer).element == "?p_bals_id"


def test_bytes_undefined_in_windows_1257_become_replacement_characters():
    body = old_vote(old_item("@Mėlyna@ (Nr. XIP-17)")).body.replace(b"@", b"\xa5")
    vote = vote_of(Answer(url=old_vote().url, body=body))
    assert vote.title == "\N{REPLACEMENT CHARACTER}Mėlyna\N{REPLACEMENT CHARACTER} (Nr. XIP-17)"


def test_an_old_sitting_before_the_terms_that_we_know_is_a_named_error():
    body = old_vote().body.decode("windows-1257").replace("2011-03-24", "1999-03-24")
    assert error_of(old_answer("bals?p_bals_id=-10001", body)).element == "date"


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("Pavardaitis Vardas", "Pavardaitis", "Vardas"),
        ("Pavardaitis Vardas Antras", "Pavardaitis", "Vardas Antras"),
        ("Pavardaitė Antrienė Vardė", "Pavardaitė Antrienė", "Vardė"),
        ("Pavardienė Vardė", "Pavardienė", "Vardė"),
    ],
)
def test_a_second_family_name_is_known_by_its_ending(printed, family, given):
    assert split_name(printed) == (family, given)


@given(st.binary(max_size=300))
def test_whatever_comes_instead_of_a_page_ends_in_a_named_error(body):
    with pytest.raises(PageError):
        OLD_VOTE.read(Answer(url="http://www3.lrs.lt/pls/inter/w5_sale.bals?p_bals_id=-1", body=body))


@given(st.integers(min_value=0, max_value=3000))
def test_an_old_vote_cut_off_anywhere_is_never_read(length):
    answer = old_vote()
    cut = answer.body[: max(0, len(answer.body.rstrip()) - 1 - length)]
    with pytest.raises(PageError):
        OLD_VOTE.read(Answer(url=answer.url, body=cut))
