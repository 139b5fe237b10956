"""The form of the Sejm's answers, as far as we read them. What a record needs is required here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=0)]
Number = Annotated[int, Meta(ge=1)]
LocalTime = Annotated[dt.datetime, Meta(tz=False)]
"""Warsaw's wall clock, without a zone."""

BallotLabel = Literal["YES", "NO", "ABSTAIN", "ABSENT", "PRESENT", "VOTE_VALID"]
"""The words of term 10. Older terms have others, which are unknown words here."""


class Wire(Struct, frozen=True, kw_only=True, rename="camel"):
    """What all answers have in common: they are read only, and their fields are in camelCase."""


class VotingDay(Wire, frozen=True, kw_only=True):
    """A row of the index: a sitting day on which there were votes."""

    date: dt.date
    proceeding: Number
    votings_num: Count
    """Votes of that day alone, while the numbers of votes run on through the sitting."""


class ListedVote(Wire, frozen=True, kw_only=True):
    """A vote without its ballots, as lists and processes show it."""

    term: Number
    sitting: Number
    voting_number: Number
    date: LocalTime
    title: Text
    topic: Text | None = None
    description: Text | None = None
    kind: Text
    majority_type: Text
    majority_votes: Count
    yes: Count
    no: Count
    abstain: Count
    present: Count
    not_participating: Count
    total_voted: Count

    @property
    def question(self) -> str | None:
        """What was voted on, in the source's words. Two votes of the term have neither kind of words."""
        return self.topic or self.description


class BallotRow(Wire, frozen=True, kw_only=True, gc=False):
    """One member's ballot. `club` is the club at the moment of the vote."""

    mp: Number = field(name="MP")
    club: Text
    first_name: Text
    last_name: Text
    vote: BallotLabel
    list_votes: dict[int, Literal["YES", "NO"]] | None = None


class VotingOption(Wire, frozen=True, kw_only=True):
    """A candidate on a list."""

    option_index: Number
    option: Text
    votes: Count


class VoteDetail(ListedVote, frozen=True, kw_only=True):
    """A vote with its ballots. A vote by raised hands may have none."""

    votes: list[BallotRow] | UnsetType = UNSET
    voting_options: list[VotingOption] = []
    against_all: Count | None = None


class Member(Wire, frozen=True, kw_only=True):
    """A deputy of the term, also one who has left. `club` is the latest."""

    id: Number
    active: bool
    first_name: Text
    last_name: Text
    birth_date: dt.date
    club: Text


class Club(Wire, frozen=True, kw_only=True):
    """A club or circle of deputies."""

    id: Text
    name: Text
    members_count: Count


class Proceeding(Wire, frozen=True, kw_only=True):
    """A sitting, or under number 0 a plan or a ceremony."""

    number: Count
    title: Text
    dates: list[dt.date]
    current: bool


class Statement(Wire, frozen=True, kw_only=True):
    """A turn in a debate, or under number 0 the chair for the whole day."""

    num: Count
    name: str = ""
    function: str = ""
    member_id: Count = field(name="memberID", default=0)
    """0 for whoever is no deputy."""
    rapporteur: bool = False
    unspoken: bool | None = None
    """Whether the speech was handed in in writing."""
    start: LocalTime | None = field(name="startDateTime", default=None)
    end: LocalTime | None = field(name="endDateTime", default=None)
    """Both are missing where a speech was handed in."""


class SittingDay(Wire, frozen=True, kw_only=True):
    """Who spoke on a day of a sitting."""

    date: dt.date
    proceeding_num: Number
    statements: Annotated[list[Statement], Meta(min_length=1)]


class ProcessStage(Wire, frozen=True, kw_only=True):
    """A step of a bill, with the steps within it."""

    stage_name: Text
    stage_type: Text | None = None
    date: dt.date | None = None
    sitting_num: Number | None = None
    print_number: Text | None = None
    decision: Text | None = None
    position: Text | None = None
    proposal: Text | None = None
    committee_code: Text | None = None
    organ: Text | None = None
    rapporteur_name: Text | None = None
    voting: ListedVote | None = None
    children: list[ProcessStage] = []


class Process(Wire, frozen=True, kw_only=True):
    """A bill with its stages."""

    term: Number
    number: Text
    title: Text
    title_final: Text | None = None
    """The name of the act as the Sejm passed it: `o niczym`."""
    document_type: Text
    process_start_date: dt.date
    closure_date: dt.date | None = None
    eli: Text | None = field(name="ELI", default=None)
    stages: Annotated[list[ProcessStage], Meta(min_length=1)]

    def walk(self) -> Iterator[tuple[str, ProcessStage, ProcessStage | None]]:
        """Every stage with its path and the stage it is within, depth first, in the source's order."""
        return _walk("$.stages", self.stages, None)


class Print(Wire, frozen=True, kw_only=True):
    """A paper, with those that were added to it."""

    term: Number
    number: Text
    title: Text
    document_date: dt.date | None = None
    attachments: list[Text] = []
    process_print: list[Text] = []
    additional_prints: list[Print] = []


class ActPrint(Wire, frozen=True, kw_only=True):
    """The print that an act began as."""

    term: Number
    number: Text


class Act(Wire, frozen=True, kw_only=True):
    """A published act, as the ELI interface describes it."""

    eli: Text = field(name="ELI")
    title: Text
    display_address: Text | None = None
    promulgation: dt.date | None = None
    """The day of the Journal of Laws."""
    entry_into_force: dt.date | None = None
    prints: list[ActPrint]


class Draft(Wire, frozen=True, kw_only=True):
    """A bill or draft resolution as it reached the Sejm, before it had a print."""

    term: Number
    number: Text
    title: Text
    applicant_type: Text
    submission_type: Text
    status: Text
    date_of_receipt: dt.date
    print: Text | None = None


def _walk(
    path: str, stages: list[ProcessStage], parent: ProcessStage | None
) -> Iterator[tuple[str, ProcessStage, ProcessStage | None]]:
    for number, stage in enumerate(stages):
        yield f"{path}[{number}]", stage, parent
        yield from _walk(f"{path}[{number}].children", stage.children, stage)
