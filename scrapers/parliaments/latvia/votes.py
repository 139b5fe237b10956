"""The votes of a sitting in the open data: `vote`, with the ballots in parallel arrays.

No such file was recorded: the page is built from code that reads them. It names whatever a file lacks.

Who was absent is concluded from the registrations of those present in the same file, and not from the dated
mandates on the pages of members. A registration lists all who hold a mandate at that minute, while a mandate
has days only, so that on the day when one changes hands two people hold it; and it takes a hundred pages.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml.etree import _Element as Element

from db.records import BallotsStatus, Choice, Expectation, Method, Tally, Vote
from scrapers.pages import Answer, PageError, read_xml
from scrapers.parliaments.latvia.ballots import (
    Roster,
    Row,
    absentees,
    ballots_of,
    is_registration,
    roster_of,
    row_of,
)
from scrapers.parliaments.latvia.keys import guid_of, term_of_file
from scrapers.parliaments.latvia.reading import (
    Fields,
    arrays_of,
    check_shape,
    fields_of,
    moment_of,
    number_of,
    text_of,
)
from scrapers.parliaments.latvia.taken import Taken, vote_of
from scrapers.shapes import Shape, xml_names

ARRAYS = ("NAME", "SURNAME", "FRACTION", "RESULT")
"""The parallel arrays of the ballots."""

SHAPE = frozenset(
    {
        "dkp_id",
        "VOTING_ID",
        "VOTETIMESTAMP",
        "VOTEMOTIVE",
        "VOTERESULT_FOR",
        "VOTERESULT_AGAINST",
        "VOTERESULT_ABSTAIN",
        "VOTERESULT_REGISTERED",
        "VOTEISHIDDEN",
        "VOTEISCANDIDATE",
        "VOTEWITHSIGNS",
        *ARRAYS,
    }
)
"""The elements that a vote must have. The item's is in small letters, unlike in the other files."""

ROOT_SHAPE = {"LAST_VERSION", "DK_ID", "DK_STATUS", "VOTES"}
"""The elements that a file may have. One without votes is of a sitting that had none."""

KNOWN = SHAPE | ROOT_SHAPE | {"DKroot", "dk_status", "VOTE_NUMBER", "CANDIDATENAMES", "CANDIDATERESULT"}
FILE_SHAPE = Shape(names=xml_names, known=KNOWN | {"VOTE_COMMENT"})
"""The elements that the handbook knows. Those that a vote must have are required where it is read."""

