"""Which actions follow from a printed row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.records import Participant, TreatyAction, TreatyActionKind
from db.slugs import slugify


def actions_of(treaty: str, place: str, participant: Participant) -> Iterator[TreatyAction]:
    """What the state did, by its row. Brackets are kept, and nothing is concluded from them."""

    def action(kind: TreatyActionKind, date: dt.date, **more: object) -> TreatyAction:
        return TreatyAction(
            key=key_of(treaty, participant.state, kind, date, place),
            treaty=treaty,
            state=participant.state,
            action=kind,
            date=date,
            name=participant.name,
            is_bracketed=participant.is_bracketed,
            **more,  # type: ignore[arg-type]  # fields of the record
        )

    if participant.signature is not None:
        yield action("signature", participant.signature)
    if participant.provisional is not None:
        yield action("provisional application", participant.provisional)
    if participant.action is not None and participant.date is not None:
        yield action(
            participant.action, participant.date, label=participant.letter, effect=participant.effect
        )
    if participant.renunciation is not None:
        yield action("withdrawal", participant.renunciation, effect=participant.termination)


def key_of(treaty: str, state: str, kind: TreatyActionKind, date: dt.date, place: str) -> str:
    """The key of an action that a page tells. Another date makes another key, and the first one stays."""
    return slugify(f"{treaty}-{state}-{kind}-{date}-in-{place}")
