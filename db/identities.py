"""The reviewed file of who is whom: identifiers that are one person, or are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from db.dossier.facts import DossierError, Text, load_list
from db.names import key_for

FILE = "identities.yaml"

Pair = tuple[str, str]
"""The keys that go with two identifiers, in alphabetical order."""


class Identifier(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An official identifier, as the table `person_identifiers` has it."""

    scheme: Text
    identifier: Text

    @property
    def key(self) -> str:
        """The key that goes with it."""
        return key_for(self.scheme, self.identifier)


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody found out about some identifiers, and where."""

    same: tuple[Identifier, ...] = ()
    """They are one person."""
    apart: tuple[Identifier, ...] = ()
    """No two of them are the same person."""
    reason: Text
    source_url: Annotated[str, Meta(pattern=r"^https://\S+$")]
    checked_by: Text
    checked: dt.date

    def __post_init__(self) -> None:
        """Make sure that the entry says one thing, of several people of one country.

        Raises:
            ValueError: It does not.
        """
        if bool(self.same) == bool(self.apart):
            raise ValueError("says not exactly one of same and apart")
        if len({one.key for one in self.identifiers}) != len(self.identifiers) or len(self.identifiers) == 1:
            raise ValueError("needs two or more identifiers, each once")
        if len({one.scheme.partition("-")[0] for one in self.identifiers}) > 1:
            raise ValueError("its identifiers are of several countries")

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Those that it is about."""
        return self.same or self.apart

    @property
    def pairs(self) -> Iterator[Pair]:
        """Every two of its keys."""
        return combinations(sorted(one.key for one in self.identifiers), 2)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the file says, by pairs of keys."""

    same: dict[Pair, Entry]
    apart: dict[Pair, Entry]


def reviewed_identities() -> Reviewed:
    """What the file of the project says.

    Raises:
        DossierError: It cannot be taken in.
    """
    return read_identities(FILE, files("db").joinpath(FILE).read_text(encoding="utf-8"))


def read_identities(file: str, text: str) -> Reviewed:
    """What a file of identities says.

    Raises:
        DossierError: It is not a list of entries in YAML, an entry lacks or misnames something, or two
            entries are about the same pair.
    """
    found = Reviewed({}, {})
    for number, raw in enumerate(load_list(file, text), 1):
        entry = _entry(file, number, raw)
        kind, pairs = ("same", found.same) if entry.same else ("apart", found.apart)
        for pair in entry.pairs:
            if pair in found.same or pair in found.apart:
                problem = f"another entry is about {' and '.join(pair)} too"
                raise DossierError(file, f"entry {number}", kind, problem)
            pairs[pair] = entry
    return found


def _entry(file: str, number: int, raw: object) -> Entry:
    try:
        return msgspec.convert(raw, Entry)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        raise DossierError(file, f"entry {number}", path.strip("`") or "$", problem) from error
