"""The agenda of a sitting in the open data: `dkp`, with the result of every item.

A sitting can be continued on other days, and an item says its hour but not its day. Where there is more than
one day the day of an item therefore stays unknown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from db.records import Bill, BillStage, Expectation, Outcome, Sitting, Stage, Tally, Vote
from scrapers.pages import Answer, PageError, read_xml
from scrapers.parliaments.latvia.bills import POSITIONS, bill_of
from scrapers.parliaments.latvia.keys import CHAMBER, bill_key, guid_of, numbers_in, term_key
from scrapers.parliaments.latvia.questions import bill_title, is_final, meaning_of_yes, stage_kind
from scrapers.parliaments.latvia.reading import Fields, day_of, fields_of, number_of, text_of

CONSIDERED = "6"
CANCELLED = "8"
"""The states of a sitting that a file can have: its agenda was considered, or it was cancelled."""

SITTING_TYPES = {
    "1": "kārtējā sēde",
    "2": "ārkārtas sēde",
    "3": "svinīgā sēde",
    "5": "atbildes uz jautājumiem",
    "6": "ārkārtas sesijas sēde",
}
"""What kind of sitting it is: ordinary, extraordinary, festive, questions, of an extraordinary session."""

UNNUMBERED = {"3", "5"}
"""The kinds of sitting that need no number within the session."""

RESULTS: dict[str, Outcome] = {
    "Pieņemts": "passed",
    "Nodots komisijai": "passed",
    "Nodots komisijām": "passed",
    "Likums": "passed",
    "Paziņojums": "passed",
    "Noraidīts": "rejected",
}
"""What the results of items come to: adopted, referred to committees, law, decision adopted, rejected."""

WITHDRAWN = "Atsaukts"
"""The result of an item that was taken back, on which nothing was decided."""

REGISTRATION = "klātbūtnes reģistrācija"
"""Words of the motive under which those present are registered."""

LAW = "Likums"
"""The result of a bill that was adopted for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A sitting as its agenda describes it."""

    answer: Answer
    term: str
    guid: str
    """By which both sources know the sitting."""
    sitting: str
    record: Fields
    days: tuple[dt.date, ...]
    items: list[Fields]

    def day(self) -> dt.date | None:
        """The day of all its items, if there is one only."""
        return self.days[0] if len(self.days) == 1 else None


def parse_agenda(answer: Answer) -> Iterator[Sitting | Expectation | Bill | BillStage | Vote]:
    """The sitting, how many votes it had, its bills with the step they took, and what passed by consensus.

    Raises:
        PageError: Something is missing or unknown, or an item belongs to another sitting.
    """
    agenda = read_agenda(answer)
    if agenda is None:
        return
    if sitting := _sitting(agenda):
        yield sitting
    agreed = [vote for item in agenda.items for vote in _consensus(agenda, item)]
    expected = votes_expected(agenda) + len(agreed)
    yield Expectation(subject=agenda.sitting, what="votes", expected=expected)
    on_bills = [item for item in agenda.items if text_of(answer, item, "LIVSDOCUMENTID")]
    under = _under(agenda) if on_bills else {}
    for item in on_bills:
        yield _bill(agenda, item, under)
        yield _step(agenda, item)
    yield from agreed


def read_agenda(answer: Answer) -> Agenda | None:
    """The agenda with its items in order, or None if the sitting was cancelled.

    Raises:
        PageError: It is not whole, its state is unknown, or an item belongs to another sitting.
    """
    root = read_xml(answer, "DKroot")
    found = root.find("DK")
    if found is None:
        raise PageError(answer, "DK", "missing")
    record = fields_of(found)
    status = text_of(answer, record, "STATUS")
    if status == CANCELLED:
        return None
    if status != CONSIDERED:
        raise PageError(answer, "DK.STATUS", f"unknown state {status!r}")
    term = term_key(answer, text_of(answer, record, "PARLAMENTNUMBER"))
    guid = guid_of(answer, "DK.WORKSEQUENCEID", text_of(answer, record, "WORKSEQUENCEID"))
    return Agenda(
        answer=answer,
        term=term,
        guid=guid,
        sitting=f"{term}-{guid}",
        record=record,
        days=_days(answer, record),
        items=_items(answer, root, guid),
    )


def votes_expected(agenda: Agenda) -> int:
    """How many votes with ballots the sitting had."""
    return sum(_has_ballots(agenda.answer, item) for item in agenda.items)


def bills_on(answer: Answer) -> set[str]:
    """The numbers of the bills that an agenda deals with, also by the words of a motive.

    Raises:
        PageError: As `read_agenda`.
    """
    agenda = read_agenda(answer)
    items = agenda.items if agenda else []
    stated = {text_of(answer, item, "LIVSDOCUMENTID") for item in items}
    named = (numbers_in(text_of(answer, item, "VOTEMOTIVE")) for item in items)
    return stated.union(*named) - {""}


def _days(answer: Answer, record: Fields) -> tuple[dt.date, ...]:
    """The days of the sitting: the first, and those on which it was continued."""
    texts = [text_of(answer, record, "DKDATE"), *text_of(answer, record, "CONTINUE_DATES").split("#")]
    days = {day_of(answer, "DK.CONTINUE_DATES", text.strip()) for text in texts[1:] if text.strip()}
    return tuple(sorted({day_of(answer, "DK.DKDATE", texts[0]), *days}))


def _items(answer: Answer, root: Element, sitting: str) -> list[Fields]:
    """The items by their sequence, since the order of the file is not theirs."""
    found = map(fields_of, root.iterchildren("DKP"))
    items = sorted(found, key=lambda item: text_of(answer, item, "DKP_SEQUENCE"))
    if not items:
        raise PageError(answer, "DKP", "no items, though the sitting was held")
    for item in items:
        if text_of(answer, item, "DK_ID").lower() != sitting:
            raise PageError(answer, "DKP.DK_ID", "an item of another sitting")
    return items


def _sitting(agenda: Agenda) -> Sitting | None:
    answer, record = agenda.answer, agenda.record
    kind = text_of(answer, record, "SESSIONTYPE")
    if kind not in SITTING_TYPES:
        raise PageError(answer, "DK.SESSIONTYPE", f"unknown kind of sitting {kind!r}")
    number = number_of(answer, record, "DK_NUMBER")
    if number is None and kind in UNNUMBERED:
        return None
    if number is None:
        raise PageError(answer, "DK.DK_NUMBER", "empty")
    return Sitting(
        key=agenda.sitting,
        chamber=CHAMBER,
        term=agenda.term,
        number=number,
        title=f"{text_of(answer, record, 'SESSIONNAME')}, {SITTING_TYPES[kind]}",
        dates=agenda.days,
    )


def _has_ballots(answer: Answer, item: Fields) -> bool:
    """Whether there was a ballot, which in an election has no tally; a registration is none."""
    kind = text_of(answer, item, "VOTE_TYPE")
    has_tally = number_of(answer, item, "VOTERESULT_FOR") is not None
    return has_tally or (bool(kind) and not _is_registration(answer, item))


def _is_registration(answer: Answer, item: Fields) -> bool:
    return REGISTRATION in _motive(answer, item).lower()


def _bill(agenda: Agenda, item: Fields, under: dict[str, list[str]]) -> Bill:
    """The bill, with its papers and with the items that votes on it name instead of its number."""
    answer = agenda.answer
    papers = text_of(answer, item, "DKP_DOCUMENTNRLST").split(",")
    return bill_of(
        answer,
        text_of(answer, item, "LIVSDOCUMENTID"),
        text_of(answer, item, "TITLE"),
        documents=(*(paper.strip() for paper in papers if paper.strip()), *_family(_id(answer, item), under)),
    )


def _under(agenda: Agenda) -> dict[str, list[str]]:
    """The identifiers of the items right under each item, in the order of the agenda."""
    answer = agenda.answer
    parents = {_id(answer, each): text_of(answer, each, "PARENTID").lower() for each in agenda.items}
    under: dict[str, list[str]] = {}
    for item, parent in parents.items():
        under.setdefault(parent, []).append(item)
    return under


def _family(item: str, under: dict[str, list[str]]) -> list[str]:
    """The identifiers of the item and of all items under it."""
    family = [item]
    for parent in family:
        family += [each for each in under.get(parent, ()) if each not in family]
    return family


def _id(answer: Answer, item: Fields) -> str:
    return guid_of(answer, "DKP.DKP_ID", text_of(answer, item, "DKP_ID"))


def _motive(answer: Answer, item: Fields) -> str:
    return text_of(answer, item, "VOTEMOTIVE") or text_of(answer, item, "TITLE")


def _step(agenda: Agenda, item: Fields) -> BillStage:
    answer, day, motive = agenda.answer, agenda.day(), _motive(agenda.answer, item)
    kind = stage_kind(motive, text_of(answer, item, "READING"))
    stage = Stage(
        kind=kind,
        label=motive,
        date=day,
        identifier=None if day else _id(answer, item),
        actor=text_of(answer, item, "NAMESUBMITED") or None,
        decision=text_of(answer, item, "RESULT") or None,
        sitting=agenda.sitting,
        document=text_of(answer, item, "DKP_DOCUMENTNRLST") or None,
    )
    number = text_of(answer, item, "LIVSDOCUMENTID")
    return BillStage(
        bill=bill_key(answer, "DKP.LIVSDOCUMENTID", number), position=POSITIONS[kind], stage=stage
    )


def _consensus(agenda: Agenda, item: Fields) -> Iterator[Vote]:
    """The decision on an item that has a result but no ballot: nobody objected, and no roll call exists."""
    answer, day = agenda.answer, agenda.day()
    result = text_of(answer, item, "RESULT")
    has_ballot = _has_ballots(answer, item) or _is_registration(answer, item)
    if day is None or result in {"", WITHDRAWN} or has_ballot:
        return
    motive, number = _motive(answer, item), text_of(answer, item, "LIVSDOCUMENTID")
    yield Vote(
        key=f"{agenda.term}-{_id(answer, item)}",
        chamber=CHAMBER,
        term=agenda.term,
        sitting=agenda.sitting,
        number=None,
        date=day,
        bill=bill_key(answer, "DKP.LIVSDOCUMENTID", number) if number else None,
        bill_number=number or None,
        bill_title=bill_title(motive),
        documents=(_id(answer, item),),
        title=text_of(answer, item, "TITLE"),
        question=motive,
        method="consensus",
        ballots_status="consensus",
        is_final=result == LAW and is_final(motive),
        meaning_of_yes=meaning_of_yes(motive),
        declared=Tally(),
        outcome=RESULTS.get(result),
        outcome_label=result,
        scheme=agenda.term,
    )
