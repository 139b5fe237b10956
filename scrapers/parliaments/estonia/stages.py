"""The stages of a bill: what the clerks entered, what committees met on, what the plenary did and voted on.

Days that a committee proposes for the plenary are plans, which do not always hold: they are not read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import UNSET

from db.records import Sitting, Stage, StageKind
from scrapers.pages import Answer, PageError
from scrapers.parliaments.estonia.names import known, vote_key
from scrapers.parliaments.estonia.questions import rule_for
from scrapers.parliaments.estonia.sittings import sitting_of
from scrapers.parliaments.estonia.wire import CommitteeDecision, Draft, DraftVoting, Event

STATUSES: dict[str, StageKind] = {
    "ALGATATUD": "submission",
    "MENETLUSSE_VOETUD": "referral",
    "SAADETUD_I_LUGEMISELE": "other",
    "SAADETUD_II_LUGEMISELE": "other",
    "SAADETUD_III_LUGEMISELE": "other",
    "SAADETUD_VABARIIGI_PRESIDENDILE": "to head of state",
    "VALJAKUULUTATUD": "promulgation",
    "VALJA_KUULUTAMATA_JAETUD": "veto",
    "SAADETUD_UUESTI_ARUTAMISELE": "reconsideration",
    "UUESTI_ARUTAMINE": "reconsideration",
    "SAADETUD_RT": "other",
    "AVALDATUD_RIIGITEATAJAS": "other",
    "VASTU_VOETUD": "end",
    "TAGASI_LYKATUD": "end",
    "TAGASI_VOETUD": "end",
}
"""What the clerks enter. To be sent to the gazette and printed there are steps of their own."""

READINGS: dict[str, StageKind] = {
    "INITIATION": "other",
    "FIRST_READING": "first reading",
    "SECOND_READING": "second reading",
    "SECOND_READING_CONTINUED": "second reading",
    "THIRD_READING": "third reading",
    "EFFECTUATION": "other",
    "REDISCUSS": "reconsideration",
}
"""What a sitting was to a bill. A decision without readings was seen under EFFECTUATION."""


def stages(answer: Answer, draft: Draft) -> tuple[Stage, ...]:
    """All stages in the order of their days, those of one day in the source's order.

    Raises:
        PageError: A reading, status or sitting is unknown, or an event has none of the known shapes.
    """
    return tuple(sorted(_stages(answer, draft), key=lambda stage: str(stage.date)))


def plenary_sittings(answer: Answer, draft: Draft) -> Iterator[Sitting]:
    """The plenary sittings that dealt with a bill.

    Raises:
        PageError: A sitting has no day and hour.
    """
    for event in (event for reading in draft.readings for event in reading.proceeding_events):
        if event.sitting_title is not None and event.votings is not UNSET:
            yield sitting_of(answer, "sittingTitle", event.sitting_title)


def _stages(answer: Answer, draft: Draft) -> Iterator[Stage]:
    for number, reading in enumerate(draft.readings):
        path = f"$.readings[{number}]"
        kind = known(answer, f"{path}.readingCode", READINGS, reading.reading_code)
        for place, event in enumerate(reading.proceeding_events):
            yield from _event(answer, f"{path}.proceedingEvents[{place}]", event, kind)


def _event(answer: Answer, path: str, event: Event, kind: StageKind) -> Iterator[Stage]:
    """The stages of an event, by its shape."""
    if event.status is not None:
        yield _status(answer, path, event, event.status)
    elif event.sitting_title is None:
        raise PageError(answer, path, "neither a status nor a sitting")
    elif event.committee_decisions is not UNSET:
        yield _committee(event, event.sitting_title, event.committee_decisions)
    elif event.votings is not UNSET:
        sitting = sitting_of(answer, f"{path}.sittingTitle", event.sitting_title)
        yield _plenary(sitting, event, final_vote(event.votings), kind)
        yield from _votes(sitting, event.votings)
    else:
        raise PageError(answer, path, "a sitting with neither committeeDecisions nor votings")


def _status(answer: Answer, path: str, event: Event, status: str) -> Stage:
    """An entry of the clerks, made minutes or days after the act."""
    return Stage(
        kind=known(answer, f"{path}.status", STATUSES, status),
        label=status,
        date=event.date.date(),
        identifier=f"{status}-{event.date:%Y-%m-%d}",
    )


def _committee(event: Event, title: str, decisions: list[CommitteeDecision]) -> Stage:
    """A committee's meeting. The source does not say of which committee."""
    words = [": ".join(filter(None, (made.decision.value, made.description))) for made in decisions]
    return Stage(
        kind="committee",
        label=title,
        date=event.date.date(),
        identifier=f"committee-{event.date:%Y-%m-%d-%H%M}",
        decision="; ".join(words) or None,
    )


def _plenary(sitting: Sitting, event: Event, final: DraftVoting | None, kind: StageKind) -> Stage:
    return Stage(
        kind=kind,
        label=sitting.title or sitting.key,
        date=sitting.dates[0],
        identifier=f"sitting-{sitting.number}",
        decision=event.decision_code,
        sitting=sitting.key,
        vote=vote_key(final.uuid) if final else None,
    )


def _votes(sitting: Sitting, votings: list[DraftVoting]) -> Iterator[Stage]:
    """The votes of a sitting by time. They are listed in no order, and belong to the day of the sitting."""
    final = final_vote(votings)
    for voting in sorted(votings, key=_time):
        yield Stage(
            kind="final vote" if voting is final else "other",
            label=voting.description or voting.type.value,
            date=sitting.dates[0],
            identifier=f"vote-{voting.uuid}",
            sitting=sitting.key,
            vote=vote_key(voting.uuid),
        )


def final_vote(votings: list[DraftVoting]) -> DraftVoting | None:
    """The final vote of a sitting: the last one, where others were broken off and stay as records."""
    finals = [voting for voting in votings if rule_for(voting.description).is_final]
    return max(finals, key=_time, default=None)


def _time(voting: DraftVoting) -> dt.datetime:
    return voting.start_date_time
