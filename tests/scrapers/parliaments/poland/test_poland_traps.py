"""Votes of the Sejm that mislead, each under the name that it has among those who read them."""

import pytest
from poland_answers import a_list_vote, a_listed_vote, a_process, a_stage, a_vote, changed, problem, read

from db.records import Expectation, TallyReport, count

SENATE = "Sprawozdanie Komisji o uchwale Senatu (druki nr 11 i 12)"


def the_vote(path="votings/3/7", content=None, **changes):
    (vote,) = read(path, content or a_vote(**changes))
    return vote


def test_trap_1_the_index_counts_the_votes_of_a_day_and_a_sitting_has_their_sum():
    """Of 24 and 25 June 2025 the index says 15 and 66; the sitting had votes 1 to 81."""
    days = [
        {"date": "2025-06-24", "proceeding": 37, "votingsNum": 15},
        {"date": "2025-06-25", "proceeding": 37, "votingsNum": 66},
    ]
    assert read("votings", days) == (Expectation(subject="pl-sejm-10-37", what="votes", expected=81),)


def test_a_no_to_a_motion_to_reject_is_for_the_bill():
    vote = the_vote(topic="wniosek o odrzucenie projektu w pierwszym czytaniu.")
    assert (vote.meaning_of_yes, vote.is_final) == ("for rejecting the bill", False)


def test_a_motion_to_reject_that_failed_does_not_reject_the_bill():
    vote = the_vote(labels="YES NO NO", topic="wniosek o odrzucenie projektu w pierwszym czytaniu.")
    assert (vote.outcome, vote.meaning_of_yes) == ("rejected", "for rejecting the bill")


def test_a_senate_amendment_stands_where_the_motion_to_reject_it_falls_short():
    vote = the_vote(
        labels="YES YES ABSTAIN NO",
        title=SENATE,
        topic="poprawka 1",
        majorityType="ABSOLUTE_MAJORITY",
        majorityVotes=3,
    )
    assert (vote.meaning_of_yes, vote.outcome) == ("against the amendment", "rejected")


@pytest.mark.parametrize(
    ("labels", "topic"),
    [
        ("PRESENT PRESENT ABSENT", "Głosowanie kworum"),
        ("YES NO ABSTAIN ABSENT", "wniosek o stwierdzenie kworum"),
    ],
)
def test_a_quorum_check_in_either_mode_decides_nothing(labels, topic):
    vote = the_vote(labels=labels, topic=topic, majorityVotes=230)
    assert (vote.meaning_of_yes, vote.outcome, vote.threshold_base) == ("quorum check", None, None)


def test_a_vote_on_a_list_has_no_yes_and_no_no_and_is_no_tie():
    vote = the_vote(content=a_list_vote("YN", "NY", "NN", "-"))
    assert (vote.declared.yes, vote.declared.no, vote.outcome) == (0, 0, None)
    assert [choice.votes for choice in vote.choices] == [1, 1]


def test_a_walk_out_leaves_a_vote_that_passes_with_nearly_half_absent():
    vote = the_vote(labels="YES " * 6 + "NO " + "ABSENT " * 6)
    assert (vote.outcome, count(vote.ballots).absent) == ("passed", 6)


def test_a_threshold_stands_on_a_simple_majority_too_and_makes_no_qualified_one_of_it():
    vote = the_vote(labels="YES YES NO")
    assert (vote.threshold, vote.majority, vote.threshold_base) == (2, "SIMPLE_MAJORITY", "more yes than no")


def test_the_same_vote_in_a_process_and_in_the_list_has_one_key():
    _, report = read("processes/11", a_process(a_stage("Voting", voting=a_listed_vote())))
    assert isinstance(report, TallyReport)
    assert report.vote == the_vote().key


def test_a_vote_taken_again_is_a_vote_of_its_own_and_the_first_stays():
    again = changed(a_vote(), votingNumber=8)
    assert the_vote().key != the_vote("votings/3/8", again).key


def test_a_ballot_carries_the_club_of_that_moment_though_no_list_of_clubs_has_it():
    assert the_vote().ballots[0].faction == "Blue"


@pytest.mark.parametrize("label", ["NO_VOTE", "VOTE_INVALID"])
def test_a_word_of_older_terms_is_an_unknown_word_here(label):
    assert "votes" in problem("votings/3/7", a_vote(labels=f"YES {label}")).element


def test_another_encoding_is_a_named_error():
    body = '{"title": "głosowanie nad całością"}'.encode("iso-8859-2")
    assert problem("votings/3/7", body).element == "body"
