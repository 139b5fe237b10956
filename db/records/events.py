"""What happens outside the steps of a bill: reactions, consultations, meetings, what is done afterwards."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record
from db.records.words import ActorKind, EventKind, Precision


class Event(Record, frozen=True, kw_only=True):
    """Something that happened to the question of leaving a treaty, and is no step of a bill by itself."""

    key: str
    country: str | None = None
    """Whose doing it is; None where it is no single state's that is followed here."""
    date: dt.date
    date_precision: Precision = "day"
    kind: EventKind
    title: str
    """What happened, in our own words in English."""
    actor: str
    actor_kind: ActorKind
    treaty: str | None = None
    """Key of the treaty that it is about."""
    bill: str | None = None
    """Key of the bill that it belongs to."""