FLAGS = {"0": False, "1": True, "False": False, "True": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A vote as the file has it: its fields, its moment on the chamber's clock, and its lines."""

    record: Fields
    time: dt.datetime
    rows: list[Row]


def parse_votes(answer: Answer) -> Iterator[Vote | Expectation]:
    """All votes of the sitting in the order in which they were taken, with how many ballots each has.

    Registrations of those present are no votes; they tell who held a mandate.

    Raises:
        PageError: Something is missing or unknown, the arrays differ in length, or a tally does not add up.
    """
    root = read_xml(answer, "DKroot")
    term = term_of_file(answer)
    sitting = f"{term}-{guid_of(answer, 'DK_ID', text_of(answer, fields_of(root), 'DK_ID'))}"
    cast = _all_cast(answer, root)
    roster: Roster | None = None
    day: dt.date | None = None
    for vote in _with_factions(cast):
        if day != vote.time.date():
            roster, day = None, vote.time.date()
        if is_registration(vote.rows):
            roster = roster_of(answer, vote.rows)
        else:
            yield from _vote(answer, vote, (term, sitting), roster)


def _all_cast(answer: Answer, root: Element) -> list[Cast]:
    """The votes by their moment, since the order of the file is not theirs."""
    if strange := {str(child.tag) for child in root} - ROOT_SHAPE:
        raise PageError(answer, "DKroot", f"not known is {', '.join(sorted(strange))}")
    records = list(map(fields_of, root.iterchildren("VOTES")))
    cast = sorted((_cast(answer, record) for record in records), key=lambda each: each.time)
    _check_once(answer, "VOTING_ID", [text_of(answer, record, "VOTING_ID") for record in records])
    _check_once(answer, "VOTETIMESTAMP", [each.time.isoformat() for each in cast])
    return cast


def _check_once(answer: Answer, name: str, values: list[str]) -> None:
    if twice := [value for value, times in Counter(values).items() if times > 1]:
        raise PageError(answer, f"VOTES.{name}", f"two votes have {twice[0]!r}")


def _cast(answer: Answer, record: Fields) -> Cast:
    check_shape(answer, record, SHAPE)
    rows = list(map(_row, *arrays_of(answer, record, ARRAYS)))
    time = moment_of(answer, "VOTES.VOTETIMESTAMP", text_of(answer, record, "VOTETIMESTAMP"))
    return Cast(record=record, time=time, rows=rows)


@lru_cache(maxsize=8192)
def _row(*cells: str) -> Row:
    """The line of these cells, which are the same in vote after vote."""
    return row_of(*map(str.strip, cells))


def _with_factions(cast: list[Cast]) -> list[Cast]:
    """The votes; where all factions of one are blank, those of the sitting's other votes stand in it."""
    blank = [not any(row.faction for row in vote.rows) for vote in cast]
    if not any(blank):
        return cast
    known = {row.member: row.faction for vote in cast for row in vote.rows if row.faction}
    filled = zip(cast, blank, strict=True)
    return [_filled(vote, known) if is_blank else vote for vote, is_blank in filled]


def _filled(vote: Cast, known: dict[str, str]) -> Cast:
    rows = [
        row_of(row.given_name, row.family_name, known.get(row.member, ""), row.label) for row in vote.rows
    ]
    return replace(vote, rows=rows)


def _vote(
    answer: Answer, vote: Cast, place: tuple[str, str], roster: Roster | None
) -> Iterator[Vote | Expectation]:
    record, (term, sitting) = vote.record, place
    declared = _tally(answer, record)
    status = _status(answer, vote)
    ballots = ballots_of(answer, vote.rows, declared) if status == "published" else ()
    taken = Taken(
        term=term,
        time=vote.time,
        motive=text_of(answer, record, "VOTEMOTIVE"),
        declared=declared,
        sitting=sitting,
        number=_number(answer, record),
        item=(guid_of(answer, "VOTES.dkp_id", text_of(answer, record, "dkp_id")),),
        method=_method(answer, record),
        status=status,
        choices=_choices(answer, record),
        ballots=ballots,
        absent=absentees(roster, ballots) if ballots else None,
    )
    found = vote_of(answer, taken)
    yield found
    registered = number_of(answer, record, "VOTERESULT_REGISTERED")
    # Of all who were registered there is a ballot to be, and of those found to be absent.
    if ballots and registered is not None:
        yield Expectation(subject=found.key, what="ballots", expected=registered + len(taken.absent or ()))


def _tally(answer: Answer, record: Fields) -> Tally:
    return Tally(
        yes=number_of(answer, record, "VOTERESULT_FOR"),
        no=number_of(answer, record, "VOTERESULT_AGAINST"),
        abstain=number_of(answer, record, "VOTERESULT_ABSTAIN"),
    )


def _flag(answer: Answer, record: Fields, name: str) -> bool:
    text = text_of(answer, record, name)
    if text not in FLAGS:
        raise PageError(answer, f"VOTES.{name}", f"{text!r} is neither 0 nor 1")
    return FLAGS[text]


def _method(answer: Answer, record: Fields) -> Method:
    if _flag(answer, record, "VOTEISHIDDEN"):
        return "secret"
    return "roll_call" if _flag(answer, record, "VOTEWITHSIGNS") else "electronic"


def _status(answer: Answer, vote: Cast) -> BallotsStatus:
    """Why there are no ballots: the vote was secret, or they are not there though somebody voted."""
    is_secret = _flag(answer, vote.record, "VOTEISHIDDEN")
    if is_secret and vote.rows:
        raise PageError(answer, "VOTES.VOTEISHIDDEN", "a secret vote with ballots")
    if is_secret:
        return "secret"
    return "published" if vote.rows else "not_published"


def _number(answer: Answer, record: Fields) -> int | None:
    """The number within the sitting, which may be missing."""
    return number_of(answer, record, "VOTE_NUMBER") if "VOTE_NUMBER" in record.texts else None


def _choices(answer: Answer, record: Fields) -> tuple[Choice, ...]:
    """The candidates of an election, with their votes."""
    if not _flag(answer, record, "VOTEISCANDIDATE"):
        return ()
    names, results = arrays_of(answer, record, ("CANDIDATENAMES", "CANDIDATERESULT"))
    rows = [(name.strip(), result.strip()) for name, result in zip(names, results, strict=True)]
    if not rows:
        raise PageError(answer, "VOTES.CANDIDATENAMES", "an election without candidates")
    if strange := [result for _, result in rows if not result.isdecimal()]:
        raise PageError(answer, "VOTES.CANDIDATERESULT", f"{strange[0]!r} is not a number of votes")
    return tuple(
        Choice(number=place, label=name, votes=int(votes)) for place, (name, votes) in enumerate(rows, 1)
    )
