import datetime as dt
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from poland_answers import a_ballot, a_list_vote, a_listed_vote, a_vote, answer, changed, problem, read

from db.records import Choice, Expectation, Tally, count
from scrapers.pages import PageError
from scrapers.parliaments.poland.votes import read_vote
from scrapers.parliaments.poland.wire import BallotLabel

VOTE = "votings/3/7"


def the_vote(content):
    (vote,) = read(VOTE, content)
    return vote


def test_a_vote_is_named_by_its_term_sitting_and_number():
    vote = the_vote(a_vote())
    assert (vote.key, vote.sitting, vote.term, vote.number) == (
        "pl-sejm-10-3-7",
        "pl-sejm-10-3",
        "pl-sejm-10",
        7,
    )


def test_a_vote_leads_to_its_public_page():
    assert the_vote(a_vote()).url == (
        "https://www.sejm.gov.pl/Sejm10.nsf/agent.xsp"
        "?symbol=glosowania&NrKadencji=10&NrPosiedzenia=3&NrGlosowania=7"
    )


@pytest.mark.parametrize(("clock", "hours"), [("2025-01-10T09:30:00", 1), ("2025-07-10T09:30:00", 2)])
def test_a_time_without_a_zone_is_the_wall_clock_of_warsaw(clock, hours):
    time = the_vote(a_vote(date=clock)).time
    assert time == dt.datetime.fromisoformat(clock).replace(tzinfo=dt.timezone(dt.timedelta(hours=hours)))


def test_a_vote_after_midnight_is_of_the_sitting_day_before_and_keeps_its_moment():
    vote = the_vote(a_vote(date="2025-06-26T00:10:00"))
    assert vote.date == dt.date(2025, 6, 25)
    assert vote.time.astimezone(dt.UTC) == dt.datetime(2025, 6, 25, 22, 10, tzinfo=dt.UTC)


def test_a_vote_in_the_morning_is_of_its_own_day():
    assert the_vote(a_vote(date="2025-06-26T09:00:00")).date == dt.date(2025, 6, 26)


def test_a_time_with_a_zone_is_a_named_error():
    assert problem(VOTE, a_vote(date="2025-01-10T09:30:00Z")).element == "$.date"


def test_declared_and_counted_are_both_there_and_equal():
    vote = the_vote(a_vote("YES YES NO ABSTAIN ABSENT"))
    assert vote.declared == Tally(yes=2, no=1, abstain=1, present_not_voting=0, absent=1)
    assert count(vote.ballots) == vote.declared


def test_a_ballot_carries_the_member_the_club_at_that_moment_and_the_word():
    ballot = the_vote(a_vote("YES NO")).ballots[1]
    assert (ballot.identifier, ballot.given_name, ballot.family_name) == ("2", "Member", "002")
    assert (ballot.faction, ballot.label, ballot.option) == ("Green", "NO", "no")
    assert ballot.basis == "stated"


@pytest.mark.parametrize(
    ("label", "option"),
    [
        ("YES", "yes"),
        ("NO", "no"),
        ("ABSTAIN", "abstain"),
        ("PRESENT", "present_not_voting"),
        ("ABSENT", "absent"),
    ],
)
def test_each_word_has_its_option(label, option):
    assert the_vote(a_vote(label)).ballots[0].option == option


def test_absent_may_also_mean_present_without_voting_and_says_so():
    absent, yes = the_vote(a_vote("ABSENT YES")).ballots
    assert "does not tell the two apart" in absent.rule
    assert yes.rule is None


@pytest.mark.parametrize("label", ["MAYBE", "NO_VOTE", "VOTE_INVALID", "yes", ""])
def test_an_unknown_label_is_a_named_error(label):
    found = problem(VOTE, a_vote(votes=[a_ballot(1, "YES"), a_ballot(2, label)]))
    assert found.element == "$.votes[1].vote"


def test_a_removed_ballot_is_a_named_error():
    vote = a_vote()
    del vote["votes"][2]
    assert problem(VOTE, vote).element == "$.votes"


