"""Bills, resolutions and statements, with their stages and texts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from db.records import Bill, Document, Expectation, Sitting
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.estonia.names import API, CHAMBER, bill_key, bill_page, expect_asked, term_key
from scrapers.parliaments.estonia.stages import plenary_sittings, stages
from scrapers.parliaments.estonia.wire import Draft, DraftText, FoundDraft, Search

TYPES = {"SE", "OE", "AE", "UA", "TK", "PE", "DE"}
"""What the contract lists: SE a bill, UA one debated again after a veto, OE a resolution, AE a statement."""

ENDS = {"VASTU_VOETUD", "TAGASI_LYKATUD", "TAGASI_VOETUD"}
"""Adopted, rejected, withdrawn: the stages from which a bill does not move on."""

DENUNCIATION = re.compile(r"jalaväemiin.*konventsioon.*(taganemise|denonsseerimise) seadus", re.IGNORECASE)
"""The words by which a title says that it is about leaving the Ottawa Convention."""


def read_draft(answer: Answer) -> Iterator[Sitting | Bill | Document | Expectation]:
    """The sittings that dealt with a bill, the bill with its stages, how many of what it has, then its texts.

    Raises:
        PageError: An element is missing or unknown, or it is another bill.
    """
    draft = read_json(answer, Draft)
    expect_asked(answer, draft.uuid)
    sittings = list(plenary_sittings(answer, draft))
    yield from sittings
    bill = _bill(answer, draft)
    yield bill
    yield from _expectations(draft, bill, sittings)
    for text in draft.texts:
        yield _document(text, bill)


def found_drafts(answer: Answer) -> list[FoundDraft]:
    """What a search for a bill by its number found.

    Raises:
        PageError: Nothing, or it is not in its form.
    """
    search = read_json(answer, Search)
    if not search.embedded.content:
        problem = f"no bill found, {search.page.total_elements} stated"
        raise PageError(answer, "$._embedded.content", problem)
    return search.embedded.content


def read_search(answer: Answer) -> tuple[()]:
    """No records: a bill is stored with its stages, which only its own page has.

    Raises:
        PageError: As `found_drafts`.
    """
    found_drafts(answer)
    return ()


def is_denunciation(title: str) -> bool:
    """Whether a bill of this title is about leaving the Ottawa Convention."""
    return DENUNCIATION.search(title) is not None


def _bill(answer: Answer, draft: Draft) -> Bill:
    if draft.draft_type_code not in TYPES:
        raise PageError(answer, "$.draftTypeCode", f"unknown word {draft.draft_type_code!r}")
    end = draft.active_draft_stage if draft.active_draft_stage in ENDS else None
    term = term_key(answer, "$.membership", draft.membership)
    return Bill(
        key=bill_key(term, draft.mark),
        chamber=CHAMBER,
        term=term,
        number=f"{draft.mark} {draft.draft_type_code}",
        title=draft.title,
        kind=draft.draft_type_code,
        sponsor=", ".join(initiator.name for initiator in draft.initiators) or None,
        submitted=draft.initiated,
        closed=_closed(draft, end),
        decision=end,
        is_tracked=is_denunciation(draft.title),
        url=bill_page(draft.uuid, draft.title),
        stages=stages(answer, draft),
    )


def _expectations(draft: Draft, bill: Bill, sittings: list[Sitting]) -> Iterator[Expectation]:
    """How many files and debates a bill has: each sitting that dealt with it has a transcript."""
    yield Expectation(subject=bill.key, what="documents", expected=len(draft.texts))
    debates = len({sitting.key for sitting in sittings})
    yield Expectation(subject=bill.key, what="transcripts", expected=debates)


def _closed(draft: Draft, end: str | None) -> dt.date | None:
    """The day of adoption, or else the last day on which the ending was decided: a rejection has no field."""
    if end is None:
        return None
    events = (event for reading in draft.readings for event in reading.proceeding_events)
    days = [event.date.date() for event in events if end in {event.status, event.decision_code}]
    return draft.accepted or max(days, default=None)


def _document(text: DraftText, bill: Bill) -> Document:
    """A file of a bill. Only of a public one is there an address."""
    file = text.file
    is_public = file.access_restriction_type == "PUBLIC"
    return Document(
        key=f"{CHAMBER}-file-{file.uuid}",
        chamber=CHAMBER,
        term=bill.term,
        number=file.file_name,
        title=": ".join(filter(None, (text.document.title, file.file_title))),
        date=file.created.date(),
        url=f"{API}/files/{file.uuid}/download" if is_public else None,
        bills=(bill.key,),
    )
