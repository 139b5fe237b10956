"""What the words of the Seimas mean: stages, questions, outcomes, and how a vote was taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.records import BallotsStatus, Meaning, Method, Outcome, StageKind
from scrapers.pages import Answer, PageError

STAGES: dict[str, StageKind] = {
    "pateikimas": "first reading",
    "svarstymas": "second reading",
    "priėmimas": "third reading",
    "grąžinto įstatymo pateikimas": "reconsideration",
    "tvirtinimas": "other",
    "klausimas": "other",
    "interpeliacijos nagrinėjimas": "other",
}
"""Presentation, consideration and adoption are the three readings of a bill."""

ADOPTION = "priėmimas"
"""The stage at which a bill is voted on as a whole."""

METHODS: dict[str, tuple[Method, BallotsStatus]] = {
    "atviras": ("electronic", "not_collected"),
    "alternatyvus balsavimas": ("electronic", "not_collected"),
    "uždaras": ("secret", "secret"),
    "pritarta bendru sutarimu": ("consensus", "consensus"),
}
"""How a vote was taken, by the source's word for its type, and what that means for its ballots."""

_CONSENSUS = re.compile(r"\bbendru sutarimu\b", re.IGNORECASE)
_SECRET = re.compile(r"\bslapt(as|u) balsavim|\bslaptai balsuo", re.IGNORECASE)
_REJECTED = re.compile(r"\bnepri(tar|im)t", re.IGNORECASE)
_PASSED = re.compile(r"\bpri(tar|im)t", re.IGNORECASE)
_ON_THE_WHOLE = re.compile(r"\bdėl\b.*\bpriėmimo\b", re.IGNORECASE)
_ON_A_PART = re.compile(r"straipsni|punkt|dali|skirsni|skyri|pried|patais|pasiūlym", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bpatais(a|os|ai|ų|as)\b", re.IGNORECASE)
_TURNED = re.compile(r"nepritar|atme[st]|komitet", re.IGNORECASE)
_AFTER_A_READING = re.compile(r"\bdėl pritarimo po (pateikimo|svarstymo)\b", re.IGNORECASE)
_SPEED = re.compile(r"\bskub(os|ios)\b", re.IGNORECASE)


def stage_kind(answer: Answer, label: str) -> StageKind:
    """The kind of a stage, by its name; a question without a stage is of no kind that we know.

    Raises:
        PageError: The name is unknown.
    """
    if not label:
        return "other"
    if label.lower() not in STAGES:
        raise PageError(answer, "stadija", f"unknown stage {label!r}")
    return STAGES[label.lower()]


def outcome_of(words: str) -> Outcome | None:
    """What the source's words say came of a vote.

    The negative is tried first: "nepritarta" holds "pritarta", and "nepriimta" holds "priimta". It is never
    worked out from the figures, since acts need majorities of different kinds.
    """
    if _REJECTED.search(words):
        return "rejected"
    return "passed" if _PASSED.search(words) else None


def method_of(words: str) -> tuple[Method, BallotsStatus]:
    """How a vote was taken, by the words around it. Unless they say otherwise, by the voting machine."""
    if _CONSENSUS.search(words):
        return METHODS["pritarta bendru sutarimu"]
    return METHODS["uždaras" if _SECRET.search(words) else "atviras"]


def method_named(answer: Answer, element: str, word: str) -> tuple[Method, BallotsStatus]:
    """How a vote was taken, by the source's word for its type.

    Raises:
        PageError: The word is unknown.
    """
    if word.lower() not in METHODS:
        raise PageError(answer, element, f"unknown type of vote {word!r}")
    return METHODS[word.lower()]


def is_final(question: str, stages: Iterable[str]) -> bool:
    """Whether a vote is on the adoption of the whole bill."""
    at_adoption = ADOPTION in {stage.lower() for stage in stages}
    return at_adoption and bool(_ON_THE_WHOLE.search(question)) and not _ON_A_PART.search(question)


def meaning_of_yes(question: str, *, final: bool) -> Meaning | None:
    """What a yes means; None where the words leave it open, as when a committee's opinion is voted on."""
    if final or _AFTER_A_READING.search(question):
        return "for the bill"
    if _TURNED.search(question):
        return None
    if _AMENDMENT.search(question):
        return "for the amendment"
    return "for the motion" if _SPEED.search(question) else None
