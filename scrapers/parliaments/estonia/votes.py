"""Votes: the list of a period, and one vote with its ballots.

Both were built from the handbook and the published contract: no recorded answer of either was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from db.records import Ballot, BallotsStatus, Expectation, Method, Option, Sitting, Tally, TallyReport, Vote
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.estonia.event import vote_of
from scrapers.parliaments.estonia.names import TALLINN, expect_asked, known, term_key, vote_key
from scrapers.parliaments.estonia.questions import CHECK, rule_for
from scrapers.parliaments.estonia.sittings import sitting_of
from scrapers.parliaments.estonia.tallies import (
    Figures,
    check_ballots,
    open_vote,
    presence_check,
    secret_vote,
)
from scrapers.parliaments.estonia.wire import ListedSitting, Voter, Voting, VotingDetail

OPEN, SECRET, PRESENCE = "AVALIK", "SALAJANE", "KOHALOLEKU_KONTROLL"
METHODS: dict[str, tuple[Method, BallotsStatus]] = {
    OPEN: ("electronic", "published"),
    SECRET: ("secret", "secret"),
    PRESENCE: ("electronic", "published"),
}
"""How a vote was taken, and what becomes of its ballots, by its type."""

OPTIONS: dict[str, Option] = {
    "POOLT": "yes",
    "VASTU": "no",
    "ERAPOOLETU": "abstain",
    "EI_HAALETANUD": "present_not_voting",
    "PUUDUB": "absent",
    "KOHAL": "present_not_voting",
}
"""What a ballot comes to; KOHAL, present, is only in presence checks."""

Period = Annotated[list[ListedSitting], Meta(min_length=1)]


def list_sittings(answer: Answer) -> list[ListedSitting]:
    """The sittings of a period with their votes.

    Raises:
        PageError: The list is empty or not in its form.
    """
    return read_json(answer, Period)


def read_votings(answer: Answer) -> Iterator[Sitting | Expectation | TallyReport]:
    """The sittings of a period, how many votes each had, that each has a transcript, and the tallies.

    Raises:
        PageError: The list is empty, not in its form, or its figures contradict each other.
    """
    for number, sitting in enumerate(list_sittings(answer)):
        found = sitting_of(answer, f"$[{number}].title", sitting.title)
        if found.term != term_key(answer, f"$[{number}].membership", sitting.membership):
            raise PageError(answer, f"$[{number}].membership", f"{sitting.title!r} lies in {found.term}")
        yield found
        yield Expectation(subject=found.key, what="votes", expected=len(sitting.votings))
        yield Expectation(subject=found.key, what="transcripts", expected=1)
        for place, voting in enumerate(sitting.votings):
            tally = _tally(answer, f"$[{number}].votings[{place}]", voting)
            yield TallyReport(vote=vote_key(voting.uuid), place="list of votes", tally=tally)


def read_vote(answer: Answer) -> Iterator[Sitting | Vote]:
    """The sitting of a vote, and the vote with its ballots.

    Raises:
        PageError: An element is missing or unknown, the totals do not add up, or it is another vote.
    """
    vote = read_json(answer, VotingDetail)
    expect_asked(answer, vote.uuid)
    method, status = known(answer, "$.type.code", METHODS, vote.type.code)
    tally = _tally(answer, "$", vote)
    ballots = _ballots(answer, vote, tally) if status == "published" else ()
    sitting = sitting_of(answer, "$.sitting.title", vote.sitting.title)
    yield sitting
    is_check = vote.type.code == PRESENCE
    draft = None if is_check else vote.related_draft
    yield vote_of(
        vote.uuid,
        sitting,
        title=_title(answer, vote),
        question=vote.description,
        rule=rule_for(CHECK if is_check else vote.description, draft.title if draft else None),
        bill=(draft.mark, draft.title) if draft else None,
        time=vote.start_date_time.replace(tzinfo=TALLINN),
        declared=tally,
        ballots=ballots,
        method=method,
        status=status,
        number=vote.voting_number,
    )


def _tally(answer: Answer, element: str, voting: Voting) -> Tally:
    known(answer, f"{element}.type.code", METHODS, voting.type.code)
    figures = Figures(
        present=voting.present,
        absent=voting.absent,
        yes=voting.in_favor,
        no=voting.against,
        abstain=voting.neutral,
        not_voting=voting.abstained,
    )
    if voting.type.code == PRESENCE:
        return presence_check(figures)
    return secret_vote(figures) if voting.type.code == SECRET else open_vote(answer, element, figures)


def _title(answer: Answer, vote: Voting) -> str:
    """What the vote is about: its bill, its paper, or else the words of the vote."""
    about = vote.related_draft or vote.related_document
    title = (about.title if about else None) or vote.description
    if title is None:
        raise PageError(answer, "$.description", "nothing says what was voted on")
    return title


def _ballots(answer: Answer, vote: VotingDetail, tally: Tally) -> tuple[Ballot, ...]:
    rows = enumerate(vote.voters)
    is_check = vote.type.code == PRESENCE
    ballots = tuple(_ballot(answer, f"$.voters[{number}]", row, is_check) for number, row in rows)
    check_ballots(answer, "$.voters", ballots, tally)
    return ballots


def _ballot(answer: Answer, element: str, voter: Voter, is_check: bool) -> Ballot:
    if voter.decision is None:
        raise PageError(answer, f"{element}.decision", "missing, though the vote is not secret")
    if (voter.decision.code == "KOHAL") and not is_check:
        raise PageError(answer, f"{element}.decision.code", "'KOHAL' where members voted")
    return Ballot(
        identifier=voter.uuid,
        family_name=voter.last_name,
        given_name=voter.first_name,
        faction=voter.faction.name if voter.faction else None,
        option=known(answer, f"{element}.decision.code", OPTIONS, voter.decision.code),
        label=voter.decision.value,
    )