def test_a_second_ballot_of_a_member_is_a_named_error():
    vote = a_vote("YES YES NO")
    vote["votes"][2]["MP"] = 1
    found = problem(VOTE, vote)
    assert found.element == "$.votes"
    assert "member 1 has more than one ballot" in found.problem


@pytest.mark.parametrize("total", ["yes", "no", "abstain", "present"])
def test_a_total_that_the_ballots_do_not_make_is_a_named_error(total):
    vote = a_vote()
    assert problem(VOTE, changed(vote, **{total: vote[total] + 1})).element == f"$.{total}"


def test_a_swap_between_absent_and_voted_is_a_named_error():
    vote = a_vote()
    swapped = changed(vote, totalVoted=vote["totalVoted"] - 1, notParticipating=vote["notParticipating"] + 1)
    assert problem(VOTE, swapped).element == "$.notParticipating"


def test_a_valid_ballot_on_a_list_does_not_count_in_an_ordinary_vote():
    assert problem(VOTE, a_vote("YES VOTE_VALID")).element == "$.totalVoted"


@pytest.mark.parametrize("seats", [434, 455, 460])
def test_the_number_of_rows_is_never_assumed_to_be_460(seats):
    assert len(the_vote(a_vote("YES " * seats)).ballots) == seats


REQUIRED = [
    "term",
    "sitting",
    "votingNumber",
    "date",
    "title",
    "kind",
    "majorityType",
    "majorityVotes",
    "yes",
    "no",
    "abstain",
    "present",
    "notParticipating",
    "totalVoted",
]


@pytest.mark.parametrize("element", REQUIRED)
def test_a_missing_element_is_a_named_error(element):
    assert f"`{element}`" in problem(VOTE, changed(a_vote(), **{element: None})).problem


@pytest.mark.parametrize("element", ["MP", "club", "firstName", "lastName", "vote"])
def test_a_missing_element_of_a_ballot_is_a_named_error(element):
    vote = a_vote()
    del vote["votes"][1][element]
    found = problem(VOTE, vote)
    assert found.element == "$.votes[1]"
    assert f"`{element}`" in found.problem


@pytest.mark.parametrize(("element", "value"), [("term", 9), ("sitting", 4), ("votingNumber", 8)])
def test_another_vote_than_was_asked_for_is_a_named_error(element, value):
    assert problem(VOTE, a_vote(**{element: value})).element == f"$.{element}"


@pytest.mark.parametrize(("element", "value"), [("kind", "SECRET"), ("majorityType", "GOLDEN_MAJORITY")])
def test_an_unknown_kind_of_vote_or_majority_is_a_named_error(element, value):
    assert problem(VOTE, a_vote(**{element: value})).element == f"$.{element}"


