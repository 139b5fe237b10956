"""The figures of a vote. The interface and the public list count the absent among those who did not vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.records import Ballot, Tally
from scrapers.pages import Answer, PageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the source prints. A presence check has only who was there and who was not."""

    present: int
    absent: int
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    not_voting: int | None = None
    """Everyone who did not vote, present or absent."""

    @property
    def seated(self) -> int:
        """Everyone who could have been there."""
        return self.present + self.absent


def presence_check(figures: Figures) -> Tally:
    """The tally of a presence check: nobody voted, whatever figures stand beside it."""
    return Tally(present_not_voting=figures.present, absent=figures.absent)


def open_vote(answer: Answer, element: str, figures: Figures) -> Tally:
    """The tally of an open vote: those present who did not vote are told apart from the absent.

    Raises:
        PageError: A figure is missing, or those who voted and those who did not are not all members.
    """
    parts = {
        "inFavor": figures.yes,
        "against": figures.no,
        "neutral": figures.abstain,
        "abstained": figures.not_voting,
    }
    for name, part in parts.items():
        if part is None:
            raise PageError(answer, f"{element}.{name}", "missing, though it is an open vote")
    counted = sum(part or 0 for part in parts.values())
    if counted != figures.seated:
        problem = f"{' + '.join(map(str, parts.values()))} make {counted}, but {figures.seated} could vote"
        raise PageError(answer, f"{element}.abstained", problem)
    sat_out = (figures.not_voting or 0) - figures.absent
    if sat_out < 0:
        problem = f"{figures.not_voting} did not vote, yet {figures.absent} were absent"
        raise PageError(answer, f"{element}.abstained", problem)
    return Tally(
        yes=figures.yes,
        no=figures.no,
        abstain=figures.abstain,
        present_not_voting=sat_out,
        absent=figures.absent,
    )


def secret_vote(figures: Figures) -> Tally:
    """The tally of a secret vote. Who was in the room and cast no paper is not said."""
    return Tally(yes=figures.yes, no=figures.no, abstain=figures.abstain)


def check_ballots(answer: Answer, element: str, ballots: Iterable[Ballot], tally: Tally) -> None:
    """Make sure that the ballots are all there, one to a member, and add up to the tally.

    Raises:
        PageError: They do not; it names the option or the member.
    """
    cast = list(ballots)
    for who, number in Counter(ballot.identifier for ballot in cast).items():
        if number > 1:
            raise PageError(answer, element, f"member {who} has {number} ballots")
    counted = Counter[str](ballot.option for ballot in cast)
    for option in ("yes", "no", "abstain", "present_not_voting", "absent"):
        stated = getattr(tally, option) or 0
        if stated != counted[option]:
            raise PageError(
                answer, element, f"{counted[option]} ballots are {option}, but {stated} is stated"
            )
