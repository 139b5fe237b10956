"""Votes: the index of a term, the list of a sitting, and one vote with its ballots."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import UNSET, Meta

from db.records import Ballot, Choice, Expectation, Method, Option, Outcome, Tally, Vote
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.poland.addresses import (
    CHAMBER,
    TERM_KEY,
    WARSAW,
    expect_asked,
    sitting_key,
    vote_key,
    vote_page,
)
from scrapers.parliaments.poland.checks import check_ballots, known
from scrapers.parliaments.poland.questions import papers_in, rule_for
from scrapers.parliaments.poland.wire import BallotLabel, BallotRow, ListedVote, VoteDetail, VotingDay
from scrapers.shapes import Shape, json_names

NIGHT = dt.timedelta(hours=6)
"""No sitting day begins before six: a vote in the small hours is of the day before."""

METHODS: dict[str, Method] = {
    "ELECTRONIC": "electronic",
    "ON_LIST": "electronic",
    "TRADITIONAL": "show_of_hands",
}
OPTIONS: dict[BallotLabel, Option] = {
    "YES": "yes",
    "NO": "no",
    "ABSTAIN": "abstain",
    "PRESENT": "present_not_voting",
    "ABSENT": "absent",
    "VOTE_VALID": "choice",
}
LEFT_OPEN: dict[BallotLabel, str] = {
    "ABSENT": "absent, or present without voting: in this term the Sejm does not tell the two apart",
}
"""What the source's word does not say."""

CAST: dict[str, Literal["yes", "no"]] = {"YES": "yes", "NO": "no"}

THRESHOLD_BASES: dict[str, str] = {
    "SIMPLE_MAJORITY": "more yes than no",
    "ABSOLUTE_MAJORITY": "more than half of the votes cast",
    "STATUTORY_MAJORITY": "more than half of all 460 seats",
    "ABSOLUTE_STATUTORY_MAJORITY": "more than half of all 460 seats",
    "MAJORITY_THREE_FIFTHS": "three fifths of the votes cast",
    "MAJORITY_TWO_THIRDS": "two thirds of the votes cast",
    "STATUTORY_MAJORITY_THREE_FIFTHS": "three fifths of all 460 seats",
    "STATUTORY_MAJORITY_TWO_THIRDS": "two thirds of all 460 seats",
}

LISTED = """
    abstain date description kind links[].href links[].rel majorityType majorityVotes no notParticipating
    present sitting sittingDay term title topic totalVoted votingNumber yes votingOptions[] againstAll
"""
LIST_SHAPE = Shape(
    names=json_names,
    known=frozenset(f"[].{name}" for name in LISTED.split()),
    required=frozenset({"[].sitting", "[].votingNumber", "[].title"}),
)
"""What a list of votes should look like, by those that a search gives."""

Index = Annotated[list[VotingDay], Meta(min_length=1)]
Listing = Annotated[list[ListedVote], Meta(min_length=1)]


def read_index(answer: Answer) -> Iterator[Expectation]:
    """How many votes each sitting had: the sum over its days, since the index counts by day.

    Raises:
        PageError: The index is empty or not in its form.
    """
    votes: Counter[int] = Counter()
    for day in read_json(answer, Index):
        votes[day.proceeding] += day.votings_num
    for sitting, expected in votes.items():
        yield Expectation(subject=sitting_key(sitting), what="votes", expected=expected)


def list_votes(answer: Answer) -> list[ListedVote]:
    """The votes of a sitting, without their ballots.

    Raises:
        PageError: The list is empty, not in its form, or of another sitting.
    """
    listed = read_json(answer, Listing)
    for vote in listed:
        expect_asked(answer, term=vote.term, sitting=vote.sitting)
    return listed


def read_list(answer: Answer) -> tuple[()]:
    """No records: a vote is stored with its ballots, which only its own page has.

    Raises:
        PageError: As `list_votes`.
    """
    list_votes(answer)
    return ()


def read_vote(answer: Answer) -> Iterator[Vote]:
    """One vote with its ballots.

    Raises:
        PageError: An element is missing or unknown, the totals do not add up, or it is another vote.
    """
    vote = read_json(answer, VoteDetail)
    expect_asked(answer, term=vote.term, sitting=vote.sitting, votingNumber=vote.voting_number)
    method = known(answer, "$.kind", METHODS, vote.kind)
    base = known(answer, "$.majorityType", THRESHOLD_BASES, vote.majority_type)
    rows = _rows(answer, vote)
    rule = rule_for(vote.title, vote.question)
    meaning = "for the candidate" if vote.kind == "ON_LIST" else rule.meaning
    yield Vote(
        key=vote_key(vote.sitting, vote.voting_number),
        chamber=CHAMBER,
        term=TERM_KEY,
        sitting=sitting_key(vote.sitting),
        number=vote.voting_number,
        date=(vote.date - NIGHT).date(),
        time=vote.date.replace(tzinfo=WARSAW),
        documents=papers_in(vote.title, vote.topic),
        title=vote.title,
        question=vote.question,
        method=method,
        ballots_status="published" if rows else "not_published",
        is_final=rule.is_final,
        meaning_of_yes=meaning,
        majority=vote.majority_type,
        threshold=vote.majority_votes,
        threshold_base=None if meaning == "quorum check" else base,
        declared=tally(vote),
        outcome=None if meaning == "quorum check" else _outcome(vote),
        url=vote_page(vote.sitting, vote.voting_number),
        scheme=TERM_KEY,
        choices=_choices(vote),
        ballots=tuple(_ballot(row) for row in rows),
    )


def tally(vote: ListedVote) -> Tally:
    """The totals as the source declares them."""
    return Tally(
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        present_not_voting=vote.present,
        absent=vote.not_participating,
    )


def _rows(answer: Answer, vote: VoteDetail) -> list[BallotRow]:
    """The ballots, which only a vote by raised hands may lack."""
    if vote.votes is not UNSET:
        check_ballots(answer, vote, vote.votes)
        return vote.votes
    if vote.kind != "TRADITIONAL":
        raise PageError(answer, "$.votes", "missing, though the vote was taken by machine")
    return []


def _outcome(vote: VoteDetail) -> Outcome | None:
    """Passed with the yes votes that the source asks for; it states no result itself.

    A vote on a list has as many questions as candidates, and by hands there is no recorded rule.
    """
    if vote.kind != "ELECTRONIC":
        return None
    return "passed" if vote.yes >= vote.majority_votes else "rejected"


def _choices(vote: VoteDetail) -> tuple[Choice, ...]:
    return tuple(
        Choice(number=option.option_index, label=option.option, votes=option.votes)
        for option in vote.voting_options
    )


def _ballot(row: BallotRow) -> Ballot:
    cast = row.list_votes
    return Ballot(
        identifier=str(row.mp),
        family_name=row.last_name,
        given_name=row.first_name,
        faction=row.club,
        option=OPTIONS[row.vote],
        label=row.vote,
        rule=LEFT_OPEN.get(row.vote),
        choices=tuple((number, CAST[word]) for number, word in cast.items()) if cast else (),
    )
