"""Turns in the paragraphs of a transcript: who begins to speak where, by the labels that are printed.

The chair is printed as `Sēdes vadītāja.`, and who that is stands in the last paragraph `Sēdi vada …`. Others
are printed by initials and family name, with a faction or an office in brackets the first time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from db.records import Capacity
from scrapers.parliaments.latvia.ballots import faction_of

_UPPER, _LOWER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ", "a-zāčēģīķļņōŗšūž"
_WORD = rf"[{_UPPER}][{_UPPER}{_LOWER}'\u2019]*(?:-[{_UPPER}][{_LOWER}]+)*"
_NAME = rf"(?P<given>(?:[{_UPPER}][{_LOWER}]?\. ?|[{_UPPER}]\.-){{1,3}})(?P<family>{_WORD}(?: {_WORD})?)"

CHAIR = re.compile(r"(?P<label>Sēdes vadītāj(?:a|s)|Priekšsēdētāj(?:a|s))\.(?: (?P<text>.*))?")
SPEAKER = re.compile(rf"(?P<label>{_NAME} ?\((?P<note>[^()]+)\))\.(?: (?P<text>.*))?")
AGAIN = re.compile(rf"(?P<label>{_NAME})\.(?: (?P<text>.*))?")
PRESIDING = re.compile(r"Sēdi vada (?P<office>.*?priekšsēdētāj\w*(?: biedr\w+)?)\.?(?: (?P<name>[^.]+)\.?)?")
NAME_ALONE = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}\.?")
LAST_LINES = re.compile(r"(?i)stenogrammu parakstīja|redaktor|satura rādītājs$")
"""What stands after the words of a sitting: who wrote them down, and a table of contents."""

FACTION = re.compile(rf"[{_UPPER}!/ -]+|Neatkarīgie")
"""A faction's code, which unlike an office has no small letters; but for one of the 13th Saeima."""

MINISTER = re.compile(r"(?i)\bministr(?:s|e)\b|\bministru prezident(?:s|e)\b")
HEAD_OF_STATE = re.compile(r"(?i)\bvalsts prezident(?:s|e)\b")
OUTSIDE = re.compile(r"(?i)(?:pie frakcijām nepieder|ārpus frakcij)")
"""What the bracket says of a member who belongs to no faction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A speaker as printed."""

    label: str | None
    family_name: str | None = None
    given_name: str | None = None
    faction: str | None = None
    office: str | None = None
    capacity: Capacity | None = None


@dataclass(slots=True)
class Turn:
    """A turn and its paragraphs."""

    who: Who
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, a paragraph a line."""
        return "\n".join(self.lines)


NOBODY = Who(label=None)
"""Whoever speaks where the transcript prints no label."""


class Reader:
    """Goes through the paragraphs of a transcript, and remembers who presides and who has spoken."""

    def __init__(self) -> None:
        """Begin before the first paragraph."""
        self.turns: list[Turn] = []
        self.head: list[str] = []
        self._chair = NOBODY
        self._known: dict[tuple[str, str], set[Who]] = {}
        self._is_announced = False
        self._is_open = False

    def read(self, lines: Iterable[str]) -> list[Turn]:
        """The turns in their order. What comes before the first is the head."""
        for line in lines:
            if self.turns and LAST_LINES.match(line):
                break
            self._line(line)
        return [turn for turn in self.turns if turn.lines]

    def _line(self, line: str) -> None:
        if presiding := PRESIDING.fullmatch(line):
            self._preside(presiding["office"], presiding["name"])
        elif chair := CHAIR.fullmatch(line):
            self._begin(self._named_chair(chair["label"]), chair["text"])
        elif speaker := SPEAKER.fullmatch(line):
            self._begin(self._introduced(speaker), speaker["text"])
        elif (again := AGAIN.fullmatch(line)) and (who := self._spoken_before(again)):
            self._begin(who, again["text"])
        elif self._is_announced and NAME_ALONE.fullmatch(line):
            self._preside(self._chair.office or "", line.rstrip("."))
        elif self._is_open:
            self.turns[-1].lines.append(line)
        elif self.turns:
            self._begin(NOBODY, line)
        else:
            self.head.append(line)

    def _begin(self, who: Who, text: str | None) -> None:
        self._is_open, self._is_announced = True, False
        self.turns.append(Turn(who, [text] if text else []))

    def _preside(self, office: str, name: str | None) -> None:
        """Somebody takes the chair. The name may stand in a paragraph of its own."""
        given, _, family = (name or "").strip().rpartition(" ")
        self._chair = Who(
            label=None,
            family_name=family or None,
            given_name=given or None,
            office=office or None,
            capacity="chair",
        )
        self._is_announced, self._is_open = name is None, False

    def _named_chair(self, label: str) -> Who:
        chair = self._chair
        return Who(
            label=label,
            family_name=chair.family_name,
            given_name=chair.given_name,
            office=chair.office,
            capacity="chair",
        )

    def _introduced(self, found: re.Match[str]) -> Who:
        who = who_of(found["label"], found["given"], found["family"], found["note"])
        self._known.setdefault(_name(found), set()).add(who)
        return who

    def _spoken_before(self, found: re.Match[str]) -> Who | None:
        """Who spoke under this name before, or somebody new whose label is a paragraph of its own.

        Of two people of one name nobody can say who of them it is, so only the name is told.
        """
        known = self._known.get(_name(found), set())
        if not known and (found["text"] or not self.turns):
            return None
        if len(known) == 1:
            (who,) = known
            return Who(
                label=found["label"],
                family_name=who.family_name,
                given_name=who.given_name,
                faction=who.faction,
                office=who.office,
                capacity=who.capacity,
            )
        given, family = _name(found)
        return Who(label=found["label"], family_name=family, given_name=given)


def who_of(label: str, given: str, family: str, note: str) -> Who:
    """A speaker, by what the brackets say: a faction, an office, or that they belong to no faction."""
    faction = faction_of(note.strip()) if FACTION.fullmatch(note) else None
    is_member = faction is not None or OUTSIDE.match(note) is not None
    return Who(
        label=label,
        family_name=family,
        given_name=given.strip(),
        faction=faction,
        office=None if is_member else note.strip(),
        capacity="member" if is_member else _capacity(note),
    )


def _capacity(office: str) -> Capacity | None:
    if MINISTER.search(office):
        return "minister"
    return "guest" if HEAD_OF_STATE.search(office) else None


def _name(found: re.Match[str]) -> tuple[str, str]:
    return found["given"].strip(), found["family"]
