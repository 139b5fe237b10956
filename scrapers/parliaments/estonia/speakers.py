"""Who spoke, as the verbatim record prints it, and in which capacity.

An office stands before the name (`Välisminister Margus Tsahkna`), by a slip behind it, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from db.records import Capacity, PersonId
from scrapers.parliaments.estonia.names import CHAMBER, UUID

CHAIRS = {"Esimees", "Aseesimees"}
TITLES = {*CHAIRS, "Õiguskantsler", "Riigikontrolör", "Riigisekretär", "Vabariigi President", "President"}
"""Offices that end in no small word, unlike `Valitsuse esindaja`, and in no `minister`."""

_TITLE = re.compile(rf"((?:{'|'.join(sorted(TITLES, reverse=True))}|\w*minister)) (.+)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_COMMITTEE = re.compile(r"komisjoni", re.IGNORECASE)
_REPORT = re.compile(r"(?=.*komisjoni)(?=.*\b(?:ettekan|ette kan|tutvusta))", re.IGNORECASE)
_OFFICE = re.compile(r".*komisjoni (?:liige|liikme|liiget|(?:ase)?esime)", re.IGNORECASE)
"""The chair speaks of a committee's report, or names one of its members by that office."""

_THANKS = re.compile(r"tänu|aitäh", re.IGNORECASE)
_DEBATE = re.compile(r"läbirääkimis", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A speaker as printed, taken apart. A name of one word has no given name."""

    office: str | None = None
    given_name: str | None = None
    family_name: str | None = None

    @property
    def capacity(self) -> Capacity | None:
        """What the office says of it. A name without an office is a member's."""
        if self.family_name is None:
            return None
        if self.office is None:
            return "member"
        if self.office in CHAIRS:
            return "chair"
        return "minister" if self.office.casefold().endswith("minister") else "guest"

    def person(self, identifier: str | None) -> PersonId | None:
        """The person with this identifier, if it is one: some are a number, or the name once more."""
        if self.family_name is None or self.given_name is None or identifier is None:
            return None
        if re.fullmatch(UUID, identifier) is None:
            return None
        return PersonId(
            scheme=CHAMBER,
            identifier=identifier,
            family_name=self.family_name,
            given_name=self.given_name,
        )


@lru_cache(maxsize=1024)
def printed_speaker(speaker: str | None) -> Printed:
    """The parts of a speaker as printed; nothing where nobody is named."""
    office, name = _parted(" ".join((speaker or "").split()))
    given, _, family = name.rpartition(" ")
    return Printed(office=office or None, given_name=given or None, family_name=family or None)


def _parted(speaker: str) -> tuple[str, str]:
    """The office and the name. An office of several words ends in a small one, names have none."""
    found = _TITLE.fullmatch(speaker)
    if found is not None:
        return found[1], found[2]
    parts = speaker.split()
    small = [number for number, part in enumerate(parts) if part[:1].islower()]
    if not small:
        return "", speaker
    if small[-1] == len(parts) - 1:
        return " ".join(parts[small[0] :]), " ".join(parts[: small[0]])
    return " ".join(parts[: small[-1] + 1]), " ".join(parts[small[-1] + 1 :])


@dataclass(slots=True)
class Reporting:
    """Who reports for a committee in the course of an item, by the words with which the chair calls them.

    They do so until the debate is opened or closed, also when they answer questions. Whoever presents a bill
    of their own is called in other words, and stays a member.
    """

    _called: list[str] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)

    def capacity(self, printed: Printed, text: str | None) -> Capacity | None:
        """In which capacity the next turn was spoken."""
        capacity = printed.capacity
        if capacity == "chair":
            self._listen(text or "")
        elif capacity == "member":
            return "rapporteur" if self._is_called(printed) else "member"
        return capacity

    def _listen(self, text: str) -> None:
        # Most turns of the chair speak of no committee, and to take them apart is dear.
        self._called = list(_calls(text)) if _COMMITTEE.search(text) else []
        if _DEBATE.search(text):
            self._names.clear()

    def _is_called(self, printed: Printed) -> bool:
        """Whether this one reports. A family name is declined, so only its beginning is looked for."""
        name = f"{printed.given_name} {printed.family_name}"
        beginning = name[: len(printed.given_name or "") + 3]
        if any(beginning in words for words in self._called):
            self._names.add(name)
        self._called = []
        return name in self._names


def _calls(text: str) -> Iterator[str]:
    """The words with which the chair may call somebody who reports for a committee."""
    sentences = _SENTENCE.split(text)
    yield from filter(_OFFICE.match, sentences)
    for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True):
        if _REPORT.match(sentence) and not _THANKS.search(sentence):
            yield f"{sentence} {after}"