def test_half_of_an_answer_is_a_named_error():
    whole = json.dumps(a_vote()).encode()
    assert problem(VOTE, whole[: len(whole) // 2]).element == "body"


def test_the_firewalls_page_with_status_200_is_a_named_error():
    page = b"<html><head><title>Request Rejected</title></head></html>"
    assert "Request Rejected" in problem(VOTE, page).problem


def test_the_firewalls_json_is_a_named_error():
    assert problem(VOTE, {"supportID": "123"}).element == "$"


def test_the_question_is_the_topic():
    assert the_vote(a_vote(topic="poprawka 5", description="całość")).question == "poprawka 5"


def test_without_a_topic_the_question_is_the_description():
    assert the_vote(a_vote(topic=None, description="w sprawie liczby")).question == "w sprawie liczby"


def test_with_neither_topic_nor_description_the_question_and_the_meaning_are_unknown():
    vote = the_vote(a_vote(topic=None))
    assert (vote.question, vote.meaning_of_yes, vote.is_final) == (None, None, False)


def test_papers_are_found_in_title_and_topic():
    vote = the_vote(a_vote(topic="wniosek w sprawie sprawozdania z druku nr 13"))
    assert vote.documents == ("11", "12", "13")


def test_yes_votes_up_to_the_threshold_pass():
    assert the_vote(a_vote("YES YES NO", majorityVotes=2)).outcome == "passed"


def test_more_yes_than_no_below_the_threshold_does_not_pass():
    vote = the_vote(a_vote("YES YES NO", majorityType="MAJORITY_THREE_FIFTHS", majorityVotes=3))
    assert vote.outcome == "rejected"


@pytest.mark.parametrize(
    ("majority", "base"),
    [
        ("SIMPLE_MAJORITY", "more yes than no"),
        ("ABSOLUTE_MAJORITY", "more than half of the votes cast"),
        ("ABSOLUTE_STATUTORY_MAJORITY", "more than half of all 460 seats"),
        ("MAJORITY_THREE_FIFTHS", "three fifths of the votes cast"),
    ],
)
def test_a_threshold_says_what_it_is_counted_from(majority, base):
    vote = the_vote(a_vote(majorityType=majority, majorityVotes=5))
    assert (vote.majority, vote.threshold, vote.threshold_base) == (majority, 5, base)


def test_a_quorum_check_where_only_present_can_be_pressed_has_no_outcome():
    vote = the_vote(a_vote("PRESENT PRESENT ABSENT", topic="Głosowanie kworum", majorityVotes=230))
    assert (vote.meaning_of_yes, vote.outcome, vote.threshold_base) == ("quorum check", None, None)
    assert vote.declared.present_not_voting == 2


def test_a_quorum_check_where_any_button_counts_has_no_outcome_either():
    vote = the_vote(a_vote("YES YES NO ABSTAIN", topic="wniosek o stwierdzenie kworum"))
    assert (vote.meaning_of_yes, vote.outcome) == ("quorum check", None)


def test_a_ballot_on_a_list_is_a_choice_with_its_words_on_each_candidate():
    ballots = the_vote(a_list_vote("YN", "NY", "-")).ballots
    assert [ballot.option for ballot in ballots] == ["choice", "choice", "absent"]
    assert [ballot.choices for ballot in ballots] == [((1, "yes"), (2, "no")), ((1, "no"), (2, "yes")), ()]


def test_a_vote_on_a_list_is_neither_a_tie_nor_an_outcome():
    vote = the_vote(a_list_vote("YN", "NY"))
    assert (vote.declared.yes, vote.declared.no) == (0, 0)
    assert (vote.outcome, vote.meaning_of_yes) == (None, "for the candidate")


def test_the_candidates_of_a_list_have_their_votes():
    assert the_vote(a_list_vote("YN", "YN", "NY", "NN")).choices == (
        Choice(number=1, label="FIRST CANDIDATE", votes=2),
        Choice(number=2, label="SECOND CANDIDATE", votes=1),
    )


def test_a_candidates_votes_that_the_ballots_do_not_make_are_a_named_error():
    vote = a_list_vote("YN", "NY")
    vote["votingOptions"][1]["votes"] = 2
    assert problem(VOTE, vote).element == "$.votingOptions[1].votes"


def test_ballots_against_all_that_do_not_add_up_are_a_named_error():
    assert problem(VOTE, changed(a_list_vote("YN", "NN"), againstAll=2)).element == "$.againstAll"


@pytest.mark.parametrize("cast", [None, {"1": "YES"}, {"1": "YES", "2": "NO", "3": "NO"}])
def test_a_ballot_on_other_candidates_than_the_list_has_is_a_named_error(cast):
    vote = a_list_vote("YN", "NY")
    vote["votes"][0] = changed(vote["votes"][0], listVotes=cast)
    assert problem(VOTE, vote).element == "$.votes[0].listVotes"


def test_a_member_who_took_no_part_but_chose_is_a_named_error():
    vote = a_list_vote("YN", "-")
    vote["votes"][1]["listVotes"] = {"1": "YES"}
    assert problem(VOTE, vote).element == "$.votes[1].listVotes"


def test_a_choice_in_an_ordinary_vote_is_a_named_error():
    vote = a_vote()
    vote["votes"][0]["listVotes"] = {"1": "YES"}
    assert problem(VOTE, vote).element == "$.votes[0].listVotes"


def test_a_list_without_candidates_is_a_named_error():
    vote = changed(a_list_vote("-", "-"), votingOptions=[])
    assert problem(VOTE, vote).element == "$.votingOptions"


def test_an_unknown_word_on_a_candidate_is_a_named_error():
    vote = a_list_vote("YN")
    vote["votes"][0]["listVotes"]["2"] = "MAYBE"
    assert problem(VOTE, vote).element.startswith("$.votes[0].listVotes")


def test_a_valid_ballot_too_few_on_a_list_is_a_named_error():
    vote = a_list_vote("YN", "NY", "-")
    vote["votes"][2]["vote"] = "YES"
    assert problem(VOTE, vote).element == "$.yes"


def test_raised_hands_leave_no_ballots_and_no_outcome_of_ours():
    vote = the_vote(a_listed_vote(kind="TRADITIONAL"))
    assert (vote.method, vote.ballots_status) == ("show_of_hands", "not_published")
    assert (vote.ballots, vote.outcome) == ((), None)


@pytest.mark.parametrize("kind", ["ELECTRONIC", "ON_LIST"])
def test_a_vote_by_machine_without_ballots_is_a_named_error(kind):
    assert problem(VOTE, a_listed_vote(kind=kind)).element == "$.votes"


@pytest.mark.parametrize("kind", ["ELECTRONIC", "TRADITIONAL"])
def test_an_empty_list_of_ballots_is_a_named_error(kind):
    assert problem(VOTE, a_vote(kind=kind, votes=[])).element == "$.votes"


LABELS = st.lists(st.sampled_from(BallotLabel.__args__), min_size=1, max_size=12)


@given(labels=LABELS, yes=st.integers(0, 3), seats=st.integers(-1, 1))
def test_what_is_read_always_adds_up(labels, yes, seats):
    vote = a_vote(" ".join(labels))
    distorted = changed(vote, yes=yes, totalVoted=max(0, vote["totalVoted"] + seats))
    try:
        (read_one,) = read_vote(answer(VOTE, distorted))
    except PageError:
        return
    assert count(read_one.ballots) == read_one.declared


@given(place=st.integers(0, 10_000), byte=st.binary(max_size=3))
def test_a_damaged_answer_is_read_or_refused_but_never_crashes_the_page(place, byte):
    whole = json.dumps(a_list_vote("YN", "NY", "-")).encode()
    cut = place % len(whole)
    with suppress(PageError):
        assert [vote.key for vote in read(VOTE, whole[:cut] + byte + whole[cut + 1 :])] == ["pl-sejm-10-3-7"]


def a_day(date, proceeding, votes):
    return {"date": date, "proceeding": proceeding, "votingsNum": votes}


def test_a_sittings_votes_are_the_sum_over_its_days():
    index = [a_day("2025-01-10", 3, 15), a_day("2025-01-11", 3, 66)]
    assert read("votings", index) == (Expectation(subject="pl-sejm-10-3", what="votes", expected=81),)


def test_one_date_can_belong_to_two_sittings():
    index = [a_day("2025-12-05", 46, 4), a_day("2025-12-05", 47, 5)]
    assert [(e.subject, e.expected) for e in read("votings", index)] == [
        ("pl-sejm-10-46", 4),
        ("pl-sejm-10-47", 5),
    ]


@pytest.mark.parametrize("path", ["votings", "votings/3"])
def test_an_empty_list_is_a_named_error_though_it_is_whole_json(path):
    assert problem(path, []).element == "$"


def test_a_sitting_0_in_the_index_is_a_named_error():
    assert problem("votings", [a_day("2025-01-10", 0, 1)]).element == "$[0].proceeding"


def test_a_list_of_votes_gives_no_records_of_its_own():
    assert read("votings/3", [a_listed_vote()]) == ()


def test_the_list_of_another_sitting_is_a_named_error():
    assert problem("votings/4", [a_listed_vote()]).element == "$.sitting"
