"""Bills as they reach the Sejm, before they have a print: some never get one."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Bill, Stage
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.poland.addresses import CHAMBER, TERM, TERM_KEY, bill_key
from scrapers.parliaments.poland.checks import known
from scrapers.parliaments.poland.wire import Draft

SUBMITTERS = {
    "GOVERNMENT": "government",
    "DEPUTIES": "deputies",
    "SENATE": "Senate",
    "PRESIDENT": "President",
    "CITIZENS": "citizens",
    "COMMITTEE": "committee",
    "PRESIDIUM": "presidium",
}
STATUSES = {
    "ACTIVE": None,
    "NOT_PROCEEDED": "NOT_PROCEEDED",
    "WITHDRAWN": "WITHDRAWN",
    "OBSOLETE": "OBSOLETE",
    "ADOPTED": "ADOPTED",
}
"""The decision on a draft. An active one has none."""


def read_drafts(answer: Answer) -> Iterator[Bill]:
    """The drafts of one page of the list, under the numbers of their receipt.

    A draft that got a print is dealt with as a bill of that number; here it only names the print. None is
    tracked, since a vote is never on a draft.

    Raises:
        PageError: The first page is empty, the list is not in its form, or a word is unknown.
    """
    for number, draft in enumerate(list_drafts(answer)):
        yield Bill(
            key=bill_key(draft.number),
            chamber=CHAMBER,
            term=TERM_KEY,
            number=draft.number,
            title=draft.title,
            kind=draft.submission_type,
            sponsor=known(answer, f"$[{number}].applicantType", SUBMITTERS, draft.applicant_type),
            submitted=draft.date_of_receipt,
            decision=known(answer, f"$[{number}].status", STATUSES, draft.status),
            stages=(
                Stage(
                    kind="submission", label=draft.number, date=draft.date_of_receipt, document=draft.print
                ),
            ),
        )


def list_drafts(answer: Answer) -> list[Draft]:
    """The drafts of one page of the list; none after its end.

    Raises:
        PageError: The first page is empty, the list is not in its form, or a draft is of another term.
    """
    drafts = read_json(answer, list[Draft])
    if not drafts and "offset=" not in answer.url:
        raise PageError(answer, "$", "no drafts at all on the first page")
    for number, draft in enumerate(drafts):
        if draft.term != TERM:
            raise PageError(answer, f"$[{number}].term", f"{draft.term} where the address says {TERM}")
    return drafts
