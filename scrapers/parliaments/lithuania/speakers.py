"""Who speaks, as transcripts of the Seimas print it at the beginning of a turn.

`PIRMININKĖ (L. GRAUŽINIENĖ).` once, then `PIRMININKĖ.`; `V. GAPŠYS (DPF).` for members; `K. TREČIOKAS.`,
without a faction, for ministers and guests. Running text never has names in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.records import Capacity
from scrapers.parliaments.lithuania.ballots import faction_label

_BRACKET = r"(?: ?\((?P<inside>(?:[^()]|\([^()]*\))*)\))?"
"""What stands behind a name; some abbreviations have brackets themselves."""
_CAPITAL = "[A-ZĄČĘĖĮŠŲŪŽ]"
_NAME = (
    rf"(?P<given>(?:{_CAPITAL}\. ?)+)"
    rf"(?P<family>{_CAPITAL}(?:{_CAPITAL}|['-])+(?: (?:{_CAPITAL}|-){{2,}})*)"
)

_CHAIR = re.compile(rf"(?P<word>PIRMININK(?:AS|Ė)){_BRACKET}\.")
_PERSON = re.compile(rf"{_NAME}{_BRACKET}\.")
_OTHER = re.compile(rf"(?P<printed>{_CAPITAL}{{3,}}(?: {_CAPITAL}+)*)\.")
"""Somebody without a name: `BALSAS IŠ SALĖS.`"""
_CHAIR_NAME = re.compile(rf"{_NAME}(?:, (?P<faction>.+))?")

_MINISTER = re.compile(
    rf"\b[Mm]inistr\w+(?: [Pp]irminink\w+)? (?P<given>(?:{_CAPITAL}\. ?)+)(?P<family>{_CAPITAL}[\w-]+)"
)
"""`Krašto apsaugos ministro J. Oleko`: the office right before the name, in any case of the grammar."""
GOVERNMENT = re.compile(r"^Vyriausybės (?:pus)?valand", re.IGNORECASE)
"""The items in which ministers answer, and in which whoever has no faction is one of them."""

_ENDING = 2
"""Letters that the cases of a name may change, as in Olekas, Oleko, Olekui."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker as printed, taken apart."""

    printed: str
    given: str | None = None
    family: str | None = None
    faction: str | None = None
    is_chair: bool = False

    def capacity(self, title: str, called: Iterable[tuple[str, str]]) -> Capacity | None:
        """In which capacity they speak to an item with this title. A guest cannot be told from a minister.

        `called` are the ministers whom the title or the chair has named.
        """
        if self.is_chair:
            return "chair"
        if self.family is None:
            return None
        if any(self._is_named(*name) for name in called):
            return "minister"
        if self.faction is not None:
            return None if GOVERNMENT.match(title) else "member"
        return "minister" if GOVERNMENT.match(title) else None

    def _is_named(self, given: str, family: str) -> bool:
        """Whether initials and a name in some case of the grammar can be theirs."""
        stem = (self.family or "")[:-_ENDING].casefold()
        rest = len(family) - len(stem)
        return given == self.given and family.casefold().startswith(stem) and rest <= _ENDING + 2


def ministers_in(text: str) -> list[tuple[str, str]]:
    """The initials and family names, in whatever case, that follow the word for a minister."""
    return [(_initials(found["given"]), found["family"]) for found in _MINISTER.finditer(text)]


def speaker_at(text: str, *, is_bold: bool) -> tuple[Speaker, str] | None:
    """The speaker with whom a paragraph begins, and the words that follow; nothing if it goes on with a turn.

    Only in bold letters may somebody speak who has no name.
    """
    if found := _CHAIR.match(text):
        return _chair(found), text[found.end() :].strip()
    if found := _PERSON.match(text):
        speaker = Speaker(
            printed=found[0].rstrip("."),
            given=_initials(found["given"]),
            family=found["family"],
            faction=_faction(found["inside"]),
        )
        return speaker, text[found.end() :].strip()
    found = _OTHER.match(text) if is_bold else None
    return (Speaker(printed=found["printed"]), text[found.end() :].strip()) if found else None


def known_chair(speaker: Speaker, before: Speaker | None) -> Speaker:
    """The chair with the name of whoever took it last, if the word fits: it tells a man from a woman."""
    if not speaker.is_chair or speaker.family is not None or before is None:
        return speaker
    if before.printed.partition(" ")[0] != speaker.printed:
        return speaker
    return Speaker(
        printed=speaker.printed,
        given=before.given,
        family=before.family,
        faction=before.faction,
        is_chair=True,
    )


def _chair(found: re.Match[str]) -> Speaker:
    name = _CHAIR_NAME.fullmatch(found["inside"] or "")
    return Speaker(
        printed=found[0].rstrip("."),
        given=_initials(name["given"]) if name else None,
        family=name["family"] if name else None,
        faction=_faction(name["faction"]) if name else None,
        is_chair=True,
    )


def _initials(printed: str) -> str:
    return " ".join(printed.replace(".", ". ").split())


def _faction(printed: str | None) -> str | None:
    """The faction's abbreviation; a star behind it leads to the list at the end."""
    return faction_label((printed or "").replace("*", "").strip())
