"""What must hold within a vote before anything of it is believed, and which words of the source are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland.wire import BallotRow, VoteDetail

Meant = TypeVar("Meant")


def check_ballots(answer: Answer, vote: VoteDetail, rows: list[BallotRow]) -> None:
    """Make sure that the ballots are all there, one to a member, and add up to the totals.

    How many there must be is never assumed: seats fall vacant, and 434 of 460 were once filled. The sums
    hold in all 3,074 votes by machine that the handbook counts.

    Raises:
        PageError: They are not; it names the total or the ballot.
    """
    seated = vote.total_voted + vote.not_participating
    if len(rows) != seated:
        problem = f"{len(rows)} ballots where totalVoted and notParticipating make {seated}"
        raise PageError(answer, "$.votes", problem)
    if len({row.mp for row in rows}) != seated:
        ((member, _),) = Counter(row.mp for row in rows).most_common(1)
        raise PageError(answer, "$.votes", f"member {member} has more than one ballot")
    _check_totals(answer, vote, rows)
    _check_choices(answer, vote, rows)
    if vote.kind == "ON_LIST":
        _check_list(answer, vote, rows)


def known(answer: Answer, element: str, words: Mapping[str, Meant], word: str) -> Meant:
    """What a word of the source means.

    Raises:
        PageError: The word is not among those that we know.
    """
    if word not in words:
        raise PageError(answer, element, f"unknown word {word!r}")
    return words[word]


def _check_totals(answer: Answer, vote: VoteDetail, rows: list[BallotRow]) -> None:
    counted = Counter[str](row.vote for row in rows)
    for element, label, total in (
        ("yes", "YES", vote.yes),
        ("no", "NO", vote.no),
        ("abstain", "ABSTAIN", vote.abstain),
        ("present", "PRESENT", vote.present),
        ("notParticipating", "ABSENT", vote.not_participating),
    ):
        _expect(answer, f"$.{element}", total, counted[label])
    valid = counted["VOTE_VALID"] if vote.kind == "ON_LIST" else 0
    _expect(
        answer, "$.totalVoted", vote.total_voted, vote.yes + vote.no + vote.abstain + vote.present + valid
    )


def _check_choices(answer: Answer, vote: VoteDetail, rows: list[BallotRow]) -> None:
    """Make sure that a valid ballot on a list has a word on every candidate, and any other ballot none."""
    indices = {option.option_index for option in vote.voting_options}
    for number, row in enumerate(rows):
        if (row.list_votes or {}).keys() != (indices if row.vote == "VOTE_VALID" else set()):
            element = f"$.votes[{number}].listVotes"
            raise PageError(answer, element, "not a ballot on each of the candidates, and on no other")


def _check_list(answer: Answer, vote: VoteDetail, rows: list[BallotRow]) -> None:
    """Hold the candidates' votes, and those against all, against what each ballot says of each candidate."""
    if not vote.voting_options:
        raise PageError(answer, "$.votingOptions", "no candidates in a vote on a list")
    cast = [row.list_votes for row in rows if row.list_votes]
    for number, option in enumerate(vote.voting_options):
        votes = sum(ballot[option.option_index] == "YES" for ballot in cast)
        _expect(answer, f"$.votingOptions[{number}].votes", option.votes, votes)
    _expect(answer, "$.againstAll", vote.against_all, sum("YES" not in ballot.values() for ballot in cast))


def _expect(answer: Answer, element: str, stated: int | None, counted: int) -> None:
    if stated != counted:
        raise PageError(answer, element, f"{stated} stated, but the ballots in $.votes make {counted}")
