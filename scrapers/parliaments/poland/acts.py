"""Acts of the Journal of Laws: the last steps of their bills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.records import BillStage, Stage, StageKind
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.poland.addresses import CHAMBER, ELI, TERM, TRACKED_ACT, bill_key
from scrapers.parliaments.poland.titles import is_denunciation
from scrapers.parliaments.poland.wire import Act

AFTER_ALL_STEPS = 900
"""Where the steps of the Journal stand in a bill: after all that its process may have."""


def read_act(answer: Answer) -> Iterator[BillStage]:
    """When the act was published and came into force, as steps of the bills of this term behind it.

    The days are left out while the Journal does not state them.

    Raises:
        PageError: As `origin_of`.
    """
    act = origin_of(answer)
    for number in bills_of(act):
        for place, stage in enumerate(_stages(act), AFTER_ALL_STEPS):
            yield BillStage(
                bill=bill_key(number),
                position=place,
                stage=stage,
                chamber=CHAMBER,
                bill_number=number,
                bill_title=act.title,
            )


def origin_of(answer: Answer) -> Act:
    """The act, with the prints that it began as.

    Raises:
        PageError: It is another act, or at the tracked address there is none on leaving the Convention.
    """
    act = read_json(answer, Act)
    if f"{ELI}/acts/{act.eli}" != answer.url.partition("?")[0]:
        raise PageError(answer, "$.ELI", f"{act.eli!r} is not the act of the address")
    if f"{ELI}/acts/{act.eli}" == TRACKED_ACT and not is_denunciation(act.title):
        raise PageError(answer, "$.title", f"not the act on leaving the Ottawa Convention: {act.title!r}")
    return act


def bills_of(act: Act) -> list[str]:
    """The numbers of the bills of this term that the act began as: prints are numbered anew every term."""
    return [paper.number for paper in act.prints if paper.term == TERM]


def _stages(act: Act) -> list[Stage]:
    days: dict[StageKind, dt.date | None] = {
        "promulgation": act.promulgation,
        "entry into force": act.entry_into_force,
    }
    return [
        Stage(kind=kind, label=act.display_address or act.eli, date=day, actor="Dziennik Ustaw")
        for kind, day in days.items()
        if day is not None
    ]
