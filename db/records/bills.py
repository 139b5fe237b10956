"""Sittings, bills with their stages, and papers."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record
from db.records.words import Precision, StageKind


class Sitting(Record, frozen=True, kw_only=True):
    """A sitting, which may span several days and run past midnight."""

    key: str
    chamber: str
    term: str
    number: int
    title: str | None = None
    dates: tuple[dt.date, ...] = ()
    is_current: bool | None = None
    transcript_url: str | None = None
    """Where its transcript or minutes begin; None where the answer does not say it, so that it stays."""


class Stage(Record, frozen=True, kw_only=True):
    """One step of a bill."""

    kind: StageKind
    label: str
    """The source's own words."""
    date: dt.date | None = None
    date_precision: Precision = "day"
    identifier: str | None = None
    """The source's own id of the step, where it has one."""
    actor: str | None = None
    decision: str | None = None
    """What was decided, in the source's own words."""
    sitting: str | None = None
    vote: str | None = None
    document: str | None = None


class Bill(Record, frozen=True, kw_only=True):
    """A bill, motion or initiative with its stages, in the source's order."""

    key: str
    chamber: str
    term: str | None = None
    number: str
    title: str
    title_sv: str | None = None
    title_en: str | None = None
    kind: str | None = None
    sponsor: str | None = None
    submitted: dt.date | None = None
    closed: dt.date | None = None
    decision: str | None = None
    """The decision on the whole, in the source's own words."""
    act: str | None = None
    """The identifier of the act as published: an ELI or a statute number."""
    is_tracked: bool = False
    """Whether it is one of the denunciation bills that the tracker follows."""
    treaty: str | None = None
    """Key of the treaty that it is about. Only the dossier says so."""
    url: str | None = None
    documents: tuple[str, ...] = ()
    """Numbers of the papers that belong to it, by which votes name it."""
    stages: tuple[Stage, ...] = ()


class BillStage(Record, frozen=True, kw_only=True):
    """One step of a bill that comes by itself, from a source of its own."""

    bill: str
    position: int
    """Its place among the steps of the bill."""
    stage: Stage
    chamber: str | None = None
    """The bill's, where the step may be read before the bill itself is."""
    bill_number: str | None = None
    bill_title: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """A paper that belongs to bills: a print, a report, a reply."""

    key: str
    chamber: str
    term: str | None = None
    number: str
    title: str
    date: dt.date | None = None
    url: str | None = None
    bills: tuple[str, ...] = ()
    """Keys of the bills it belongs to."""
