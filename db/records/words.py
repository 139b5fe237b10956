"""The fixed words of the vocabulary: every value that a column of one of these kinds may hold."""

from __future__ import annotations

from typing import Literal

Option = Literal[
    "yes",
    "no",
    "abstain",
    "choice",
    "present_not_voting",
    "absent",
    "absent_excused",
    "not_recorded",
    "secret",
]
"""What a ballot comes to. `choice`: a valid ballot on a list of candidates, not a yes or no."""

Basis = Literal["stated", "derived"]
"""Whether the source says it or we conclude it (then a rule says how)."""

Method = Literal["electronic", "roll_call", "secret", "show_of_hands", "consensus"]
"""How a vote was taken."""

BallotsStatus = Literal["published", "partial", "not_published", "secret", "consensus", "not_collected"]
"""Why a vote has all, some or none of its ballots."""

Meaning = Literal[
    "for the bill",
    "for rejecting the bill",
    "for the amendment",
    "against the amendment",
    "for the statement",
    "for the committee report",
    "for the motion",
    "for the candidate",
    "quorum check",
]
"""What a *yes* means. Unknown is None: a yes is not always a yes to the bill."""

Outcome = Literal["passed", "rejected", "annulled", "no decision"]
"""What the vote came to, by the chamber's own rule. Unknown is None."""

Origin = Literal["live", "sample", "dossier"]
"""Where a row comes from: fetched, written from the bundled facts, or a curated fact."""

Precision = Literal["day", "month", "year"]
"""How exactly a date is known."""

Confidence = Literal["official", "confirmed", "single source", "unverified"]
"""How well a curated fact is known. `confirmed`: two or more independent sources."""

Evidence = Literal["proven", "proven on a rendering", "constructed"]
"""What a parser was built on: a verbatim answer, a rendering of one, or the handbook alone."""

StageKind = Literal[
    "announcement",
    "executive council",
    "government approval",
    "submission",
    "referral",
    "referral debate",
    "committee",
    "opinion",
    "first reading",
    "second reading",
    "third reading",
    "only reading",
    "final vote",
    "second chamber",
    "reconsideration",
    "reply",
    "to head of state",
    "veto",
    "signature",
    "promulgation",
    "entry into force",
    "denunciation",
    "deposit",
    "effect",
    "end",
    "other",
]
"""The steps of a bill, in one vocabulary for all parliaments."""

EventKind = Literal[
    "proposal",
    "position",
    "study",
    "initiative",
    "consultation",
    "committee",
    "executive council",
    "vote",
    "reaction",
    "meeting",
    "policy",
    "implementation",
    "objection",
    "challenge",
]
"""What happens beside the steps of a bill; where it is also a kind of step, the word is the same."""

ActorKind = Literal[
    "government",
    "armed forces",
    "parliament",
    "head of state",
    "states parties",
    "NGO",
    "international organisation",
    "citizens",
]
"""What kind of actor is behind an event."""

Countable = Literal[
    "sittings", "votes", "ballots", "members", "stages", "documents", "transcripts", "speeches"
]
"""What a source may say the number of."""

Capacity = Literal["member", "minister", "chair", "rapporteur", "guest"]
"""In which capacity somebody speaks in a debate."""

SpeakerMethod = Literal["identifier", "name", "name and faction", "name and office"]
"""How we know who spoke."""

BreakdownKind = Literal["faction", "side", "district"]
"""What a breakdown of a tally is by. `side`: government or opposition."""

OfficeKind = Literal[
    "head of state",
    "prime minister",
    "minister of defence",
    "minister of foreign affairs",
    "minister",
    "vice-minister",
    "other",
]
"""What an office is, in words that hold for all states."""

Channel = Literal[
    "joint statement",
    "press release",
    "press conference",
    "press",
    "interview",
    "social media",
    "parliament",
    "cabinet",
    "report",
    "other",
]
"""Where a statement was made."""

Stance = Literal["for", "against", "undecided"]
"""The stance of a statement towards leaving the treaty."""

ArgumentByRule = Literal[
    "security/deterrence",
    "military effectiveness",
    "humanitarian",
    "alliance",
    "treaty law",
    "regional solidarity",
    "cost",
]
"""The arguments that words can show."""

Argument = Literal[ArgumentByRule, "other"]
"""The small open scheme of arguments. That one is `other`, only somebody who read the text can say."""

TreatyActionKind = Literal[
    "signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal confirmation",
    "consent to be bound",
    "joining",
    "provisional application",
    "withdrawal",
    "suspension",
    "objection",
    "declaration",
    "reservation",
    "notification",
    "communication",
    "no action",
]
"""What a state does about a treaty. `joining`: it joined, and the source does not know how; `no action`: on
that day the source listed none by this state."""

ActionPrecision = Literal["day", "month", "year", "by"]
"""How exactly the date of a treaty action is known. `by`: on that day or before it."""
