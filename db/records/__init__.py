"""The vocabulary: everything that a page or the dossier may say.

Records are frozen and typed. One record is one whole thing: a vote comes *with* its ballots, a bill
with its stages, because they are published, validated and stored together. Records know nothing of the
database; `db.writer` turns them into rows.
"""

from db.records.base import (
    Record,
)
from db.records.bills import (
    Bill,
    BillStage,
    Document,
    Sitting,
    Stage,
)
from db.records.coverage import (
    Expectation,
)
from db.records.debates import (
    AgendaItem,
    Correction,
    Debate,
    DebateOutline,
    Speech,
    SpeechOutline,
    SpeechText,
)
from db.records.events import (
    Event,
)
from db.records.people import (
    Faction,
    Membership,
    Person,
    PersonId,
)
from db.records.reference import (
    Chamber,
    Country,
    Parser,
    Source,
    Term,
)
from db.records.statements import (
    Office,
    Signatory,
    Statement,
)
from db.records.treaties import (
    Participant,
    State,
    StateFacts,
    StateName,
    Treaty,
    TreatyAction,
    TreatyPage,
)
from db.records.votes import (
    Ballot,
    Breakdown,
    Breakdowns,
    Choice,
    Registration,
    Roll,
    RollPart,
    Tally,
    TallyReport,
    Vote,
    count,
    tally_of,
)
from db.records.words import (
    ActionPrecision,
    ActorKind,
    Argument,
    BallotsStatus,
    Basis,
    BreakdownKind,
    Capacity,
    Channel,
    Confidence,
    Countable,
    EventKind,
    Evidence,
    Meaning,
    Method,
    OfficeKind,
    Option,
    Origin,
    Outcome,
    Precision,
    SpeakerMethod,
    StageKind,
    Stance,
    TreatyActionKind,
)

AnyRecord = (
    Person
    | Faction
    | Sitting
    | Bill
    | BillStage
    | Document
    | Vote
    | Roll
    | RollPart
    | Breakdowns
    | Registration
    | TallyReport
    | Debate
    | DebateOutline
    | SpeechText
    | Office
    | Statement
    | StateFacts
    | Treaty
    | TreatyAction
    | TreatyPage
    | Event
    | Expectation
)
"""What a page or an entry of the dossier may give."""

__all__ = [
    "ActionPrecision",
    "ActorKind",
    "AgendaItem",
    "AnyRecord",
    "Argument",
    "Ballot",
    "BallotsStatus",
    "Basis",
    "Bill",
    "BillStage",
    "Breakdown",
    "BreakdownKind",
    "Breakdowns",
    "Capacity",
    "Chamber",
    "Channel",
    "Choice",
    "Confidence",
    "Correction",
    "Countable",
    "Country",
    "Debate",
    "DebateOutline",
    "Document",
    "Event",
    "EventKind",
    "Evidence",
    "Expectation",
    "Faction",
    "Meaning",
    "Membership",
    "Method",
    "Office",
    "OfficeKind",
    "Option",
    "Origin",
    "Outcome",
    "Parser",
    "Participant",
    "Person",
    "PersonId",
    "Precision",
    "Record",
    "Registration",
    "Roll",
    "RollPart",
    "Signatory",
    "Sitting",
    "Source",
    "SpeakerMethod",
    "Speech",
    "SpeechOutline",
    "SpeechText",
    "Stage",
    "StageKind",
    "Stance",
    "State",
    "StateFacts",
    "StateName",
    "Statement",
    "Tally",
    "TallyReport",
    "Term",
    "Treaty",
    "TreatyAction",
    "TreatyActionKind",
    "TreatyPage",
    "Vote",
    "count",
    "tally_of",
]
