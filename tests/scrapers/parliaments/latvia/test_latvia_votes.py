"""The votes of the open data, on an invented sitting."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import (
    FILES,
    SITTING,
    VOTE_FILE,
    guid,
    problem,
    read,
    refusal,
    registration,
    vote,
    votes_file,
)

from db.records import Choice, Expectation, Tally, Vote, count
from scrapers.pages import PageError
from scrapers.parliaments.latvia import PARLIAMENT

EVERYONE = "R" * 97 + "r" * 3
"""A registration of a full house, in which the last three members are not present."""


def votes_of(*votes, **options):
    return [found for found in read(VOTE_FILE, votes_file(*votes, **options)) if isinstance(found, Vote)]


def only(*votes):
    (found,) = votes_of(*votes)
    return found


def error_of(*votes, **options):
    return problem(VOTE_FILE, votes_file(*votes, **options))


def absent_from(found):
    return [ballot.family_name for ballot in found.ballots if ballot.option == "absent"]


def test_a_vote_is_keyed_by_its_term_and_its_second_on_the_chambers_clock():
    assert only(vote()).key == "lv-saeima-14-2025-04-03-100130"


def test_a_vote_keeps_the_zone_of_riga_in_summer_and_winter():
    summer, winter = only(vote()), only(vote(VOTETIMESTAMP="06.02.2025 10:01:30"))
    assert (summer.time.isoformat(), winter.time.isoformat()) == (
        "2025-04-03T10:01:30+03:00",
        "2025-02-06T10:01:30+02:00",
    )


def test_a_vote_belongs_to_the_sitting_of_its_file_and_the_term_of_its_name():
    found = only(vote())
    assert (found.sitting, found.term, found.scheme) == (
        f"lv-saeima-14-{SITTING}",
        "lv-saeima-14",
        "lv-saeima-14",
    )


def test_a_vote_after_midnight_is_dated_by_its_own_day():
    assert only(vote(VOTETIMESTAMP="04.04.2025 00:10:00")).date == dt.date(2025, 4, 4)


def test_each_place_in_the_arrays_is_one_member():
    assert [(ballot.family_name, ballot.option, ballot.label) for ballot in only(vote("++-0.")).ballots] == [
        ("001", "yes", "Par"),
        ("002", "yes", "Par"),
        ("003", "no", "Pret"),
        ("004", "abstain", "Atturas"),
        ("005", "present_not_voting", "Nebalsoja"),
    ]


def test_members_are_known_by_their_names_within_the_term():
    ballot = only(vote("+", NAME="Ārija Zilā", SURNAME="Kļava-Krūms")).ballots[0]
    assert ballot.identifier == "arija-zila-klava-krums"
    assert (ballot.given_name, ballot.family_name) == ("Ārija Zilā", "Kļava-Krūms")


def test_a_blank_faction_is_none():
    assert [ballot.faction for ballot in only(vote("++")).ballots] == ["ZILIE", None]


@pytest.mark.parametrize("code", ["ST", "ST!", "S!"])
def test_the_codes_of_one_faction_that_drifted_are_one_label(code):
    assert only(vote("+", FRACTION=code)).ballots[0].faction == "ST"


def test_a_vote_whose_factions_are_all_blank_has_them_of_another_vote_of_the_sitting():
    first, second = votes_of(vote("++"), vote("++", number=2, FRACTION=" # "))
    assert [ballot.faction for ballot in second.ballots] == [ballot.faction for ballot in first.ballots]


def test_arrays_of_different_length_are_refused_with_their_lengths():
    found = error_of(vote("++-", NAME="Member#Member"))
    assert found.element == "VOTES"
    assert found.problem == "arrays of different length: NAME 2, SURNAME 3, FRACTION 3, RESULT 3"


def test_arrays_of_different_length_store_nothing_of_the_other_votes():
    body = votes_file(vote("++"), vote("++-", number=2, RESULT="Par#Pret"))
    with pytest.raises(PageError):
        read(VOTE_FILE, body)


def test_an_unknown_label_is_refused():
    assert error_of(vote("+", RESULT="Varbūt")).problem == "unknown label 'Varbūt'"


def test_a_member_who_is_listed_twice_is_refused():
    found = error_of(vote("++", SURNAME="001#001"))
    assert found.problem == "'member-001' is listed twice"


def test_a_ballot_without_a_name_is_refused():
    assert error_of(vote("++", SURNAME="001#")).problem == "a ballot without a name"


def test_a_tally_that_its_ballots_do_not_make_is_refused():
    found = error_of(vote("++-", VOTERESULT_FOR="3"))
    assert (found.element, found.problem) == ("tally, yes", "3 stated, but the ballots make 2")


def test_a_tally_that_is_no_number_is_refused():
    assert error_of(vote(VOTERESULT_FOR="divi")).element == "VOTES.VOTERESULT_FOR"


def test_missing_elements_are_named_all_at_once():
    found = error_of(vote(RESULT=None, FRACTION=None, RESULTS="Par"))
    assert found.problem == "lacks FRACTION, RESULT"


def test_elements_that_the_handbook_does_not_know_are_told_by_their_names():
    shape = PARLIAMENT.page_for(VOTE_FILE).shape
    assert shape.differences(votes_file(vote(), vote(number=2)).encode()) == []
    altered = votes_file(vote(NEWS="1"), more="<DK_STATUS>6</DK_STATUS>").encode()
    assert shape.differences(altered) == [("unknown", "NEWS")]


def test_an_item_in_capitals_is_a_missing_element():
    assert "lacks dkp_id" in error_of(vote(dkp_id=None, DKP_ID=guid(1))).problem


def test_votes_under_another_name_are_not_taken_for_none():
    found = error_of(more="<VOTE><X /></VOTE>")
    assert (found.element, found.problem) == ("DKroot", "not known is VOTE")


def test_a_file_with_only_its_sitting_has_no_votes():
    assert read(VOTE_FILE, votes_file()) == ()


def test_votes_come_in_the_order_of_their_moments_and_not_of_the_file():
    found = votes_of(vote(number=3), vote(number=1), vote(number=2))
    assert [each.number for each in found] == [1, 2, 3]


def test_the_number_of_a_vote_may_be_missing():
    assert only(vote(VOTE_NUMBER=None)).number is None


def test_two_votes_of_one_moment_are_refused():
    found = error_of(vote(number=1), vote(number=2, VOTETIMESTAMP="03.04.2025 10:01:30"))
    assert found.element == "VOTES.VOTETIMESTAMP"


def test_two_votes_of_one_identifier_are_refused():
    assert error_of(vote(number=1), vote(number=2, VOTING_ID=guid(901))).element == "VOTES.VOTING_ID"


def test_a_vote_repeated_after_a_mistake_is_a_vote_of_its_own():
    first, second = votes_of(vote(number=1), vote(number=2, dkp_id=guid(1)))
    assert first.documents == second.documents
    assert first.key != second.key


def test_a_later_comment_on_a_wrong_button_changes_no_ballot():
    comment = "Member 001 paziņoja, ka vēlējies balsot pret"
    assert only(vote("+", VOTE_COMMENT=comment)).ballots == only(vote("+")).ballots


def test_a_vote_names_the_bill_of_its_motive():
    found = only(vote())
    assert (found.bill, found.bill_number, found.bill_title) == (
        "lv-saeima-7-lp14",
        "7/Lp14",
        "Par zilo krāsu",
    )


def test_a_vote_of_a_sub_item_without_a_number_is_joined_by_its_item():
    found = only(vote(VOTEMOTIVE="  Par iekļaušanu nākamās kārtējās sēdes darba kārtībā"))
    assert (found.bill, found.documents) == (None, (guid(1),))
    assert found.question == "Par iekļaušanu nākamās kārtējās sēdes darba kārtībā"


def test_a_vote_without_a_motive_is_refused():
    assert error_of(vote(VOTEMOTIVE=" ")).element == "motive"


def test_a_third_reading_is_final_and_passes_by_more_than_the_half():
    found = only(vote("+++--00"))
    assert (found.is_final, found.meaning_of_yes, found.outcome) == (True, "for the bill", "rejected")
    assert found.threshold == 4


def test_who_did_not_vote_is_not_in_the_denominator():
    assert only(vote("++-....")).outcome == "passed"


def test_no_outcome_is_computed_where_nobody_voted():
    found = only(vote("..."))
    assert (found.outcome, found.threshold) == (None, None)


def test_who_is_registered_is_told_by_no_vote():
    assert votes_of(registration("RRr")) == []


def test_an_unknown_label_in_a_registration_is_refused():
    found = error_of(registration("RR", RESULT="Reģistrējies#Varbūt"))
    assert found.problem == "unknown label 'Varbūt' in a registration"


def test_who_held_a_mandate_but_is_not_listed_is_absent_and_it_says_so():
    found = only(registration(EVERYONE), vote("+" * 96, number=2))
    assert absent_from(found) == ["097", "098", "099", "100"]
    absent = found.ballots[-1]
    assert (absent.basis, absent.label) == ("derived", "nav sarakstā")
    assert "registration" in absent.rule


def test_without_a_registration_nobody_is_called_absent():
    found = only(vote("+" * 96))
    assert absent_from(found) == []
    assert not found.lists_absent


def test_where_a_registration_shows_all_seats_the_vote_lists_its_absent():
    assert only(registration(EVERYONE), vote("+" * 96, number=2)).lists_absent
    assert only(registration(EVERYONE), vote("+" * 100, number=2)).lists_absent


def test_a_registration_of_fewer_than_all_seats_names_nobody_absent():
    assert absent_from(only(registration("R" * 99), vote("+" * 96, number=2))) == []


def test_the_registration_of_another_day_names_nobody_absent():
    earlier = registration(EVERYONE, VOTETIMESTAMP="02.04.2025 09:00:00")
    assert absent_from(only(earlier, vote("+" * 96, number=2))) == []


def test_a_registration_after_the_vote_names_nobody_absent():
    assert absent_from(only(registration(EVERYONE, number=2), vote("+" * 96, number=1))) == []


def test_where_a_mandate_changed_hands_nobody_is_called_absent():
    surnames = "#".join([*(f"{member:03}" for member in range(1, 96)), "777"])
    changed = vote("+" * 96, number=2, SURNAME=surnames)
    assert absent_from(only(registration(EVERYONE), changed)) == []


def test_the_absent_are_not_in_the_tally_that_the_source_declares():
    found = only(registration(EVERYONE), vote("+" * 96, number=2))
    assert found.declared == Tally(yes=96, no=0, abstain=0)
    assert count(found.ballots).absent == 4


def test_a_secret_vote_has_no_ballots_and_says_why():
    found = only(vote("", VOTEISHIDDEN="1", VOTERESULT_FOR="50", VOTERESULT_AGAINST="40"))
    assert (found.method, found.ballots_status, found.ballots) == ("secret", "secret", ())


def test_a_secret_vote_names_nobody_absent():
    found = only(registration(EVERYONE), vote("", number=2, VOTEISHIDDEN="1", VOTERESULT_FOR="50"))
    assert found.ballots == ()


def test_an_open_vote_without_a_list_is_not_published():
    found = only(vote("", VOTERESULT_FOR="50"))
    assert (found.method, found.ballots_status) == ("electronic", "not_published")


def test_a_secret_vote_with_ballots_is_refused():
    assert error_of(vote("++", VOTEISHIDDEN="1")).element == "VOTES.VOTEISHIDDEN"


def test_an_election_has_its_candidates_with_their_votes():
    election = {"VOTEISHIDDEN": "1", "VOTEISCANDIDATE": "1", "VOTEWITHSIGNS": "1"}
    people = {"CANDIDATENAMES": "Member 901#Member 902", "CANDIDATERESULT": "51#20"}
    found = only(vote("", VOTERESULT_FOR="", VOTEMOTIVE="Zilā vēlēšanas (7/Lm14)", **election, **people))
    assert found.choices == (
        Choice(number=1, label="Member 901", votes=51),
        Choice(number=2, label="Member 902", votes=20),
    )
    assert (found.meaning_of_yes, found.outcome, found.threshold) == ("for the candidate", None, None)


@pytest.mark.parametrize(
    ("people", "element"),
    [
        ({"CANDIDATENAMES": "Member 901#Member 902", "CANDIDATERESULT": "51"}, "VOTES"),
        ({"CANDIDATENAMES": "Member 901", "CANDIDATERESULT": "daudz"}, "VOTES.CANDIDATERESULT"),
        ({"CANDIDATENAMES": "", "CANDIDATERESULT": ""}, "VOTES.CANDIDATENAMES"),
        ({}, "VOTES.CANDIDATENAMES"),
    ],
)
def test_candidates_that_cannot_be_read_are_refused(people, element):
    assert error_of(vote("", VOTEISHIDDEN="1", VOTEISCANDIDATE="1", **people)).element == element


def test_an_open_vote_with_ballot_papers_is_a_roll_call():
    assert only(vote("++", VOTEWITHSIGNS="1")).method == "roll_call"


@pytest.mark.parametrize(("text", "method"), [("True", "secret"), ("False", "electronic")])
def test_truth_comes_in_words_as_well_as_in_digits(text, method):
    assert only(vote("", VOTEISHIDDEN=text)).method == method


def test_a_flag_that_is_neither_true_nor_false_is_refused():
    assert error_of(vote(VOTEISHIDDEN="2")).problem == "'2' is neither 0 nor 1"


def test_as_many_ballots_are_expected_as_members_were_registered():
    *_, expected = read(VOTE_FILE, votes_file(vote("++-0.", VOTERESULT_REGISTERED="6")))
    assert expected == Expectation(subject="lv-saeima-14-2025-04-03-100130", what="ballots", expected=6)


def test_the_absent_are_expected_too():
    *_, expected = read(VOTE_FILE, votes_file(registration(EVERYONE), vote("+" * 96, number=2)))
    assert expected.expected == 100


def test_no_ballots_are_expected_of_a_secret_vote():
    records = read(VOTE_FILE, votes_file(vote("", VOTEISHIDDEN="1")))
    assert [type(found) for found in records] == [Vote]


@pytest.mark.parametrize(
    "time", ["2025-04-03 10:00:00", "03.04.2025 10:00", "04/03/2025 10:00:00 AM", "31.02.2025 10:00:00", ""]
)
def test_a_moment_in_another_form_is_refused(time):
    assert error_of(vote(VOTETIMESTAMP=time)).element == "VOTES.VOTETIMESTAMP"


def test_a_sitting_without_an_identifier_is_refused():
    assert error_of(sitting="3").element == "DK_ID"


def test_a_file_whose_name_begins_with_no_term_is_refused():
    found = problem(f"{FILES.replace('14.', 'XIV.')}-vote.xml", votes_file(vote()))
    assert found.problem == "'xiv' is no term that we read"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (votes_file(vote()).encode()[:400], "not whole XML"),
        (b"<html><title>Error</title></html>", "<html> where <DKroot> was promised"),
        ("<DKroot>ā</DKroot>".encode("utf-16-be"), "not whole XML"),
        (b"{}", "not whole XML"),
    ],
)
def test_what_is_not_the_promised_xml_is_refused(body, words):
    assert words in problem(VOTE_FILE, body).problem


def test_no_file_is_read_by_an_entity_of_the_answer(tmp_path):
    (tmp_path / "secret").write_text("Par")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    body = entity + votes_file(vote("+", RESULT="@")).replace("@", "&e;")
    assert problem(VOTE_FILE, body).problem.startswith("arrays of different length")


@given(st.binary(max_size=200))
def test_no_bytes_make_the_page_fail_but_by_a_named_error(body):
    assert refusal(VOTE_FILE, body) == "body"


@given(st.text("+-0.", min_size=1, max_size=40))
def test_every_vote_has_as_many_ballots_as_letters_and_the_same_tally(cast):
    found = only(vote(cast))
    assert len(found.ballots) == len(cast)
    assert count(found.ballots).yes == found.declared.yes == cast.count("+")
