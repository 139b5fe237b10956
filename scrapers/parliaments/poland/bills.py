"""Bills: the process with its stages, and the prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.records import Bill, Document, Stage, StageKind, TallyReport
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.poland.addresses import (
    CHAMBER,
    TERM_KEY,
    attachment_url,
    bill_key,
    bill_page,
    document_key,
    expect_asked,
    sitting_key,
    vote_key,
)
from scrapers.parliaments.poland.checks import known
from scrapers.parliaments.poland.questions import rule_for
from scrapers.parliaments.poland.titles import is_denunciation, sponsor_in
from scrapers.parliaments.poland.votes import tally
from scrapers.parliaments.poland.wire import ListedVote, Print, Process, ProcessStage

KINDS: dict[str, StageKind] = {
    "Start": "submission",
    "ReadingReferral": "referral",
    "Referral": "referral",
    "CommitteeWork": "committee",
    "CommitteeReport": "committee",
    "PublicHearing": "committee",
    "SenatePosition": "second chamber",
    "SenatePositionConsideration": "reconsideration",
    "ToPresident": "to head of state",
    "PresidentSignature": "signature",
    "Veto": "veto",
    "PresidentMotionConsideration": "reconsideration",
    "PresidentToTribunal": "other",
    "GovermentPosition": "opinion",
    "Opinion": "opinion",
    "End": "end",
    "Voting": "other",
}
READINGS: dict[str, StageKind] = {"I": "first reading", "II": "second reading", "III": "third reading"}


def read_process(answer: Answer) -> Iterator[Bill | TallyReport]:
    """A bill with its stages, and the tallies of the votes that hang in it.

    Raises:
        PageError: An element is missing or unknown, or it is another bill.
    """
    process = read_json(answer, Process)
    expect_asked(answer, term=process.term, number=process.number)
    yield Bill(
        key=bill_key(process.number),
        chamber=CHAMBER,
        term=TERM_KEY,
        number=process.number,
        title=process.title,
        kind=process.document_type,
        sponsor=sponsor_in(process.title),
        submitted=process.process_start_date,
        closed=process.closure_date,
        decision=next((s.stage_name for s in process.stages if s.stage_type == "End"), None),
        act=process.eli,
        is_tracked=is_denunciation(process.title),
        url=bill_page(process.number),
        documents=papers_of(process),
        stages=tuple(_stage(answer, path, stage, parent) for path, stage, parent in process.walk()),
    )
    for vote in votes_of(process):
        yield TallyReport(
            vote=vote_key(vote.sitting, vote.voting_number),
            place=f"process {process.number}",
            tally=tally(vote),
        )


def read_print(answer: Answer) -> Iterator[Document]:
    """A print, and those that were added to it: opinions, corrections.

    Raises:
        PageError: An element is missing, or it is another print.
    """
    paper = read_json(answer, Print)
    expect_asked(answer, term=paper.term, number=paper.number)
    files = [attachment_url(paper.number, name) for name in paper.attachments]
    yield _document(paper, url=files[0] if files else None)
    for added in paper.additional_prints:
        # Where the files of an added print lie is not documented.
        yield _document(added, url=None)


def papers_of(process: Process) -> tuple[str, ...]:
    """The numbers of all prints of a bill, its own first."""
    printed = (stage.print_number for _, stage, _ in process.walk())
    return tuple(dict.fromkeys([process.number, *(number for number in printed if number)]))


def votes_of(process: Process) -> list[ListedVote]:
    """The votes that hang in a process: not all there were on the bill."""
    return [stage.voting for _, stage, _ in process.walk() if stage.voting]


def sittings_of(process: Process) -> set[int]:
    """The numbers of the sittings that dealt with a bill."""
    return {stage.sitting_num for _, stage, _ in process.walk() if stage.sitting_num}


def days_of(process: Process) -> set[tuple[int, dt.date]]:
    """The sitting days that dealt with a bill."""
    return {
        (stage.sitting_num, stage.date) for _, stage, _ in process.walk() if stage.sitting_num and stage.date
    }


def _stage(answer: Answer, path: str, stage: ProcessStage, parent: ProcessStage | None) -> Stage:
    if stage.date is None and stage.stage_type != "End":
        raise PageError(answer, f"{path}.date", f"missing in {stage.stage_name!r}")
    vote = _vote_of(answer, path, stage)
    sitting = vote.sitting if vote else stage.sitting_num
    return Stage(
        kind=_kind(answer, path, stage, parent),
        label=stage.stage_name,
        date=stage.date,
        actor=stage.committee_code or stage.organ or stage.rapporteur_name,
        decision=stage.decision or stage.position or stage.proposal,
        sitting=sitting_key(sitting) if sitting else None,
        vote=vote_key(vote.sitting, vote.voting_number) if vote else None,
        document=stage.print_number,
    )


def _vote_of(answer: Answer, path: str, stage: ProcessStage) -> ListedVote | None:
    if stage.stage_type == "Voting" and stage.voting is None:
        raise PageError(answer, f"{path}.voting", "missing")
    return stage.voting


def _kind(answer: Answer, path: str, stage: ProcessStage, parent: ProcessStage | None) -> StageKind:
    """The kind of a step. The source has steps without a type, which are of no kind that we know.

    A vote is the final one, or else a part of the step that it was taken in.
    """
    if stage.stage_type in {"Reading", "SejmReading"}:
        return known(answer, f"{path}.stageName", READINGS, stage.stage_name.partition(" ")[0])
    if stage.voting and rule_for(stage.voting.title, stage.voting.question).is_final:
        return "final vote"
    if stage.stage_type == "Voting" and parent:
        return _kind(answer, path, parent, None)
    return known(answer, f"{path}.stageType", KINDS, stage.stage_type) if stage.stage_type else "other"


def _document(paper: Print, url: str | None) -> Document:
    return Document(
        key=document_key(paper.number),
        chamber=CHAMBER,
        term=TERM_KEY,
        number=paper.number,
        title=paper.title,
        date=paper.document_date,
        url=url,
        bills=tuple(bill_key(number) for number in paper.process_print),
    )
