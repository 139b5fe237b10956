"""Debates: what was on the agenda, and who said what in which turn."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record
from db.records.people import PersonId
from db.records.words import Capacity, Option


class AgendaItem(Record, frozen=True, kw_only=True):
    """One item on the agenda of a sitting, with what it deals with."""

    key: str
    position: int
    """Its place in the sitting, from 1."""
    number: str | None = None
    """The number that the source prints."""
    title: str
    stage: str | None = None
    """The stage of the bill, in the source's own words."""
    bills: tuple[str, ...] = ()
    """Keys of the bills that the source itself names."""
    documents: tuple[str, ...] = ()
    """Numbers of the papers named in the title, by which it is joined to its bills."""
    votes: tuple[str, ...] = ()
    """Keys of the votes taken in it, as far as the source links them."""


class Speech(Record, frozen=True, kw_only=True):
    """One turn in a debate. Unknown beats wrong: who spoke is only what the source says of it."""

    key: str
    position: int
    """Its place among the turns of the sitting, from 1."""
    item: str | None = None
    """Key of the agenda item."""
    date: dt.date | None
    """The date of the sitting day; None where the source does not say it."""
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    seconds: int | None = None
    """How long it lasted, where the source says that instead of the moments."""
    is_unspoken: bool | None = None
    """Whether it was handed in, and not said, as far as the source tells the two apart."""
    speaker: str | None
    """The speaker as printed, with title and faction; None where the source names nobody."""
    person: PersonId | None = None
    """Who the source says it is, by an official identifier."""
    family_name: str | None = None
    given_name: str | None = None
    """As printed: in full, or as initials with full stops (`K.`, `D. A.`)."""
    faction: str | None = None
    """The faction's label as printed with the turn."""
    office: str | None = None
    """The speaker's office as printed: `Välisminister`."""
    capacity: Capacity | None
    """In which capacity they spoke. Unknown is None."""
    language: str | None
    """ISO 639-1 code of the language of the text."""
    text: str | None
    """The words as published; None where they were not collected or are not ours to carry."""
    gist: str | None = None
    """One sentence of ours in English, where there is no text."""
    is_draft: bool | None = None
    url: str | None = None
    """The official place of the turn, or of the transcript that it stands in."""


class Correction(Record, frozen=True, kw_only=True):
    """What a member said aloud about their own ballot. It stands beside the ballot and never changes it."""

    key: str
    speech: str
    """Key of the turn in which it was said."""
    vote: str | None = None
    """Key of the vote, where the source makes plain which one."""
    option: Option | None
    """What the member wants counted, where they say so."""
    label: str
    """The words by which we know."""


class Debate(Record, frozen=True, kw_only=True):
    """What one answer says of the debates of a sitting: items and turns in their order.

    A later answer from the same address replaces it: turns that it no longer shows are marked as withdrawn.
    """

    sitting: str | None
    """The sitting's key; None where the answer names it by its number alone."""
    number: int | None = None
    """The sitting's number in its term, by which it is found where its key is not known."""
    chamber: str
    term: str
    items: tuple[AgendaItem, ...] = ()
    speeches: tuple[Speech, ...] = ()
    corrections: tuple[Correction, ...] = ()
    mentions: tuple[Speech, ...] = ()
    """Turns that another answer lists and this one gives words to: stored only where they are not yet."""


class SpeechText(Record, frozen=True, kw_only=True):
    """The words of a turn that another answer has listed, and what stands beside them."""

    key: str
    """The turn's."""
    language: str
    text: str
    url: str | None = None
    item: AgendaItem | None = None
    """The item under which the text is printed, where only the text says it."""


class SpeechOutline(Record, frozen=True, kw_only=True):
    """One entry of a list of speakers that the source has apart from their words."""

    key: str
    item: str
    """Key of the agenda item."""
    position: int
    """Its place in the list of the sitting, from 1."""
    family_name: str
    given_name: str
    faction: str | None = None
    office: str | None = None
    """The office, in the source's own word or code."""
    capacity: Capacity | None
    """In which capacity they spoke. Unknown is None."""
    opinion: str | None = None
    """What the source notes beside the name: that they asked to speak for or against, or for whom."""
    seconds: int
    """How long they spoke."""


class DebateOutline(Record, frozen=True, kw_only=True):
    """What a list of speakers says of a sitting: the items that were debated, who spoke, and how long.

    `db.outlines` finds the turns that the entries are about.
    """

    sitting: str
    chamber: str
    term: str
    items: tuple[AgendaItem, ...] = ()
    entries: tuple[SpeechOutline, ...] = ()
