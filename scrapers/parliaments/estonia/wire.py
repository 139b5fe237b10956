"""The form of the interface's answers, as far as we read them. What a record needs is required here."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from scrapers.parliaments.estonia.names import UUID

Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=0)]
Number = Annotated[int, Meta(ge=1)]
Uuid = Annotated[str, Meta(pattern=f"^{UUID}$")]
LocalTime = Annotated[dt.datetime, Meta(tz=False)]
"""Tallinn's wall clock, without a zone, with up to three digits of a second's fraction."""

ZonedTime = Annotated[dt.datetime, Meta(tz=True)]


class Wire(Struct, frozen=True, kw_only=True, rename="camel"):
    """What all answers have in common: they are read only, and their fields are in camelCase."""


class Coded(Wire, frozen=True, kw_only=True):
    """A code of the source and its label in the language asked for."""

    code: Text
    value: Text


class Named(Wire, frozen=True, kw_only=True):
    """Someone or something mentioned by name."""

    name: Text


class VotedDraft(Wire, frozen=True, kw_only=True):
    """The bill that a vote is on. Its type is not told."""

    uuid: Uuid
    title: Text
    mark: Number


class VotedDocument(Wire, frozen=True, kw_only=True):
    """The paper that a vote is on."""

    title: Text | None = None


class Voting(Wire, frozen=True, kw_only=True):
    """A vote without ballots. The English names mislead: `neutral` abstained, `abstained` did not vote."""

    uuid: Uuid
    type: Coded
    description: Text | None = None
    voting_number: Number | None = None
    start_date_time: LocalTime
    present: Count
    absent: Count
    in_favor: Count | None = None
    against: Count | None = None
    neutral: Count | None = None
    abstained: Count | None = None
    """Everyone who did not vote, the absent among them."""
    related_draft: VotedDraft | None = None
    related_document: VotedDocument | None = None


class Voter(Wire, frozen=True, kw_only=True, gc=False):
    """One member's ballot. The faction is that of the moment of the vote."""

    uuid: Uuid
    last_name: Text
    first_name: Text
    faction: Named | None = None
    decision: Coded | None = None


class SittingMention(Wire, frozen=True, kw_only=True):
    """The sitting of a vote."""

    title: Text


class VotingDetail(Voting, frozen=True, kw_only=True):
    """A vote with its ballots."""

    sitting: SittingMention
    voters: list[Voter] = []


class ListedSitting(Wire, frozen=True, kw_only=True):
    """A sitting with its votes; there may have been none."""

    title: Text
    membership: Number
    votings: list[Voting]


class DraftVoting(Wire, frozen=True, kw_only=True):
    """A vote as a bill names it."""

    uuid: Uuid
    type: Coded
    description: Text | None = None
    start_date_time: LocalTime


class CommitteeDecision(Wire, frozen=True, kw_only=True):
    """One decision of a committee, with whatever it adds to the words of its kind."""

    decision: Coded
    description: Text | None = None


class Event(Wire, frozen=True, kw_only=True):
    """A step of a bill, in one of three shapes: a status, a committee's meeting, a plenary sitting."""

    date: LocalTime
    status: Text | None = None
    sitting_title: Text | None = None
    decision_code: Text | None = None
    committee_decisions: list[CommitteeDecision] | UnsetType = UNSET
    votings: list[DraftVoting] | UnsetType = UNSET


class Reading(Wire, frozen=True, kw_only=True):
    """A stage of a bill with its steps. A vetoed bill goes through some stages more than once."""

    reading_code: Text
    proceeding_events: list[Event]


class Paper(Wire, frozen=True, kw_only=True):
    """A document, which is one or more files."""

    title: Text


class File(Wire, frozen=True, kw_only=True):
    """A file of a document."""

    uuid: Uuid
    file_name: Text
    file_title: Text | None = None
    access_restriction_type: Text
    created: LocalTime


class DraftText(Wire, frozen=True, kw_only=True):
    """A file of a bill, and the document that it belongs to."""

    document: Paper
    file: File


class Draft(Wire, frozen=True, kw_only=True):
    """A bill with its stages and texts."""

    uuid: Uuid
    title: Text
    mark: Number
    membership: Number
    draft_type_code: Text
    active_draft_stage: Text | None = None
    initiated: dt.date | None = None
    accepted: dt.date | None = None
    initiators: list[Named] = []
    texts: list[DraftText] = []
    readings: Annotated[list[Reading], Meta(min_length=1)]


class FoundDraft(Wire, frozen=True, kw_only=True):
    """A bill that a search found."""

    uuid: Uuid
    mark: Number
    membership: Number


class FoundDrafts(Wire, frozen=True, kw_only=True):
    """The bills of a page of results."""

    content: list[FoundDraft] = []


class PageOfResults(Wire, frozen=True, kw_only=True):
    """How much a search found."""

    total_elements: Count


class Search(Wire, frozen=True, kw_only=True):
    """A page of results; an empty one may lack the part that holds them."""

    page: PageOfResults
    embedded: FoundDrafts = field(name="_embedded", default=FoundDrafts())


class Spell(Wire, frozen=True, kw_only=True):
    """A time in a place, from day to day. The end is the day on which the next begins."""

    membership_number: Number
    start_date: dt.date
    end_date: dt.date | None = None
    job_title: Coded | None = None


class FactionSpell(Wire, frozen=True, kw_only=True):
    """A time in a faction."""

    name: Text
    membership: Spell


class Member(Wire, frozen=True, kw_only=True):
    """A member of the Riigikogu, as every answer on members names them."""

    uuid: Uuid
    first_name: Text
    last_name: Text
    active: bool
    date_of_birth: dt.date | None = None


class ListedMember(Member, frozen=True, kw_only=True):
    """A member in the list, with their seat and factions of the latest term."""

    plenary_membership: Spell | None = None
    factions: list[FactionSpell]
    """A history in no order."""


class TermOfMember(Wire, frozen=True, kw_only=True):
    """A member's seat and factions in one term."""

    membership_number: Number
    factions: list[FactionSpell]
    membership_role_items: list[Spell]


class MemberDetail(Member, frozen=True, kw_only=True):
    """A member with the seats and factions of all terms."""

    memberships: list[TermOfMember]
    status: Literal["OK", "PARTIAL"]
    """Partial where a service behind the interface failed; then what is there is not all."""


class Group(Wire, frozen=True, kw_only=True):
    """A faction, committee or other group."""

    uuid: Uuid
    name: Text | None = None
    type: Coded
    active: bool


class GroupMember(Wire, frozen=True, kw_only=True):
    """Someone in a group: a member of the Riigikogu, or of the group's staff."""

    membership: Spell


class GroupDetail(Group, frozen=True, kw_only=True):
    """A group with everyone in it."""

    members: Annotated[list[GroupMember], Meta(min_length=1)]


class Session(Wire, frozen=True, kw_only=True):
    """A session of a term. An extraordinary one may lie within a regular one."""

    membership: Number
    start_date: dt.date
    end_date: dt.date


class VerbatimEvent(Wire, frozen=True, kw_only=True, gc=False):
    """Something that happened in a sitting: mostly a turn, else a vote, a presence check or the end."""

    type: Text
    uuid: str | None = None
    """Of a turn it is the speaker's identifier, or something else, or nothing."""
    date: ZonedTime
    """Tallinn's wall clock under a false +00:00."""
    speaker: str | None = None
    text: str | None = None
    link: str | None = None


class VerbatimItem(Wire, frozen=True, kw_only=True):
    """An item of the agenda. Its own identifier may be a phrase, and comes again where it is continued."""

    date: ZonedTime
    """Tallinn's wall clock under a false +00:00."""
    title: Text
    """With tags of HTML, or without."""
    events: list[VerbatimEvent]


class Verbatim(Wire, frozen=True, kw_only=True):
    """The verbatim record of a sitting or a question time."""

    membership: Number
    link: Text
    date: ZonedTime
    """When the sitting was to begin, in true UTC."""
    agenda_items: Annotated[list[VerbatimItem], Meta(min_length=1)]
